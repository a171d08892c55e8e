// npm run bundle: packs the built server into integration-response-mcp-VERSION.mcpb, validated by the official tool.
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import manifest from '../manifest.json' with { type: 'json' };
import { stageBundle } from './stage-bundle.ts';

/** Fetched when needed: with its dependencies it has 40 MB. */
const MCPB = '@anthropic-ai/mcpb@2.1.2';

const folder = await mkdtemp(join(tmpdir(), 'mcpb-'));
const mcpb = (...args: string[]) => execFileSync('npx', ['--yes', MCPB, ...args], { stdio: 'inherit' });
try {
  await stageBundle(folder);
  mcpb('validate', join(folder, 'manifest.json'));
  mcpb('pack', folder, `${manifest.name}-${manifest.version}.mcpb`);
} finally {
  await rm(folder, { recursive: true });
}
