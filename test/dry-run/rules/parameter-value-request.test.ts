import { parameterValueRequest } from '../../../src/dry-run/rules/parameter-value-request.ts';
import { testRule } from '../../support/test-rule.ts';

const KEY = 'method.response.header.X';
const value = (text: string) => ({ wanted: { ResponseParameters: { [KEY]: text } } });
const found = (text: string, Replace?: string) => ({
  ...value(text),
  problems: [{ Path: ['ResponseParameters', KEY], ...(Replace !== undefined && { Replace }) }],
});

testRule(parameterValueRequest, {
  silent: [{}, value('integration.response.body.request.id'), value("'request.body.a'")],
  found: [
    found('route.request.body.a.b', 'integration.response.body.a.b'),
    found('route.request.header.X', 'integration.response.header.X'),
    found('integration.request.header.X', 'integration.response.header.X'),
    found('method.request.header.X', 'integration.response.header.X'),
    found('$request.header.X', 'integration.response.header.X'),
    found('${request.body.a}', 'integration.response.body.a'),
    found('route.request.querystring.a'),
    found('route.request.multivalueheader.a'),
    found('method.request.path.a'),
    found('route.request.body'),
    found('route.request.header.'),
  ],
});
