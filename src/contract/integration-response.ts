// The documented integration response and the request that creates it, member by member as AWS spells them.
// Source: API Gateway V2 service model 2018-11-29, CreateIntegrationResponse.
import type {
  CreateIntegrationResponseCommandInput,
  CreateIntegrationResponseResponse,
  UpdateIntegrationResponseCommandInput,
} from '@aws-sdk/client-apigatewayv2';
import { z } from 'zod/v3';

/** Longest value of `ResponseParameters` the model documents, in characters. */
export const MAX_PARAMETER_LENGTH = 512;

export const ContentHandlingStrategySchema = z.enum(['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT']);

const stringMap = () => z.record(z.string());

/** The members of an integration response that a caller chooses; the descriptions are what an agent reads. */
export const draftShape = {
  IntegrationResponseKey: z
    .string()
    .min(1)
    .describe(
      '"$default" (catch-all) or a Java regex between slashes, e.g. "/4\\d\\d/", that matches the whole text: ' +
        'the status code for HTTP, MOCK and AWS services; errorMessage (empty on success) for Lambda of type AWS.',
    ),
  ContentHandlingStrategy: ContentHandlingStrategySchema.optional().describe(
    'CONVERT_TO_TEXT: binary answer to base64 text. CONVERT_TO_BINARY: base64 text to bytes. Absent: unchanged.',
  ),
  ResponseParameters: stringMap()
    .optional()
    .describe(
      'Map of "method.response.header.NAME" to "integration.response.header.NAME", ' +
        '"integration.response.body.PATH" (no "$.") or "\'static text\'" in single quotes; 1-512 characters each. ' +
        'WebSocket messages have no headers.',
    ),
  ResponseTemplates: stringMap()
    .optional()
    .describe(
      'Velocity templates, at most 32768 characters each. Keys are selection keys, compared with the value of ' +
        'TemplateSelectionExpression; "$default" is the fallback. No templates: the backend body passes unchanged. ' +
        "$input is the backend's answer: print JSON with $input.json('$.x'), not $input.path.",
    ),
  TemplateSelectionExpression: z
    .string()
    .optional()
    .describe(
      'Gives the template key: static text, ${integration.response.statuscode}, ' +
        "${integration.response.header.NAME}, ${request.body.PATH} (the client's message). " +
        'The key $default is written "\\$default".',
    ),
};

export const IntegrationResponseSchema = z.object({
  IntegrationResponseId: z.string().optional(),
  IntegrationResponseKey: z.string().optional(),
  ContentHandlingStrategy: z.string().optional(),
  ResponseParameters: stringMap().optional(),
  ResponseTemplates: stringMap().optional(),
  TemplateSelectionExpression: z.string().optional(),
});

/** An integration response as the service stores and returns it. */
export type IntegrationResponse = z.infer<typeof IntegrationResponseSchema>;

const createRequestSchema = z.object({
  ApiId: z.string(),
  IntegrationId: z.string(),
  ...draftShape,
});

/** The seven documented parameters of CreateIntegrationResponse. */
export type CreateIntegrationResponseRequest = z.infer<typeof createRequestSchema>;

/** The parameters of UpdateIntegrationResponse: members that are absent stay as they are. */
export type UpdateIntegrationResponseRequest = Partial<CreateIntegrationResponseRequest> & {
  readonly ApiId: string;
  readonly IntegrationId: string;
  readonly IntegrationResponseId: string;
};

// The build breaks here when AWS adds, drops or renames a member of the request or of the response.
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
true satisfies Same<keyof CreateIntegrationResponseRequest, keyof CreateIntegrationResponseCommandInput>;
true satisfies Same<keyof UpdateIntegrationResponseRequest, keyof UpdateIntegrationResponseCommandInput>;
true satisfies Same<keyof IntegrationResponse, keyof CreateIntegrationResponseResponse>;
