// What breaks a template, as problems: the answer, what becomes of it, and how to print the value instead.
import { TemplateRuntimeError } from '../../engines/velocity/error.ts';
import { visible } from '../../text/quote.ts';
import type { Problem } from '../rule.ts';
import type { ReadableTemplate, Subject } from '../subject.ts';
import { type Breaking, breakingAnswers } from './breaking-answers.ts';
import { safePrint } from './safe-print.ts';
import { flowOf } from './template-flow.ts';
import { type Fault, faultsOf } from './template-text.ts';

/** Characters of an answer and of an output that are shown. */
const MAX_SHOWN = 300;

/** The problems of one kind in all templates that can be read. */
export const breakingFaults = (subject: Subject, isMeant: (breaking: Breaking) => boolean): Problem[] =>
  faultsOf(subject, (template) =>
    breakingAnswers(subject, template)
      .filter(isMeant)
      .map((breaking) => faultOf(template, breaking)),
  );

function faultOf({ source, template }: ReadableTemplate, breaking: Breaking): Fault {
  const { from, body, output, reason, at, print } = breaking;
  const edit = print && safePrint(source, flowOf(template), print);
  const sent = from === undefined ? 'The answer' : `${from} sends`;
  const becomes =
    at instanceof TemplateRuntimeError
      ? 'an error frame'
      : output.trim() === ''
        ? 'an empty message'
        : visible(output, MAX_SHOWN);
  const isError = at instanceof TemplateRuntimeError;
  return {
    offset: isError ? offsetOf(source, at) : at,
    Message: `${sent} ${visible(body, MAX_SHOWN)}${from === undefined ? '' : ', which'} becomes ${becomes}${
      isError ? `: ${visible(reason, 150)}.` : output.trim() === '' ? '.' : `, no JSON: ${reason}`
    }`,
    Fix: edit ? `Write ${visible(edit.written, 120)}.` : advice(breaking),
    edits: edit && [edit],
  };
}

function advice({ at, output, print }: Breaking): string {
  if (at instanceof TemplateRuntimeError) return 'Test the value with #if before it is used.';
  if (output.trim() === '') return 'Print something in this case as well, with #else or outside of the loop.';
  if (print?.quoted)
    return 'Escape it with $util.escapeJavaScript(…).replaceAll("\\\\\'","\'"), or print $input.json without quotes.';
  return 'Print it with $input.json, or test it with #if first.';
}

/** Where the engine says that it happened, in characters from 0. */
function offsetOf(source: string, { line, column }: TemplateRuntimeError): number {
  const lines = source.split(/(?<=\n)/).slice(0, line - 1);
  return lines.reduce((sum, { length }) => sum + length, 0) + column - 1;
}
