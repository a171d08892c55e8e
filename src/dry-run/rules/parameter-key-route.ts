import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import { isDocumentedName, isRemapped, parseParameterKey, renamedParameter } from '../parameters/parameter-grammar.ts';
import type { Rule } from '../rule.ts';
import { wrongKeys } from '../wrong-keys.ts';

export const parameterKeyRoute: Rule = {
  code: 'parameter-key-route',
  severity: 'warning',
  summary: 'A key of `ResponseParameters` is `route.response.header.NAME`, which belongs to a route response.',
  why: 'Only method.response.header.NAME is documented for integration responses; whether this form is accepted is not published.',
  facts: [facts['parameter-keys'], facts['parameter-other-keys']],
  about: ['ResponseParameters'],
  example: {
    refused: { ResponseParameters: { 'route.response.header.X-Kind': "'error'" } },
    corrected: { ResponseParameters: { 'method.response.header.X-Kind': "'error'" } },
  },
  check: ({ wanted }) =>
    wrongKeys({
      member: 'ResponseParameters',
      map: wanted.ResponseParameters,
      isWrong: (key) => parseParameterKey(key).form === 'route',
      meant: (key, value) => renamedParameter(meant(key), value),
      message: (key) => `The key ${quote(key)} has the form of a route response's parameters.`,
      fix: 'Remove it.',
    }),
};

function meant(key: string): string | undefined {
  const parsed = parseParameterKey(key);
  return parsed.form === 'route' && isDocumentedName(parsed.name) && !isRemapped(parsed.name)
    ? `method.response.header.${parsed.name}`
    : undefined;
}
