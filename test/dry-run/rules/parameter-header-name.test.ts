import { parameterHeaderName } from '../../../src/dry-run/rules/parameter-header-name.ts';
import { testRule } from '../../support/test-rule.ts';

const header = (name: string) => ({ wanted: { ResponseParameters: { [`method.response.header.${name}`]: "'x'" } } });
const found = (name: string) => ({
  ...header(name),
  problems: [{ Path: ['ResponseParameters', `method.response.header.${name}`] }],
});

testRule(parameterHeaderName, {
  silent: [
    {},
    header('X-Kind'),
    header('a.b_c$d'),
    header("!#$%&'*+-.^_`|~"),
    { wanted: { ResponseParameters: { 'X Y': '' } } },
  ],
  found: [
    found(''),
    found('X Kind'),
    found('X:Kind'),
    found('Größe'),
    found('X\r\nSet-Cookie'),
    found('X\n'),
    found('a"b'),
  ],
});
