import { keyForm } from '../../../src/dry-run/rules/key-form.ts';
import { lambda } from '../../support/integrations.ts';
import { testRule } from '../../support/test-rule.ts';

const key = (IntegrationResponseKey: string) => ({ wanted: { IntegrationResponseKey } });
const found = (seen: string, Replace?: string) => ({
  ...key(seen),
  problems: [{ Path: ['IntegrationResponseKey'], ...(Replace !== undefined && { Replace }) }],
});

/** Found where no other response has a key. */
const free = (seen: string, Replace: string) => ({ ...found(seen, Replace), live: { responses: [] } });

testRule(keyForm, {
  silent: [key('$default'), key('/200/'), key('/4\\d{2}/'), key('/(\\n|.)+/'), key('//'), key('/a/b/'), key('/[/')],
  found: [
    found('200', '/200/'),
    free('default', '$default'),
    free('\\$default', '$default'),
    free('\\\\$default', '$default'),
    free('$Default', '$default'),
    free(' $default ', '$default'),
    found('4xx', '/4\\d\\d/'),
    found('4\\d\\d', '/4\\d\\d/'),
    found('/200', '/200/'),
    found('200/', '/200/'),
    { ...found('int_res_key', '/int_res_key.*/'), live: lambda },
    { ...found('.*Error.*', '/(?s).*Error.*/'), live: lambda },
    { ...found('/.*error.*/i', '/(?i).*error.*/'), live: lambda },
    { ...found('/.*error.*/gim', '/(?im).*error.*/'), live: lambda },
    found('/4\\d\\d/g', '/4\\d\\d/'),
    found('^500$', '/^500$/'),
    found('500$', '/500$/'),
    found('5[0-9]\\d', '/5[0-9]\\d/'),
    found('"/500/"', '/500/'),
    found("'500'", '/500/'),
    found('`5xx`', '/5\\d\\d/'),
    found('\\/500\\/', '/500/'),
    found(' /500/', '/500/'),
    { ...found('/a b/i', '/(?i)a b/'), live: lambda },
    { ...found(`${'e'.repeat(200)}`, `/${'e'.repeat(200)}.*/`), live: lambda },
    { ...found('e'.repeat(201)), live: lambda },
    { ...found('ab', '/ab.*/'), live: lambda },
    found('a'),
    found('5'),
    found('6xx'),
    found('"500\''),
    found('my default'),
    found('defaults'),
    found('50 0'),
    found('a/500/'),
    found('500/x/500'),
    found('${code}'),
    found('\\w\\d\\d'),
    found('/'),
    found('$request.body.action'),
    found('*Error*'),
    { name: 'nothing that is taken', ...found('default') },
    { name: 'nothing that the integration never matches', ...found('.*Error.*') },
    { name: 'no status code for a function', ...found('200'), live: lambda },
    { name: 'no pattern that matches successes', ...found('.*'), live: lambda },
    {
      name: 'nothing that a sibling matches',
      ...found('200'),
      live: { responses: [{ IntegrationResponseKey: '/.*/' }] },
    },
  ],
});
