// What the integration hands over, where the caller leaves it open.

import type { MatchedText } from '../api-gateway/matched-text.ts';
import type { IntegrationResponse } from '../contract/integration-response.ts';
import type { BackendAnswer } from '../contract/preview.ts';
import { facts } from '../facts/facts.ts';
import type { AddNote } from './add-note.ts';
import type { Payload } from './content-handling.ts';

export function bodyOf(outcome: BackendAnswer, type: string, matched: MatchedText, addNote: AddNote): Payload {
  const { Body, BodyIsBase64 = false, ErrorMessage } = outcome;
  if (type === 'MOCK') {
    if (Body) addNote('body', facts['mock-body'], 'A MOCK integration has no body: the Body given is not used.');
    return { text: '', isBase64: false };
  }
  if (Body === undefined && ErrorMessage !== undefined && matched === 'errorMessage') {
    addNote(
      'body',
      facts['lambda-error-body'],
      'Without a Body, the error result of the function is taken to hold errorMessage, errorType, requestId and stackTrace, ' +
        'as it was recorded from a REST API.',
    );
    return { text: JSON.stringify(errorResult(ErrorMessage)), isBase64: false };
  }
  return { text: Body ?? '', isBase64: BodyIsBase64 };
}

/** Sample values but for the message. */
const errorResult = (errorMessage: string) => ({
  errorMessage,
  errorType: 'Error',
  requestId: '5e4d1c1f-6f3a-4b0e-9a57-2f0c7c9d8e21',
  stackTrace: ['Error: sample', '    at handler (/var/task/index.js:1:1)'],
});

/** Names are compared case-sensitively. A function's answer has a content type of the service, which nobody can set. */
export function headersOf(
  { Headers = {} }: BackendAnswer,
  matched: MatchedText,
  { TemplateSelectionExpression: expression = '' }: IntegrationResponse,
  addNote: AddNote,
): ReadonlyMap<string, string> {
  const given = new Map(Object.entries(Headers));
  const isGiven = [...given.keys()].some((name) => name.toLowerCase() === 'content-type');
  if (matched !== 'errorMessage' || isGiven) return given;
  if (/header\./.test(expression)) {
    addNote(
      'expression',
      facts['expression-content-type-on-lambda'],
      'The answer of a Lambda function has the header Content-Type: application/json.',
    );
  }
  return given.set('Content-Type', 'application/json');
}
