// What the rules judge: the wanted integration response among everything it will live with.
import type { GetApiResponse, Integration, Route, RouteResponse, Stage } from '@aws-sdk/client-apigatewayv2';
import type { ErrorData } from '../contract/error.ts';
import type { CreateIntegrationResponseRequest, IntegrationResponse } from '../contract/integration-response.ts';
import { type MatchedText, matchedText } from '../preview/matched-text.ts';
import { type Key, parseKey } from '../preview/response-key.ts';
import { TemplateLimitError, TemplateSyntaxError } from '../template/error.ts';
import { parseTemplate } from '../template/parse.ts';
import type { Template } from '../template/tree.ts';
import { isTooLong } from './text-length.ts';

/** The members of the arguments that have the right shape. */
export type Wanted = Partial<CreateIntegrationResponseRequest>;

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

export interface WantedTemplate {
  readonly key: string;
  readonly source: string;
  readonly parsed: Template | TemplateSyntaxError | TemplateLimitError;
}

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

/** A template longer than the API takes is not read at all: its cost would have no bound. */
function parsed(source: string): WantedTemplate['parsed'] {
  if (isTooLong(source)) return new TemplateLimitError('length', 'The template is too long');
  try {
    return parseTemplate(source);
  } catch (error) {
    if (error instanceof TemplateSyntaxError || error instanceof TemplateLimitError) return error;
    throw error;
  }
}
