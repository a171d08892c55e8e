import { describe, expect, test } from 'vitest';
import { clientMessage } from '../../src/api-gateway/client-message.ts';
import { evaluateSelectionExpression } from '../../src/api-gateway/evaluate-selection-expression.ts';
import { parseSelectionExpression } from '../../src/api-gateway/selection-expression.ts';

const join = '{"service":"chat","action":"join"}';

describe('evaluateSelectionExpression', () => {
  test.each([
    ['${integration.response.statuscode}', { statusCode: 404 }, '404'],
    ['$integration.response.statuscode', {}, '200'],
    ['\\$default', {}, '$default'],
    ['200', { statusCode: 404 }, '200'],
    ['${request.body.action}', { message: '{"action":"join"}' }, 'join'],
    ['${request.body.service}/${request.body.action}', { message: join }, 'chat/join'],
    ['${request.body.action}-${request.body.invalidPath}', { message: join }, 'join-'],
    ['$request.body.action', { message: 'join me' }, ''],
    ['$request.body.action', { message: '' }, ''],
    ['$request.body.action', { message: '{"action":' }, ''],
    ['$request.body.action', { message: undefined }, ''],
    ['$request.body.action', { message: '{"action":null}' }, ''],
    ['$request.body.detail-type', { message: '{"detail-type":"paid"}' }, 'paid'],
    ['$request.body.items', { message: '{"items":["item1","item2"]}' }, '[item1, item2]'],
    ['$request.body.items[1]', { message: '{"items":["item1","item2"]}' }, 'item2'],
    ['$request.body[0]', { message: '[7]' }, '7'],
    ['$request.body.a', { message: '{"a":{"b":1.0}}' }, '{b=1.0}'],
    ['$request.body.constructor', { message: '{}' }, ''],
    ['${request.body.[}', { message: '{}' }, ''],
    ['$request.body', { message: 'plain' }, 'plain'],
    ['${integration.response.header.x-kind}', {}, ''],
    ['${integration.response.header.x-kind}', { headers: new Map([['x-kind', 'a']]) }, 'a'],
    ['${integration.response.header.x-kind}', { headers: new Map([['X-Kind', 'a']]) }, ''],
    ['$integration.response.multivalueheader.x', { headers: new Map([['x', 'a,b']]) }, 'a,b'],
    ['$default', {}, ''],
    ['a${context.routeKey}b', {}, 'ab'],
    ['$request.body.a', { message: '{"a":"$request.body.b","b":1}' }, '$request.body.b'],
  ])('%s with %o is %s', (source, given, value) => {
    const { message, ...others } = { message: undefined, ...given };
    const inputs = {
      statusCode: 200,
      headers: new Map<string, string>(),
      ...others,
      message: message === undefined ? undefined : clientMessage(message),
    };
    expect(evaluateSelectionExpression(parseSelectionExpression(source), inputs)).toBe(value);
  });
});
