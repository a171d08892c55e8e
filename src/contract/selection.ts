// Which region and profile a call works with.
import { z } from 'zod/v3';

/** Arguments of every tool that reads AWS. */
export const selectionShape = {
  Region: z.string().min(1).optional().describe('One that the operator allows. Default: as configured.'),
  Profile: z.string().min(1).optional().describe('AWS profile that the operator allows.'),
};

export type Selection = Partial<Record<keyof typeof selectionShape, string>>;
