// The way of a backend's answer to the client of a WebSocket API, step by step.

import { type ClientMessage, clientMessage } from '../api-gateway/client-message.ts';
import { MAX_MESSAGE_BYTES } from '../api-gateway/limits.ts';
import { type MatchedText, matchedText } from '../api-gateway/matched-text.ts';
import { type KeyedResponse, parseKey } from '../api-gateway/response-key.ts';
import type { BackendAnswer, Failure, Note, Preview } from '../contract/preview.ts';
import { DEFAULT_LIMITS, type Limits } from '../engines/budget.ts';
import { DEFAULT_CONTEXT } from '../engines/mapping-template/default-context.ts';
import { createScopes } from '../engines/mapping-template/scope.ts';
import type { Scope } from '../engines/velocity/rendering.ts';
import { facts } from '../facts/facts.ts';
import { type AddNote, noteOf } from './add-note.ts';
import { bodyOf, headersOf } from './backend-answer.ts';
import { byteLength, type Payload } from './content-handling.ts';
import { type Delivery, deliver, deliverFailure, NOTHING, type Occasion, TIMED_OUT } from './deliver.ts';
import type { Destination } from './destination.ts';
import { findJsonBreak } from './json-check.ts';
import { makeAnswer } from './make-answer.ts';
import type { RequestSide } from './make-request.ts';
import { mockStatus } from './mock-status.ts';
import { type Candidate, type Selection, selectResponse, textToMatch } from './select-response.ts';

export interface PreviewRequest {
  readonly responses: readonly KeyedResponse[];
  readonly integrationType: string;
  readonly integrationUri?: string | undefined;
  /** How the integration makes its request, which decides on the status of a MOCK; undefined: not known. */
  readonly requestSide?: RequestSide | undefined;
  readonly outcomes: readonly BackendAnswer[];
  readonly clientMessage?: string | undefined;
  /** The routes that lead to the integration, the one to show first in front. */
  readonly destinations: readonly [Destination, ...Destination[]];
}

/** Steps of pattern matching in one request, all keys and outcomes together. */
const MATCHING_STEPS = 2_000_000;
/** Milliseconds the templates of one request may take together, and what each may take at least. */
const RENDERING_TIME = 700;
const LEAST_RENDERING_TIME = 15;

/** One preview per outcome, in order. Never throws; hostile patterns and templates end at a bound, shared by all outcomes. */
export function preview(request: PreviewRequest): Preview[] {
  const responses = request.responses.map((response) => ({ response, key: parseKey(response.IntegrationResponseKey) }));
  const { outcomes, destinations } = request;
  const ways = destinations.map(
    (destination): Way => ({
      destination,
      scope: createScopes({ context: destination.context, stageVariables: destination.stageVariables }),
      message:
        request.clientMessage !== undefined && takesMessages(destination)
          ? clientMessage(request.clientMessage)
          : undefined,
    }),
  );
  const count = outcomes.length * ways.length;
  const deadline = performance.now() + RENDERING_TIME;
  const select = selecting(responses, Math.floor(MATCHING_STEPS / Math.max(1, responses.length * outcomes.length)));
  return outcomes.map((outcome) => {
    const previews = ways.map((way) =>
      previewOutcome(outcome, request, way, select, {
        steps: Math.floor(DEFAULT_LIMITS.steps / count),
        time: Math.max(LEAST_RENDERING_TIME, Math.round(deadline - performance.now())),
      }),
    );
    return withRoutes(previews, destinations);
  });
}

/** A destination with what its renderings share. */
interface Way {
  readonly destination: Destination;
  /** The variables of a template over this body. */
  readonly scope: (body: string) => Scope;
  readonly message: ClientMessage | undefined;
}

type Select = (text: string, addNote: AddNote) => Selection;

/** The selection of a response; the routes of one outcome share it, since it depends on the matched text alone. */
function selecting(responses: readonly Candidate[], steps: number): Select {
  const known = new Map<string, { readonly selection: Selection; readonly notes: readonly Note[] }>();
  return (text, addNote) => {
    const notes: Note[] = [];
    const made = known.get(text) ?? {
      selection: selectResponse(responses, text, steps, (...note) => notes.push(noteOf(...note))),
      notes,
    };
    known.set(text, made);
    for (const { Step, Basis, Text } of made.notes) addNote(Step, Basis, Text);
    return made.selection;
  };
}

/** The preview of the first route, with what the others deliver where that is not the same. */
function withRoutes([first, ...others]: readonly Preview[], destinations: PreviewRequest['destinations']): Preview {
  if (!first) throw new TypeError('a preview needs a destination');
  if (others.every(({ ClientReceives }) => ClientReceives === first.ClientReceives)) return first;
  const Routes = [first, ...others].map(({ ClientReceives }, index) => ({
    RouteKey: destinations[index]?.routeKey ?? '',
    ClientReceives,
  }));
  return { ...first, Routes };
}

/** What is decided before an answer is made: `MatchedText` to `TemplateKey` of a preview. */
type Decided = Pick<Preview, 'MatchedText' | 'Candidates' | 'IntegrationResponseKey' | 'TemplateKey'>;

const UNDECIDED: Decided = { MatchedText: null, Candidates: [], IntegrationResponseKey: null, TemplateKey: null };

function previewOutcome(
  outcome: BackendAnswer,
  request: PreviewRequest,
  { destination, scope, message }: Way,
  select: Select,
  limits: Pick<Limits, 'steps' | 'time'>,
): Preview {
  const Notes: Note[] = [];
  const addNote: AddNote = (...note) => Notes.push(noteOf(...note));
  const { integrationType, integrationUri } = request;
  const matched = matchedText({ IntegrationType: integrationType, IntegrationUri: integrationUri }) ?? 'status';
  const finish = (decided: Decided, result: Payload | Failure, statusCode: number): Preview => ({
    ...decided,
    ...outcomeOf(result, occasionOf(destination, statusCode), destination, addNote),
    Notes,
  });

  if (outcome.TimedOut) {
    addNote(
      'response',
      facts['timeout-asks-no-key'],
      'An integration that does not answer in time has no outcome: no key is asked.',
    );
    return finish(UNDECIDED, { Reason: TIMED_OUT }, 504);
  }
  const status = statusOf(outcome, matched, request, addNote, { message, scope, limits });
  if (typeof status !== 'number') return finish(UNDECIDED, status, 500);
  const body = bodyOf(outcome, integrationType, matched, addNote);
  if (matched === 'nothing') {
    addNote(
      'response',
      facts['matched-nothing'],
      `Type ${integrationType} is a proxy integration: its integration responses are not used.`,
    );
    return finish(UNDECIDED, body, status);
  }

  const MatchedText = textToMatch(matched, integrationType, status, outcome, addNote);
  const { candidates, chosen } = select(MatchedText, addNote);
  const decided = { ...UNDECIDED, MatchedText, Candidates: [...candidates] };
  if (!chosen) return finish(decided, { Reason: noMatch(status) }, status);

  const { expressionValue, templateKey, result } = makeAnswer(
    chosen.response,
    {
      body,
      message,
      statusCode: status,
      headers: headersOf(outcome, matched, chosen.response, addNote),
      scope,
      limits,
    },
    addNote,
  );
  return finish(
    {
      ...decided,
      IntegrationResponseKey: chosen.response.IntegrationResponseKey,
      ...(expressionValue !== undefined && { TemplateExpressionValue: expressionValue }),
      TemplateKey: templateKey,
    },
    result,
    status,
  );
}

/** The status code of the outcome: given, or made by the request template of a MOCK, else 200. */
function statusOf(
  { StatusCode, ErrorMessage }: BackendAnswer,
  matched: MatchedText,
  { integrationType, requestSide }: PreviewRequest,
  addNote: AddNote,
  inputs: Parameters<typeof mockStatus>[1],
): number | Failure {
  if (matched === 'errorMessage') {
    if (StatusCode !== undefined && StatusCode !== 200) {
      const failed = ErrorMessage === undefined ? '' : ', also when the function fails';
      addNote(
        'match',
        facts['expression-status-on-lambda'],
        `StatusCode ${StatusCode} is not used: the invocation of a function gives 200${failed}.`,
      );
    }
    return 200;
  }
  if (StatusCode !== undefined || integrationType !== 'MOCK') return StatusCode ?? 200;
  if (requestSide) return mockStatus(requestSide, inputs, addNote);
  addNote(
    'match',
    facts['mock-status-code'],
    'A MOCK takes its status code from its request template, which is not known: 200 is assumed.',
  );
  return 200;
}

/** A connection has ids whether or not the caller's `$context` names them. */
function occasionOf({ context, twoWay }: Destination, statusCode: number): Occasion {
  const given = (name: string): string => String(textIn(context, name) ?? textIn(DEFAULT_CONTEXT, name));
  return {
    eventType: given('eventType'),
    connectionId: given('connectionId'),
    requestId: given('requestId'),
    twoWay,
    statusCode,
  };
}

const textIn = (context: Destination['context'], name: string): string | undefined => {
  const value = Object.hasOwn(context, name) ? context[name] : undefined;
  return typeof value === 'string' ? value : undefined;
};

/** `$connect` and `$disconnect` come with no message. */
const takesMessages = ({ context }: Destination): boolean => {
  const eventType = textIn(context, 'eventType');
  return eventType !== 'CONNECT' && eventType !== 'DISCONNECT';
};

/** The line of the execution log, as it was seen on a WebSocket API. */
const noMatch = (statusCode: number): string =>
  'Execution failed due to configuration error: No match for output mapping and no default output mapping configured. ' +
  `Endpoint Response Status Code: ${statusCode}`;

/** Whether text that is no JSON goes on, behind a brace, with the name and the equals sign of a Java map. */
const isJavaMap = (text: string, offset: number): boolean =>
  text.slice(0, offset).trimEnd().endsWith('{') && /^[^\s{}=",:]{1,200}=/.test(text.slice(offset, offset + 201));

type Made = Pick<Preview, 'Output' | 'OutputIsBase64' | 'IsJson'> & Delivery;

function outcomeOf(
  result: Payload | Failure,
  occasion: Occasion,
  { isReached, notes }: Destination,
  addNote: AddNote,
): Made {
  for (const { Step, Basis, Text } of notes) addNote(Step, Basis, Text);
  if ('Reason' in result) {
    const delivery = isReached ? deliverFailure(result, occasion, addNote) : { ...NOTHING, Failure: result };
    return { Output: null, OutputIsBase64: false, IsJson: false, ...delivery };
  }
  const { text, isBase64 } = result;
  const broken = isBase64 ? undefined : findJsonBreak(text);
  if (broken && text !== '') {
    addNote('json', 'documented', `Not JSON: line ${broken.line}, column ${broken.column}. ${broken.message}`);
    if (isJavaMap(text, broken.offset)) {
      addNote(
        'json',
        facts['map-printed'],
        'There a map is printed as Java does, {name=value}: $input.json(path) writes it as JSON.',
      );
    }
  }
  const tooLarge = byteLength(result) > MAX_MESSAGE_BYTES;
  if (tooLarge) addNote('size', 'documented', `Output shows the first ${MAX_MESSAGE_BYTES} characters.`);
  return {
    Output: tooLarge ? text.slice(0, MAX_MESSAGE_BYTES) : text,
    OutputIsBase64: isBase64,
    IsJson: !isBase64 && !broken,
    ...(isReached ? deliver(result, occasion, addNote) : NOTHING),
  };
}
