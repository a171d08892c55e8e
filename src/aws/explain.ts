// A failure in words: what happened, the known causes, what to do next.
import type { Effect, ErrorData, ErrorType } from '../contract/error.ts';
import type { Target } from '../contract/target.ts';
import { quote, visible } from '../text/quote.ts';
import { type Failure, isConcurrentModification } from './classify.ts';
import { OPERATIONS, type OperationName, resourceOf, unknownIds } from './operations.ts';

/** The request that failed. */
export interface Call {
  readonly operation: OperationName;
  /** What was sent: the ids in its path are read from it. */
  readonly input: object;
  readonly target: Target;
}

/** What is told of a write that may have been carried out although its answer did not come. */
export interface LostWrite {
  /** What is written, in words: "the integration response". */
  readonly noun: string;
  /** Why a repetition does no harm; absent: it may. */
  readonly repeatable?: string | undefined;
  /** Seconds for which it was looked for. */
  readonly lookedFor?: number | undefined;
}

type Explain = (failure: Failure, call: Call) => string;

const where = ({ target }: Call) =>
  `region ${target.Region ? quote(target.Region) : '(unknown)'}${target.Profile ? `, profile ${quote(target.Profile)}` : ''}`;

/** Account field empty, no `/v2`: IAM reference, "Amazon API Gateway Management V2". */
function resourceArn({ operation, input, target }: Call): string {
  const region = target.Region ?? '*';
  const partition = region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
  return visible(`arn:${partition}:apigateway:${region}::${resourceOf(operation, input)}`);
}

/** When each type of error occurs, in a line: the reference in docs/errors.md. */
export const errorCauses: Readonly<Record<ErrorType, string>> = {
  NotFoundException: 'What an id names is unknown in this region and account; the explanation says which id.',
  TooManyRequestsException:
    'Throttled beyond what repetition within the time limit could bear; `RetryAfterSeconds` where the service said.',
  BadRequestException: 'The control plane refused a parameter.',
  ConflictException:
    'It exists already (with `Existing` and, where comparable, `Differences`), or another write to the API was under way at every attempt.',
  AccessDeniedException: 'IAM denies the call; the explanation names action and resource ARN.',
  CredentialsError: 'No credentials, an unknown profile, or credentials that are expired or not accepted.',
  RegionError: 'No usable region.',
  NetworkError: 'Unknown host, refused or broken connection, TLS failure.',
  TimeoutError: 'No complete answer within the time limit.',
  ServiceError: 'A 5xx, or an answer that is not one of API Gateway (HTML, empty, cut off).',
  Cancelled: 'The caller cancelled the call.',
  InternalError: 'A defect of this server.',
};

const explanations: Record<ErrorType, Explain> = {
  NotFoundException: (failure, call) =>
    `${unknown(failure, call)} unknown in ${where(call)}. Check the id, the region and the account.` +
    (isAboutApi(failure, call) ? ' API Gateway V2 cannot see REST APIs: the id of a REST API is unknown to it.' : ''),
  TooManyRequestsException: () =>
    'The control plane allows 10 requests a second (burst 40) for the whole account and region, all tools together. ' +
    'Wait and call again.',
  BadRequestException: () =>
    'The control plane refused a parameter; its message says which. Correct it and call again.',
  ConflictException: (failure) =>
    isConcurrentModification(failure.message)
      ? 'Another write to this API was under way at every attempt; writes to one API are serialised. Call again when it is done.'
      : 'It exists already, or another write was in the way.',
  AccessDeniedException: (_, call) =>
    `The caller may not call ${call.operation}. Allow the action apigateway:${OPERATIONS[call.operation].method} on the resource ` +
    `${resourceArn(call)} (the account field is empty), and look for an explicit deny in a permissions boundary or ` +
    'a service control policy.',
  CredentialsError: (failure, call) => credentials(failure, call),
  RegionError: () =>
    'No usable region. Set AWS_REGION (for example us-east-1) in the "env" of this server\'s entry in the host configuration, or a ' +
    'region in the AWS profile: hosts do not pass the variables of your shell on. Restart the server afterwards.',
  NetworkError: (failure, call) =>
    failure.name === 'ENOTFOUND' || failure.name === 'EAI_AGAIN'
      ? `The host name of the endpoint cannot be resolved (${where(call)}). Check the spelling of the region, the endpoint URL, and DNS or proxy settings.`
      : failure.name === 'ECONNREFUSED'
        ? `Nothing listens at the endpoint${call.target.Endpoint ? ` ${quote(call.target.Endpoint, 200)}` : ''}. Start it, or correct AWS_ENDPOINT_URL_APIGATEWAYV2.`
        : 'The connection broke. Check the network, a proxy or VPN, and call again.',
  TimeoutError: () => 'No answer came within the time limit. Check the network, a proxy or VPN, and call again.',
  ServiceError: (failure) =>
    failure.httpStatus !== undefined && failure.httpStatus < 500
      ? 'The answer could not be read as an answer of API Gateway: something between this server and AWS (proxy, wrong endpoint) may have made it.'
      : 'The control plane, or something before it, failed. Call again later; if it stays, look at the AWS Health Dashboard.',
  Cancelled: () => 'The call was cancelled by its caller.',
  InternalError: () =>
    'Something in this server failed. Please report it with the message; another call may still work.',
};

/** What was found out about a write that may have been carried out although its answer did not come. */
function afterLoss(effect: Effect, { noun, repeatable, lookedFor = 0 }: LostWrite): string {
  if (effect === 'unknown') {
    return ` Whether ${noun} was carried out is unknown: look at what is there (describe_websocket_api) before trying again.`;
  }
  if (effect !== 'none') {
    return ` The reply was lost, but a read afterwards found ${noun} done. If somebody else does the same at this moment, it may be theirs.`;
  }
  const seen = ` A read ${lookedFor} seconds later did not find ${noun} done.`;
  return repeatable
    ? `${seen} Repeating is safe, since ${repeatable}.`
    : `${seen} Should it be carried out late after all, a repetition makes a second one.`;
}

/** The error data of a failed call; `lost` belongs to a write. `effect` is what is known of it afterwards. */
export function explain(failure: Failure, call: Call, attempts: number, effect: Effect, lost?: LostWrite): ErrorData {
  const isTold = lost !== undefined && (failure.maybeApplied || effect !== 'none');
  return {
    Type: failure.type,
    Message: failure.message,
    ...(failure.httpStatus !== undefined && { HttpStatus: failure.httpStatus }),
    ...(failure.requestId !== undefined && { RequestId: failure.requestId }),
    Attempts: attempts,
    Retryable: failure.transient && effect === 'none',
    ...(failure.retryAfterSeconds !== undefined && { RetryAfterSeconds: failure.retryAfterSeconds }),
    Effect: effect,
    Explanation: explanations[failure.type](failure, call) + (isTold ? afterLoss(effect, lost) : ''),
  };
}

/** The ids that the service may mean by "not found", as the begin of a sentence. */
function unknown({ message }: Failure, { operation, input }: Call): string {
  const ids = unknownIds(operation, input, message).map(({ name, value }) => `${name} ${quote(value)}`);
  return `${ids.join(' or ')} ${ids.length > 1 ? 'are' : 'is'}`;
}

const isAboutApi = ({ message }: Failure, { operation, input }: Call): boolean =>
  unknownIds(operation, input, message).some(({ name }) => name === 'ApiId');

function credentials(failure: Failure, call: Call): string {
  const set =
    'Set AWS_PROFILE (and AWS_REGION) in the "env" of this server\'s entry in the host configuration, or "AWS profile" (and "AWS region") in the ' +
    'settings of the extension: hosts do not pass the variables of your shell on.';
  if (/expired|sso login/i.test(failure.name + failure.message)) {
    return 'The credentials have expired, or the sign-in has. Sign in again (for example aws sso login); they are read anew at the next call, without a restart.';
  }
  if (failure.name === 'ERR_INVALID_CHAR') {
    return 'The credentials hold a character that cannot stand in a header, such as a line break. Set the access key, the secret and the session token anew, each in one line.';
  }
  if (failure.httpStatus === undefined && call.target.Profile) {
    return `The profile ${quote(call.target.Profile)} is not in the AWS config or credentials file, or yields no credentials. Check its name, and sign in if it uses SSO. ${set}`;
  }
  if (failure.httpStatus === undefined) {
    return `No AWS credentials were found. ${set} To try without an account, start the server with --sandbox.`;
  }
  return (
    'AWS did not accept the credentials: wrong key id, secret or session token, or a clock that is off. ' +
    'Check with aws sts get-caller-identity; changed credentials are read anew at the next call.'
  );
}
