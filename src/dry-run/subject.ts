// What the rules judge: the wanted integration response among everything it will live with.

import { isLongExpression, isTooLong, MAX_TEMPLATE_CHARACTERS } from '../api-gateway/limits.ts';
import { type MatchedText, matchedText } from '../api-gateway/matched-text.ts';
import { type Key, parseKey } from '../api-gateway/response-key.ts';
import { parseSelectionExpression, type SelectionExpression } from '../api-gateway/selection-expression.ts';
import type { CreateIntegrationResponseRequest } from '../contract/integration-response.ts';
import { Budget } from '../engines/budget.ts';
import { LimitError } from '../engines/limit-error.ts';
import { TemplateSyntaxError } from '../engines/velocity/error.ts';
import { parseTemplate } from '../engines/velocity/parse.ts';
import type { Template } from '../engines/velocity/tree.ts';
import { EMPTY_SNAPSHOT, type Snapshot } from '../live/snapshot.ts';

/** The members of the arguments that have the right shape. */
export type Wanted = Partial<CreateIntegrationResponseRequest>;

export interface WantedTemplate {
  readonly key: string;
  readonly source: string;
  readonly parsed: Template | TemplateSyntaxError | LimitError;
}

export interface ReadableTemplate {
  readonly key: string;
  readonly source: string;
  readonly template: Template;
}

export interface Subject {
  readonly wanted: Wanted;
  readonly live: Snapshot;
  readonly key: Key | undefined;
  /** The wanted template selection expression, if it can be judged. An empty one counts as absent. */
  readonly expression: SelectionExpression | undefined;
  readonly templates: readonly WantedTemplate[];
  /** The templates that parse and are no longer than allowed; other rules tell of the rest. */
  readonly readable: readonly ReadableTemplate[];
  readonly matched: MatchedText;
  /** What judging may use, of the whole call. */
  readonly budget: Budget;
}

/** Steps and milliseconds of one dry run; an ordinary one takes a few. */
const JUDGING = { steps: 10_000_000, time: 2000 };

/** Parses key, expression and templates once; `withLive` adds what was read. Several may share the budget of a call. */
export function createSubject(wanted: Wanted, budget = new Budget(JUDGING)): Subject {
  const templates = templatesOf(wanted);
  return {
    wanted,
    live: EMPTY_SNAPSHOT,
    key: wanted.IntegrationResponseKey === undefined ? undefined : parseKey(wanted.IntegrationResponseKey),
    expression: expressionOf(wanted),
    templates,
    readable: templates.flatMap(({ key, source, parsed }) =>
      parsed instanceof Error ? [] : [{ key, source, template: parsed }],
    ),
    matched: undefined,
    budget,
  };
}

export const withLive = (subject: Subject, live: Snapshot): Subject => ({
  ...subject,
  live,
  matched: live.integration && matchedText(live.integration),
});

function expressionOf({ TemplateSelectionExpression: source }: Wanted): SelectionExpression | undefined {
  return source && !isLongExpression(source) ? parseSelectionExpression(source) : undefined;
}

/** Characters of all templates of a response that are judged: two of the greatest length. */
const MAX_JUDGED = 2 * MAX_TEMPLATE_CHARACTERS;

function templatesOf({ ResponseTemplates = {} }: Wanted): WantedTemplate[] {
  let left = MAX_JUDGED;
  return Object.entries(ResponseTemplates).map(([key, source]) => {
    if (!isTooLong(source)) left -= source.length;
    const isBeyond = left < 0 && !isTooLong(source);
    return { key, source, parsed: isBeyond ? new LimitError('length', BEYOND) : parsed(source) };
  });
}

const BEYOND = `The templates before it have ${MAX_JUDGED} characters together`;

/** The create repeats the templates of the dry run before it: the last ones stay parsed, and with them what rules remember of them. */
const recent = new Map<string, WantedTemplate['parsed']>();
const MAX_RECENT = 16;

/** A template longer than the API takes is not read at all: its cost would have no bound. */
function parsed(source: string): WantedTemplate['parsed'] {
  if (isTooLong(source)) return new LimitError('length', 'The template is too long');
  const result = recent.get(source) ?? parse(source);
  recent.delete(source);
  recent.set(source, result);
  for (const oldest of recent.keys()) {
    if (recent.size <= MAX_RECENT) break;
    recent.delete(oldest);
  }
  return result;
}

function parse(source: string): WantedTemplate['parsed'] {
  try {
    return parseTemplate(source);
  } catch (error) {
    if (error instanceof TemplateSyntaxError || error instanceof LimitError) return error;
    throw error;
  }
}
