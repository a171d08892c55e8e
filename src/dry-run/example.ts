// A sound call and the live state around it: the ground on which every rule's example stands.
import type { ErrorData, ErrorType } from '../contract/error.ts';
import type { Read, Snapshot } from '../live/snapshot.ts';
import type { Example } from './rule.ts';
import { createSubject, type Subject, type Wanted, withLive } from './subject.ts';

/** A create without any finding, in `soundLive`. */
export const soundCall: Wanted = {
  ApiId: 'a1b2c3d4e5',
  IntegrationId: 'abc123',
  IntegrationResponseKey: '/5\\d\\d/',
};

/** A chat API whose route sendMessage is two-way, answered by an HTTP integration, and deployed by itself. */
export const soundLive: Snapshot = {
  api: {
    ApiId: 'a1b2c3d4e5',
    Name: 'chat',
    ProtocolType: 'WEBSOCKET',
    RouteSelectionExpression: '$request.body.action',
  },
  integration: {
    IntegrationId: 'abc123',
    IntegrationType: 'HTTP',
    IntegrationMethod: 'POST',
    IntegrationUri: 'https://backend.example.com/messages',
  },
  responses: [{ IntegrationResponseId: 'def456', IntegrationResponseKey: '$default' }],
  routes: [{ RouteId: 'ghi789', RouteKey: 'sendMessage', Target: 'integrations/abc123' }],
  routeResponses: new Map([['ghi789', [{ RouteResponseId: 'jkl012', RouteResponseKey: '$default' }]]]),
  stages: [{ StageName: 'dev', AutoDeploy: true, DeploymentId: 'mno345' }],
  failures: [],
};

/** The subject that an example describes. */
export const exampleSubject = ({ live }: Pick<Example, 'live'>, members: Wanted): Subject =>
  withLive(createSubject({ ...soundCall, ...members }), { ...soundLive, ...live });

/** The read failed so. */
export const failed = (read: Read, Type: ErrorType, Message: string): Partial<Snapshot> => {
  const error: ErrorData = { Type, Message, Attempts: 1, Retryable: false, Effect: 'none', Explanation: Message };
  return { failures: [{ read, error }] };
};

/** The control plane answered this read with NotFoundException. */
export const notFound = (read: Read) => failed(read, 'NotFoundException', 'Invalid identifier specified.');

/** The caller may not make this read. */
export const denied = (read: Read) =>
  failed(read, 'AccessDeniedException', 'not authorized to perform: apigateway:GET.');
