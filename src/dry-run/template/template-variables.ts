// The variables of WebSocket mapping templates, as the developer guide lists them, and those of other places.

import { memberNames } from '../../engines/java/methods/method-table.ts';
import { DEFAULT_CONTEXT } from '../../engines/mapping-template/default-context.ts';
import { INPUT_METHODS } from '../../engines/mapping-template/input.ts';
import { SCOPE_VARIABLES } from '../../engines/mapping-template/scope.ts';
import { UTIL_METHODS } from '../../engines/mapping-template/util.ts';
import { PROVIDED_NAMES } from '../../engines/velocity/slots.ts';
import type { Access, Reference } from '../../engines/velocity/tree.ts';
import { nearest } from '../../text/nearest.ts';
import { literalText } from './template-text.ts';

/** Names that have a value without being set: the service's, and Velocity's own. */
export const GIVEN_NAMES: readonly string[] = [...SCOPE_VARIABLES, ...PROVIDED_NAMES];

/** What other kinds of API or requests have, and responses of WebSocket APIs are not documented to have. */
const OTHER_APIS: readonly string[] = [
  'input.params',
  ...[
    'requestOverride',
    'responseOverride',
    'httpMethod',
    'path',
    'resourcePath',
    'resourceId',
    'accountId',
    'protocol',
    'domainPrefix',
  ].map((name) => `context.${name}`),
];

const INPUT_MEMBERS = memberNames(INPUT_METHODS).filter((name) => !OTHER_APIS.includes(`input.${name}`));
const UTIL_FUNCTIONS = memberNames(UTIL_METHODS);

/** Those of `authorizer` are free: they are what the authorizer gives. */
const CONTEXT_MEMBERS = Object.keys(DEFAULT_CONTEXT);
const INNER_MEMBERS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({ identity: DEFAULT_CONTEXT.identity, error: DEFAULT_CONTEXT.error }).map(([name, members]) => [
    name,
    Object.keys(members),
  ]),
);

const ACCESS_LOGS_ONLY: readonly string[] = [
  'authorize',
  'authenticate',
  'integration',
  'integrationLatency',
  'integrationStatus',
  'waf',
  'identity.principalOrgId',
  'error.message',
  'error.responseType',
].map((name) => `context.${name}`);

/** What is not in the developer guide's list, and where it stands instead. */
type Unlisted = 'access logs' | 'other APIs' | 'nowhere';

/** A member of `$input`, `$util` or `$context` that WebSocket templates do not have. */
export interface UnknownMember {
  /** As it would be written, e.g. `context.httpMethod`. */
  readonly name: string;
  /** The last of the names, and the access that has it. */
  readonly member: string;
  readonly access: Access;
  /** The listed name it comes close to, where it is known nowhere. */
  readonly meant: string | undefined;
  readonly where: Unlisted;
  /** The names that its host has. */
  readonly listed: readonly string[];
}

/** What the reference asks its host for in vain; undefined where the host has it, or is none. */
export function unknownMember({ name, access }: Reference): UnknownMember | undefined {
  const [first, second] = access;
  const member = first && memberName(first);
  if (!first || member === undefined) return undefined;
  if (name === 'input') return unknown([name, member], first, INPUT_MEMBERS);
  if (name === 'util') return unknown([name, member], first, UTIL_FUNCTIONS);
  if (name !== 'context' || first.kind === 'method') return undefined;
  const inner = second && second.kind !== 'method' ? memberName(second) : undefined;
  const listed = INNER_MEMBERS.get(member);
  if (listed && second && inner !== undefined) return unknown([name, member, inner], second, listed);
  return unknown([name, member], first, CONTEXT_MEMBERS);
}

function unknown(names: readonly string[], access: Access, listed: readonly string[]): UnknownMember | undefined {
  const member = names.at(-1) ?? '';
  if (listed.includes(member)) return undefined;
  const name = names.join('.');
  const where = ACCESS_LOGS_ONLY.includes(name) ? 'access logs' : OTHER_APIS.includes(name) ? 'other APIs' : 'nowhere';
  return { name, member, access, where, listed, meant: where === 'nowhere' ? nearest(member, listed) : undefined };
}

/** The name after the dot, or in `['name']`. */
function memberName(access: Access): string | undefined {
  return access.kind === 'index' ? literalText(access.argument) : access.name;
}
