// The result of a call that crashed: the one place where an exception becomes data.
import type { ErrorData } from '../contract/error.ts';
import { visible } from '../text/quote.ts';
import { withoutSecrets } from '../text/secrets.ts';
import type { CallContext, Tool, ToolResult } from './tool.ts';

/** It has all that the tool's schema requires, lists without entries included. */
export function crashed({ annotations, output }: Tool, thrown: unknown, { target }: CallContext): ToolResult {
  const error: ErrorData = {
    Type: 'InternalError',
    Message: visible(withoutSecrets(String(thrown))),
    Attempts: 0,
    Retryable: false,
    Effect: annotations.readOnlyHint ? 'none' : 'unknown',
    Explanation: `Please report this with the message.${annotations.readOnlyHint ? '' : ' describe_websocket_api shows what is there now.'}`,
  };
  const lists = Object.entries(output.shape).flatMap(([member, { _def }]) =>
    'typeName' in _def && _def.typeName === 'ZodArray' ? [[member, []]] : [],
  );
  return {
    ...Object.fromEntries(lists),
    Status: 'failed',
    Summary: 'This server failed while it worked on the call.',
    ...('Checks' in output.shape && { Checks: { Live: 'skipped' } }),
    Error: error,
    Target: target,
  };
}
