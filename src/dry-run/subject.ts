// What the rules judge: the wanted integration response among everything it will live with.
import type { GetApiResponse, Integration, Route, RouteResponse, Stage } from '@aws-sdk/client-apigatewayv2';
import type { CreateArguments } from '../contract/create.ts';
import type { ErrorData } from '../contract/error.ts';
import type { IntegrationResponse } from '../contract/integration-response.ts';
import { PatternSyntaxError, RegexLimitError } from '../java/regex/errors.ts';
import { parsePattern } from '../java/regex/parse.ts';
import type { Pattern } from '../java/regex/tree.ts';
import { TemplateLimitError, TemplateSyntaxError } from '../template/error.ts';
import { parseTemplate } from '../template/parse.ts';
import type { Template } from '../template/tree.ts';

/** The members of the arguments that have the right shape. */
export type Wanted = Partial<Omit<CreateArguments, 'DryRun' | 'AllowFindings'>>;

export type Read =
  | 'GetApi'
  | 'GetIntegration'
  | 'GetIntegrationResponses'
  | 'GetRoutes'
  | 'GetStages'
  | 'GetRouteResponses';

/** What was read of the live state; a member is absent where its read was not made or failed. */
export interface Snapshot {
  readonly api?: GetApiResponse;
  readonly integration?: Integration;
  readonly responses?: readonly IntegrationResponse[];
  readonly routes?: readonly Route[];
  readonly stages?: readonly Stage[];
  /** By `RouteId`, for the routes whose target is this integration. */
  readonly routeResponses?: ReadonlyMap<string, readonly RouteResponse[]>;
  readonly failures: readonly { readonly read: Read; readonly error: ErrorData }[];
}

export const EMPTY_SNAPSHOT: Snapshot = { failures: [] };

/** An `IntegrationResponseKey`, taken apart. */
export type Key =
  | { readonly form: 'default' }
  | { readonly form: 'pattern'; readonly source: string; readonly pattern: Pattern }
  | { readonly form: 'broken'; readonly source: string; readonly error: PatternSyntaxError }
  /** A pattern too large to be judged here. */
  | { readonly form: 'unjudged'; readonly source: string }
  | { readonly form: 'other' };

export interface WantedTemplate {
  readonly key: string;
  readonly source: string;
  readonly parsed: Template | TemplateSyntaxError | TemplateLimitError;
}

/**
 * What a key is compared with: the status code, a Lambda function's `errorMessage`, or nothing (proxy integrations).
 * undefined: the integration was not read.
 */
export type MatchedText = 'status' | 'errorMessage' | 'nothing' | undefined;

export interface Subject {
  readonly wanted: Wanted;
  readonly live: Snapshot;
  readonly key: Key | undefined;
  readonly templates: readonly WantedTemplate[];
  readonly matched: MatchedText;
}

/** Parses key and templates once; `withLive` adds what was read. */
export function createSubject(wanted: Wanted): Subject {
  return {
    wanted,
    live: EMPTY_SNAPSHOT,
    key: wanted.IntegrationResponseKey === undefined ? undefined : parseKey(wanted.IntegrationResponseKey),
    templates: Object.entries(wanted.ResponseTemplates ?? {}).map(([key, source]) => ({
      key,
      source,
      parsed: parsed(source),
    })),
    matched: undefined,
  };
}

export const withLive = (subject: Subject, live: Snapshot): Subject => ({
  ...subject,
  live,
  matched: live.integration && matchedText(live.integration),
});

/** `$default`, or a Java pattern between exactly one leading and one trailing slash (developer guide, integration responses). */
export function parseKey(key: string): Key {
  if (key === '$default') return { form: 'default' };
  if (key.length < 2 || !key.startsWith('/') || !key.endsWith('/')) return { form: 'other' };
  const source = key.slice(1, -1);
  try {
    return { form: 'pattern', source, pattern: parsePattern(source) };
  } catch (error) {
    if (error instanceof PatternSyntaxError) return { form: 'broken', source, error };
    if (error instanceof RegexLimitError) return { form: 'unjudged', source };
    throw error;
  }
}

/** A function's invocation URI ends `…:lambda:path/2015-03-31/functions/<arn>/invocations`. */
const LAMBDA_URI = /:lambda:path\/2015-03-31\/functions\//;

export function matchedText({ IntegrationType, IntegrationUri }: Integration): MatchedText {
  if (IntegrationType === 'AWS') return LAMBDA_URI.test(IntegrationUri ?? '') ? 'errorMessage' : 'status';
  if (IntegrationType === 'HTTP' || IntegrationType === 'MOCK') return 'status';
  return IntegrationType === 'HTTP_PROXY' || IntegrationType === 'AWS_PROXY' ? 'nothing' : undefined;
}

function parsed(source: string): WantedTemplate['parsed'] {
  try {
    return parseTemplate(source);
  } catch (error) {
    if (error instanceof TemplateSyntaxError || error instanceof TemplateLimitError) return error;
    throw error;
  }
}
