// Which documented variable of a selection expression was meant by another name.
import { expect, test } from 'vitest';
import { documentedVariable } from '../../src/dry-run/expression/expression-variable.ts';

test.each([
  ['statuscode', 'integration.response.statuscode'],
  ['statusCode', 'integration.response.statuscode'],
  ['status', 'integration.response.statuscode'],
  ['response.status', 'integration.response.statuscode'],
  ['method.response.statusCode', 'integration.response.statuscode'],
  ['route.response.statuscode', 'integration.response.statuscode'],
  ['intergration.response.statuscode', 'integration.response.statuscode'],
  ['integration.response.statuscode.x', undefined],
  ['response.header.x-kind', 'integration.response.header.x-kind'],
  ['response.headers.xs.ys', 'integration.response.header.xs.ys'],
  ['integration.response.Header.x', 'integration.response.header.x'],
  ['integration.response.multiValueHeader.x', 'integration.response.multivalueheader.x'],
  ['integration.response.multivalueheaders.x', 'integration.response.multivalueheader.x'],
  ['integration.response.header', undefined],
  ['integration.response.body.kind', undefined],
  ['integration.status', undefined],
  ['method.request.body.a', 'request.body.a'],
  ['route.request.body.a.b', 'request.body.a.b'],
  ['Request.Body.a', 'request.body.a'],
  ['request.body', 'request.body'],
  ['request.body.', undefined],
  ['request.body.a..b', undefined],
  ['request.header.x', undefined],
  ['method.request.header.x', undefined],
  ['context.request.body.a', undefined],
  ['context.status', undefined],
  ['stageVariables.status', undefined],
  ['connectionId', undefined],
  ['', undefined],
  [' request.body.a ', 'request.body.a'],
])('%j: %j', (name, meant) => {
  expect(documentedVariable(name)).toBe(meant);
});
