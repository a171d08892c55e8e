// Which region and profile a call works with.
import { z } from 'zod/v3';

const name = () => z.string().min(1).optional();

/** Arguments of every tool that reads AWS; the create tool alone describes them, since every session pays for the list. */
export const selectionShape = { Region: name(), Profile: name() };

export const describedSelectionShape = {
  Region: name().describe('One that the operator allows. Default: as configured.'),
  Profile: name().describe('AWS profile that the operator allows.'),
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
