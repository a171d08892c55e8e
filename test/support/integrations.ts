// Integrations of each kind, as a live state laid over the sound one.
import type { Snapshot } from '../../src/live/snapshot.ts';

const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:chat';
const of = (IntegrationType: 'AWS' | 'AWS_PROXY' | 'HTTP' | 'MOCK', IntegrationUri: string): Partial<Snapshot> => ({
  integration: { IntegrationId: 'abc123', IntegrationType, IntegrationUri },
});

const invocations = `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${FUNCTION}/invocations`;
export const lambda = of('AWS', invocations);
export const lambdaProxy = of('AWS_PROXY', invocations);
export const dynamoDb = of('AWS', 'arn:aws:apigateway:us-east-1:dynamodb:action/PutItem');
export const mock = of('MOCK', '');
