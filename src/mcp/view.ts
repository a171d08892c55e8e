// The view that hosts with MCP Apps show beside a result: one page, read when a host first asks for it.
import { readFile } from 'node:fs/promises';

/** Where tools name it (`_meta.ui.resourceUri`) and hosts read it. */
export const VIEW_URI = 'ui://integration-response-mcp/view.html';

const MIME_TYPE = 'text/html;profile=mcp-app';

/** It needs no network at all, so its content security policy stays the strictest. */
const META = { ui: { csp: {}, prefersBorder: true } };

export const viewResource = {
  uri: VIEW_URI,
  name: 'view',
  title: 'Picture of a result',
  description: 'What describe, preview, create and update answer, to look at.',
  mimeType: MIME_TYPE,
  _meta: META,
};

/** The page as the build made it. */
export async function readView() {
  const text = await readFile(new URL('./view.html', import.meta.url), 'utf8');
  return { contents: [{ uri: VIEW_URI, mimeType: MIME_TYPE, text, _meta: META }] };
}
