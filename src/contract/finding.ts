// What the dry run says about one problem, in a shape an agent or a program can act on.
import { z } from 'zod/v3';

export const FindingSchema = z.object({
  Code: z.string(),
  Severity: z.enum(['error', 'warning', 'info']),
  Path: z.array(z.union([z.string(), z.number()])),
  Line: z.number().optional(),
  Column: z.number().optional(),
  Message: z.string(),
  Why: z.string(),
  Fix: z.string(),
  Replace: z.unknown().optional(),
  Basis: z.enum(['documented', 'observed', 'inferred']),
  Source: z.string(),
});

/**
 * One problem. `Path` leads into the arguments; `Line` and `Column` (from 1) into the text found there. `Replace` is the
 * very value to put at `Path`, `null` to remove the member; it is there only where the correction is mechanical.
 */
export type Finding = z.infer<typeof FindingSchema>;
export type Severity = Finding['Severity'];
export type Basis = Finding['Basis'];
