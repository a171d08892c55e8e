import { parseKey } from '../../api-gateway/response-key.ts';
import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import { statusCodesOf } from '../key/status-codes.ts';
import { fixedBy, type Rule } from '../rule.ts';

export const keyTextOnStatus: Rule = {
  code: 'key-text-on-status',
  severity: 'warning',
  summary: 'The pattern matches no status code, and a status code is what this integration is matched by.',
  why:
    'Keys of AWS services other than Lambda were seen to be compared with the status code, and those of HTTP and MOCK ' +
    'integrations are documented to be; that the pattern must match all three digits is inferred.',
  facts: [facts['matched-status-of-aws-service'], facts['matched-status'], facts['key-full-match']],
  about: ['IntegrationResponseKey'],
  example: { refused: { IntegrationResponseKey: '/4xx/' }, corrected: { IntegrationResponseKey: '/4\\d\\d/' } },
  check(subject) {
    const { key, matched } = subject;
    if (matched !== 'status' || key?.form !== 'pattern' || key.source === '') return [];
    if (statusCodesOf(key)?.length !== 0) return [];
    const Replace = meant(key.source);
    return [
      {
        Path: ['IntegrationResponseKey'],
        Message: `${quote(`/${key.source}/`)} matches no status code from 100 to 599.`,
        ...fixedBy(
          Replace,
          (text) => `Write ${quote(text)}.`,
          'Match the status code, e.g. "/4\\d\\d/"; a template can look into the body.',
        ),
      },
    ];
  },
};

/** A placeholder (`4xx`) or a beginning (`4`, `^50`) of status codes, as a pattern for three digits. */
function meant(source: string): string | undefined {
  const text = source.trim();
  const start = /^\^?([1-5]\d?)$/.exec(text)?.[1];
  const candidate = start ? start + '\\d'.repeat(3 - start.length) : text.replace(/x/gi, '\\d');
  return statusCodesOf(parseKey(`/${candidate}/`))?.length ? `/${candidate}/` : undefined;
}
