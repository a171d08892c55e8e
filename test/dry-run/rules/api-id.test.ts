import { describe, expect, test } from 'vitest';
import { exampleSubject } from '../../../src/dry-run/example.ts';
import { apiId } from '../../../src/dry-run/rules/api-id.ts';
import { testRule } from '../../support/test-rule.ts';

const ID = 'a1b2c3d4e5';
const name = (text: string) => JSON.stringify(text).slice(0, 80);
const silent = (ApiId: string) => ({ name: name(ApiId), wanted: { ApiId } });
const found = (ApiId: string, Replace?: string) => ({
  ...silent(ApiId),
  problems: [{ Path: ['ApiId'], ...(Replace !== undefined && { Replace }) }],
});

testRule(apiId, {
  silent: [silent(ID), silent('abc'), silent('Api_id-1'), { name: 'absent', live: {} }],
  found: [
    // nothing in it can be an id
    ...['', '.', '..', '../x', 'a/b', 'a?b', 'a#b', '%2e%2e', 'a b', 'a\0b', '\0', '/', 'ä', 'a'.repeat(129)].map(
      (text) => found(text),
    ),
    found('x'.repeat(10_000_000)),
    found(`${ID}${' '.repeat(3000)}`),
    found('chat.example.com'),
    found(`integrations/abc123`),

    // the id is in it
    found(`"${ID}"`, ID),
    found(`'${ID}',`, ID),
    found(`${ID}\n`, ID),
    found(` ${ID}\u200b`, ID),
    found(`arn:aws:apigateway:us-east-1::/apis/${ID}`, ID),
    found(`arn:aws-cn:apigateway:cn-north-1::/apis/${ID}/integrations/abc123`, ID),
    found(`arn:aws:execute-api:us-east-1:123456789012:${ID}/*/$connect`, ID),
    found(`arn:aws-us-gov:execute-api:us-gov-west-1:123456789012:${ID}`, ID),
    found(`wss://${ID}.execute-api.us-east-1.amazonaws.com/dev`, ID),
    found(`https://${ID}.execute-api.us-east-1.amazonaws.com/dev/@connections`, ID),
    found(`${ID}.execute-api.cn-north-1.amazonaws.com.cn`, ID),
    found(`https://apigateway.us-east-1.amazonaws.com/v2/apis/${ID}/routes`, ID),
    found(`https://us-east-1.console.aws.amazon.com/apigateway/main/apis/${ID}/routes?region=us-east-1`, ID),
    found(`https://us-east-1.console.aws.amazon.com/apigateway/main/develop/routes?api=${ID}&region=us-east-1`, ID),
    found('https://us-east-1.console.aws.amazon.com/apigateway/main/apis?api=unselected'),
    found(`/apis/${ID}/integrations/abc123`, ID),
    found(`apis/${ID}`, ID),
    found(`${ID}/abc123`, ID),

    // stands for an id that only a deployment knows
    ...[
      '${Api}',
      '${Token[TOKEN.12]}',
      '{"Ref": "Api"}',
      '!Ref Api',
      '!GetAtt Api.ApiId',
      '<api-id>',
      '{{resolve:ssm:/chat/api-id}}',
      '"${Api}"\n',
      '$API_ID',
      '%API_ID%',
      'aws_apigatewayv2_api.chat.id',
      'module.chat.api_id',
      'webSocketApi.apiId',
    ].map((text) => found(text)),

    found(`arn:aws:apigateway:us-east-1::/restapis/${ID}/stages/prod`),
  ],
});

describe('what it says', () => {
  const ALONE = 'Give the id alone: letters and digits.';
  const DEPLOYED = 'Give the id it stands for once deployed; describe_websocket_api lists the APIs.';
  const REST = 'Give the id of a WebSocket API and of its integration; API Gateway V2 cannot see REST APIs.';
  const rest = `restapis/${ID}/stages/prod`;
  test.each([
    ['a b', 'ApiId "a b" cannot be an id.', ALONE],
    [`apis/${ID}`, `ApiId "apis/${ID}" cannot be an id.`, `Give the id alone: "${ID}".`],
    ['${Api}', 'ApiId is the unresolved reference "${Api}".', DEPLOYED],
    [' "<api-id>"\n', 'ApiId is the unresolved reference " "<api-id>"\\n".', DEPLOYED],
    ['\'"!Ref Api"\'', 'ApiId is the unresolved reference "\'"!Ref Api"\'".', DEPLOYED],
    ['x <api-id>', 'ApiId "x <api-id>" cannot be an id.', ALONE],
    ['<api-id> x', 'ApiId "<api-id> x" cannot be an id.', ALONE],
    ['a$API_ID b', 'ApiId "a$API_ID b" cannot be an id.', ALONE],
    [rest, `ApiId "${rest}" leads to a REST API.`, REST],
    [`/${rest}`, `ApiId "/${rest}" leads to a REST API.`, REST],
    [`x${rest}`, `ApiId "x${rest}" cannot be an id.`, ALONE],
  ])('%j', (ApiId, Message, Fix) => {
    expect(apiId.check(exampleSubject({}, { ApiId }))).toMatchObject([{ Message, Fix }]);
  });

  test('what stands behind two thousand characters is not looked at', () => {
    const messageOf = (ApiId: string) => apiId.check(exampleSubject({}, { ApiId }))[0]?.Message;
    expect(messageOf(`${'-'.repeat(1998)} ${'${x}'}`)).toContain('cannot be an id');
    expect(messageOf(`${'-'.repeat(1990)} ${'${x}'}`)).toContain('unresolved');
    expect(messageOf(`${'-'.repeat(1991)}/restapis/`)).toContain('cannot be an id');
    expect(messageOf(`${'-'.repeat(1990)}/restapis/`)).toContain('REST API');
    const padded = (length: number) => `"${ID}"`.padEnd(length);
    expect(apiId.check(exampleSubject({}, { ApiId: padded(2000) }))).toMatchObject([{ Replace: ID }]);
    expect(apiId.check(exampleSubject({}, { ApiId: padded(2001) }))[0]).not.toHaveProperty('Replace');
  });
});
