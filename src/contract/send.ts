// What crosses the boundary of the tool send_websocket_message.
import { z } from 'zod/v3';
import { ChecksSchema } from './checks.ts';
import { ErrorSchema } from './error.ts';
import { FindingSchema } from './finding.ts';
import { NextStepSchema } from './next-step.ts';
import { selectionShape } from './selection.ts';
import { TargetSchema } from './target.ts';

export const SendArgumentsSchema = z
  .object({
    ApiId: z.string().min(1).describe('WebSocket API.'),
    StageName: z.string().min(1).describe('Of it.'),
    Message: z.string().describe('Text.'),
    WaitSeconds: z.number().min(0.1).max(25).optional().describe('Default 5.'),
    Headers: z.record(z.string()).optional().describe('To connect with.'),
    Query: z.record(z.string()).optional().describe('As Headers.'),
    ...selectionShape,
  })
  .strict();
export type SendArguments = z.infer<typeof SendArgumentsSchema>;

const FrameSchema = z.object({
  Text: z.string().optional(),
  Base64: z.string().optional(),
  Bytes: z.number(),
  Milliseconds: z.number(),
  IsErrorFrame: z.boolean(),
});
/** A message that came, `Milliseconds` after ours was sent. `IsErrorFrame`: the gateway itself sent it. */
export type Frame = z.infer<typeof FrameSchema>;

const PredictionSchema = z.object({
  ClientReceives: z.string().nullable(),
  Agrees: z.boolean(),
  Difference: z.object({ Offset: z.number(), Predicted: z.string(), Received: z.string() }).optional(),
});

export const SendResultSchema = z.object({
  Status: z.enum(['answered', 'silent', 'refused', 'invalid', 'failed']),
  Summary: z.string(),
  Findings: z.array(FindingSchema),
  Checks: ChecksSchema.optional(),
  Frames: z.array(FrameSchema),
  ConnectionId: z.string().optional(),
  CloseCode: z.number().optional(),
  HandshakeStatus: z.number().optional(),
  Route: z
    .object({
      RouteKey: z.string(),
      RouteId: z.string().optional(),
      IntegrationId: z.string().optional(),
      TwoWay: z.boolean().optional(),
    })
    .optional(),
  Prediction: PredictionSchema.optional(),
  Error: ErrorSchema.optional(),
  NextSteps: z.array(NextStepSchema),
  Target: TargetSchema,
});

/**
 * What came back for one message. "refused": no connection was made. `Route` is the one that the message selects in the API as
 * it is now. `Prediction` is there where the backend's answer is known (MOCK); ids and times that only the gateway knows are
 * left out of the comparison, and `Difference` shows both from the first character on that is not the same.
 */
export type SendResult = z.infer<typeof SendResultSchema>;
export type Prediction = z.infer<typeof PredictionSchema>;
