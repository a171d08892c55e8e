import { keyForm } from '../../../src/dry-run/rules/key-form.ts';
import { testRule } from '../../support/test-rule.ts';

const key = (IntegrationResponseKey: string) => ({ wanted: { IntegrationResponseKey } });
const found = (seen: string, Replace?: string) => ({
  ...key(seen),
  problems: [{ Path: ['IntegrationResponseKey'], ...(Replace !== undefined && { Replace }) }],
});

testRule(keyForm, {
  silent: [key('$default'), key('/200/'), key('/4\\d{2}/'), key('/(\\n|.)+/'), key('//'), key('/a/b/'), key('/[/')],
  found: [
    found('200', '/200/'),
    found('default', '$default'),
    found('\\$default', '$default'),
    found('$Default', '$default'),
    found(' $default ', '$default'),
    found('4xx', '/4\\d\\d/'),
    found('4\\d\\d', '/4\\d\\d/'),
    found('/200', '/200/'),
    found('200/', '/200/'),
    found('int_res_key', '/int_res_key/'),
    found('.*Error.*', '/.*Error.*/'),
    found('/'),
    found('$request.body.action'),
  ],
});
