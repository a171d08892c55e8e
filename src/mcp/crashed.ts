// The result of a call that crashed: the one place where an exception becomes data.
import type { ErrorData } from '../contract/error.ts';
import { visible } from '../text/quote.ts';
import { withoutSecrets } from '../text/secrets.ts';
import { type ExhaustedError, isExhausted } from '../work/exhausted-error.ts';
import type { CallContext, Tool, ToolResult } from './tool.ts';

/** Of a task that was ended at its bound of time or memory. */
const ended = ({ message, bound }: ExhaustedError): ErrorData => ({
  Type: 'TimeoutError',
  Message: message,
  Attempts: 0,
  Retryable: false,
  Effect: 'none',
  Explanation: `What was asked for takes more ${bound} than one call may have, so that no call holds up the others. Give less in one call, or simpler patterns and templates.`,
});

const defect = (thrown: unknown, isReadOnly: boolean): ErrorData => ({
  Type: 'InternalError',
  Message: visible(withoutSecrets(String(thrown))),
  Attempts: 0,
  Retryable: false,
  Effect: isReadOnly ? 'none' : 'unknown',
  Explanation: `Please report this with the message.${isReadOnly ? '' : ' describe_websocket_api shows what is there now.'}`,
});

/** It has all that the tool's schema requires, lists without entries included. */
export function crashed({ annotations, output }: Tool, thrown: unknown, { target }: CallContext): ToolResult {
  const error = isExhausted(thrown) ? ended(thrown) : defect(thrown, annotations.readOnlyHint);
  const lists = Object.entries(output.shape).flatMap(([member, { _def }]) =>
    'typeName' in _def && _def.typeName === 'ZodArray' ? [[member, []]] : [],
  );
  return {
    ...Object.fromEntries(lists),
    Status: 'failed',
    Summary: isExhausted(thrown)
      ? `${error.Message} ${error.Explanation}`
      : 'This server failed while it worked on the call.',
    ...('Checks' in output.shape && { Checks: { Live: 'skipped' } }),
    Error: error,
    Target: target,
  };
}
