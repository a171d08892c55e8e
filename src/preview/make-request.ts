// What an integration sends to its backend: a request template rendered over the client's message, or the message itself.
import type { Failure } from '../contract/preview.ts';
import type { AddNote } from './add-note.ts';
import type { Payload } from './content-handling.ts';
import { type Inputs, render } from './make-answer.ts';
import { selectTemplate } from './select-template.ts';

/** The members of an integration that shape its request. */
export interface RequestSide {
  readonly RequestTemplates?: Readonly<Record<string, string>> | undefined;
  readonly TemplateSelectionExpression?: string | undefined;
  readonly PassthroughBehavior?: string | undefined;
}

/** Selects and renders as on the side of the response; `$input` is the client's message, empty for `$connect`. */
export function makeRequest(side: RequestSide, inputs: Inputs, addNote: AddNote): Payload | Failure {
  const { RequestTemplates = {}, TemplateSelectionExpression, PassthroughBehavior = 'WHEN_NO_MATCH' } = side;
  const asRequest: AddNote = (_step, basis, text) => addNote('request', basis, text);
  const response = {
    ResponseTemplates: RequestTemplates,
    ...(TemplateSelectionExpression && { TemplateSelectionExpression }),
  };
  const { template } = selectTemplate(response, { message: inputs.message }, asRequest);
  const body = { text: inputs.message?.text ?? '', isBase64: false };
  if (template) return render(template.source, body, inputs, asRequest);
  const passes =
    PassthroughBehavior === 'WHEN_NO_MATCH' ||
    (PassthroughBehavior === 'WHEN_NO_TEMPLATES' && Object.keys(RequestTemplates).length === 0);
  if (passes) return body;
  addNote(
    'request',
    'inferred',
    `PassthroughBehavior ${PassthroughBehavior}: a message that no template takes is refused.`,
  );
  return { Reason: 'Unsupported Media Type: no request template is selected, and the message may not pass through.' };
}
