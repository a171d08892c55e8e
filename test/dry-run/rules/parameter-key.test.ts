import { parameterKey } from '../../../src/dry-run/rules/parameter-key.ts';
import { testRule } from '../../support/test-rule.ts';

const map = (ResponseParameters: Record<string, string>) => ({ wanted: { ResponseParameters } });
const renamed = (key: string, name: string) => ({
  ...map({ [key]: "'x'" }),
  problems: [
    { Path: ['ResponseParameters', name], Replace: "'x'" },
    { Path: ['ResponseParameters', key], Replace: null },
  ],
});
const found = (key: string) => ({ ...map({ [key]: "'x'" }), problems: [{ Path: ['ResponseParameters', key] }] });

testRule(parameterKey, {
  silent: [
    {},
    map({}),
    map({ 'method.response.header.X-Kind': "'x'" }),
    map({ 'method.response.header.': "'x'" }),
    map({ 'route.response.header.X': "'x'" }),
  ],
  found: [
    renamed('X-Kind', 'method.response.header.X-Kind'),
    renamed('header.X-Kind', 'method.response.header.X-Kind'),
    renamed('response.header.X-Kind', 'method.response.header.X-Kind'),
    renamed('integration.response.header.X-Kind', 'method.response.header.X-Kind'),
    renamed('Method.Response.Header.X-Kind', 'method.response.header.X-Kind'),
    renamed('method.response.headers.X-Kind', 'method.response.header.X-Kind'),
    renamed('integration.request.header.X-Kind', 'method.response.header.X-Kind'),
    renamed('overwrite:header.X-Kind', 'method.response.header.X-Kind'),
    renamed('constructor', 'method.response.header.constructor'),
    renamed('__proto__', 'method.response.header.__proto__'),
    found('remove:header.X-Kind'),
    found('method.response.statuscode'),
    found('method.response.body.kind'),
    found(''),
    found('Server'),
    {
      name: 'each wrong key by itself',
      ...map({ A: "'a'", 'method.response.header.B': "'b'", 'a.b': "'c'", D: "'d'" }),
      problems: [
        { Path: ['ResponseParameters', 'method.response.header.A'], Replace: "'a'" },
        { Path: ['ResponseParameters', 'A'], Replace: null },
        { Path: ['ResponseParameters', 'a.b'] },
        { Path: ['ResponseParameters', 'method.response.header.D'], Replace: "'d'" },
        { Path: ['ResponseParameters', 'D'], Replace: null },
      ],
    },
    {
      name: 'a wrong value is put right with its key',
      ...map({ A: 'text' }),
      problems: [
        { Path: ['ResponseParameters', 'method.response.header.A'], Replace: "'text'" },
        { Path: ['ResponseParameters', 'A'], Replace: null },
      ],
    },
    {
      name: 'a key stays while its value makes no sense',
      ...map({ A: 'integration.response.statuscode' }),
      problems: [{ Path: ['ResponseParameters', 'A'] }],
    },
    {
      name: 'a name that is taken is not given twice',
      ...map({ A: "'a'", 'method.response.header.A': "'b'" }),
      problems: [{ Path: ['ResponseParameters', 'A'], Replace: null }],
    },
  ],
});
