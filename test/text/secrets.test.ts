import { expect, test } from 'vitest';
import { withoutSecrets } from '../../src/text/secrets.ts';

const TOKEN = `IQoJb3JpZ2luX2VjE${'Ab3/+x'.repeat(40)}==`;
const SIGNATURE = 'fe5f80f77d5fa3beca038a248ff027d0445342fe2855ddc963176630326f1024';

test.each([
  `The security token included in the request is invalid: ${TOKEN}`,
  `x-amz-security-token:${TOKEN}\nhost:apigateway.us-east-1.amazonaws.com`,
  `Authorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/us-east-1/apigateway/aws4_request, SignedHeaders=host;x-amz-date, Signature=${SIGNATURE}`,
  `https://h/?X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20260101&X-Amz-Signature=${SIGNATURE}`,
  `{"sessionToken":"short-token-1"}`,
  'The key ASIAIOSFODNN7EXAMPLE is not active',
  'Authorization: Bearer abc.def.ghi',
  'invalid token: Bearer abcdefghijklmnop.def.ghi',
  'aws_secret_access_key = short-token-1',
  'aws_session_token=short-token-1&x=1',
])('%s', (text) => {
  const shown = withoutSecrets(text);
  for (const secret of [
    TOKEN,
    SIGNATURE,
    'AKIAIOSFODNN7EXAMPLE',
    'ASIAIOSFODNN7EXAMPLE',
    'short-token-1',
    'abc.def.ghi',
    'abcdefghijklmnop',
    'AKIDEXAMPLE',
  ]) {
    expect(shown).not.toContain(secret);
  }
  expect(shown).toContain('[removed]');
});

test('credentials in use are taken out whatever their form', () => {
  expect(withoutSecrets('got my-own/secret!', ['my-own/secret'])).toBe('got [removed]!');
  expect(withoutSecrets('?t=my-own%2Fsecret', ['my-own/secret'])).toBe('?t=[removed]');
});

test.each([
  'User: arn:aws:iam::123456789012:user/dev is not authorized to perform: apigateway:POST on resource: arn:aws:apigateway:us-east-1::/apis/k3v9x1qz7d/integrations/c9d5w0r/integrationresponses',
  'Invalid API identifier specified 123456789012:k3v9x1qz7d',
  'Signature expired: 20260101T000000Z is now earlier than 20260101T000500Z',
  'The security token included in the request is expired',
  'Basic authentication is not supported',
])('stays as it is: %s', (text) => {
  expect(withoutSecrets(text)).toBe(text);
});
