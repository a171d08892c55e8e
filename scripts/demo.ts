// The tool at work, offline: a real MCP client starts the built server with --sandbox and adds an error answer to a chat API.
import { fileURLToPath } from 'node:url';
import { styleText } from 'node:util';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import type { CreateResult } from '../src/contract/create.ts';
import type { Finding } from '../src/contract/finding.ts';
import type { PreviewResult } from '../src/contract/preview.ts';

type Style = Parameters<typeof styleText>[0];
const coloured = process.stdout.isTTY || process.env['FORCE_COLOR'] !== undefined;
const paint = (style: Style, text: string) => (coloured ? styleText(style, text) : text);
const say = (text = '') => console.log(text);
const heading = (text: string) => say(`\n${paint('bold', text)}\n`);

/** Folds what follows a short label at some 100 columns, hanging below its first word. */
function fold(text: string, indent: string): string {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + word.length > 90 - indent.length) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join(`\n${indent}`);
}

const client = new Client({ name: 'demo', version: '1.0.0' });
const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));
await client.connect(
  new StdioClientTransport({ command: process.execPath, args: [main, '--sandbox'], stderr: 'ignore' }),
);

async function call<Result extends { Status: string; Summary: string }>(
  name: string,
  args: Record<string, unknown>,
): Promise<Result> {
  const spaced = JSON.stringify(args, null, 1).replace(/\n */g, ' ');
  say(paint('dim', `  ${fold(`${name} ${spaced}`, '    ')}`));
  const result = (await client.callTool({ name, arguments: args })).structuredContent as Result;
  const good = /created|valid$|rendered/.test(result.Status) && result.Status !== 'invalid';
  say(`  ${paint(good ? 'green' : 'red', `● ${result.Status}`)}  ${fold(result.Summary, '    ')}`);
  return result;
}

const show = ({ Severity, Code, Message, Fix }: Finding) => {
  const colour: Style = Severity === 'error' ? 'red' : Severity === 'warning' ? 'yellow' : 'cyan';
  say(`    ${paint(colour, Severity)} ${paint('dim', Code)}  ${fold(Message, '      ')}`);
  say(`      ${paint('green', '→')} ${fold(Fix, '        ')}`);
};

/** Puts every mechanical correction where its path says. */
function corrected(args: Record<string, unknown>, findings: readonly Finding[]): Record<string, unknown> {
  const copy = structuredClone(args);
  for (const { Path, Replace } of findings) {
    if (Replace === undefined) continue;
    const parent = Path.slice(0, -1).reduce<Record<string, unknown>>(
      (at, step) => at[step] as Record<string, unknown>,
      copy,
    );
    const last = Path.at(-1);
    if (last !== undefined) parent[last] = Replace;
  }
  return copy;
}

heading('A chat API answers messages only when the backend says 2xx. A 404 should reach the client as well.');
const draft = {
  ApiId: 'k3v9x1qz7d',
  IntegrationId: 'c9d5w0r',
  IntegrationResponseKey: '404',
  ResponseTemplates: { $default: '{"type":"error","code":"not-found","detail":$input.json(\'$.message\')}' },
  TemplateSelectionExpression: '$default',
};

heading('1. A first try, dry. Two things in it would never have worked.');
const refused = await call<CreateResult>('create_integration_response', { ...draft, DryRun: true });
refused.Findings.filter(({ Replace }) => Replace !== undefined).forEach(show);

heading('2. The same call with the corrections put in by a program, and what the client would receive.');
const wanted = corrected(draft, refused.Findings);
await call<CreateResult>('create_integration_response', { ...wanted, DryRun: true });
const { ApiId, IntegrationId, ...response } = wanted;
const preview = await call<PreviewResult>('preview_integration_response', {
  ApiId,
  IntegrationId,
  Responses: [response],
  Outcomes: [
    { StatusCode: 200, Body: '{"id":"m-1"}' },
    { StatusCode: 404, Body: '{"message":"no such room"}' },
    { StatusCode: 503, Body: 'busy' },
  ],
});
for (const { MatchedText, IntegrationResponseKey, ClientReceives } of preview.Previews) {
  say(
    `    ${MatchedText} → ${(IntegrationResponseKey ?? 'no response').padEnd(12)} ${paint('bold', fold(ClientReceives ?? '(nothing)', ' '.repeat(23)))}`,
  );
}

heading('3. Created.');
const created = await call<CreateResult>('create_integration_response', wanted);
say(`    IntegrationResponseId ${paint('bold', created.IntegrationResponse?.IntegrationResponseId ?? '')}`);

heading('4. The same once more: the key is taken, and nothing is sent.');
await call<CreateResult>('create_integration_response', wanted);

heading('5. What is still missing before a client sees it.');
created.Findings.forEach(show);
created.NextSteps.forEach(({ Text, Cli = '' }, index) => {
  say(`    ${index + 1}. ${Text}`);
  say(`       ${paint('cyan', fold(Cli, '         ').replaceAll('\n', ' \\\n'))}`);
});
say();

await client.close();
process.exitCode = created.Status === 'created' ? 0 : 1;
