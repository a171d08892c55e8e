// The grammar of ResponseParameters: what a key or a value is, and what was probably meant.
// Source: service model 2018-11-29, CreateIntegrationResponse; REST's wider grammar from its developer guide.
import type { Wanted } from '../subject.ts';
import { pathProblem } from '../template/template-json-path.ts';

/** A field name of RFC 7230. */
const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

/** What a key names: a header of the response, one of the route response, or something that is not documented. */
export type ParameterKey =
  | { readonly form: 'header' | 'route'; readonly name: string }
  | { readonly form: 'other'; readonly meant?: string };

const HEADER_KEY = 'method.response.header.';
const ROUTE_KEY = 'route.response.header.';
const HEADER_LIKE =
  /^(?:(?:append|overwrite):)?\$?(?:(?:(?:method|integration|route)\.)?(?:(?:response|request)\.)?headers?\.)?([A-Za-z0-9_-]+)$/i;

export function parseParameterKey(key: string): ParameterKey {
  if (key.startsWith(HEADER_KEY)) return { form: 'header', name: key.slice(HEADER_KEY.length) };
  if (key.startsWith(ROUTE_KEY)) return { form: 'route', name: key.slice(ROUTE_KEY.length) };
  const name = HEADER_LIKE.exec(key.trim())?.[1];
  return { form: 'other', ...(name && !isRemapped(name) && { meant: HEADER_KEY + name }) };
}

/** Headers that REST APIs send as `x-amzn-Remapped-NAME`, in lower case. */
const REMAPPED = new Set(
  (
    'authorization connection content-length content-md5 date expect host max-forwards proxy-authenticate server ' +
    'trailer upgrade user-agent www-authenticate'
  ).split(' '),
);

export const isRemapped = (name: string): boolean => REMAPPED.has(name.toLowerCase());

/** Whether the name has only the characters that API Gateway documents for header mappings. */
export const isDocumentedName = (name: string): boolean => /^[A-Za-z0-9._$-]+$/.test(name);

const IS_TOKEN = new RegExp(`^${TOKEN}$`);
export const isToken = (name: string): boolean => IS_TOKEN.test(name);

/**
 * What a value is: a documented one (`sound`), nothing, quoted with other marks than `'`, written as a JSONPath or a
 * variable, of REST's wider grammar, taken from the request, or none of these.
 */
export type ParameterValueForm = 'sound' | 'empty' | 'quotes' | 'dollar' | 'rest' | 'request' | 'other';

export interface ParameterValue {
  readonly form: ParameterValueForm;
  /** The documented value that was meant, where that is clear. */
  readonly meant?: string | undefined;
}

const SOUND = new RegExp(
  `^(?:integration\\.response\\.header\\.${TOKEN}|integration\\.response\\.body\\..+|'.*')$`,
  's',
);
const QUOTED = /^["“”„«`‘’‚](.*)["“”»`‘’]$/s;
const JSON_PATH = /^(?:integration\.response\.body\.?)?\$(?:[.[](.*))?$/s;
const REST =
  /^(?:context\..+|stageVariables\..+|integration\.response\.body|integration\.response\.multivalueheader\..+)$/s;
const REQUEST = /^\$?\{?(?:(?:method|route|integration)\.)?request\.(\w+)(?:\.(.*?))?\}?$/s;
const VARIABLE = /^\$\{?(.*?)\}?$/s;

function parseParameterValue(value: string): ParameterValue {
  if (value === '') return { form: 'empty' };
  const path = JSON_PATH.exec(value);
  if (path) return { form: 'dollar', meant: value.includes('$.') && path[1] ? bodyValue(path[1]) : undefined };
  if (SOUND.test(value)) return { form: 'sound' };
  const quoted = QUOTED.exec(value);
  if (quoted) return { form: 'quotes', meant: staticValue(quoted[1] ?? '') };
  if (REST.test(value)) return { form: 'rest' };
  const request = REQUEST.exec(value);
  if (request) return { form: 'request', meant: counterpart(request[1] ?? '', request[2] ?? '') };
  const variable = VARIABLE.exec(value);
  if (variable) return { form: 'dollar', meant: source(variable[1] ?? '') };
  return { form: 'other', meant: source(value.trim()) ?? unquoted(value.trim()) };
}

const bodyValue = (path: string) => `integration.response.body.${path}`;
const staticValue = (text: string) => (text.includes("'") ? undefined : `'${text}'`);

const BODY = 'integration.response.body.';

/** Why what follows `integration.response.body.` in the value is no JSONPath; undefined for any other value. */
export const bodyPathProblem = (value: string): string | undefined =>
  value.startsWith(BODY) ? pathProblem(`$.${value.slice(BODY.length)}`) : undefined;

/** A parameter under the name that was meant, if one is clear, with what its value was meant to be: a wrong one would be found anew. */
export function renamedParameter(name: string | undefined, given: string) {
  const { form, meant } = parseParameterValue(given);
  const value = form === 'sound' ? given : meant;
  return name === undefined || value === undefined ? undefined : { name, value };
}

/** What the response has in the place of a part of the request. */
function counterpart(part: string, name: string): string | undefined {
  if (part === 'header') return `integration.response.header.${name}`;
  return part === 'body' && name ? bodyValue(name) : undefined;
}

/** A header or a body path of the response, under another name or in another case. */
function source(text: string): string | undefined {
  const match = /^(?:(?:integration|method|route)\.)?(?:response\.)?(headers?|body)\.(.+)$/is.exec(text);
  return match?.[2] && counterpart(match[1]?.toLowerCase() === 'body' ? 'body' : 'header', match[2]);
}

/** Static text whose quotes were forgotten: anything that does not look like an expression. */
const unquoted = (text: string): string | undefined =>
  /^(?:integration|method|route|request|response|context|stagevariables|input|util)\b|[${}()]/i.test(text)
    ? undefined
    : staticValue(text.replace(/^'|'$/g, ''));

/** The entries of `ResponseParameters`; keys such as `__proto__` are data. */
export const parameters = (wanted: Wanted): [key: string, value: string][] =>
  Object.entries(wanted.ResponseParameters ?? {});

/** The entries whose value has the form, with what was meant. */
export const valuesOfForm = (wanted: Wanted, form: ParameterValueForm) =>
  parameters(wanted).flatMap(([key, value]) => {
    const parsed = parseParameterValue(value);
    return parsed.form === form ? [{ key, value, meant: parsed.meant }] : [];
  });
