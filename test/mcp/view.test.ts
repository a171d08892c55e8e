import { expect, test } from 'vitest';
import { VIEW_URI } from '../../src/mcp/view.ts';
import { connect } from '../support/connect.ts';

const MAX_BYTES = 80 * 1024;
/** What `_meta` may add to the list of tools, which every session pays for. */
const MAX_LISTED_BYTES = 400;

test('tools whose result can be looked at name the view, and hosts can read it', async () => {
  const client = await connect({ args: ['--sandbox'] });
  const { tools } = await client.listTools();
  const metas = tools.flatMap(({ name, _meta }) => (_meta ? [{ name, _meta }] : []));
  expect(metas.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['create_integration_response', 'preview_integration_response', 'describe_websocket_api']),
  );
  expect(metas.every(({ _meta }) => JSON.stringify(_meta) === JSON.stringify({ ui: { resourceUri: VIEW_URI } }))).toBe(
    true,
  );
  expect(metas.map(({ _meta }) => JSON.stringify({ _meta }).length).reduce((a, b) => a + b)).toBeLessThan(
    MAX_LISTED_BYTES,
  );

  expect((await client.listResources()).resources.map(({ uri }) => uri)).toContain(VIEW_URI);
  const { contents } = await client.readResource({ uri: VIEW_URI });
  const [page] = contents as { text: string; mimeType: string }[];
  expect(page?.mimeType).toBe('text/html;profile=mcp-app');
  expect(page?.text.length).toBeLessThan(MAX_BYTES);
  expect(page?.text).not.toMatch(/https?:\/\/|\bsrc=|\bhref=/);
});
