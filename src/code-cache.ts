// The built server compiled ahead by V8: how the build makes it, and how main.ts takes it.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';

const { arch, platform, versions } = process;
const DIGEST_BYTES = 32;

/** V8 keeps the name in the cache, so it is one without a folder. */
const filename = 'serve.js';

type Run = (exports: object, require: NodeJS.Require, module: NodeJS.Module, file: string, folder: string) => void;

/** As Node does, whose own function for it takes longer to load than this text to write. */
const wrap = (code: Buffer): string =>
  `(function (exports, require, module, __filename, __dirname) { ${code.toString('latin1')}\n});`;

const sourceIn = (folder: string): Buffer => readFileSync(join(folder, filename));

const cacheIn = (folder: string): string => join(folder, `serve.${versions.v8}-${platform}-${arch}.cache`);

/**
 * V8 checks version, flags and the length of the source, and compiles anew where they differ. It would run a cache that was
 * made of other source of that length, and crash on one with a flipped bit.
 */
const digest = (source: Buffer, cache: Buffer): Buffer => createHash('sha256').update(source).update(cache).digest();

/** Runs `serve.js` from its code cache; false where there is none for this Node, or it does not belong to the source. */
export function runFromCache(folder: string, module: NodeJS.Module, require: NodeJS.Require): boolean {
  let kept: Buffer;
  try {
    kept = readFileSync(cacheIn(folder));
  } catch {
    return false;
  }
  const source = sourceIn(folder);
  const cachedData = kept.subarray(DIGEST_BYTES);
  if (!digest(source, cachedData).equals(kept.subarray(0, DIGEST_BYTES))) return false;
  const script = new Script(wrap(source), { filename, cachedData });
  (script.runInThisContext() as Run)(module.exports, require, module, join(folder, filename), folder);
  return true;
}

/** Runs `serve.js` without a cache; the function that comes back keeps what V8 compiled until then. */
export function runAndCache(folder: string, module: NodeJS.Module, require: NodeJS.Require): () => void {
  const source = sourceIn(folder);
  const script = new Script(wrap(source), { filename });
  (script.runInThisContext() as Run)(module.exports, require, module, join(folder, filename), folder);
  return () => {
    const cache = script.createCachedData();
    writeFileSync(cacheIn(folder), Buffer.concat([digest(source, cache), cache]));
  };
}
