// What the backend of an integration really sends: answers that reach the wanted response, with who sends them.
// Shapes of AWS actions: the API reference of each service. What reaches a response is told only where it is certain.

import type { Budget } from '../../engines/budget.ts';
import { samples } from '../../engines/java-regex/sample.ts';
import { oncePer } from '../../engines/once-per.ts';
import { type PatternKey, siblingPatterns } from '../key/siblings.ts';
import { matchesWhole, statusCodesOf } from '../key/status-codes.ts';
import type { Subject } from '../subject.ts';

export interface BackendAnswer {
  /** Who sends it, as the beginning of a sentence. */
  readonly from: string;
  readonly body: string;
}

/** The backend as far as its answers go. */
export type Backend = 'mock' | 'lambda' | 'dynamodb' | 'other';

export function backendOf({ live: { integration }, matched }: Subject): Backend {
  if (integration?.IntegrationType === 'MOCK') return 'mock';
  if (matched === 'errorMessage') return 'lambda';
  return serviceOf(integration?.IntegrationUri).service === 'dynamodb' ? 'dynamodb' : 'other';
}

/** `arn:aws:apigateway:us-east-1:dynamodb:action/PutItem`, `…:sqs:path/…`. */
function serviceOf(uri = ''): { readonly service: string; readonly action: string } {
  const [, service = '', action = ''] =
    /^arn:aws[\w-]*:apigateway:[^:]*:(?:[\w-]+\.)?([\w-]+):(?:action|path)\/(.*)$/s.exec(uri) ?? [];
  return { service, action };
}

export const backendAnswers = oncePer((subject: Subject): readonly BackendAnswer[] => {
  const { live, matched } = subject;
  const type = live.integration?.IntegrationType;
  if (type === 'MOCK') return [{ from: 'A MOCK integration, which has no answer of its own', body: '{}' }];
  if (matched === 'errorMessage') return functionErrors(subject);
  if (matched !== 'status') return [];
  const isReached = reachedBy(subject);
  if (type === 'HTTP') return isReached(502) ? [{ from: 'A proxy or server in trouble', body: ERROR_PAGE }] : [];
  const { service, action } = serviceOf(live.integration?.IntegrationUri);
  const known = SERVICES[service];
  if (known === undefined) return [];
  const answers = known.answers[action] ?? known.answers['*'] ?? [];
  return [
    ...(isReached(200)
      ? answers.map((body) => ({
          from: `${known.name}${action && known.answers[action] ? ` ${action}` : ''}`,
          body: JSON.stringify(body),
        }))
      : []),
    ...(isReached(400) ? [{ from: `${known.name} in an error`, body: JSON.stringify(known.error) }] : []),
  ];
});

const ERROR_PAGE = '<html><body>502 Bad Gateway</body></html>';

/** Whether an answer with the status certainly reaches the wanted response. */
function reachedBy(subject: Subject): (code: number) => boolean {
  const { key, live, budget } = subject;
  const codes = statusCodesOf(key, budget);
  const others = siblingPatterns(subject).map((sibling) => statusCodesOf(sibling.key, budget));
  if (key?.form === 'default') {
    return (code) =>
      live.responses !== undefined && others.every((other) => other !== undefined && !other.includes(code));
  }
  return (code) => codes?.includes(code) === true;
}

/** Texts that functions really throw: with quotes, over several lines, or made by the service when time runs out. */
const MESSAGES: readonly string[] = [
  '2026-11-26T12:00:00.000Z 1b2f9c3e Task timed out after 3.00 seconds',
  'Unexpected token \'o\', "not json" is not valid JSON',
  'first line\nsecond line',
];

/** Errors of a function that reach the response: with a message that its key matches, or none of the others'. */
function functionErrors(subject: Subject): readonly BackendAnswer[] {
  const { key, live, budget } = subject;
  const from = 'A function that fails';
  const answer = (errorMessage: string): BackendAnswer => ({
    from,
    body: JSON.stringify({ errorMessage, errorType: 'Error' }),
  });
  if (key?.form === 'pattern') {
    return [...MESSAGES, ...derivedFrom(key, budget)].filter((text) => matchesWhole(key, text, budget)).map(answer);
  }
  if (key?.form !== 'default' || live.responses === undefined) return [];
  const others = siblingPatterns(subject).map((sibling) => sibling.key);
  return MESSAGES.filter((text) => !others.some((other) => matchesWhole(other, text, budget))).map(answer);
}

/** Messages with quotes and line breaks around what the pattern asks for. */
function derivedFrom({ source, pattern }: PatternKey, budget: Budget): string[] {
  const words = source.replace(/\\.|[^A-Za-z0-9 ]+/g, ' ').trim();
  const wanted = [words, ...samples(pattern, 4, budget).filter((text) => /\w/.test(text))];
  return wanted.flatMap((text) => [`${text}: "a"`, `"a" ${text}`, `${text}\na`, `a\n${text}`]);
}

interface Service {
  readonly name: string;
  /** What its actions answer; `*` where the action stands in the request. */
  readonly answers: Readonly<Record<string, readonly object[]>>;
  readonly error: object;
}

const EXECUTION = 'arn:aws:states:us-east-1:123456789012:execution:flow:run';
const started = { executionArn: EXECUTION, startDate: 1.7e9 };
const described = {
  ...started,
  stateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:flow',
  name: 'run',
  input: '{"a":"b"}',
};
const ended = { ...described, stopDate: 1.7e9, status: 'SUCCEEDED', output: '{"a":"b"}' };
const failed = { ...described, stopDate: 1.7e9, status: 'FAILED', error: 'Error', cause: 'It said "no"' };

const SERVICES: Readonly<Record<string, Service>> = {
  states: {
    name: 'Step Functions',
    answers: {
      StartExecution: [started],
      StartSyncExecution: [ended, failed],
      DescribeExecution: [ended, { ...described, status: 'RUNNING' }, failed],
      StopExecution: [{ stopDate: 1.7e9 }],
    },
    error: { __type: 'InvalidName', message: "Invalid Name: 'a b'" },
  },
  dynamodb: {
    name: 'DynamoDB',
    answers: {
      GetItem: [{}],
      PutItem: [{}],
      UpdateItem: [{}],
      DeleteItem: [{}],
      Query: [{ Count: 0, Items: [], ScannedCount: 0 }],
      Scan: [{ Count: 0, Items: [], ScannedCount: 0 }],
    },
    error: {
      __type: 'com.amazonaws.dynamodb.v20120810#ResourceNotFoundException',
      message: 'Requested resource not found',
    },
  },
  sqs: {
    name: 'SQS',
    answers: {
      '*': [
        {
          SendMessageResponse: {
            ResponseMetadata: { RequestId: '5b0c1f3e' },
            SendMessageResult: { MD5OfMessageBody: 'fafb00f5', MessageId: '1b2f9c3e' },
          },
        },
      ],
    },
    error: { Error: { Code: 'AccessDenied', Message: 'Access denied.', Type: 'Sender' }, RequestId: '5b0c1f3e' },
  },
  sns: {
    name: 'SNS',
    answers: {
      '*': [
        {
          PublishResponse: {
            PublishResult: { MessageId: '1b2f9c3e', SequenceNumber: null },
            ResponseMetadata: { RequestId: '5b0c1f3e' },
          },
        },
      ],
    },
    error: { Error: { Code: 'AuthorizationError', Message: 'Not authorized.', Type: 'Sender' }, RequestId: '5b0c1f3e' },
  },
};
