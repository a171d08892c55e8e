// Stands in for the command line of the MCP Inspector, with the options and exit codes that the docs use: see docs/scripting.md.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { ResultSchema } from '@modelcontextprotocol/sdk/types.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    yes: { type: 'boolean', short: 'y' },
    cli: { type: 'boolean' },
    quiet: { type: 'boolean' },
    format: { type: 'string' },
    config: { type: 'string' },
    server: { type: 'string' },
    method: { type: 'string' },
    'tool-name': { type: 'string' },
    'tool-args-json': { type: 'string' },
    uri: { type: 'string' },
    'prompt-name': { type: 'string' },
    'prompt-args': { type: 'string', multiple: true },
  },
});
const { config = '', server = '', method = '', uri } = values;
const [inspector, ...morePromptArgs] = positionals;
if (
  !/^@modelcontextprotocol\/inspector@\d+\.\d+\.\d+$/.test(inspector ?? '') ||
  !values.cli ||
  values.format !== 'json'
)
  throw new Error(`not what the docs use: ${process.argv.join(' ')}`);

const params: Record<string, unknown> = {
  'tools/call': { name: values['tool-name'], arguments: JSON.parse(values['tool-args-json'] ?? '{}') },
  'resources/read': { uri },
  'prompts/get': {
    name: values['prompt-name'],
    arguments: Object.fromEntries([...(values['prompt-args'] ?? []), ...morePromptArgs].map((pair) => pair.split('='))),
  },
};
const client = new Client({ name: 'inspector', version: '0' });
await client.connect(
  new StdioClientTransport({ ...JSON.parse(readFileSync(config, 'utf8')).mcpServers[server], stderr: 'ignore' }),
);
const request = { method, ...(params[method] !== undefined && { params: params[method] }) };
const result = await client.request(request as { method: string }, ResultSchema);
process.stdout.write(`${JSON.stringify({ result })}\n`);
await client.close();
process.exitCode = result['isError'] === true ? 5 : 0;
