// What a host reads at every session, and what an installation brings.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import toolList from '../src/mcp/tool-list.json' with { type: 'json' };
import { report } from './measure.ts';

const ROOT = new URL('..', import.meta.url).pathname;
const PRESCRIBED = ['@aws-sdk/client-apigatewayv2', '@modelcontextprotocol/sdk', 'zod', 'zod-to-json-schema'];
const KILOBYTE = 1024;

const npm = (cwd: string, ...args: string[]): string =>
  execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 180_000 });

/** Packages that installing these brings, and their size in bytes. */
function installed(...specs: string[]): { packages: number; bytes: number } {
  const folder = mkdtempSync(join(tmpdir(), 'integration-response-mcp-size-'));
  try {
    npm(folder, 'install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts', ...specs);
    const lock: { packages: object } = JSON.parse(
      readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8'),
    );
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
    return { packages: Object.keys(lock.packages).length, bytes };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function size(): void {
  const listed = JSON.stringify(toolList).length;
  console.log('Size');
  report('tools/list, bytes', listed);
  report('tools/list, tokens (a quarter of the bytes)', listed / 4);
  report('start-up file, KB', statSync(join(ROOT, 'dist/serve.js')).size / KILOBYTE);
  const [packed] = JSON.parse(npm(ROOT, 'pack', '--json', '--ignore-scripts', '--pack-destination', tmpdir()));
  const tarball = join(tmpdir(), packed.filename);
  report('tarball, KB', packed.size / KILOBYTE, 2048);
  try {
    const [ours, prescribed] = [installed(tarball), installed(...PRESCRIBED)];
    report('installed, MB', ours.bytes / KILOBYTE ** 2);
    report('packages installed', ours.packages - 1);
    report('of these besides the prescribed four and theirs', ours.packages - 1 - prescribed.packages, 2);
  } catch {
    console.log('  Packages could not be installed, so they are not counted.');
  }
  rmSync(tarball);
}
