import { parameterRemapped } from '../../../src/dry-run/rules/parameter-remapped.ts';
import { testRule } from '../../support/test-rule.ts';

const header = (name: string) => ({ wanted: { ResponseParameters: { [`method.response.header.${name}`]: "'x'" } } });
const found = (name: string) => ({
  ...header(name),
  problems: [{ Path: ['ResponseParameters', `method.response.header.${name}`] }],
});

testRule(parameterRemapped, {
  silent: [
    {},
    header('Content-Type'),
    header('Sec-WebSocket-Protocol'),
    { wanted: { ResponseParameters: { Server: "'x'" } } },
  ],
  found: [found('Server'), found('content-length'), found('WWW-Authenticate')],
});
