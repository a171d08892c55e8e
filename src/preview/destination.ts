// Where the answers of the integration go: the routes that lead to it, as they are or as they are assumed to be.

import type { Route, Stage } from '@aws-sdk/client-apigatewayv2';
import type { Note, PreviewArguments } from '../contract/preview.ts';
import { DEFAULT_CONTEXT } from '../engines/mapping-template/default-context.ts';
import { facts } from '../facts/facts.ts';
import { isTwoWay, nameOf, routesOf } from '../live/reach.ts';
import type { Read, Snapshot } from '../live/snapshot.ts';
import { quote } from '../text/quote.ts';
import { noteOf } from './add-note.ts';

/** A route as the client meets it. */
export interface Destination {
  /** undefined: no route is known. */
  readonly routeKey: string | undefined;
  /** Whether anything leads to the integration at all. */
  readonly isReached: boolean;
  readonly twoWay: boolean;
  /** `$context` on this route. */
  readonly context: Readonly<Record<string, unknown>>;
  readonly stageVariables: Readonly<Record<string, string>> | undefined;
  /** On what all this rests. */
  readonly notes: readonly Note[];
}

/** Routes that are rendered; the order is of their use for the reader. */
const MAX_ROUTES = 8;

type Given = Pick<PreviewArguments, 'ApiId' | 'RouteKey' | 'StageName' | 'TwoWay' | 'Context' | 'StageVariables'>;

/** The destination of drafts that belong to no API. */
export function assumedDestination(given: Given): Destination {
  const { RouteKey, StageName, TwoWay } = given;
  const context = contextOf(given, {
    ...(RouteKey !== undefined && { routeKey: RouteKey }),
    ...(StageName !== undefined && { stage: StageName }),
  });
  const event = EVENT_ROUTES.get(String(context['eventType']));
  const text =
    TwoWay === undefined || event
      ? `No ids are given: that ${event ? `the route ${event}` : 'a two-way route'} leads to the integration is assumed.`
      : `That the route is ${way(TwoWay)} is the caller's word.`;
  return {
    routeKey: RouteKey,
    isReached: true,
    twoWay: TwoWay ?? true,
    context,
    stageVariables: given.StageVariables,
    notes: [note('inferred', text)],
  };
}

/** The destinations that the live state shows, the one to show first in front; what the caller gives goes before it. */
export function liveDestinations(given: Given, live: Snapshot): readonly [Destination, ...Destination[]] {
  const stage = chosenStage(given, live.stages);
  const stageNotes = notesOfStage(given, stage, live);
  const destination = (route: Route | undefined, members: Pick<Destination, 'isReached' | 'twoWay' | 'notes'>) => ({
    ...members,
    routeKey: route?.RouteKey,
    context: contextOf(given, {
      ...domainOf(live),
      ...(given.ApiId !== undefined && { apiId: given.ApiId }),
      ...(stage?.StageName !== undefined && { stage: stage.StageName }),
      ...(route?.RouteKey !== undefined && { routeKey: route.RouteKey }),
    }),
    stageVariables: given.StageVariables ?? stage?.StageVariables,
    notes: [...members.notes, ...stageNotes],
  });
  const { TwoWay } = given;
  if (!live.routes) {
    const text = `Which routes use the integration is not known (${reasonOf(live, 'GetRoutes')}): a ${way(TwoWay ?? true)} one is assumed.`;
    return [destination(undefined, { isReached: true, twoWay: TwoWay ?? true, notes: [note('inferred', text)] })];
  }
  const routes = routesOf(live, live.integration?.IntegrationId);
  const inView = routes.filter(({ RouteKey }) => given.RouteKey === undefined || RouteKey === given.RouteKey);
  const [first, ...others] = inView
    .toSorted((a, b) => rank(a, live) - rank(b, live) || (keyOf(a) < keyOf(b) ? -1 : 1))
    .slice(0, MAX_ROUTES)
    .map((route) =>
      destination(route, {
        isReached: true,
        twoWay: TwoWay ?? isTwoWay(live, route) ?? true,
        notes: [routeNote(route, routes.length, given, live)],
      }),
    );
  if (first) return [first, ...others];
  const text =
    TwoWay === undefined
      ? 'No route of the API uses this integration, so no message reaches it.'
      : `No route of the API uses this integration: shown is what a ${way(TwoWay)} route would bring, as the caller asks.`;
  return [
    destination(undefined, {
      isReached: TwoWay !== undefined,
      twoWay: TwoWay ?? false,
      notes: [note('documented', text)],
    }),
  ];
}

const note = (ground: Parameters<typeof noteOf>[1], text: string): Note => noteOf('delivery', ground, text);

const way = (twoWay: boolean): string => (twoWay ? 'two-way' : 'one-way');

const reasonOf = ({ failures }: Snapshot, read: Read): string => {
  const failure = failures.find((each) => each.read === read);
  return failure ? `${read}: ${failure.error.Type}` : `${read} was not asked`;
};

const keyOf = ({ RouteKey = '' }: Route): string => RouteKey;

/** Two-way routes first, then those that may be, one-way ones, `$connect` and `$disconnect`. */
function rank(route: Route, live: Snapshot): number {
  if (route.RouteKey === '$disconnect') return 4;
  if (route.RouteKey === '$connect') return 3;
  const twoWay = isTwoWay(live, route);
  return twoWay === undefined ? 1 : twoWay ? 0 : 2;
}

function routeNote(route: Route, count: number, { TwoWay, RouteKey }: Given, live: Snapshot): Note {
  const which =
    count === 1 ? 'the only route that uses the integration' : `one of ${count} routes that use the integration`;
  const name = `Route ${nameOf(route)}, ${which}${count > 1 && RouteKey === undefined ? ' (RouteKey chooses)' : ''}`;
  if (route.RouteKey === '$connect') return note(facts['connect-waits'], `${name}, decides on the connection.`);
  if (route.RouteKey === '$disconnect')
    return note(facts['disconnect-is-best-effort'], `${name}, comes after the end of the connection.`);
  const twoWay = isTwoWay(live, route);
  if (TwoWay !== undefined) {
    const read = twoWay === undefined ? 'that was not read' : `it is ${way(twoWay)} now`;
    return note('inferred', `${name}, is taken for ${way(TwoWay)} as the caller says; ${read}.`);
  }
  if (twoWay === undefined) {
    const reason = reasonOf(live, 'GetRouteResponses');
    return note('inferred', `${name}, is taken for two-way: whether it has a route response is not known (${reason}).`);
  }
  return twoWay
    ? note(facts['two-way'], `${name}, has the route response $default: it is two-way.`)
    : note(facts['one-way'], `${name}, has no route response: it is one-way.`);
}

function chosenStage({ StageName }: Given, stages: readonly Stage[] = []): Stage | undefined {
  return StageName === undefined ? stages[0] : stages.find((stage) => stage.StageName === StageName);
}

function notesOfStage({ StageName }: Given, stage: Stage | undefined, live: Snapshot): Note[] {
  const { stages } = live;
  if (!stages) {
    const reason = reasonOf(live, 'GetStages');
    return [note('inferred', `Which stages there are is not known (${reason}), nor their variables.`)];
  }
  if (!stage)
    return [note(facts['stage-without-deployment'], 'The API has no stage, so no client can connect to it yet.')];
  const name = quote(stage.StageName ?? '');
  const chosen =
    stages.length > 1 && StageName === undefined
      ? [note('inferred', `Of ${stages.length} stages ${name} is taken, with its variables; StageName chooses.`)]
      : [];
  if (stage.AutoDeploy) return chosen;
  const served = stage.DeploymentId
    ? 'serves the snapshot of its last deployment'
    : 'has no deployment and serves nothing';
  return [
    ...chosen,
    note(
      facts['deployment-snapshot'],
      `Stage ${name} ${served}: what is shown is the API as it is now, live there once it is deployed.`,
    ),
  ];
}

/** `wss://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com` */
function domainOf({ api }: Snapshot): { domainName?: string } {
  const domainName = /^wss?:\/\/([^/]+)/.exec(api?.ApiEndpoint ?? '')?.[1];
  return domainName === undefined ? {} : { domainName };
}

/** The caller's `$context` whole, or sample values under what is known; `messageId` belongs to messages. */
function contextOf(
  { Context }: Given,
  known: { readonly routeKey?: string; readonly [name: string]: unknown },
): Destination['context'] {
  if (Context !== undefined) return Context;
  const [eventType = 'MESSAGE'] = [...EVENT_ROUTES].find(([, routeKey]) => routeKey === known.routeKey) ?? [];
  const { messageId, ...others } = DEFAULT_CONTEXT;
  return { ...others, ...(eventType === 'MESSAGE' && { messageId }), ...known, eventType };
}

/** The routes of events that are no message, by `$context.eventType`. */
const EVENT_ROUTES: ReadonlyMap<string, string> = new Map([
  ['CONNECT', '$connect'],
  ['DISCONNECT', '$disconnect'],
]);
