import { parameterValueLength } from '../../../src/dry-run/rules/parameter-value-length.ts';
import { testRule } from '../../support/test-rule.ts';

const KEY = 'method.response.header.X';
const value = (text: string) => ({ wanted: { ResponseParameters: { [KEY]: text } } });
const found = (text: string, Message: string, Fix: string) => ({
  ...value(text),
  problems: [{ Path: ['ResponseParameters', KEY], Message, Fix }],
});
const EMPTY = "Give a value; an empty static text is written ''.";
const LONG = 'Shorten it to at most 512 characters.';

testRule(parameterValueLength, {
  silent: [
    {},
    value("''"),
    { name: '512 characters', ...value('x'.repeat(512)) },
    { name: '512 characters of 2 bytes', ...value('é'.repeat(512)) },
    { name: '512 characters of 2 units', ...value('😀'.repeat(512)) },
  ],
  found: [
    { name: 'empty', ...found('', `The value of "${KEY}" is empty.`, EMPTY) },
    { name: '513 characters', ...found('x'.repeat(513), `The value of "${KEY}" has 513 characters.`, LONG) },
    {
      name: '513 characters of 2 units',
      ...found('😀'.repeat(513), `The value of "${KEY}" has 513 characters (2052 bytes).`, LONG),
    },
  ],
});
