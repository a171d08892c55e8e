// A host for the view in a browser: serves the page of host.ts, and passes tool calls on to the built server.
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { build } from 'esbuild';
import { VIEW_URI } from '../../src/mcp/view.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export interface Emulator {
  /** `http://127.0.0.1:N/`; its page has `window.show(call, theme?, result?)`. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Starts the emulator with a server in the sandbox; port 0 takes any free port. */
export async function startEmulator(port = 0): Promise<Emulator> {
  const client = new Client({ name: 'emulator', version: '1' });
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [at('../../dist/main.js'), '--sandbox'] }),
  );
  const { outputFiles } = await build({
    entryPoints: [at('./host.ts')],
    bundle: true,
    format: 'iife',
    write: false,
    logLevel: 'warning',
  });
  const script = outputFiles[0]?.text ?? '';
  const page = `<!doctype html><meta charset="utf-8"><title>Host emulator</title><link rel="icon" href="data:,">
<style>body{margin:0}iframe{border:0;width:100%;height:100vh}</style><body><script src="/host.js"></script>`;
  const view = async () => {
    const { contents } = await client.readResource({ uri: VIEW_URI });
    const [content] = contents;
    return content && 'text' in content ? content.text : '';
  };
  const pages: Readonly<Record<string, readonly [type: string, () => string | Promise<string>]>> = {
    '/': ['text/html', () => page],
    '/host.js': ['text/javascript', () => script],
    '/view.html': ['text/html', view],
  };
  const server = createServer(async (request, response) => {
    try {
      if (request.method === 'POST') {
        const call = JSON.parse(await text(request));
        response.setHeader('content-type', 'application/json').end(JSON.stringify(await client.callTool(call)));
        return;
      }
      const [type, body] = pages[request.url ?? ''] ?? [];
      if (!type || !body) response.writeHead(404).end();
      else response.setHeader('content-type', `${type}; charset=utf-8`).end(await body());
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  const url = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}/` : '';
  return {
    url,
    async close() {
      server.closeAllConnections();
      server.close();
      await client.close();
    },
  };
}
