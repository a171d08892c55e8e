// Starting with a code cache, without one, and with one that is broken; and what starting writes.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };

const DIST = new URL('../dist', import.meta.url).pathname;
const CACHE = `serve.${process.versions.v8}-${process.platform}-${process.arch}.cache`;

function installed(): { dist: string; home: string; version: () => string; files: () => string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'main-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [dist, home] = [join(folder, 'dist'), join(folder, 'home')];
  cpSync(DIST, dist, { recursive: true });
  mkdirSync(home);
  return {
    dist,
    home,
    version: () =>
      execFileSync(process.execPath, [join(dist, 'main.js'), '--version'], {
        encoding: 'utf8',
        env: { HOME: home, LOCALAPPDATA: home },
      }).trim(),
    files: () => (readdirSync(folder, { recursive: true }) as string[]).sort(),
  };
}

const BREAK: Readonly<Record<string, (cache: string) => void>> = {
  'as it was built': () => undefined,
  'without a code cache': (cache) => rmSync(cache),
  'with a code cache of another version of V8': (cache) => {
    const bytes = readFileSync(cache);
    bytes.fill(0xff, 4, 16);
    writeFileSync(cache, bytes);
  },
  'with a code cache cut short': (cache) => writeFileSync(cache, readFileSync(cache).subarray(0, 1000)),
  'with an empty code cache': (cache) => writeFileSync(cache, ''),
  ...Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [
      `with bit ${index} of twenty flipped`,
      (cache) => flip(cache, index / 20),
    ]),
  ),
};

/** One bit, at this part of the file. */
function flip(file: string, part: number): void {
  const bytes = readFileSync(file);
  const index = Math.floor(bytes.length * part);
  bytes[index] = (bytes[index] ?? 0) ^ (1 << (index % 8));
  writeFileSync(file, bytes);
}

test.each(Object.entries(BREAK))('it starts %s, and writes nothing where there is no cache folder', (_, damage) => {
  const { dist, version, files } = installed();
  damage(join(dist, CACHE));
  const before = files();
  expect(version()).toBe(manifest.version);
  expect(files()).toEqual(before);
});

test('a code cache that was made of other source of the same length is not run', () => {
  const { dist, version } = installed();
  const serve = join(dist, 'serve.js');
  const other = manifest.version.replaceAll(/\d/g, '9');
  const source = readFileSync(serve, 'latin1');
  expect(source).toContain(`"${manifest.version}"`);
  writeFileSync(serve, source.replaceAll(`"${manifest.version}"`, `"${other}"`), 'latin1');
  expect(version()).toBe(other);
});

test('the code cache names no folder of the machine that built it', () => {
  const cache = readFileSync(join(DIST, CACHE), 'latin1');
  expect(cache).toContain('serve.js');
  expect(cache).not.toContain(join(DIST, '..').slice(0, -1));
});

test('where there is a cache folder, all it writes is in there', () => {
  const { home, dist, version, files } = installed();
  mkdirSync(join(home, '.cache'));
  rmSync(join(dist, CACHE));
  const before = files();
  expect(version()).toBe(manifest.version);
  expect(files().filter((file) => !before.includes(file) && !file.startsWith(join('home', '.cache')))).toEqual([]);
});
