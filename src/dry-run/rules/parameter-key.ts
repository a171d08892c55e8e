import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import { parseParameterKey, renamedParameter } from '../parameters/parameter-grammar.ts';
import type { Rule } from '../rule.ts';
import { wrongKeys } from '../wrong-keys.ts';

export const parameterKey: Rule = {
  code: 'parameter-key',
  severity: 'error',
  summary: 'A key of `ResponseParameters` is not `method.response.header.NAME`.',
  why: 'The keys name what is set, and only method.response.header.NAME is documented; what is read stands on the right.',
  facts: [facts['parameter-keys']],
  about: ['ResponseParameters'],
  example: {
    refused: { ResponseParameters: { 'X-Kind': "'error'" } },
    corrected: { ResponseParameters: { 'method.response.header.X-Kind': "'error'" } },
  },
  check: ({ wanted }) =>
    wrongKeys({
      member: 'ResponseParameters',
      map: wanted.ResponseParameters,
      isWrong: (key) => parseParameterKey(key).form === 'other',
      meant: (key, value) => renamedParameter(meant(key), value),
      message: (key) => `The key ${quote(key)} is not method.response.header.NAME.`,
      fix: 'Write method.response.header. and the name of a header.',
    }),
};

function meant(key: string): string | undefined {
  const parsed = parseParameterKey(key);
  return parsed.form === 'other' ? parsed.meant : undefined;
}
