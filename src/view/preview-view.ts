// preview_integration_response as a table: outcome, matched text, response, template, frame. One answer or template can be
// changed and previewed anew.
import type { BackendAnswer, Draft, Preview, PreviewArguments, PreviewResult } from '../contract/preview.ts';
import { badge, details, element } from './element.ts';
import { findingList } from './finding-list.ts';

/** Previews with other arguments; undefined: the host does not pass calls on. */
export type PreviewAgain = ((args: PreviewArguments) => Promise<void>) | undefined;

const HEAD = ['Outcome', 'Matched text', 'Response', 'Template', 'The client receives'];

export function previewView(
  { Previews, Findings, Summary, Error: error }: PreviewResult,
  args: PreviewArguments,
  again: PreviewAgain,
): HTMLElement {
  const { Outcomes = [] } = args;
  return element(
    'section',
    {},
    element('h1', {}, 'Preview'),
    element('p', {}, error?.Explanation ?? Summary),
    Previews.length > 0 &&
      element(
        'div',
        { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Previews' },
        element(
          'table',
          {},
          element('thead', {}, element('tr', {}, ...HEAD.map((title) => element('th', { scope: 'col' }, title)))),
          element('tbody', {}, ...Previews.map((preview, index) => previewRow(preview, Outcomes[index] ?? {}))),
        ),
      ),
    findingList(Findings),
    again && Previews.length > 0 && tryForm(Previews, args, again),
  );
}

const previewRow = (preview: Preview, outcome: BackendAnswer): HTMLElement => {
  const { MatchedText, IntegrationResponseKey, TemplateKey, ClientReceives, Failure, Notes, Bytes, Routes } = preview;
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, element('code', {}, JSON.stringify(outcome))),
    element(
      'td',
      {},
      MatchedText === null ? quiet('nothing is matched') : element('code', {}, MatchedText || '(empty)'),
    ),
    element('td', {}, IntegrationResponseKey === null ? quiet('none') : element('code', {}, IntegrationResponseKey)),
    element('td', {}, TemplateKey === null ? quiet('none') : element('code', {}, TemplateKey)),
    element(
      'td',
      {},
      Failure && element('p', {}, badge('bad', 'failure'), ` ${Failure.Reason}`),
      ClientReceives === null ? quiet('nothing') : element('pre', {}, pretty(ClientReceives)),
      ClientReceives !== null && quiet(`${Bytes} bytes`),
      ...(Routes ?? []).map(({ RouteKey, ClientReceives: frame }) =>
        element('p', {}, element('strong', {}, RouteKey), ` ${frame === null ? 'nothing' : pretty(frame)}`),
      ),
      details(
        `${Notes.length} notes`,
        element('ol', {}, ...Notes.map(({ Step, Basis, Text }) => element('li', {}, `${Step} (${Basis}): ${Text}`))),
      ),
    ),
  );
};

const quiet = (text: string) => element('span', { class: 'quiet' }, text);

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** JSON laid out in lines, each token as it came: parsing would round large numbers. */
function pretty(frame: string): string {
  try {
    JSON.parse(frame);
  } catch {
    return frame;
  }
  let depth = 0;
  let text = '';
  let last = '';
  const line = () => `\n${'  '.repeat(depth)}`;
  for (const [token] of frame.matchAll(TOKEN)) {
    const closes = token === '}' || token === ']';
    const opened = last === '{' || last === '[';
    if (closes) depth -= 1;
    if (last === ',' || (opened && !closes) || (closes && !opened)) text += line();
    text += token === ':' ? ': ' : token;
    if (token === '{' || token === '[') depth += 1;
    last = token;
  }
  return text;
}

/** The outcome and the template that it chose, to be changed. */
function tryForm(previews: readonly Preview[], args: PreviewArguments, again: NonNullable<PreviewAgain>): HTMLElement {
  const choice = element(
    'select',
    { id: 'outcome' },
    ...args.Outcomes.map((outcome, index) =>
      element('option', { value: String(index) }, `${index + 1}: ${JSON.stringify(outcome).slice(0, 60)}`),
    ),
  );
  const answer = element('textarea', { id: 'answer', rows: '6', spellcheck: 'false' });
  const template = element('textarea', { id: 'template', rows: '8', spellcheck: 'false' });
  const problem = element('p', { role: 'alert' });
  const fill = () => {
    const preview = previews[Number(choice.value)];
    answer.value = JSON.stringify(args.Outcomes[Number(choice.value)] ?? {}, null, 2);
    template.value = (preview && templateOf(args, preview)) ?? '';
  };
  choice.addEventListener('change', fill);
  fill();
  // No form element: hosts that sandbox the view let nothing be submitted.
  const button = element('button', { type: 'button' }, 'Preview again');
  const fields = element(
    'div',
    { class: 'fields', role: 'form', 'aria-label': 'Try another answer or template' },
    element('label', { for: 'outcome' }, 'Outcome'),
    choice,
    element('label', { for: 'answer' }, "The backend's answer (JSON)"),
    answer,
    element('label', { for: 'template' }, 'Template of the response it chose; empty: as it is'),
    template,
    button,
    problem,
  );
  button.addEventListener('click', () => {
    const index = Number(choice.value);
    const preview = previews[index];
    if (!preview) return;
    problem.textContent = '';
    try {
      const outcome = JSON.parse(answer.value) as BackendAnswer;
      const Outcomes = args.Outcomes.map((each, place) => (place === index ? outcome : each));
      again(withTemplate({ ...args, Outcomes }, preview, template.value)).catch(() => {
        problem.textContent = 'The host did not pass the call on.';
      });
    } catch {
      problem.textContent = 'The answer is no JSON.';
    }
  });
  return fields;
}

const chosenDraft = ({ Responses }: PreviewArguments, { IntegrationResponseKey }: Preview): Draft | undefined =>
  Responses?.find((draft) => draft.IntegrationResponseKey === IntegrationResponseKey);

const templateOf = (args: PreviewArguments, preview: Preview): string | undefined =>
  chosenDraft(args, preview)?.ResponseTemplates?.[preview.TemplateKey ?? '$default'];

/** The arguments with the template laid over the response that was chosen. */
function withTemplate(args: PreviewArguments, preview: Preview, template: string): PreviewArguments {
  const { IntegrationResponseKey, TemplateKey } = preview;
  if (IntegrationResponseKey === null || template === '' || template === templateOf(args, preview)) return args;
  const draft = chosenDraft(args, preview) ?? { IntegrationResponseKey, TemplateSelectionExpression: '\\$default' };
  const key = chosenDraft(args, preview) ? (TemplateKey ?? '$default') : '$default';
  const changed: Draft = { ...draft, ResponseTemplates: { ...draft.ResponseTemplates, [key]: template } };
  const others = (args.Responses ?? []).filter((each) => each.IntegrationResponseKey !== IntegrationResponseKey);
  return { ...args, Responses: [...others, changed] };
}
