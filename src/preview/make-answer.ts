import type { ClientMessage } from '../api-gateway/client-message.ts';
import type { ExpressionInputs } from '../api-gateway/evaluate-selection-expression.ts';
import type { KeyedResponse } from '../api-gateway/response-key.ts';
import type { Failure, Note } from '../contract/preview.ts';
import { Budget, type Limits } from '../engines/budget.ts';
import { LimitError } from '../engines/limit-error.ts';
import { TemplateRuntimeError, TemplateSyntaxError } from '../engines/velocity/error.ts';
import { parseTemplate } from '../engines/velocity/parse.ts';
import { renderMeasured } from '../engines/velocity/render.ts';
import type { Scope } from '../engines/velocity/rendering.ts';
import { facts } from '../facts/facts.ts';
import { visible } from '../text/quote.ts';
import type { AddNote } from './add-note.ts';
import { convertToBinary, convertToText, type Payload } from './content-handling.ts';
import { selectTemplate } from './select-template.ts';

/** Elements of one `#foreach` in the quotas of REST APIs; those of WebSocket APIs do not list it. */
const MAX_ITERATIONS = 1000;

/** What the chosen integration response makes of the backend's body. */
export interface Answer {
  readonly expressionValue: string | undefined;
  readonly templateKey: string | null;
  readonly result: Payload | Failure;
}

/** What selecting and rendering a template needs beside the payload. */
export interface Inputs {
  /** The client's message; absent for `$connect` and `$disconnect`. */
  readonly message?: ClientMessage | undefined;
  /** The variables of a template over this body. */
  readonly scope: (body: string) => Scope;
  readonly limits: Partial<Limits>;
}

export interface AnswerInputs extends Inputs, ExpressionInputs {
  readonly body: Payload;
}

/** Content handling, selection of the template and rendering, in the order of the service as far as it is known. */
export function makeAnswer(response: KeyedResponse, inputs: AnswerInputs, addNote: AddNote): Answer {
  const { ContentHandlingStrategy: strategy } = response;
  const body = strategy === 'CONVERT_TO_TEXT' ? convertToText(inputs.body, addNote) : inputs.body;
  const { expressionValue, template } = selectTemplate(response, inputs, addNote);
  const answer = (result: Payload | Failure): Answer => ({
    expressionValue,
    templateKey: template?.key ?? null,
    result,
  });

  if (Object.keys(response.ResponseParameters ?? {}).length > 0) {
    addNote(
      'delivery',
      facts['parameter-on-connect'],
      'ResponseParameters set headers, and a message has none; what they do to a handshake is not published.',
    );
  }
  const made = template ? render(template.source, body, inputs, addNote) : body;
  if ('Reason' in made || strategy !== 'CONVERT_TO_BINARY') return answer(made);
  const converted = convertToBinary(made, addNote);
  if (converted) return answer(converted);
  noteFailure('content handling', addNote);
  return answer({ Reason: 'CONVERT_TO_BINARY: the text is not base64, so it cannot become bytes.' });
}

/** The template over the payload. */
export function render(source: string, body: Payload, { scope, limits }: Inputs, addNote: AddNote): Payload | Failure {
  if (source === '') {
    addNote(
      'render',
      facts['template-empty-effect'],
      'An empty template is taken for none, as in REST APIs: the body passes through.',
    );
    return body;
  }
  if (body.isBase64) {
    noteFailure('content handling', addNote);
    return { Reason: 'A mapping template cannot work on a binary body; CONVERT_TO_TEXT makes it text.' };
  }
  try {
    const { text, longestLoop } = renderMeasured(parseTemplate(source), scope(body.text), new Budget(limits));
    addNote(
      'render',
      facts['engine-version'],
      'Rendered as Velocity 1.7 with Jayway JsonPath does: results recorded from REST APIs agree with it.',
    );
    if (longestLoop > MAX_ITERATIONS) {
      addNote(
        'render',
        facts['engine-foreach-limit'],
        `A #foreach went through ${longestLoop} elements. The quotas of REST APIs end a loop at ${MAX_ITERATIONS}; WebSocket APIs share the engine, and what happens beyond is not published.`,
      );
    }
    return { text, isBase64: false };
  } catch (error) {
    if (error instanceof TemplateSyntaxError || error instanceof TemplateRuntimeError) {
      noteFailure('render', addNote);
      return { Reason: visible(error.message), Line: error.line, Column: error.column };
    }
    if (!(error instanceof LimitError)) throw error;
    addNote(
      'render',
      facts['engine-limits'],
      'The bound is one of this preview; whether the service goes on is unknown.',
    );
    return { Reason: visible(error.message), Limit: error.limit };
  }
}

const noteFailure = (step: Note['Step'], addNote: AddNote): void =>
  addNote(
    step,
    facts['engine-render-error'],
    'What the service does with this failure is not published; an error frame is likeliest.',
  );
