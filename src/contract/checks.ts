import { z } from 'zod/v3';

export const ChecksSchema = z.object({ Live: z.enum(['done', 'partial', 'skipped']), Reason: z.string().optional() });
/** How much of the live state was read: "done" only where all that the statements rest on was. */
export type Checks = z.infer<typeof ChecksSchema>;
