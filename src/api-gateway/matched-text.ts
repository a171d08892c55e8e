/**
 * What a key is compared with: the status code, a Lambda function's `errorMessage`, or nothing (proxy integrations).
 * undefined: the integration was not read.
 */
export type MatchedText = 'status' | 'errorMessage' | 'nothing' | undefined;

interface IntegrationKind {
  readonly IntegrationType?: string | undefined;
  readonly IntegrationUri?: string | undefined;
}

/**
 * A function's invocation URI ends `…:lambda:path/2015-03-31/functions/<arn>/invocations`. The bare ARN of the function was
 * seen to be taken for one of an `AWS_PROXY` integration; that it is for `AWS` is inferred.
 */
const LAMBDA_URI = /:lambda:path\/2015-03-31\/functions\/|^arn:aws[\w-]*:lambda:[^:]*:[^:]*:function:/;

/** The ARN of a function; taken for its invocation where an `AWS` integration has it. */
export const FUNCTION_ARN = /^arn:aws[\w-]*:lambda:([\w-]+):\d{12}:function:/;

/** From type and URI: the selection expression the service reports is the error message's for every `AWS` integration. */
export function matchedText({ IntegrationType, IntegrationUri }: IntegrationKind): MatchedText {
  if (IntegrationType === 'AWS') {
    const uri = IntegrationUri ?? '';
    return LAMBDA_URI.test(uri) || FUNCTION_ARN.test(uri) ? 'errorMessage' : 'status';
  }
  if (IntegrationType === 'HTTP' || IntegrationType === 'MOCK') return 'status';
  return IntegrationType === 'HTTP_PROXY' || IntegrationType === 'AWS_PROXY' ? 'nothing' : undefined;
}
