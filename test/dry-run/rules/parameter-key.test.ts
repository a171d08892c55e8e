import { parameterKey } from '../../../src/dry-run/rules/parameter-key.ts';
import { testRule } from '../../support/test-rule.ts';

const map = (ResponseParameters: Record<string, string>) => ({ wanted: { ResponseParameters } });
const renamed = (key: string, name: string) => ({
  ...map({ [key]: "'x'" }),
  problems: [{ Path: ['ResponseParameters'], Replace: { [name]: "'x'" } }],
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
      name: 'one replacement for all keys, in the order of the map',
      ...map({ A: "'a'", 'method.response.header.B': "'b'", 'a.b': "'c'", D: "'d'" }),
      problems: [
        {
          Path: ['ResponseParameters'],
          Replace: {
            'method.response.header.A': "'a'",
            'method.response.header.B': "'b'",
            'a.b': "'c'",
            'method.response.header.D': "'d'",
          },
        },
        { Path: ['ResponseParameters', 'a.b'] },
        { Path: ['ResponseParameters', 'D'] },
      ],
    },
    {
      name: 'a wrong value is put right with its key',
      ...map({ A: 'text' }),
      problems: [{ Path: ['ResponseParameters'], Replace: { 'method.response.header.A': "'text'" } }],
    },
    {
      name: 'a key stays while its value makes no sense',
      ...map({ A: 'integration.response.statuscode' }),
      problems: [{ Path: ['ResponseParameters', 'A'] }],
    },
    {
      name: 'a name that is taken is not given twice',
      ...map({ A: "'a'", 'method.response.header.A': "'b'" }),
      problems: [{ Path: ['ResponseParameters', 'A'] }],
    },
  ],
});
