// What goes into an MCP bundle (.mcpb): the manifest and the built server, which needs nothing installed.
import { cp } from 'node:fs/promises';
import { join } from 'node:path';

/** package.json says that the JavaScript files are modules. */
const PARTS = ['manifest.json', 'icon.png', 'package.json', 'LICENSE', 'dist'];

/** Copies the parts from the root of the repository, without source maps and what was compiled for the Node of this machine. `npm run build` comes first. */
export async function stageBundle(folder: string): Promise<void> {
  for (const part of PARTS) {
    await cp(new URL(`../${part}`, import.meta.url), join(folder, part), {
      recursive: true,
      filter: (source) => !/\.(?:map|cache)$/.test(source),
    });
  }
}
