// Whose account it is: asked before anything is made.
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { defaultProvider } from '@aws-sdk/credential-provider-node';

/** The number of the account that the credentials of this environment belong to. */
export async function accountOf(region: string, signal: AbortSignal): Promise<string | undefined> {
  const client = new STSClient({ region, credentials: defaultProvider({}) });
  const { Account } = await client.send(new GetCallerIdentityCommand({}), { abortSignal: signal });
  return Account;
}
