import { DIRECTIVES } from '../../engines/velocity/parse-directive.ts';
import type { IfDirective, MacroCall } from '../../engines/velocity/tree.ts';
import { facts } from '../../facts/facts.ts';
import { nearest } from '../../text/nearest.ts';
import { quote, visible } from '../../text/quote.ts';
import type { Rule } from '../rule.ts';
import { itemsOf } from '../template/template-names.ts';
import { type Fault, faultsOf, MAX_SUGGESTED } from '../template/template-text.ts';

/** As other template languages have it. */
const FOREIGN: ReadonlyMap<string, string> = new Map([
  ['elif', 'elseif'],
  ['elsif', 'elseif'],
  ['endif', 'end'],
  ['endfor', 'end'],
  ['endforeach', 'end'],
  ['for', 'foreach'],
]);

export const templateDirective: Rule = {
  code: 'template-directive',
  severity: 'warning',
  summary: 'A directive that Velocity does not know, such as `#elsif(…)` or `#else if(…)`: it is printed as text.',
  why: 'A # in front of another word than a directive or macro is text like any other.',
  facts: [facts['engine-directives']],
  about: ['ResponseTemplates'],
  explains: ['template-output-json'],
  example: {
    refused: {
      ResponseTemplates: { $default: '#if($context.stage == "dev")a#else if($context.stage == "prod")b#end' },
    },
    corrected: {
      ResponseTemplates: { $default: '#if($context.stage == "dev")a#elseif($context.stage == "prod")b#end' },
    },
  },
  check: (subject) =>
    faultsOf(subject, ({ source, template }) => {
      const known = [...DIRECTIVES, ...[...template.macros.keys()].slice(0, MAX_SUGGESTED)];
      const calls = itemsOf(template, 'call').filter(({ name }) => !template.macros.has(name));
      return [
        ...calls.map((call) => unknown(source, call, known)),
        ...itemsOf(template, 'if').map((directive) => elseIf(source, directive)),
      ].filter((fault) => fault !== undefined);
    }),
};

/** Words without arguments, such as the colour #fff, count only where they are directives elsewhere or in another case. */
function unknown(source: string, { name, offset, literal, arguments: list }: MacroCall, known: readonly string[]) {
  const lower = name.toLowerCase();
  const meant =
    FOREIGN.get(lower) ??
    (DIRECTIVES.includes(lower) ? lower : undefined) ??
    (list.length > 0 ? nearest(name, known) : undefined);
  if (meant === undefined && !list.some(({ kind }) => kind === 'reference')) return undefined;
  if (meant === name) {
    return {
      offset,
      Message: `${quote(literal)} is printed as text: no parenthesis follows.`,
      Fix: `Write #${name}(…).`,
    };
  }
  const start = offset + (source.startsWith('#{', offset) ? 2 : 1);
  return {
    offset,
    Message: `${quote(literal)} is printed as text: there is no directive or macro ${quote(`#${name}`)}.`,
    Fix: meant ? `Write #${visible(meant, 60)}.` : 'Define the macro with #macro, or remove the call.',
    edits: meant === undefined ? undefined : [{ offset: start, seen: name, written: meant }],
  };
}

/** `#else if(…)`: the condition is text of the else branch. */
function elseIf(source: string, { otherwise: [first] }: IfDirective): Fault | undefined {
  const seen = first?.kind === 'text' ? /^\s+if(?=\s*\()/.exec(first.text)?.[0] : undefined;
  const offset = (first?.offset ?? 0) - '#else'.length;
  if (seen === undefined || !source.startsWith('#else', offset)) return undefined;
  return {
    offset,
    Message: '"#else if(" is an #else whose text begins with "if(".',
    Fix: 'Write #elseif(.',
    edits: [{ offset, seen: `#else${seen}`, written: '#elseif' }],
  };
}
