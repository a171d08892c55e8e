import { expect, test } from 'vitest';
import { chat, useSandbox } from './wire.ts';

const { call } = useSandbox();
const path = `${chat}/integrations/f8s3z6y/integrationresponses`;

async function pages(query: string): Promise<string[][]> {
  const found: string[][] = [];
  let next = '';
  for (let turn = 0; turn < 100; turn++) {
    const { body } = await call('GET', `${path}?${query}${next}`);
    found.push(body.items.map((item) => item.integrationResponseKey));
    if (body.nextToken === undefined) return found;
    next = `&nextToken=${encodeURIComponent(body.nextToken)}`;
  }
  throw new Error('no end');
}

test('pages partition the collection', async () => {
  expect(await pages('')).toEqual([[]]);
  const keys = Array.from({ length: 30 }, (_, at) => `/${at}/`);
  for (const integrationResponseKey of keys) await call('POST', path, { integrationResponseKey });

  const sizes: [string, number[]][] = [
    ['', [25, 5]],
    ['maxResults=7', [7, 7, 7, 7, 2]],
    ['maxResults=10', [10, 10, 10]],
    ['maxResults=30', [30]],
    ['maxResults=100000', [30]],
  ];
  for (const [query, expected] of sizes) {
    const found = await pages(query);
    expect(found.map((items) => items.length)).toEqual(expected);
    expect(found.flat().sort()).toEqual([...keys].sort());
  }
});

test('a deletion between pages hides nothing else', async () => {
  const all = (await call('GET', `${path}?maxResults=500`)).body.items;
  const first = (await call('GET', `${path}?maxResults=5`)).body;
  await call('DELETE', `${path}/${first.items[4]?.integrationResponseId}`);
  const rest = (await call('GET', `${path}?maxResults=500&nextToken=${encodeURIComponent(first.nextToken)}`)).body;
  expect(rest.items).toEqual(all.slice(5));
});

test('refuses tokens and sizes that are none', async () => {
  const { nextToken } = (await call('GET', `${chat}/routes?maxResults=1`)).body;
  expect(nextToken).toEqual(expect.any(String));
  const queries = [
    'maxResults=0',
    'maxResults=-1',
    'maxResults=x',
    'maxResults=1.5',
    'nextToken=x',
    `nextToken=${nextToken}`,
  ];
  for (const query of queries) {
    expect(await call('GET', `${path}?${query}`), query).toMatchObject({ status: 400, type: 'BadRequestException' });
  }
});
