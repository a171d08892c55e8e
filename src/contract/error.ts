// A failed call as data.
import { z } from 'zod/v3';
import { IntegrationResponseSchema } from './integration-response.ts';

const ErrorTypeSchema = z.enum([
  'NotFoundException',
  'TooManyRequestsException',
  'BadRequestException',
  'ConflictException',
  'AccessDeniedException',
  'CredentialsError',
  'RegionError',
  'NetworkError',
  'TimeoutError',
  'ServiceError',
  'Cancelled',
  'InternalError',
]);
export type ErrorType = z.infer<typeof ErrorTypeSchema>;

const DifferenceSchema = z.object({
  Path: z.array(z.string()),
  Existing: z.unknown().optional(),
  Wanted: z.unknown().optional(),
});

export const ErrorSchema = z.object({
  Type: ErrorTypeSchema,
  Message: z.string(),
  HttpStatus: z.number().optional(),
  RequestId: z.string().optional(),
  Attempts: z.number(),
  Retryable: z.boolean(),
  RetryAfterSeconds: z.number().optional(),
  Effect: z.enum(['none', 'created', 'unknown']),
  Explanation: z.string(),
  Existing: IntegrationResponseSchema.optional(),
  Differences: z.array(DifferenceSchema).optional(),
});

/**
 * Why a call failed. `Message` is the service's own text; `Explanation` is ours: causes and what to do next. `Attempts`
 * counts the requests sent. `Effect` tells whether the integration response exists now.
 */
export type ErrorData = z.infer<typeof ErrorSchema>;
export type Effect = ErrorData['Effect'];
export type Difference = z.infer<typeof DifferenceSchema>;
