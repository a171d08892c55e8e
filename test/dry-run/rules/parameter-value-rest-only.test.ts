import { parameterValueRestOnly } from '../../../src/dry-run/rules/parameter-value-rest-only.ts';
import { testRule } from '../../support/test-rule.ts';

const KEY = 'method.response.header.X';
const value = (text: string) => ({ wanted: { ResponseParameters: { [KEY]: text } } });
const found = (text: string) => ({ ...value(text), problems: [{ Path: ['ResponseParameters', KEY] }] });

testRule(parameterValueRestOnly, {
  silent: [
    {},
    value('integration.response.body.a'),
    value("'context.stage'"),
    value('context'),
    value('$context.stage'),
  ],
  found: [
    found('context.connectionId'),
    found('stageVariables.version'),
    found('integration.response.body'),
    found('integration.response.multivalueheader.X'),
  ],
});
