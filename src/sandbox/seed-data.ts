// What the sandbox starts with: the requests that would have made it, under ids which look like the service's own.

/** The Create bodies of an integration or route and of its responses, the latter by id. */
interface Parent {
  readonly id: string;
  readonly body: object;
  readonly responses: { readonly [id: string]: object };
}

interface Seed {
  readonly apiId: string;
  readonly api: object;
  readonly integrations: readonly Parent[];
  readonly routes: readonly Parent[];
  readonly deployments: readonly {
    readonly id: string;
    readonly date: string;
    readonly autoDeployed: boolean;
    readonly description: string;
  }[];
  readonly stages: readonly {
    readonly stageName: string;
    readonly deploymentId: string;
    readonly autoDeploy: boolean;
    readonly description: string;
    readonly stageVariables?: { readonly [name: string]: string };
  }[];
}

/** When the APIs were created. */
export const seededAt = new Date('2026-02-03T09:12:41Z');

/** A chat service over WebSocket: one route of every kind, two-way and one-way. */
const teamChat: Seed = {
  apiId: 'k3v9x1qz7d',
  api: {
    name: 'team-chat',
    description: 'Chat rooms for the support team',
    protocolType: 'WEBSOCKET',
    routeSelectionExpression: '$request.body.action',
    tags: { team: 'support' },
  },
  integrations: [
    {
      id: 'a7f3k2m', // $connect: a DynamoDB action, matched by status code although AWS reports the error message
      body: {
        description: 'Stores the connection in DynamoDB',
        integrationType: 'AWS',
        integrationMethod: 'POST',
        integrationUri: 'arn:aws:apigateway:us-east-1:dynamodb:action/PutItem',
        credentialsArn: 'arn:aws:iam::123456789012:role/team-chat-connections',
        templateSelectionExpression: '\\$default',
        requestTemplates: {
          $default:
            '{"TableName":"team-chat-connections","Item":{"connectionId":{"S":"$context.connectionId"},"connectedAt":{"N":"$context.connectedAt"}}}',
        },
      },
      responses: { h4t7c2n: { integrationResponseKey: '/200/', templateSelectionExpression: '\\$default' } },
    },
    {
      id: 'b4n8x1q', // $disconnect
      body: {
        description: 'Lambda that removes the connection and tells the room',
        integrationType: 'AWS_PROXY',
        integrationMethod: 'POST',
        integrationUri:
          'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:team-chat-disconnect/invocations',
      },
      responses: {},
    },
    {
      id: 'c9d5w0r', // sendMessage: every status but 2xx is unmatched
      body: {
        description: 'Message service over HTTP',
        integrationType: 'HTTP',
        integrationMethod: 'POST',
        integrationUri: 'https://messages.chat.example.com/v1/messages',
        requestParameters: { 'integration.request.header.X-Connection-Id': 'context.connectionId' },
        timeoutInMillis: 5000,
      },
      responses: {
        j2p9v5x: {
          integrationResponseKey: '/2\\d\\d/',
          templateSelectionExpression: '\\$default',
          responseTemplates: {
            $default: '{"type":"sent","messageId":$input.json(\'$.id\'),"requestId":"$context.requestId"}',
          },
        },
      },
    },
    {
      id: 'd2h6j8t', // ping
      body: {
        description: 'Answers ping without a backend',
        integrationType: 'MOCK',
        templateSelectionExpression: '\\$default',
        requestTemplates: { $default: '{"statusCode":200}' },
      },
      responses: {
        m8r3k6w: {
          integrationResponseKey: '$default',
          templateSelectionExpression: '\\$default',
          responseTemplates: { $default: '{"type":"pong","at":$context.requestTimeEpoch}' },
        },
      },
    },
    {
      id: 'e5g1p7v', // $default: a Lambda function, matched by error message
      body: {
        description: 'Lambda that answers commands',
        integrationType: 'AWS',
        integrationMethod: 'POST',
        integrationUri:
          'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:team-chat-command/invocations',
        passthroughBehavior: 'WHEN_NO_TEMPLATES',
      },
      responses: {
        q5z1d8s: {
          integrationResponseKey: '$default',
          templateSelectionExpression: '\\$default',
          responseTemplates: { $default: '{"type":"reply","text":$input.json(\'$.text\')}' },
        },
        t6y4b9g: {
          integrationResponseKey: '/.*(not found|unknown).*/',
          templateSelectionExpression: '\\$default',
          responseTemplates: {
            $default: '{"type":"error","code":"not-found","text":$input.json(\'$.errorMessage\')}',
          },
        },
      },
    },
    {
      id: 'f8s3z6y', // listRooms
      body: {
        description: 'Room directory, passed through',
        integrationType: 'HTTP_PROXY',
        integrationMethod: 'GET',
        integrationUri: 'https://rooms.chat.example.com/v1/rooms',
      },
      responses: {},
    },
  ],
  routes: [
    { id: 'r1c4n7t', body: { routeKey: '$connect', target: 'integrations/a7f3k2m' }, responses: {} },
    { id: 'r2d8s5c', body: { routeKey: '$disconnect', target: 'integrations/b4n8x1q' }, responses: {} },
    { id: 'r3s6m1g', body: { routeKey: 'sendMessage', target: 'integrations/c9d5w0r' }, responses: {} },
    {
      id: 'r4p9g2k',
      body: { routeKey: 'ping', target: 'integrations/d2h6j8t', routeResponseSelectionExpression: '$default' },
      responses: { u3w8f1j: { routeResponseKey: '$default' } },
    },
    {
      id: 'r5f7l3t',
      body: { routeKey: '$default', target: 'integrations/e5g1p7v', routeResponseSelectionExpression: '$default' },
      responses: { v9x2h5l: { routeResponseKey: '$default' } },
    },
    {
      id: 'r6l2m8s',
      body: { routeKey: 'listRooms', target: 'integrations/f8s3z6y', routeResponseSelectionExpression: '$default' },
      responses: { w6k4p1z: { routeResponseKey: '$default' } },
    },
  ],
  deployments: [
    { id: 'n4b7q2', date: '2026-03-09T14:02:18Z', autoDeployed: false, description: 'Release 1.4' },
    {
      id: 'x8t1v6',
      date: '2026-03-16T08:47:55Z',
      autoDeployed: true,
      description: 'Automatic deployment triggered by changes to the Api configuration',
    },
  ],
  stages: [
    { stageName: 'dev', deploymentId: 'x8t1v6', autoDeploy: true, description: 'Follows every change' },
    {
      stageName: 'production',
      deploymentId: 'n4b7q2',
      autoDeploy: false,
      description: 'Deployed by hand',
      stageVariables: { environment: 'production' },
    },
  ],
};

/** An HTTP API, which has neither integration responses nor route responses. */
const ordersHttp: Seed = {
  apiId: 'p8m2w6r4tc',
  api: { name: 'orders-http', description: 'Order lookup', protocolType: 'HTTP' },
  integrations: [
    {
      id: 'g1v5o9d',
      body: {
        description: 'Lambda that reads orders',
        integrationType: 'AWS_PROXY',
        integrationMethod: 'POST',
        integrationUri: 'arn:aws:lambda:us-east-1:123456789012:function:orders-read',
        payloadFormatVersion: '2.0',
      },
      responses: {},
    },
  ],
  routes: [
    { id: 'r7o3r6d', body: { routeKey: 'GET /orders/{orderId}', target: 'integrations/g1v5o9d' }, responses: {} },
  ],
  deployments: [
    {
      id: 'z2k9m4',
      date: '2026-02-03T09:15:02Z',
      autoDeployed: true,
      description: 'Automatic deployment triggered by changes to the Api configuration',
    },
  ],
  stages: [{ stageName: '$default', deploymentId: 'z2k9m4', autoDeploy: true, description: 'Follows every change' }],
};

export const seeds: readonly Seed[] = [teamChat, ordersHttp];
