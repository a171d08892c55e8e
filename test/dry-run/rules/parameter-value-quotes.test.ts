import { parameterValueQuotes } from '../../../src/dry-run/rules/parameter-value-quotes.ts';
import { testRule } from '../../support/test-rule.ts';

const KEY = 'method.response.header.X';
const value = (text: string) => ({ wanted: { ResponseParameters: { [KEY]: text } } });
const found = (text: string, Replace?: string) => ({
  ...value(text),
  problems: [{ Path: ['ResponseParameters', KEY], ...(Replace !== undefined && { Replace }) }],
});

testRule(parameterValueQuotes, {
  silent: [{}, value("'x'"), value('\'"x"\''), value('x'), value('"half')],
  found: [
    found('"x"', "'x'"),
    found('“x”', "'x'"),
    found('‘x’', "'x'"),
    found('„x“', "'x'"),
    found('`x`', "'x'"),
    found('""', "''"),
    found('"it\'s"'),
    found(`"${'x'.repeat(511)}"`, `'${'x'.repeat(511)}'`),
  ],
});
