import { expect, test } from 'vitest';
import { crashed } from '../../src/mcp/crashed.ts';
import { tools } from '../../src/tools/index.ts';
import { callContext } from '../support/call-context.ts';

const context = callContext(() => Promise.reject(new Error('no control plane')));

test.each(tools)('a crash of $name fits its schema', (tool) => {
  const result = crashed(tool, new Error('boom'), context);
  expect(tool.output.strict().parse(result)).toMatchObject({ Status: 'failed', Error: { Message: 'Error: boom' } });
});
