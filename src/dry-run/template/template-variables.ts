// The variables of WebSocket mapping templates, as the developer guide lists them, and those of other places.

import type { Access, Reference } from '../../engines/velocity/tree.ts';
import { nearest } from '../../text/nearest.ts';
import { literalText } from './template-text.ts';

export const HOSTS: readonly string[] = ['input', 'util', 'context', 'stageVariables'];

/** Names that Velocity itself gives a value. */
export const VELOCITY_NAMES: readonly string[] = ['foreach', 'velocityCount', 'bodyContent', 'velocityHasNext'];

const INPUT_MEMBERS: readonly string[] = ['body', 'json', 'path'];

const UTIL_FUNCTIONS: readonly string[] = [
  'escapeJavaScript',
  'parseJson',
  'urlEncode',
  'urlDecode',
  'base64Encode',
  'base64Decode',
];

/** Members of `$context`; those of `authorizer` are free. */
const CONTEXT_MEMBERS: readonly string[] = [
  'apiId',
  'authorizer',
  'connectedAt',
  'connectionId',
  'domainName',
  'error',
  'eventType',
  'extendedRequestId',
  'identity',
  'messageId',
  'requestId',
  'requestTime',
  'requestTimeEpoch',
  'routeKey',
  'stage',
  'status',
];

const ERROR_MEMBERS: readonly string[] = ['messageString', 'validationErrorString'];

const IDENTITY_MEMBERS: readonly string[] = [
  'accountId',
  'apiKey',
  'apiKeyId',
  'caller',
  'cognitoAuthenticationProvider',
  'cognitoAuthenticationType',
  'cognitoIdentityId',
  'cognitoIdentityPoolId',
  'sourceIp',
  'user',
  'userAgent',
  'userArn',
];

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
  const listed = member === 'identity' ? IDENTITY_MEMBERS : member === 'error' ? ERROR_MEMBERS : undefined;
  if (listed && second && inner !== undefined) return unknown([name, member, inner], second, listed);
  return unknown([name, member], first, CONTEXT_MEMBERS);
}

function unknown(names: readonly string[], access: Access, listed: readonly string[]): UnknownMember | undefined {
  const member = names.at(-1) ?? '';
  if (listed.includes(member)) return undefined;
  const name = names.join('.');
  const where = ACCESS_LOGS_ONLY.includes(name) ? 'access logs' : OTHER_APIS.includes(name) ? 'other APIs' : 'nowhere';
  return { name, member, access, where, meant: where === 'nowhere' ? nearest(member, listed) : undefined };
}

/** The name after the dot, or in `['name']`. */
function memberName(access: Access): string | undefined {
  return access.kind === 'index' ? literalText(access.argument) : access.name;
}
