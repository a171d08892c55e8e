// An unknown error of the AWS client as data. The HTTP status decides first: the client names an HTML 503 `SyntaxError`
// and a bare 500 `Unknown`.
import type { ErrorType } from '../contract/error.ts';
import { visible } from '../text/quote.ts';
import { withoutSecrets } from '../text/secrets.ts';

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
  readonly syscall?: unknown;
  readonly errors?: unknown;
  /** Set by the client on an answer that it could take apart. */
  readonly $fault?: unknown;
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
  'RequestTimeTooSkewed',
  'RequestInTheFuture',
  'InvalidSignatureException',
  'SignatureDoesNotMatch',
  'IncompleteSignature',
  'IncompleteSignatureException',
  'MissingAuthenticationToken',
  'MissingAuthenticationTokenException',
  'AuthFailure',
]);
const UNRESOLVED_CREDENTIALS = new Set(['CredentialsProviderError', 'TokenProviderError', 'ProviderError']);
/** System calls that come before the first byte of the request; the code alone may also come from a connection in use. */
const BEFORE_SENDING = new Set(['connect', 'getaddrinfo']);
/** Connection and TLS handshake likewise; a reset alone may come later. */
const NOT_CONNECTED =
  /did not establish a connection|before secure TLS connection|wrong version number|handshake failure|alert protocol version/;
/** Certificates are verified before the first byte of the request. */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)/;
/** The hint that the client appends, for its own debugging, to an answer that it cannot read. */
const READER_HINT = 'Deserialization error: to see the raw response';

/**
 * Turns whatever the client threw into a failure; `cancelled` says that the caller's own signal was raised. `secrets` are taken
 * out of the message.
 */
export function classify(thrown: unknown, cancelled: boolean, secrets: readonly string[] = []): Failure {
  const error = root(thrown);
  const status = error.$metadata?.httpStatusCode ?? error.$response?.statusCode;
  const httpStatus = status !== undefined && status >= 100 ? status : undefined;
  const requestId = error.$metadata?.requestId ?? header(error, 'x-amzn-requestid');
  const retryAfterSeconds = retryAfter(error);
  const facts = {
    name: text(error.code ?? error.name ?? 'Error'),
    message: visible(
      withoutSecrets(
        text(error.message ?? thrown)
          .split(READER_HINT, 1)[0]
          ?.trimEnd() ?? '',
        secrets,
      ),
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

  // 5xx, and every answer that cannot be read
  if (httpStatus < 400 || httpStatus >= 500) return failure('ServiceError', true, true);
  const name = text(error.name);
  if (httpStatus === 408) return failure('TimeoutError', true, true);
  const maybeApplied = !isRefusal(error);
  if (httpStatus === 429 || THROTTLING.has(name)) return failure('TooManyRequestsException', maybeApplied, true);
  if (!hasFormOfService(error)) return failure('ServiceError', true, false);
  if (httpStatus === 401 || REJECTED_CREDENTIALS.has(name)) {
    return failure('CredentialsError', maybeApplied, error.$metadata?.clockSkewCorrected === true);
  }
  if (httpStatus === 403) return failure('AccessDeniedException', maybeApplied, false);
  if (httpStatus === 404) return failure('NotFoundException', maybeApplied, false);
  if (httpStatus === 409) return failure('ConflictException', maybeApplied, isConcurrentModification(facts.message));
  return failure('BadRequestException', maybeApplied, false);
}

/**
 * Whether the answer has the form of one of the control plane: JSON, or nothing. A page of a proxy, a firewall or a sign-in
 * has not.
 */
const hasFormOfService = (error: Rejected): boolean =>
  error.$metadata?.requestId !== undefined || isRefusal(error) || error.$fault !== undefined;

/**
 * Whether the control plane itself refused: it names the type of every error. Any other answer may come from something on
 * the way, in the place of an answer that was held back after the request was carried out.
 */
const isRefusal = (error: Rejected): boolean =>
  header(error, 'x-amzn-errortype') !== undefined || (error.$fault !== undefined && !UNNAMED.test(text(error.name)));

/** How the client names an error whose answer has no type. */
const UNNAMED = /^(?:Error|Unknown(?:Error)?|SyntaxError)$/;

/** "Exists already" and "two writes at once" are both conflicts; only this phrase tells them apart. */
export const isConcurrentModification = (message: string): boolean => /concurrent modification/i.test(message);

function unanswered(
  error: Rejected,
  failure: (type: ErrorType, maybeApplied: boolean, transient: boolean) => Failure,
  cancelled: boolean,
): Failure {
  const name = text(error.name);
  const code = text(error.code);
  const message = text(error.message);
  if (cancelled) return failure('Cancelled', true, false);
  if (/Region is missing|Region not accepted|Invalid region/i.test(message))
    return failure('RegionError', false, false);
  if (UNRESOLVED_CREDENTIALS.has(name) || /credential/i.test(message)) return failure('CredentialsError', false, false);
  if (code === 'ERR_INVALID_URL' || CERTIFICATE.test(code)) return failure('NetworkError', false, false);
  // A key or token with a line break; the client finds it when it writes the header.
  if (code === 'ERR_INVALID_CHAR') return failure('CredentialsError', false, false);
  const sent = !BEFORE_SENDING.has(text(error.syscall)) && !NOT_CONNECTED.test(message);
  if (code === 'ETIMEDOUT' || name === 'AbortError') return failure('TimeoutError', sent, true);
  // The client names resets and broken pipes TimeoutError too.
  if (/^(E[A-Z]+|HPE_\w+|ERR_(SSL|STREAM)_\w+)$/.test(code) || /socket hang up|aborted/.test(message)) {
    return failure('NetworkError', sent, true);
  }
  if (name === 'TimeoutError') return failure('TimeoutError', sent, true);
  return failure('InternalError', true, false);
}

/**
 * The failure of whatever came before sending: the search for credentials and region. A status or an error type it
 * carries is another service's (STS, SSO), so it says nothing of the request. The SDK has repeated what was worth it.
 */
export function beforeSending({ httpStatus: _, requestId: __, ...failure }: Failure): Failure {
  const type = failure.type === 'Cancelled' || failure.type === 'RegionError' ? failure.type : 'CredentialsError';
  return { ...failure, type, maybeApplied: false, transient: false };
}

/** `AggregateError` (both address families refused) and wrapped errors speak through their first cause. */
function root(thrown: unknown): Rejected {
  if (typeof thrown !== 'object' || thrown === null) return { message: String(thrown) };
  const error = thrown as Rejected;
  const first = Array.isArray(error.errors) ? error.errors[0] : undefined;
  return error.code === undefined && first ? root(first) : error;
}

const header = (error: Rejected, name: string) => error.$response?.headers?.[name];

/** What an answer of strangers holds where the client expects text may be anything: large integers come as `bigint`. */
function text(value: unknown): string {
  if (typeof value === 'string') return value;
  try {
    return String(JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? String(part) : part)));
  } catch {
    return 'The answer holds no text.'; // nested beyond what can be written
  }
}

/** `Retry-After` in seconds: a number or a date (RFC 9110 §10.2.3); AWS also knows a header of milliseconds. */
function retryAfter(error: Rejected): number | undefined {
  const milliseconds = header(error, 'x-amz-retry-after');
  if (milliseconds !== undefined && /^\d{1,15}$/.test(milliseconds)) return Math.ceil(Number(milliseconds) / 1000);
  const value = header(error, 'retry-after');
  if (value === undefined) return undefined;
  const seconds = /^\d+(\.\d+)?$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined;
}
