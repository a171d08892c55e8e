// The ids of a call, all judged before any of them stands in a URL path.
import { isPathId } from '../api-gateway/path-id.ts';
import type { Finding } from '../contract/finding.ts';
import { judgeIds as judgeOwnIds } from '../dry-run/dry-run.ts';
import { createSubject, type Wanted } from '../dry-run/subject.ts';
import { quote } from '../text/quote.ts';
import { found } from './change-findings.ts';

/** Members that stand in paths, besides those that have rules of their own. */
const PATH_MEMBERS = ['IntegrationResponseId', 'RouteId', 'RouteResponseId', 'StageName', 'DeploymentId'] as const;

/** The ids that cannot stand in a path. */
export function judgeIds(args: object): Finding[] {
  const { ApiId, IntegrationId, ...ids } = args as Wanted & { readonly [Id in (typeof PATH_MEMBERS)[number]]?: string };
  return [
    ...judgeOwnIds(
      createSubject({ ...(ApiId !== undefined && { ApiId }), ...(IntegrationId !== undefined && { IntegrationId }) }),
    ),
    ...PATH_MEMBERS.flatMap((member) => {
      const value = ids[member];
      if (value === undefined || isPathId(value)) return [];
      return [found('path-id', [member], `${member} ${quote(value)} cannot stand in a URL path.`)];
    }),
  ];
}
