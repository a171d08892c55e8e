import { parameterValueLength } from '../../../src/dry-run/rules/parameter-value-length.ts';
import { testRule } from '../../support/test-rule.ts';

const KEY = 'method.response.header.X';
const value = (text: string) => ({ wanted: { ResponseParameters: { [KEY]: text } } });
const found = (text: string) => ({ ...value(text), problems: [{ Path: ['ResponseParameters', KEY] }] });

testRule(parameterValueLength, {
  silent: [
    {},
    value("''"),
    { name: '512 characters', ...value('x'.repeat(512)) },
    { name: '512 characters of 2 bytes', ...value('é'.repeat(512)) },
    { name: '512 characters of 2 units', ...value('😀'.repeat(512)) },
  ],
  found: [
    { name: 'empty', ...found('') },
    { name: '513 characters', ...found('x'.repeat(513)) },
    { name: '513 characters of 2 units', ...found('😀'.repeat(513)) },
  ],
});
