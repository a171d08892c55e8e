// What a schema cannot say about the arguments of a preview: members that need or exclude each other.
import type { Finding } from '../contract/finding.ts';
import type { PreviewArguments } from '../contract/preview.ts';
import { pageOfFinding } from '../facts/own-page.ts';
import { quote } from '../text/quote.ts';
import { isBase64 } from './content-handling.ts';

type Problem = Pick<Finding, 'Code' | 'Path' | 'Message' | 'Why' | 'Fix' | 'Replace'>;

/** All such problems, as errors. */
export const checkArguments = (given: Partial<PreviewArguments>): Finding[] =>
  [...missing(given), ...repeatedKeys(given), ...badBodies(given), ...answeredTimeouts(given)].map((problem) => ({
    ...problem,
    Severity: 'error',
    Basis: 'documented',
    Source: pageOfFinding(problem.Code),
  }));

function missing({ Responses, ApiId, IntegrationId }: Partial<PreviewArguments>): Problem[] {
  const Code = 'missing-argument';
  if ((ApiId === undefined) !== (IntegrationId === undefined)) {
    const [present, absent] = ApiId === undefined ? ['IntegrationId', 'ApiId'] : ['ApiId', 'IntegrationId'];
    return [
      {
        Code,
        Path: [absent],
        Message: `${absent} is missing.`,
        Why: `${present} alone leads to no integration: its responses are read by both ids.`,
        Fix: `Give ${absent}, or leave ${present} out and give Responses.`,
      },
    ];
  }
  if (Responses !== undefined || ApiId !== undefined) return [];
  return [
    {
      Code,
      Path: ['Responses'],
      Message: 'Responses is missing.',
      Why: 'A preview needs integration responses: drafts, or those of an integration.',
      Fix: 'Give Responses, or ApiId and IntegrationId.',
    },
  ];
}

function repeatedKeys({ Responses = [] }: Partial<PreviewArguments>): Problem[] {
  const keys = Responses.map(({ IntegrationResponseKey }) => IntegrationResponseKey);
  return keys.flatMap((key, index) => {
    const first = keys.indexOf(key);
    if (first === index) return [];
    return {
      Code: 'repeated-key',
      Path: ['Responses', index, 'IntegrationResponseKey'],
      Message: `${quote(key)} is the key of response ${first} already.`,
      Why: 'An integration holds one response per key: a second one is refused as a conflict.',
      Fix: 'Preview one of the two at a time.',
    };
  });
}

function badBodies({ Outcomes = [] }: Partial<PreviewArguments>): Problem[] {
  return Outcomes.flatMap(({ Body = '', BodyIsBase64 }, index) => {
    if (BodyIsBase64 !== true || isBase64(Body)) return [];
    return {
      Code: 'not-base64',
      Path: ['Outcomes', index, 'Body'],
      Message: `Body is not base64: ${quote(Body, 30)}.`,
      Why: 'With BodyIsBase64, Body holds bytes written in base64 of the standard alphabet.',
      Fix: 'Encode the body in base64, or leave BodyIsBase64 out.',
    };
  });
}

function answeredTimeouts({ Outcomes = [] }: Partial<PreviewArguments>): Problem[] {
  return Outcomes.flatMap(({ TimedOut, ...answer }, index) =>
    TimedOut !== true
      ? []
      : Object.keys(answer).map((member) => ({
          Code: 'timed-out-answer',
          Path: ['Outcomes', index, member],
          Message: `${member} is given beside TimedOut.`,
          Why: 'A backend that does not answer in time has neither status nor body.',
          Fix: `Leave ${member} out, or TimedOut.`,
          Replace: null,
        })),
  );
}
