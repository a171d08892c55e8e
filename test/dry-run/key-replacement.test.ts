// A corrected key is offered only where no rule about keys would report it in its turn.
import { expect, test } from 'vitest';
import { exampleSubject } from '../../src/dry-run/example.ts';
import { replacementKey } from '../../src/dry-run/key/key-replacement.ts';
import type { Snapshot } from '../../src/live/snapshot.ts';
import { dynamoDb, lambda } from '../support/integrations.ts';

const beside = (...keys: string[]): Partial<Snapshot> => ({
  responses: keys.map((IntegrationResponseKey) => ({ IntegrationResponseKey })),
});

test.each<[key: string, live: Partial<Snapshot>, offered: boolean]>([
  ['/4\\d\\d/', {}, true],
  ['/4\\d\\d/', dynamoDb, true],
  ['$default', beside('/4\\d\\d/'), true],
  ['$default', beside('$default'), false],
  ['/404/', beside('/404/'), false],
  ['/404/', beside('/4\\d\\d/'), false],
  ['/4\\d\\d/', beside('/404/'), false],
  ['/404/', beside('/5\\d\\d/'), true],
  ['404', {}, false],
  ['/[/', {}, false],
  ['//', lambda, false],
  ['//', {}, false],
  ['/ok/', {}, false],
  ['/4*/', {}, false],
  ['/40\\d/', {}, true],
  ['/.*Error.*/', { ...lambda, ...beside() }, true],
  ['/.*Error.*/', { ...lambda, ...beside('/.*Error: .*/') }, false],
  ['/.*Error.*/', { ...lambda, ...beside('/.+/') }, false],
  ['/.*/', { ...lambda, ...beside() }, false],
  ['/404/', { ...lambda, ...beside() }, false],
  ['/Invalid*/', { ...lambda, ...beside() }, false],
  ['/x\\\\d+/', { ...lambda, ...beside() }, false],
  ['/ok/', { integration: { IntegrationType: 'HTTP_PROXY' } }, true],
])('%s beside %j: %s', (key, live, offered) => {
  expect(replacementKey(exampleSubject({ live }, {}), key)).toBe(offered ? key : undefined);
});

test('nothing is offered for nothing', () => {
  expect(replacementKey(exampleSubject({}, {}), undefined)).toBeUndefined();
});
