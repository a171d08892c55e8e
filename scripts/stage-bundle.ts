// What goes into an MCP bundle (.mcpb): the manifest and the built server, which needs nothing installed.
import { cp } from 'node:fs/promises';
import { join } from 'node:path';

/** package.json says that the JavaScript files are modules. */
const PARTS = ['manifest.json', 'package.json', 'LICENSE', 'dist'];

/** Copies the parts from the root of the repository, without source maps and what was compiled for the Node of this machine. `npm run build` comes first. */
export async function stageBundle(folder: string): Promise<void> {
  const root = new URL('..', import.meta.url).pathname;
  for (const part of PARTS) {
    await cp(join(root, part), join(folder, part), {
      recursive: true,
      filter: (source) => !/\.(?:map|cache)$/.test(source),
    });
  }
}
