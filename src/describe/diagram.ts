// An API as a flowchart in Mermaid: routes, what they lead to, the responses in matching order, and what comes of them.
import type { DescribeResult, IntegrationSummary, RouteSummary, StageSummary } from '../contract/describe.ts';
import { visible } from '../text/quote.ts';

/** Longest name of the account that a node shows. */
const MAX_NAME = 60;

const OUTCOMES = {
  answered: 'the client is answered',
  dropped: 'one-way: the answer is dropped',
  handshake: 'the connection opens or is refused',
  closed: 'nothing: the connection is closed',
  unknown: 'not known: route responses not read',
  failed: 'Internal server error',
} as const;
type Outcome = keyof typeof OUTCOMES;

/** The flowchart of what was read; names from the account are data in it, whatever they hold. */
export function diagram({
  Routes = [],
  Unrouted = [],
  Stages = [],
}: Pick<DescribeResult, 'Routes' | 'Unrouted' | 'Stages'>): string {
  const integrations = new Map<string, IntegrationSummary>();
  for (const integration of [...Routes.flatMap((route) => route.Integration ?? []), ...Unrouted]) {
    // The first place shows the whole of it, later ones its id.
    if (!integrations.has(integration.IntegrationId)) integrations.set(integration.IntegrationId, integration);
  }
  const nodeOf = new Map([...integrations.keys()].map((id, index) => [id, `I${index}`]));
  const lines = [
    ...Routes.flatMap((route, index) => {
      const target = route.Integration && nodeOf.get(route.Integration.IntegrationId);
      const node = `R${index}([${label(route.RouteKey)}])`;
      return target ? `${node} -->|${label(WAYS[outcomeOf(route)])}| ${target}` : node;
    }),
    ...[...integrations].flatMap(([id, integration]) =>
      integrationLines(nodeOf.get(id) ?? '', integration, [
        ...new Set(Routes.filter(({ Integration }) => Integration?.IntegrationId === id).map(outcomeOf)),
      ]),
    ),
  ];
  const outcomes = Object.entries(OUTCOMES).filter(([outcome]) => lines.some((line) => line.endsWith(` ${outcome}`)));
  return [
    'flowchart LR',
    ...[...lines, ...outcomes.map(([outcome, text]) => `${outcome}{{${label(text)}}}`)].map((line) => `  ${line}`),
    ...stageLines(Stages),
  ].join('\n');
}

/** What becomes of an answer on a route, and how the way there is called. */
const WAYS: Readonly<Record<Exclude<Outcome, 'failed'>, string>> = {
  answered: 'two-way',
  dropped: 'one-way',
  handshake: 'handshake',
  closed: 'after the end',
  unknown: 'not known',
};

function outcomeOf({ RouteKey, TwoWay }: RouteSummary): Exclude<Outcome, 'failed'> {
  if (RouteKey === '$connect') return 'handshake';
  if (RouteKey === '$disconnect') return 'closed';
  return TwoWay === undefined ? 'unknown' : TwoWay ? 'answered' : 'dropped';
}

function integrationLines(node: string, integration: IntegrationSummary, outcomes: readonly Outcome[]): string[] {
  const { IntegrationId, IntegrationType = 'integration', IntegrationUri = '', KeysMatch, Responses } = integration;
  const name = [IntegrationType, IntegrationId, IntegrationUri].filter((part) => part !== '').join(' ');
  const declared = `${node}[${label(outcomes.length > 0 ? name : `${name} (no route)`)}]`;
  if (KeysMatch === 'nothing')
    return [declared, ...outcomes.map((outcome) => `${node} -->|${label('passes through')}| ${outcome}`)];
  if (!Responses) return [declared, `${node} --> ${node}K[${label('integration responses not read')}]`];
  const hasDefault = Responses.some(({ IntegrationResponseKey }) => IntegrationResponseKey === '$default');
  return [
    declared,
    ...Responses.flatMap(({ IntegrationResponseKey = '' }, index) => [
      `${node} --> ${node}K${index}[${label(`${index + 1}: ${IntegrationResponseKey}`)}]`,
      ...outcomes.map((outcome) => `${node}K${index} --> ${outcome}`),
    ]),
    ...(hasDefault ? [] : [`${node} -->|${label('no key matches')}| failed`]),
  ];
}

function stageLines(stages: readonly StageSummary[]): string[] {
  if (stages.length === 0) return [];
  const nodes = stages.map(({ StageName, State = 'deployment not read', DeployedAt }, index) => {
    const live = [State, ...(DeployedAt === undefined ? [] : [`of ${DeployedAt}`])].join(' ');
    return `    S${index}[${label(`${StageName}: ${live}`)}]`;
  });
  return [`  subgraph stages[${label('Stages')}]`, ...nodes, '  end'];
}

/**
 * A label in quotes; all but plain characters as character codes, so that nothing in a name is markup, quote or directive,
 * nor, at the start, the mark of a list.
 */
function label(text: string): string {
  const code = (char: string) => `#${char.codePointAt(0)};`;
  const shown = visible(text, MAX_NAME).replace(/[^\p{L}\p{N} .:/,()-]/gu, code);
  return `"${shown.replace(/(?<=^\s*\d*)[.-]/, code).trim() || '(empty)'}"`;
}
