import { parameterHeaderNameCharset } from '../../../src/dry-run/rules/parameter-header-name-charset.ts';
import { testRule } from '../../support/test-rule.ts';

const header = (name: string) => ({ wanted: { ResponseParameters: { [`method.response.header.${name}`]: "'x'" } } });
const found = (name: string) => ({
  ...header(name),
  problems: [{ Path: ['ResponseParameters', `method.response.header.${name}`] }],
});

testRule(parameterHeaderNameCharset, {
  silent: [{}, header('X-Kind'), header('a.b_c$d'), header('X Kind'), header('')],
  found: [found('X~Kind'), found("X'"), found('a|b'), found('x+y')],
});
