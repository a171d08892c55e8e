// Elements made of data: every text becomes a text node, so what stands in a name of the account is never markup.
import { visible } from '../text/quote.ts';

type Child = Node | string | undefined | false;

/** Longest text that is shown; the rest is in the result. */
const MAX_SHOWN = 20_000;

/** An element with attributes and children; `class` and ARIA attributes as in HTML. Line breaks stay, what hides is spelled. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  for (const child of children) {
    if (child !== undefined && child !== false) made.append(typeof child === 'string' ? shown(child) : child);
  }
  return made;
}

const shown = (text: string): string => {
  const lines = text.slice(0, MAX_SHOWN).split('\n');
  return lines.map((line) => visible(line, MAX_SHOWN)).join('\n') + (text.length > MAX_SHOWN ? '…' : '');
};

/** A list of terms with their values; those without a value are left out. */
export const terms = (entries: readonly (readonly [name: string, value: string | undefined])[]): HTMLElement =>
  element(
    'dl',
    {},
    ...entries.flatMap(([name, value]) =>
      value === undefined ? [] : [element('dt', {}, name), element('dd', {}, element('code', {}, value))],
    ),
  );

export const badge = (kind: 'good' | 'bad' | 'plain', text: string): HTMLElement =>
  element('span', { class: `badge ${kind}` }, text);

/** A part that opens on click, by mouse or keyboard. */
export const details = (summary: Child, ...children: readonly Child[]): HTMLElement =>
  element('details', {}, element('summary', {}, summary), ...children);
