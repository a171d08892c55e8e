import { parameterValueDollar } from '../../../src/dry-run/rules/parameter-value-dollar.ts';
import { testRule } from '../../support/test-rule.ts';

const KEY = 'method.response.header.X';
const value = (text: string) => ({ wanted: { ResponseParameters: { [KEY]: text } } });
const found = (text: string, Replace?: string) => ({
  ...value(text),
  problems: [{ Path: ['ResponseParameters', KEY], ...(Replace !== undefined && { Replace }) }],
});

testRule(parameterValueDollar, {
  silent: [
    {},
    value('integration.response.body.a'),
    value('integration.response.body.$schema'),
    value("'$.x'"),
    value('$request.body.a'),
  ],
  found: [
    found('$.a.b', 'integration.response.body.a.b'),
    found('integration.response.body.$.a', 'integration.response.body.a'),
    found('integration.response.body$.a', 'integration.response.body.a'),
    found('$integration.response.header.X', 'integration.response.header.X'),
    found('${integration.response.body.a}', 'integration.response.body.a'),
    found('$response.header.X', 'integration.response.header.X'),
    found('$response.body.a', 'integration.response.body.a'),
    found('$'),
    found('integration.response.body.$'),
    found('$[0]'),
    found('$context.connectionId'),
    found("$input.path('$.a')"),
  ],
});
