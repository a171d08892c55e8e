// What the operator of this server allows; nothing a caller says reaches beyond it.
import type { Finding } from '../contract/finding.ts';
import type { Selection } from '../contract/selection.ts';
import { pageOfFinding } from '../facts/own-page.ts';
import { quote } from '../text/quote.ts';
import type { CallContext } from './tool.ts';

interface Limit {
  readonly Code: string;
  readonly member: 'ApiId' | 'Region' | 'Profile';
  readonly value: string;
  readonly flag: string;
  readonly allowed: readonly string[];
}

const finding = ({ Code, member, value, flag, allowed }: Limit): Finding => ({
  Code,
  Severity: 'error',
  Path: [member],
  Message: `The operator of this server does not allow ${member} ${quote(value)}.`,
  Why: `What may be used is fixed at start with ${flag}${member === 'ApiId' ? '' : '; without it, only what the environment configures'}.`,
  Fix:
    allowed.length > 0
      ? `Use one of ${allowed.join(', ')}, or ask the operator.`
      : `Leave ${member} out, or ask the operator.`,
  Basis: 'documented',
  Source: pageOfFinding(Code),
});

/** A create in an API that `--allow-api` does not name. */
export function apiLimit(
  { ApiId: value }: { readonly ApiId: string },
  { allowedApis: allowed }: CallContext,
): Finding[] {
  if (!allowed || allowed.includes(value)) return [];
  return [finding({ Code: 'api-not-allowed', member: 'ApiId', value, flag: '--allow-api', allowed })];
}

/** A region or profile that is neither the configured one nor in `--regions` or `--profiles`. */
export async function selectionLimits(selection: Selection, context: CallContext): Promise<Finding[]> {
  const limits = [
    { member: 'Region', flag: '--regions', Code: 'region-not-allowed', allowed: context.allowedRegions },
    { member: 'Profile', flag: '--profiles', Code: 'profile-not-allowed', allowed: context.allowedProfiles },
  ] as const;
  const found: Finding[] = [];
  for (const { member, ...limit } of limits) {
    const value = selection[member];
    if (value === undefined || limit.allowed.includes(value) || value === context.target[member]) continue;
    // The configured region may come from a file that only the SDK reads.
    const ambient = member === 'Region' ? (await (await context.gateway({})).target()).Region : undefined;
    if (value !== ambient) found.push(finding({ ...limit, member, value }));
  }
  return found;
}
