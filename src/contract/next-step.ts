// What is left to do, as data: the very call, for this server and for the AWS CLI.
import { z } from 'zod/v3';

export const NextStepSchema = z.object({
  Text: z.string(),
  Kind: z.enum(['needed', 'undo']),
  Tool: z.object({ Name: z.string(), Arguments: z.record(z.unknown()) }).optional(),
  Cli: z.string().optional(),
});

/**
 * One step. "needed": stands between the response and a client that sees it, in the order of the list. "undo": takes back
 * what the call has done. `Tool` can be called as it stands; `Cli` does the same in a POSIX shell.
 */
export type NextStep = z.infer<typeof NextStepSchema>;
