// A failed call as data.
import { z } from 'zod/v3';

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
  Effect: z.enum(['none', 'created', 'updated', 'deleted', 'deployed', 'unknown']),
  Explanation: z.string(),
  Existing: z.record(z.unknown()).optional(),
  Differences: z.array(DifferenceSchema).optional(),
});

/**
 * Why a call failed. `Message` is the service's own text; `Explanation` is ours: causes and what to do next. `Attempts`
 * counts the requests that were sent to write. `Effect` tells what the call has done: `none` and `unknown` say so too. `Existing` is
 * the resource that stands in the way, `Differences` what it has otherwise than was asked for.
 */
export type ErrorData = z.infer<typeof ErrorSchema>;
export type Effect = ErrorData['Effect'];
export type Difference = z.infer<typeof DifferenceSchema>;
