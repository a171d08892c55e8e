// A create or an update for the person who approves it: what will be there, beside what is there now.
import type { Finding } from '../contract/finding.ts';
import type { IntegrationResponse } from '../contract/integration-response.ts';
import { badge, element } from './element.ts';
import { findingList } from './finding-list.ts';

/** What the view reads of the result of a create or an update. */
export interface ChangeResult {
  readonly Status: string;
  readonly Summary: string;
  readonly Findings: readonly Finding[];
  readonly IntegrationResponse?: IntegrationResponse | undefined;
  readonly Before?: IntegrationResponse | undefined;
  readonly Error?: { readonly Explanation: string; readonly Existing?: unknown } | undefined;
  readonly NextSteps?: readonly { readonly Text: string; readonly Kind: string }[] | undefined;
}

const SCALARS = ['IntegrationResponseKey', 'ContentHandlingStrategy', 'TemplateSelectionExpression'] as const;
const MAPS = ['ResponseTemplates', 'ResponseParameters'] as const;
const GOOD: ReadonlySet<string> = new Set(['created', 'updated', 'valid']);

/** `wanted`: the arguments of the call. Members that the call leaves out stay as they are. */
export function changeView(result: ChangeResult, wanted: IntegrationResponse): HTMLElement {
  const { Status, Summary, Findings, NextSteps = [] } = result;
  const before = rowsOf(result.Before ?? ((result.Error?.Existing ?? {}) as IntegrationResponse));
  const after = result.IntegrationResponse
    ? rowsOf(result.IntegrationResponse)
    : new Map([...before, ...rowsOf(wanted)]);
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return element(
    'section',
    {},
    element('h1', {}, 'Integration response ', badge(GOOD.has(Status) ? 'good' : 'bad', Status)),
    element('p', {}, Summary),
    element(
      'div',
      { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Members' },
      element(
        'table',
        {},
        element(
          'thead',
          {},
          element('tr', {}, ...['Member', 'Now', 'Then'].map((title) => element('th', { scope: 'col' }, title))),
        ),
        element('tbody', {}, ...names.map((name) => memberRow(name, before.get(name), after.get(name)))),
      ),
    ),
    findingList(Findings),
    NextSteps.length > 0 && element('h2', {}, 'Next'),
    NextSteps.length > 0 &&
      element(
        'ol',
        { 'aria-label': 'Next steps' },
        ...NextSteps.map(({ Text, Kind }) =>
          element('li', {}, Kind === 'undo' ? badge('plain', 'undo') : badge('good', 'needed'), ` ${Text}`),
        ),
      ),
  );
}

/** One row a member, and one an entry of a map. */
function rowsOf(response: IntegrationResponse): Map<string, string> {
  return new Map([
    ...SCALARS.flatMap((name) => (response[name] === undefined ? [] : [[name, response[name]] as const])),
    ...MAPS.flatMap((name) =>
      Object.entries(response[name] ?? {}).map(([key, value]) => [`${name} › ${key}`, value] as const),
    ),
  ]);
}

function memberRow(name: string, before: string | undefined, after: string | undefined): HTMLElement {
  const changed = before !== after;
  return element(
    'tr',
    changed ? { class: 'changed' } : {},
    element(
      'th',
      { scope: 'row' },
      name,
      changed && ' ',
      changed && badge('plain', before === undefined ? 'new' : 'changed'),
    ),
    cell(before),
    cell(after),
  );
}

const cell = (value: string | undefined): HTMLElement =>
  element('td', {}, value === undefined ? element('span', { class: 'quiet' }, '—') : element('pre', {}, value));
