import { parameterValueInnerQuote } from '../../../src/dry-run/rules/parameter-value-inner-quote.ts';
import { testRule } from '../../support/test-rule.ts';

const key = 'method.response.header.X';
const value = (text: string) => ({ wanted: { ResponseParameters: { [key]: text } } });
const found = (text: string) => ({ ...value(text), problems: [{ Path: ['ResponseParameters', key] }] });

testRule(parameterValueInnerQuote, {
  silent: [{}, value("''"), value('\'plain "text"\''), value("integration.response.body.a['b']"), value("no'text")],
  found: [found("'it's'"), found("'''"), found("''x''"), found("'a\nb'"), found("'a\u0000'")],
});
