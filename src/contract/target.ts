// Which control plane a call spoke to.
import { z } from 'zod/v3';

export const TargetSchema = z.object({
  Backend: z.enum(['aws', 'sandbox']),
  Region: z.string().optional(),
  Endpoint: z.string().optional(),
  Profile: z.string().optional(),
});
export type Target = z.infer<typeof TargetSchema>;
