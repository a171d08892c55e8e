import { parameterValue } from '../../../src/dry-run/rules/parameter-value.ts';
import { testRule } from '../../support/test-rule.ts';

const KEY = 'method.response.header.X';
const value = (text: string) => ({ wanted: { ResponseParameters: { [KEY]: text } } });
const found = (text: string, Replace?: string) => ({
  ...value(text),
  problems: [{ Path: ['ResponseParameters', KEY], ...(Replace !== undefined && { Replace }) }],
});

testRule(parameterValue, {
  silent: [
    {},
    value('integration.response.header.X-Kind'),
    value('integration.response.body.kind'),
    value("integration.response.body.items[0]['a b'].id"),
    value('integration.response.body.$schema'),
    value("'static text'"),
    value("''"),
    value("'default-src 'self''"),
    value("'two\nlines'"),
    // what other rules speak of
    value(''),
    value('"x"'),
    value('$.x'),
    value('context.connectionId'),
    value('route.request.body.x'),
  ],
  found: [
    found('notquoted', "'notquoted'"),
    found('true', "'true'"),
    found('application/json; charset=utf-8', "'application/json; charset=utf-8'"),
    found('*', "'*'"),
    found("'half", "'half'"),
    found(" 'x' ", "'x'"),
    found("'Content-Type',Authorization"),
    found('Integration.Response.Header.X', 'integration.response.header.X'),
    found('integration.response.headers.X', 'integration.response.header.X'),
    found('response.body.kind', 'integration.response.body.kind'),
    found('method.response.header.X', 'integration.response.header.X'),
    found('header.X', 'integration.response.header.X'),
    found('integration.response.header.'),
    found('integration.response.header.X Y'),
    found('integration.response.body.'),
    found('integration.response.statuscode'),
    found("it's"),
  ],
});
