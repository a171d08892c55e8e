// The way of a backend's answer to the client of a WebSocket API, step by step.

import { type ClientMessage, clientMessage } from '../api-gateway/client-message.ts';
import { MAX_MESSAGE_BYTES } from '../api-gateway/frames.ts';
import { type MatchedText, matchedText } from '../api-gateway/matched-text.ts';
import { type KeyedResponse, parseKey } from '../api-gateway/response-key.ts';
import type { BackendAnswer, Failure, Note, Preview } from '../contract/preview.ts';
import { DEFAULT_LIMITS } from '../engines/budget.ts';
import { DEFAULT_CONTEXT } from '../engines/mapping-template/default-context.ts';
import { createScopes } from '../engines/mapping-template/scope.ts';
import type { Scope } from '../engines/velocity/rendering.ts';
import type { AddNote } from './add-note.ts';
import { byteLength, type Payload } from './content-handling.ts';
import { type Delivery, deliver, deliverFailure, type Occasion } from './deliver.ts';
import { findJsonBreak } from './json-check.ts';
import { makeAnswer } from './make-answer.ts';
import { type Candidate, selectResponse, textToMatch } from './select-response.ts';

export interface PreviewRequest {
  readonly responses: readonly KeyedResponse[];
  readonly integrationType: string;
  readonly integrationUri?: string | undefined;
  readonly outcomes: readonly BackendAnswer[];
  readonly clientMessage?: string | undefined;
  /** `$context`; absent: believable values of a message. */
  readonly context?: Readonly<Record<string, unknown>> | undefined;
  readonly stageVariables?: Readonly<Record<string, string>> | undefined;
  /** Whether the route has a route response. */
  readonly twoWay: boolean;
}

/** Steps of pattern matching in one request, all keys and outcomes together. */
const MATCHING_STEPS = 2_000_000;
/** Milliseconds the templates of one request may take together, and what each may take at least. */
const RENDERING_TIME = 700;
const LEAST_RENDERING_TIME = 15;

/** One preview per outcome, in order. Never throws; hostile patterns and templates end at a bound, shared by all outcomes. */
export function preview(request: PreviewRequest): Preview[] {
  const responses = request.responses.map((response) => ({ response, key: parseKey(response.IntegrationResponseKey) }));
  const { outcomes } = request;
  const scope = createScopes({ context: request.context, stageVariables: request.stageVariables });
  const message = request.clientMessage === undefined ? undefined : clientMessage(request.clientMessage);
  const deadline = performance.now() + RENDERING_TIME;
  return outcomes.map((outcome) =>
    previewOutcome(outcome, request, responses, {
      scope,
      message,
      matching: Math.floor(MATCHING_STEPS / Math.max(1, responses.length * outcomes.length)),
      rendering: {
        steps: Math.floor(DEFAULT_LIMITS.steps / outcomes.length),
        time: Math.max(LEAST_RENDERING_TIME, Math.round(deadline - performance.now())),
      },
    }),
  );
}

interface Budgets {
  /** Steps of matching one pattern. */
  readonly matching: number;
  readonly rendering: { readonly steps: number; readonly time: number };
  /** The variables of a template over this body. */
  readonly scope: (body: string) => Scope;
  readonly message: ClientMessage | undefined;
}

function previewOutcome(
  outcome: BackendAnswer,
  request: PreviewRequest,
  responses: readonly Candidate[],
  budgets: Budgets,
): Preview {
  const Notes: Note[] = [];
  const addNote: AddNote = (Step, Basis, Text) => Notes.push({ Step, Basis, Text });
  const { integrationType, integrationUri } = request;
  const matched = matchedText({ IntegrationType: integrationType, IntegrationUri: integrationUri }) ?? 'status';
  const occasion = occasionOf(request, outcome);
  const body = bodyOf(outcome, integrationType, matched, addNote);

  if (matched === 'nothing') {
    addNote(
      'response',
      'documented',
      `Type ${integrationType} is a proxy integration: its integration responses are not used.`,
    );
    return {
      MatchedText: null,
      Candidates: [],
      IntegrationResponseKey: null,
      TemplateKey: null,
      ...outcomeOf(body, occasion, addNote),
      Notes,
    };
  }

  const MatchedText = textToMatch(matched, integrationType, outcome, addNote);
  const { candidates, chosen } = selectResponse(responses, MatchedText, budgets.matching, addNote);
  const Candidates = [...candidates];
  if (!chosen) {
    return {
      MatchedText,
      Candidates,
      IntegrationResponseKey: null,
      TemplateKey: null,
      ...outcomeOf({ Reason: noMatch(occasion.statusCode) }, occasion, addNote),
      Notes,
    };
  }

  const { expressionValue, templateKey, result } = makeAnswer(
    chosen.response,
    {
      body,
      message: isMessage(occasion) ? budgets.message : undefined,
      statusCode: occasion.statusCode,
      headers: new Map(Object.entries(outcome.Headers ?? {})),
      scope: budgets.scope,
      limits: budgets.rendering,
    },
    addNote,
  );
  return {
    MatchedText,
    Candidates,
    IntegrationResponseKey: chosen.response.IntegrationResponseKey,
    ...(expressionValue !== undefined && { TemplateExpressionValue: expressionValue }),
    TemplateKey: templateKey,
    ...outcomeOf(result, occasion, addNote),
    Notes,
  };
}

/** A connection has ids whether or not the caller's `$context` names them. */
function occasionOf({ context = {}, twoWay }: PreviewRequest, { StatusCode = 200 }: BackendAnswer): Occasion {
  const given = (name: string): string => String(textIn(context, name) ?? textIn(DEFAULT_CONTEXT, name));
  return {
    eventType: given('eventType'),
    connectionId: given('connectionId'),
    requestId: given('requestId'),
    twoWay,
    statusCode: StatusCode,
  };
}

const textIn = (context: Readonly<Record<string, unknown>>, name: string): string | undefined => {
  const value = Object.hasOwn(context, name) ? context[name] : undefined;
  return typeof value === 'string' ? value : undefined;
};

/** `$connect` and `$disconnect` come with no message. */
const isMessage = ({ eventType }: Occasion): boolean => eventType !== 'CONNECT' && eventType !== 'DISCONNECT';

/** The line of the execution log, as it was seen on a WebSocket API. */
const noMatch = (statusCode: number): string =>
  'Execution failed due to configuration error: No match for output mapping and no default output mapping configured. ' +
  `Endpoint Response Status Code: ${statusCode}`;

/** What the integration hands over. */
function bodyOf(outcome: BackendAnswer, type: string, matched: MatchedText, addNote: AddNote): Payload {
  const { Body, BodyIsBase64 = false, ErrorMessage } = outcome;
  if (type === 'MOCK') {
    if (Body) addNote('body', 'inferred', 'A MOCK integration has no body: the Body given is not used.');
    return { text: '', isBase64: false };
  }
  if (Body === undefined && ErrorMessage !== undefined && matched === 'errorMessage') {
    addNote(
      'body',
      'inferred',
      'Without a Body, the error result of the function is taken to hold errorMessage alone.',
    );
    return { text: JSON.stringify({ errorMessage: ErrorMessage }), isBase64: false };
  }
  return { text: Body ?? '', isBase64: BodyIsBase64 };
}

type Made = Pick<Preview, 'Output' | 'OutputIsBase64' | 'IsJson'> & Delivery;

function outcomeOf(result: Payload | Failure, occasion: Occasion, addNote: AddNote): Made {
  if ('Reason' in result) {
    return { Output: null, OutputIsBase64: false, IsJson: false, ...deliverFailure(result, occasion, addNote) };
  }
  const { text, isBase64 } = result;
  const broken = isBase64 ? undefined : findJsonBreak(text);
  if (broken && text !== '') {
    addNote('json', 'documented', `Not JSON: line ${broken.line}, column ${broken.column}. ${broken.message}`);
  }
  const tooLarge = byteLength(result) > MAX_MESSAGE_BYTES;
  if (tooLarge) addNote('size', 'documented', `Output shows the first ${MAX_MESSAGE_BYTES} characters.`);
  return {
    Output: tooLarge ? text.slice(0, MAX_MESSAGE_BYTES) : text,
    OutputIsBase64: isBase64,
    IsJson: !isBase64 && !broken,
    ...deliver(result, occasion, addNote),
  };
}
