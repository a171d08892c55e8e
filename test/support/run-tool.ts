// One call of a tool inside the test, against a control plane on loopback; the result must fit the announced schema.
import { expect } from 'vitest';
import type { ZodObject, ZodRawShape, z } from 'zod/v3';
import { createSdkGateway } from '../../src/aws/sdk-gateway.ts';
import type { Tool } from '../../src/mcp/tool.ts';
import { callContext } from './call-context.ts';
import type { Fault } from './edge.ts';

export async function runTool<Output extends ZodRawShape>(
  tool: Tool<ZodRawShape, Output>,
  endpoint: string,
  args: object,
): Promise<z.infer<ZodObject<Output>>> {
  const gateway = createSdkGateway({
    backend: 'sandbox',
    endpoint,
    region: 'us-east-1',
    timeoutSeconds: 5,
    sharedFiles: [],
  });
  const result = await tool.run(
    args,
    callContext(() => Promise.resolve(gateway)),
  );
  expect(tool.output.strict().parse(result)).toEqual(result);
  return result;
}

/** Answers the reads of these paths with a refusal. */
export const refuse =
  (path: RegExp, status: number, type: string): Fault =>
  (req, res) => {
    if (req.method !== 'GET' || !path.test((req.url ?? '').replace(/\?.*/, ''))) return false;
    res.writeHead(status, { 'x-amzn-ErrorType': type, 'content-type': 'application/json' });
    res.end('{"message":"no"}');
    return true;
  };

export const deny = (path: RegExp): Fault => refuse(path, 403, 'AccessDeniedException');
