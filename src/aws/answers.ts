// Answers of the control plane, checked. The client takes any JSON for an answer, and an empty one for an empty list; a
// proxy, a sign-in page or a broken gateway that answers 200 must not pass for API Gateway.
import { z } from 'zod/v3';

/** Ids are parts of paths and stand in sentences: only characters that are safe in both. */
const id = () => z.string().regex(/^[\w-]{1,128}$/);
const text = () => z.string().optional();
const flag = () => z.boolean().optional();
const map = () => z.record(z.string()).optional();

/** The members this server reads, by resource; ids and keys are in every answer of the service. */
export const answerSchemas = {
  api: z.object({ ApiId: id(), Name: text(), ProtocolType: text(), RouteSelectionExpression: text() }),
  integration: z.object({
    IntegrationId: id(),
    ApiGatewayManaged: flag(),
    ContentHandlingStrategy: text(),
    CredentialsArn: text(),
    IntegrationMethod: text(),
    IntegrationResponseSelectionExpression: text(),
    IntegrationType: text(),
    IntegrationUri: text(),
    PassthroughBehavior: text(),
    RequestTemplates: map(),
    TemplateSelectionExpression: text(),
  }),
  integrationResponse: z.object({
    IntegrationResponseId: id(),
    IntegrationResponseKey: z.string(),
    ContentHandlingStrategy: text(),
    ResponseParameters: map(),
    ResponseTemplates: map(),
    TemplateSelectionExpression: text(),
  }),
  route: z.object({ RouteId: id(), RouteKey: z.string(), RouteResponseSelectionExpression: text(), Target: text() }),
  routeResponse: z.object({ RouteResponseId: id(), RouteResponseKey: z.string() }),
  stage: z.object({
    StageName: z.string(),
    AutoDeploy: flag(),
    DeploymentId: text(),
    LastDeploymentStatusMessage: text(),
    StageVariables: map(),
  }),
  deployment: z.object({ DeploymentId: id(), DeploymentStatus: text(), CreatedDate: z.date().optional() }),
} as const;

/** One page of a list. */
export const page = (item: z.ZodTypeAny) => z.object({ Items: z.array(item), NextToken: text() });

interface Answered {
  readonly $metadata?: unknown;
}

/** The same answer, without the client's own member; throws `unreadable` where it does not fit. */
export function checked<T extends Answered>(schema: z.ZodTypeAny, answered: T): Omit<T, '$metadata'> {
  const { $metadata: _, ...answer } = answered;
  if (schema.safeParse(answer).success) return answer;
  throw unreadable('The answer is not one of API Gateway.', answered);
}

/** An error that `classify` takes for an answer that cannot be read. */
export const unreadable = (message: string, { $metadata }: Answered): Error =>
  Object.assign(new Error(message), { $metadata });
