// What `$context` holds where the caller says nothing: every variable documented for WebSocket templates, with values
// of the shape AWS gives them.
// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-mapping-template-reference.html

/**
 * A message on the route `sendmessage`, answered by the backend with status 200. Its members are all that are documented,
 * those of `authorizer` apart, which an authorizer names as it likes.
 */
export const DEFAULT_CONTEXT = {
  apiId: 'a1b2c3d4e5',
  authorizer: { principalId: 'user' },
  connectedAt: 1652722210711,
  connectionId: 'SOqGjdZioAMCEeg=',
  domainName: 'a1b2c3d4e5.execute-api.us-east-1.amazonaws.com',
  error: { messageString: '', validationErrorString: '' },
  eventType: 'MESSAGE',
  extendedRequestId: 'SOqIDEacoAMFaHQ=',
  identity: {
    accountId: '',
    apiKey: '',
    apiKeyId: '',
    caller: '',
    cognitoAuthenticationProvider: '',
    cognitoAuthenticationType: '',
    cognitoIdentityId: '',
    cognitoIdentityPoolId: '',
    sourceIp: '192.0.2.1',
    user: '',
    userAgent: 'Mozilla/5.0',
    userArn: '',
  },
  messageId: 'SOqIDdzSoAMCEeg=',
  requestId: 'SOqIDEacoAMFaHQ=',
  requestTime: '16/May/2022:17:30:17 +0000',
  requestTimeEpoch: 1652722217711,
  routeKey: 'sendmessage',
  stage: 'production',
  status: '200',
} as const satisfies Readonly<Record<string, unknown>>;
