// Twenty of the worst calls at once: how long each takes, whether the server still answers, and what it costs in memory.
import { report } from '../measure.ts';
import { greet, MAIN, startServer } from '../server-process.ts';

const CALLS = 20;
const PING_EVERY_MS = 10;
const MEGABYTE = 1024 * 1024;

const many = <T>(length: number, make: (index: number) => T): T[] => Array.from({ length }, (_, index) => make(index));
const alternations = (n: number) => many(60, (index) => `word${index}x${n}`).join('|');
const LAMBDA =
  'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:f/invocations';

/** Calls without an API: what they cost is judging and rendering alone. */
const WORST: readonly { readonly name: string; readonly arguments: object }[] = [
  {
    name: 'preview_integration_response',
    arguments: {
      Responses: many(50, (index) => ({ IntegrationResponseKey: `/(${alternations(index)})*(a+)+b${index}/` })),
      IntegrationType: 'AWS',
      IntegrationUri: LAMBDA,
      Outcomes: many(20, (index) => ({ ErrorMessage: 'a'.repeat(150_000) + index })),
    },
  },
  {
    name: 'preview_integration_response',
    arguments: {
      Responses: [
        {
          IntegrationResponseKey: '$default',
          TemplateSelectionExpression: many(240, (index) => `\${request.body.a${index}..b}`).join(''),
          ResponseTemplates: { $default: 'x' },
        },
      ],
      ClientMessage: JSON.stringify({ list: many(9000, (index) => ({ b: index })) }),
      Outcomes: many(20, () => ({})),
    },
  },
  {
    name: 'preview_integration_response',
    arguments: {
      Responses: [
        {
          IntegrationResponseKey: '$default',
          TemplateSelectionExpression: '\\$default',
          ResponseTemplates: { $default: '#foreach($i in [1..1000])#foreach($j in [1..1000])$i$j#end#end' },
        },
      ],
      Outcomes: many(20, () => ({ Body: '{}' })),
    },
  },
  {
    name: 'create_integration_response',
    arguments: {
      ApiId: 'k3v9x1qz7d',
      IntegrationId: 'c9d5w0r',
      DryRun: true,
      IntegrationResponseKey: '$default',
      TemplateSelectionExpression: '\\$default',
      ResponseTemplates: Object.fromEntries(
        many(12, (index) => [
          `k${index}`,
          `#foreach($a in $input.path('$..*'))#foreach($b in $input.path('$..*'))$a$b#end#end`.repeat(200),
        ]),
      ),
    },
  },
  { name: 'preview_integration_response', arguments: { Outcomes: many(1_000_000, () => 1) } },
];

export async function hostileAtOnce(): Promise<void> {
  const server = startServer([MAIN, '--sandbox']);
  await greet(server);
  await server.request('tools/call', { name: 'describe_websocket_api', arguments: {} });
  const pings: number[] = [];
  let busy = true;
  const pinging = (async () => {
    while (busy) {
      const start = performance.now();
      await server.request('ping');
      pings.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, PING_EVERY_MS));
    }
  })();
  const durations = await Promise.all(
    many(CALLS, async (index) => {
      const start = performance.now();
      await server.request('tools/call', WORST[index % WORST.length]);
      return performance.now() - start;
    }),
  );
  busy = false;
  await pinging;
  pings.sort((a, b) => a - b);
  console.log(`${CALLS} of the worst calls at once`);
  report('longest call, s', Math.max(...durations) / 1000, 10);
  report('ping, 99th percentile, ms', pings[Math.floor(pings.length * 0.99)] ?? Number.NaN, 150);
  report('peak memory, MB', (server.memory()?.peak ?? Number.NaN) / MEGABYTE, 600);
  server.end();
}
