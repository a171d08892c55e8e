import { parameterValuePath } from '../../../src/dry-run/rules/parameter-value-path.ts';
import { testRule } from '../../support/test-rule.ts';

const key = 'method.response.header.X';
const value = (text: string) => ({ wanted: { ResponseParameters: { [key]: text } } });
const found = (text: string) => ({ ...value(text), problems: [{ Path: ['ResponseParameters', key] }] });

testRule(parameterValuePath, {
  silent: [
    {},
    value("'a['"),
    value('integration.response.header.a['),
    value('integration.response.body'),
    value('integration.response.body.a.b'),
    value("integration.response.body.a['b c'][0]"),
    value('integration.response.body.a[?(@.b > 1)].c'),
    value('integration.response.body.a..b'),
  ],
  found: [
    found("integration.response.body.a['b"),
    found('integration.response.body.a[?(@.b'),
    found('integration.response.body.a.'),
  ],
});
