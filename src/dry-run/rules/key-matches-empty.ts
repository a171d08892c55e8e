import { parseKey } from '../../api-gateway/response-key.ts';
import { matchesEmpty } from '../../engines/java-regex/sample.ts';
import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import type { PatternKey } from '../key/siblings.ts';
import { fixedBy, type Rule } from '../rule.ts';

export const keyMatchesEmpty: Rule = {
  code: 'key-matches-empty',
  severity: 'warning',
  summary: 'The pattern matches the empty text, which on a Lambda integration is every success.',
  why: 'Documented of REST APIs: a Lambda function that succeeds has no error message, and a pattern that matches the empty text takes its successes for errors.',
  facts: [facts['key-empty-text-matches-success']],
  about: ['IntegrationResponseKey'],
  example: {
    refused: { IntegrationResponseKey: '/.*/' },
    live: {
      integration: {
        IntegrationType: 'AWS',
        IntegrationUri:
          'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:chat/invocations',
      },
    },
    corrected: { IntegrationResponseKey: '/.+/' },
  },
  check(subject) {
    const { key, matched } = subject;
    if (matched !== 'errorMessage' || key?.form !== 'pattern' || key.source === '') return [];
    if (!matchesEmpty(key.pattern)) return [];
    const Replace = nonEmpty(key);
    return [
      {
        Path: ['IntegrationResponseKey'],
        Message: `${quote(`/${key.source}/`)} matches successes, too.`,
        ...fixedBy(
          Replace,
          (text) => `Write ${quote(text)} for errors only; $default takes the successes.`,
          'Let the pattern match at least one character; $default takes the successes.',
        ),
      },
    ];
  },
};

/** The same repetition with at least one round, where the whole pattern is one repetition. */
function nonEmpty({ source, pattern: { root } }: PatternKey): string | undefined {
  if (root.kind !== 'repeat' || root.min !== 0 || !source.endsWith('*')) return undefined;
  const candidate = `${source.slice(0, -1)}+`;
  const key = parseKey(`/${candidate}/`);
  return key.form === 'pattern' && !matchesEmpty(key.pattern) ? `/${candidate}/` : undefined;
}
