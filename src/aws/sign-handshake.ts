// The signature of a WebSocket handshake, as IAM authorization of `$connect` wants it.
import type { ApiGatewayV2Client } from '@aws-sdk/client-apigatewayv2';
import { SignatureV4 } from '@smithy/signature-v4';

/** The headers to send with a GET of this `wss:` URL; rejects with the SDK's own error where there are no credentials. */
export async function signHandshake(
  client: ApiGatewayV2Client,
  url: string,
): Promise<Readonly<Record<string, string>>> {
  const { protocol, hostname, host, port, pathname, searchParams } = new URL(url);
  const { credentials, sha256 } = client.config;
  const signer = new SignatureV4({ service: 'execute-api', region: await client.config.region(), credentials, sha256 });
  const { headers } = await signer.sign({
    method: 'GET',
    protocol,
    hostname,
    ...(port !== '' && { port: Number(port) }),
    path: pathname,
    query: Object.fromEntries(searchParams),
    headers: { host },
  });
  const { host: _, ...signed } = headers;
  return signed;
}
