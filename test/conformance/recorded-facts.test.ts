import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { recordedFacts } from '../../scripts/recorded-facts.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const agreeing = { id: 'C1', settles: ['key-unique', 'key-forms'], verdict: 'agrees' };
const differing = { id: 'C2', settles: ['key-forms'], verdict: 'differs' };

async function recorded(target: string, experiments: readonly object[]) {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'a.json'), JSON.stringify({ target, date: '2026-11-26', experiments }));
  return recordedFacts(folder);
}

test('a fact is settled by a recording in which all its experiments agree', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(await recorded('aws', [agreeing, differing])).toEqual({
    'key-unique': { file: 'a.json', date: '2026-11-26' },
  });
  expect(told.mock.calls.join()).toMatch(/C2 .*key-forms/);
});

test('a recording of the sandbox settles nothing', async () => {
  await expect(recorded('sandbox', [agreeing])).rejects.toThrow('sandbox');
});
