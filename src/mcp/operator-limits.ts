// What the operator of this server allows; nothing a caller says reaches beyond it.
import type { Finding } from '../contract/finding.ts';
import { type Selection, selectionOf } from '../contract/selection.ts';
import { pageOfFinding } from '../facts/own-page.ts';
import { quote } from '../text/quote.ts';
import type { CallContext } from './tool.ts';

interface Limit {
  readonly Code: string;
  readonly member: 'ApiId' | 'StageName' | 'Region' | 'Profile';
  /** The argument that brings it along; absent: the member itself. */
  readonly through?: 'Profile';
  readonly value: string;
  readonly flag: string;
  readonly allowed: readonly string[];
}

const finding = ({ Code, member, through, value, flag, allowed }: Limit): Finding => ({
  Code,
  Severity: 'error',
  Path: [through ?? member],
  Message: `The operator of this server does not allow ${member} ${quote(value)}${through ? `, which this ${through} brings along` : ''}.`,
  Why: `What may be used is fixed at start with ${flag}${member === 'Region' || member === 'Profile' ? '; without it, only what the environment configures' : ''}.`,
  Fix:
    allowed.length > 0
      ? `Use one of ${allowed.join(', ')}, or ask the operator.`
      : `Leave ${member} out, or ask the operator.`,
  Basis: 'documented',
  Source: pageOfFinding(Code),
});

/** Where a call that writes or sends may go. */
interface Destination {
  readonly ApiId?: string;
  readonly StageName?: string;
  readonly Region?: string | undefined;
  readonly Profile?: string | undefined;
}

/** A write or a message to an API or stage that the operator does not name, or elsewhere than `selectionLimits` allows. */
export async function writeLimits(args: Destination, context: CallContext): Promise<Finding[]> {
  const limits = [
    { member: 'ApiId', flag: '--allow-api', Code: 'api-not-allowed', allowed: context.allowedApis },
    { member: 'StageName', flag: '--stages', Code: 'stage-not-allowed', allowed: context.allowedStages },
  ] as const;
  const found = limits.flatMap(({ allowed, ...limit }) => {
    const value = args[limit.member];
    return value === undefined || !allowed || allowed.includes(value) ? [] : [finding({ ...limit, allowed, value })];
  });
  return [...found, ...(await selectionLimits(selectionOf(args), context))];
}

/** A region or profile that is neither the configured one nor in `--regions` or `--profiles`; a profile brings its region along. */
export async function selectionLimits(selection: Selection, context: CallContext): Promise<Finding[]> {
  const { Region, Profile } = selection;
  const profileAllowed =
    Profile === undefined || context.allowedProfiles.includes(Profile) || Profile === context.target.Profile;
  const found = profileAllowed
    ? []
    : [
        finding({
          Code: 'profile-not-allowed',
          member: 'Profile',
          value: Profile,
          flag: '--profiles',
          allowed: context.allowedProfiles,
        }),
      ];
  // What will be used, and what is configured, may come from a file that only the SDK reads.
  const value = Region ?? (Profile !== undefined && profileAllowed ? await regionOf(selection, context) : undefined);
  if (value === undefined || context.allowedRegions.includes(value) || value === context.target.Region) return found;
  if (value === (await regionOf({}, context))) return found;
  const limit: Limit = {
    Code: 'region-not-allowed',
    member: 'Region',
    value,
    flag: '--regions',
    allowed: context.allowedRegions,
  };
  return [...found, finding(Region === undefined ? { ...limit, through: 'Profile' } : limit)];
}

const regionOf = async (selection: Selection, context: CallContext): Promise<string | undefined> =>
  (await (await context.gateway(selection)).target()).Region;
