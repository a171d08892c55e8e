// Which region and profile a call works with.
import { z } from 'zod/v3';

/** Arguments of every tool that reads AWS. */
export const selectionShape = {
  Region: z.string().min(1).optional().describe('AWS region.'),
  Profile: z.string().min(1).optional().describe('AWS profile.'),
};

export interface Selection {
  readonly Region?: string;
  readonly Profile?: string;
}

/** The region and profile that a call names, if any. */
export const selectionOf = ({
  Region,
  Profile,
}: {
  Region?: string | undefined;
  Profile?: string | undefined;
}): Selection => ({
  ...(Region !== undefined && { Region }),
  ...(Profile !== undefined && { Profile }),
});
