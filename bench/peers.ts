// Programs to compare with, installed outside the repository: they are no dependencies.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FOLDER = join(tmpdir(), 'integration-response-mcp-peers');

/** Folder of this package, or undefined (with a note) where it cannot be installed. */
export function peer(name: string): string | undefined {
  const folder = join(FOLDER, 'node_modules', name);
  if (existsSync(folder)) return folder;
  try {
    mkdirSync(FOLDER, { recursive: true });
    const manifest = join(FOLDER, 'package.json');
    if (!existsSync(manifest)) writeFileSync(manifest, '{"private":true}');
    execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', name], {
      cwd: FOLDER,
      timeout: 120_000,
      stdio: 'ignore',
    });
    return folder;
  } catch {
    console.log(`  ${name} could not be installed, so it is left out.`);
    return undefined;
  }
}

/** Requires a package as its own folder sees it. */
export const requirePeer = (name: string): unknown => peer(name) && createRequire(join(FOLDER, 'package.json'))(name);
