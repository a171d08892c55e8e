// An unknown error of the AWS client as data. The HTTP status decides first: the client names an HTML 503 `SyntaxError`
// and a bare 500 `Unknown`.
import type { ErrorType } from '../contract/error.ts';
import { visible } from '../contract/quote.ts';

export interface Failure {
  readonly type: ErrorType;
  /** The error's own name, e.g. `ExpiredTokenException`, `ECONNREFUSED`. */
  readonly name: string;
  readonly message: string;
  readonly httpStatus?: number;
  readonly requestId?: string;
  readonly retryAfterSeconds?: number;
  /** false: the control plane certainly did not carry out the request. */
  readonly maybeApplied: boolean;
  /** A repetition may succeed without any change. */
  readonly transient: boolean;
}

interface Rejected {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly code?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
  readonly $metadata?: {
    readonly httpStatusCode?: number;
    readonly requestId?: string;
    readonly clockSkewCorrected?: boolean;
  };
  readonly $response?: { readonly statusCode?: number; readonly headers?: Readonly<Record<string, string>> };
}

const THROTTLING = new Set([
  'TooManyRequestsException',
  'ThrottlingException',
  'Throttling',
  'LimitExceededException',
  'RequestLimitExceeded',
  'SlowDown',
]);
const REJECTED_CREDENTIALS = new Set([
  'UnrecognizedClientException',
  'InvalidClientTokenId',
  'ExpiredTokenException',
  'ExpiredToken',
  'RequestExpired',
  'InvalidSignatureException',
  'SignatureDoesNotMatch',
  'IncompleteSignature',
  'IncompleteSignatureException',
  'MissingAuthenticationToken',
  'MissingAuthenticationTokenException',
  'AuthFailure',
]);
const UNRESOLVED_CREDENTIALS = new Set(['CredentialsProviderError', 'TokenProviderError', 'ProviderError']);
/** Connection failures that happen before a single byte of the request left. */
const NOT_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ERR_INVALID_URL']);
const CONNECTION = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'EPROTO', 'ERR_STREAM_PREMATURE_CLOSE']);

/** Turns whatever the client threw into a failure; `cancelled` says that the caller's own signal was raised. */
export function classify(thrown: unknown, cancelled: boolean): Failure {
  const error = root(thrown);
  const status = error.$metadata?.httpStatusCode ?? error.$response?.statusCode;
  const httpStatus = status !== undefined && status >= 100 ? status : undefined;
  const requestId = error.$metadata?.requestId ?? header(error, 'x-amzn-requestid');
  const retryAfterSeconds = retryAfter(error);
  const facts = {
    name: String(error.code ?? error.name ?? 'Error'),
    // The client adds a hint for its own debugging to an answer that it cannot read.
    message: visible(
      String(error.message ?? thrown).replace(/\s*Deserialization error: to see the raw response.*/s, ''),
    ),
    ...(httpStatus !== undefined && { httpStatus }),
    ...(requestId !== undefined && { requestId: visible(requestId, 100) }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
  const failure = (type: ErrorType, maybeApplied: boolean, transient: boolean): Failure => ({
    ...facts,
    type,
    maybeApplied,
    transient,
  });
  if (httpStatus === undefined) return unanswered(error, failure, cancelled);

  const name = String(error.name);
  if (httpStatus === 429 || (httpStatus < 500 && THROTTLING.has(name))) {
    return failure('TooManyRequestsException', false, true);
  }
  if (httpStatus === 401 || REJECTED_CREDENTIALS.has(name)) {
    return failure('CredentialsError', false, error.$metadata?.clockSkewCorrected === true);
  }
  if (httpStatus === 403) return failure('AccessDeniedException', false, false);
  if (httpStatus === 404) return failure('NotFoundException', false, false);
  if (httpStatus === 409) return failure('ConflictException', false, isConcurrentModification(facts.message));
  if (httpStatus === 408) return failure('TimeoutError', true, true);
  if (httpStatus >= 400 && httpStatus < 500) return failure('BadRequestException', false, false);
  return failure('ServiceError', true, true); // 5xx, and every answer that cannot be read
}

/** "Exists already" and "two writes at once" are both conflicts; only this phrase tells them apart. */
export const isConcurrentModification = (message: string): boolean => /concurrent modification/i.test(message);

function unanswered(
  error: Rejected,
  failure: (type: ErrorType, maybeApplied: boolean, transient: boolean) => Failure,
  cancelled: boolean,
): Failure {
  const name = String(error.name);
  const code = String(error.code);
  const message = String(error.message);
  if (cancelled) return failure('Cancelled', true, false);
  if (/Region is missing|Region not accepted|Invalid region/i.test(message))
    return failure('RegionError', false, false);
  if (UNRESOLVED_CREDENTIALS.has(name) || /credential/i.test(message)) return failure('CredentialsError', false, false);
  if (/did not establish a connection/.test(message)) return failure('TimeoutError', false, true);
  if (NOT_SENT.has(code)) return failure('NetworkError', false, code !== 'ERR_INVALID_URL');
  // The client names resets and broken pipes TimeoutError too.
  if (CONNECTION.has(code) || code.startsWith('HPE_') || /socket hang up|aborted/.test(message)) {
    return failure('NetworkError', true, true);
  }
  if (name === 'TimeoutError' || name === 'AbortError' || code === 'ETIMEDOUT')
    return failure('TimeoutError', true, true);
  if (/CERT|TLS|SSL|SELF_SIGNED|ISSUER/.test(code)) return failure('NetworkError', false, false);
  return failure('InternalError', true, false);
}

/** `AggregateError` (both address families refused) and wrapped errors speak through their first cause. */
function root(thrown: unknown): Rejected {
  if (typeof thrown !== 'object' || thrown === null) return { message: String(thrown) };
  const error = thrown as Rejected;
  const first = Array.isArray(error.errors) ? error.errors[0] : undefined;
  return error.code === undefined && first ? root(first) : error;
}

const header = (error: Rejected, name: string) => error.$response?.headers?.[name];

/** `Retry-After` in seconds: a number or a date (RFC 9110 §10.2.3). */
function retryAfter(error: Rejected): number | undefined {
  const value = header(error, 'retry-after');
  if (value === undefined) return undefined;
  const seconds = /^\d+(\.\d+)?$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined;
}
