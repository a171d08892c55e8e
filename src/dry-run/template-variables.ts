// The variables of WebSocket mapping templates, as the developer guide lists them, and those of other places.
import type { Access, Reference } from '../template/tree.ts';
import { literalText } from './template-text.ts';

export const HOSTS: readonly string[] = ['input', 'util', 'context', 'stageVariables'];

/** Names that Velocity itself gives a value. */
export const VELOCITY_NAMES: readonly string[] = ['foreach', 'velocityCount', 'bodyContent', 'velocityHasNext'];

export const INPUT_MEMBERS: readonly string[] = ['body', 'json', 'path'];

export const UTIL_FUNCTIONS: readonly string[] = [
  'escapeJavaScript',
  'parseJson',
  'urlEncode',
  'urlDecode',
  'base64Encode',
  'base64Decode',
];

/** Members of `$context`; those of `authorizer` are free. */
export const CONTEXT_MEMBERS: readonly string[] = [
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
];

const OTHER_APIS: readonly string[] = [
  'requestOverride',
  'responseOverride',
  'httpMethod',
  'path',
  'resourcePath',
  'resourceId',
  'accountId',
  'protocol',
  'domainPrefix',
];

/** What is not in the developer guide's list, and where it stands instead. */
export type Unlisted = 'access logs' | 'other APIs' | 'nowhere';

/** A member of `$input`, `$util` or `$context` that WebSocket templates do not have. */
export interface UnknownMember {
  /** As it would be written, e.g. `context.httpMethod`. */
  readonly name: string;
  /** The access that names it, and the names it could have had. */
  readonly access: Access;
  readonly listed: readonly string[];
  readonly where: Unlisted;
}

/** What the reference asks its host for in vain; undefined where the host has it, or is none. */
export function unknownMember({ name, access }: Reference): UnknownMember | undefined {
  const [first, second] = access;
  const member = first && memberName(first);
  if (!first || member === undefined) return undefined;
  const unknown = (of: string, at: Access, listed: readonly string[], where: Unlisted): UnknownMember => ({
    name: of,
    access: at,
    listed,
    where,
  });
  if (name === 'input') {
    if (INPUT_MEMBERS.includes(member)) return undefined;
    return unknown(`input.${member}`, first, INPUT_MEMBERS, member === 'params' ? 'other APIs' : 'nowhere');
  }
  if (name === 'util') {
    return UTIL_FUNCTIONS.includes(member) ? undefined : unknown(`util.${member}`, first, UTIL_FUNCTIONS, 'nowhere');
  }
  if (name !== 'context' || first.kind === 'method') return undefined;
  if (!CONTEXT_MEMBERS.includes(member)) return unknown(`context.${member}`, first, CONTEXT_MEMBERS, whereIs(member));
  const listed = member === 'identity' ? IDENTITY_MEMBERS : member === 'error' ? ERROR_MEMBERS : undefined;
  const inner = second && second.kind !== 'method' ? memberName(second) : undefined;
  if (!listed || !second || inner === undefined || listed.includes(inner)) return undefined;
  return unknown(`context.${member}.${inner}`, second, listed, whereIs(`${member}.${inner}`));
}

function whereIs(member: string): Unlisted {
  if (ACCESS_LOGS_ONLY.includes(member)) return 'access logs';
  return OTHER_APIS.includes(member) ? 'other APIs' : 'nowhere';
}

/** The name after the dot, or in `['name']`. */
function memberName(access: Access): string | undefined {
  return access.kind === 'index' ? literalText(access.argument) : access.name;
}
