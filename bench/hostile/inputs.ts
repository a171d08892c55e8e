// Inputs made to cost as much as possible for their size, by name, and the most milliseconds each may take alone.
import { audit } from '../../src/describe/audit.ts';
import { dryRun } from '../../src/dry-run/dry-run.ts';
import { exampleSubject, soundLive } from '../../src/dry-run/example.ts';
import type { ApiState } from '../../src/live/read-api.ts';
import { assumedDestination } from '../../src/preview/destination.ts';
import { type PreviewRequest, preview } from '../../src/preview/preview.ts';

export interface HostileInput {
  /** Milliseconds. */
  readonly bound: number;
  readonly run: () => unknown;
}

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const response = (key: string, index: number) => ({
  IntegrationResponseId: `r${index}`,
  IntegrationResponseKey: key,
});

const LAMBDA = {
  IntegrationId: 'abc123',
  IntegrationType: 'AWS' as const,
  IntegrationUri:
    'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:f/invocations',
};

/** An API whose one integration, a Lambda function, has these keys. */
function apiWith(keys: readonly string[]): ApiState {
  return {
    api: soundLive.api ?? {},
    routes: soundLive.routes ?? [],
    inView: soundLive.routes ?? [],
    routesLeft: [],
    integrationsLeft: [],
    deployments: [],
    integrations: [LAMBDA],
    responses: new Map([['abc123', keys.map(response)]]),
    routeResponses: soundLive.routeResponses ?? new Map(),
    stages: soundLive.stages ?? [],
    failures: [],
  };
}

type Drafts = Partial<Omit<PreviewRequest, 'destinations'>> & {
  readonly stageVariables?: Readonly<Record<string, string>>;
};

/** A preview of so many outcomes. */
function previewOf(outcomes: number, drafts: Drafts, body = '{}', ErrorMessage?: string): unknown {
  const { stageVariables: StageVariables, ...request } = drafts;
  return preview({
    responses: [{ IntegrationResponseKey: '$default' }],
    integrationType: 'HTTP',
    outcomes: many(outcomes, () => ({ Body: body, ...(ErrorMessage !== undefined && { ErrorMessage }) })),
    destinations: [assumedDestination({ StageVariables })],
    ...request,
  });
}

const words = (count: number, seed: number): string => many(count, (n) => `word${seed}x${n}[a-z]*`).join('|');

/** A JSON object of about so many characters, its members found late. */
const message = (characters: number): string =>
  JSON.stringify({ pad: many(Math.floor(characters / 12), (n) => n + 1_000_000), a: { b: { c: 'x' } } });

export const HOSTILE_INPUTS: Readonly<Record<string, HostileInput>> = {
  'audit: 100 patterns that share long alternations': {
    bound: 2000,
    run: () => audit('a1b2c3d4e5', apiWith(many(100, (n) => `/(${words(20, 0)}|own${n})+x?/`))),
  },
  'audit: 300 plain patterns': {
    bound: 2000,
    run: () => audit('a1b2c3d4e5', apiWith(many(300, (n) => `/.*Error ${n}.*[a-z]+.*/`))),
  },
  'audit: 300 patterns that share nothing': {
    bound: 2000,
    run: () => audit('a1b2c3d4e5', apiWith(many(300, (n) => `/Error number ${n}: [a-z ]+/`))),
  },
  'preview: 240 body paths over a 128 KB message, 20 outcomes': {
    bound: 2000,
    run: () =>
      previewOf(20, {
        clientMessage: message(128_000),
        responses: [
          {
            IntegrationResponseKey: '$default',
            TemplateSelectionExpression: many(240, (n) => `\${request.body.a.b.c${n % 7 === 0 ? '' : n}}`).join(''),
            ResponseTemplates: { $default: '{}' },
          },
        ],
      }),
  },
  'preview: 240 scanning body paths over a 128 KB message, 20 outcomes': {
    bound: 2000,
    run: () =>
      previewOf(20, {
        clientMessage: message(128_000),
        responses: [
          {
            IntegrationResponseKey: '$default',
            TemplateSelectionExpression: many(240, (n) => `\${request.body..c${n}}`).join(''),
            ResponseTemplates: { $default: '{}' },
          },
        ],
      }),
  },
  'preview: 50 keys against a 1 MB ErrorMessage, 20 outcomes': {
    bound: 2000,
    run: () =>
      previewOf(
        20,
        {
          integrationType: 'AWS',
          integrationUri: LAMBDA.IntegrationUri,
          responses: many(50, (n) => ({ IntegrationResponseKey: `/(a|b|[a-z ])*(x|y)?.*${n}!/` })),
        },
        '{}',
        'a b'.repeat(350_000),
      ),
  },
  'preview: 20 templates that never end': {
    bound: 2000,
    run: () =>
      previewOf(20, {
        responses: [
          {
            IntegrationResponseKey: '$default',
            ResponseTemplates: { 'application/json': '#foreach($i in [1..99999])#foreach($j in [1..99999])x#end#end' },
          },
        ],
      }),
  },
  'preview: 20 bodies of 1 MB': {
    bound: 2000,
    run: () =>
      previewOf(
        20,
        {
          responses: [
            {
              IntegrationResponseKey: '$default',
              ResponseTemplates: { 'application/json': "$input.json('$..x')$input.json('$')" },
            },
          ],
        },
        message(1_000_000),
      ),
  },
  'preview: 300,000 stage variables, 20 outcomes': {
    bound: 2000,
    run: () =>
      previewOf(20, {
        stageVariables: Object.fromEntries(many(300_000, (n) => [`v${n}`, 'x'])),
        responses: [
          {
            IntegrationResponseKey: '$default',
            ResponseTemplates: { 'application/json': '$stageVariables.v7 $stageVariables' },
          },
        ],
      }),
  },
  'dry run: 100 siblings of nested quantifiers': {
    bound: 1000,
    run: () =>
      dryRun(
        exampleSubject(
          {
            live: {
              integration: LAMBDA,
              responses: many(100, (n) => response(`/(([a-z]+)+([0-9]{1,20}){1,20})+${n}/`, n)),
            },
          },
          { IntegrationResponseKey: '/((x[a-z]*)+([0-9]+){2,9})*!/' },
        ),
      ),
  },
};
