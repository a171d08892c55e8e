// Runs the experiments that settle what nobody has published, against AWS or the sandbox.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import manifest from '../package.json' with { type: 'json' };
import type { GatewayOptions } from '../src/aws/gateway.ts';
import { sharedFiles } from '../src/aws/sdk-gateway.ts';
import { startLocalGateway } from '../src/data-plane/start-local-gateway.ts';
import { controlPlaneExperiments } from './conformance/control-plane.ts';
import { accountOf } from './conformance/identity.ts';
import { report } from './conformance/report.ts';
import { type ExperimentResult, runExperiment } from './conformance/run.ts';
import { runTimeExperiments } from './conformance/run-time.ts';
import type { Patience } from './conformance/talk.ts';
import { createSend, type Send } from './conformance/wire.ts';
import { cleanUp, type Ids, makeWorld, newRun } from './conformance/world.ts';

const USAGE = `npm run conformance -- --sandbox | --endpoint URL | --yes-in-account ID --region R [--clean-up] [--only ID,…] [--out FILE]

  --sandbox            against a sandbox of its own
  --endpoint URL       against a sandbox that runs already, on this machine
  --yes-in-account ID  against AWS, in this account and no other; needs --region
  --clean-up           delete what an earlier run has left, and do nothing else
  --only ID,…          these experiments only
  --out FILE           where the recording goes; default: none

Against AWS it makes some 30 APIs named integration-response-mcp-conformance-…, tagged so, and deletes them in every case. It sends
some 700 requests, at most 8 a second, to the control plane, which AWS does not charge for. Messages cost less than one cent.`;

const TIMEOUT_SECONDS = 30;
const PATIENCE = { sandbox: { answer: 5000, quiet: 300 }, aws: { answer: 31_000, quiet: 5000 } } as const;

const { values: options } = parseArgs({
  options: {
    sandbox: { type: 'boolean', default: false },
    endpoint: { type: 'string' },
    'yes-in-account': { type: 'string' },
    region: { type: 'string' },
    'clean-up': { type: 'boolean', default: false },
    only: { type: 'string' },
    out: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

// The first signal ends the experiments, and what they have made is deleted; a second one ends the process.
const interruption = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => interruption.abort());

if (options.help) console.log(USAGE);
else process.exitCode = await main().catch(told);

async function main(): Promise<number> {
  const own = options.sandbox ? await startLocalGateway() : undefined;
  try {
    const endpoint = own?.endpoint ?? options.endpoint;
    if (endpoint !== undefined) return await against(localOptions(endpoint), 'sandbox');
    return await against(await awsOptions(), 'aws');
  } finally {
    await own?.close();
  }
}

async function against(gateway: GatewayOptions, target: 'aws' | 'sandbox'): Promise<number> {
  const send = createSend(gateway, target === 'aws');
  if (options['clean-up']) {
    const deleted = await cleanUp(send, interruption.signal);
    console.log(deleted.length === 0 ? 'Nothing was left.' : `Deleted: ${deleted.join(', ')}`);
    return 0;
  }
  const results = await experiments(send, PATIENCE[target]);
  console.log(report(results));
  if (options.out) await record(options.out, { target, ...(gateway.region && { region: gateway.region }) }, results);
  return target === 'sandbox' && results.some(({ verdict }) => verdict !== 'agrees') ? 1 : 0;
}

async function experiments(send: Send, patience: Patience): Promise<ExperimentResult[]> {
  const { signal } = interruption;
  const run = newRun();
  const ids: Ids = new Map([['run', run]]);
  const results: ExperimentResult[] = [];
  try {
    await makeWorld(run, send, ids, signal);
    for (const experiment of wanted()) results.push(await runExperiment(experiment, { send, ids, patience, signal }));
    return results;
  } finally {
    // After an interruption, too; what was made while its answer was on the way is found by its name.
    await cleanUp(send, new AbortController().signal, run);
  }
}

function wanted() {
  const only = options.only?.split(',');
  return [...controlPlaneExperiments, ...runTimeExperiments].filter(
    ({ id }) => only === undefined || only.includes(id),
  );
}

function localOptions(endpoint: string): GatewayOptions {
  const { hostname } = new URL(endpoint);
  if (!['127.0.0.1', '[::1]', 'localhost'].includes(hostname)) {
    throw new Error('--endpoint takes an address of this machine only. For AWS give --yes-in-account and --region.');
  }
  return { backend: 'sandbox', endpoint, region: 'us-east-1', sharedFiles: [], timeoutSeconds: TIMEOUT_SECONDS };
}

async function awsOptions(): Promise<GatewayOptions> {
  const { region, 'yes-in-account': wantedAccount } = options;
  if (wantedAccount === undefined || region === undefined) throw new Error(USAGE);
  const account = await accountOf(region, interruption.signal);
  if (account !== wantedAccount) {
    throw new Error(`These credentials belong to account ${account}, not to ${wantedAccount}: nothing was made.`);
  }
  return { backend: 'aws', region, sharedFiles: sharedFiles(process.env), timeoutSeconds: TIMEOUT_SECONDS };
}

async function record(path: string, where: object, results: readonly ExperimentResult[]): Promise<void> {
  const recording = {
    version: manifest.version,
    date: new Date().toISOString().slice(0, 10),
    ...where,
    experiments: results,
  };
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify(recording, null, 2)}\n`);
  console.log(`Recorded in ${path}.`);
}

function told(error: unknown): number {
  console.error(
    interruption.signal.aborted
      ? 'Interrupted; what was made is deleted.'
      : error instanceof Error
        ? error.message
        : error,
  );
  return 1;
}
