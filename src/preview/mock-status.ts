import type { Failure } from '../contract/preview.ts';
import { JavaMap } from '../engines/java/value.ts';
import { JsonSyntaxError, parseJson } from '../engines/json-path/json.ts';
import { facts } from '../facts/facts.ts';
import type { AddNote } from './add-note.ts';
import type { Inputs } from './make-answer.ts';
import { makeRequest, type RequestSide } from './make-request.ts';

/** The status code of a MOCK: the integer `statusCode` of its own request, whose JSON may be as lax as json-smart takes it. */
export function mockStatus(side: RequestSide, inputs: Inputs, addNote: AddNote): number | Failure {
  const request = makeRequest(side, inputs, addNote);
  if ('Reason' in request) return request;
  const statusCode = statusCodeIn(request.text);
  if (statusCode === undefined) {
    addNote(
      'request',
      facts['mock-status-code'],
      'The request of the MOCK holds no integer statusCode: seen to fail on REST APIs.',
    );
    return { Reason: UNPARSED };
  }
  addNote('request', facts['mock-status-code'], `The request template of the MOCK gives status code ${statusCode}.`);
  return statusCode;
}

/** The line of the execution log, as it was seen on a REST API. */
const UNPARSED =
  'Execution failed due to configuration error: Unable to parse statusCode. It should be an integer that is defined in the request template.';

function statusCodeIn(text: string): number | undefined {
  try {
    const value = parseJson(text);
    const statusCode = value instanceof JavaMap ? value.entries.get('statusCode') : undefined;
    return typeof statusCode === 'number' ? statusCode : undefined;
  } catch (error) {
    if (error instanceof JsonSyntaxError) return undefined;
    throw error;
  }
}
