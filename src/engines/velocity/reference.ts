import type { Slots } from './slots.ts';
import { literal, type Token } from './token.ts';
import type { Access, Reference } from './tree.ts';

const BACKSLASH = 92;

/**
 * Takes apart what stands before the name (`ASTReference.getRoot`): `\\\$!{` is a backslash, an escape, and the start of
 * a quiet reference. The first token loses what is not the reference's own, as the text of nodes around it is made of it.
 */
export function reference(first: Token, last: Token, access: readonly Access[], slots: Slots): Reference {
  const whole = first.image;
  if (whole.includes('\\!')) return brokenQuiet(first, last, access, slots);
  let backslashes = 0;
  while (whole.charCodeAt(backslashes) === BACKSLASH) backslashes++;
  const dollar = Math.max(whole.lastIndexOf('$'), backslashes);
  if (dollar > 0) first.image = whole.slice(dollar);
  const { image } = first;
  const escaped = backslashes % 2 === 1;
  const quiet = image.startsWith('$!');
  const runt = !image.startsWith('$');
  const braced = image === '${' || image.startsWith('$!{');
  const name = (braced && first.next?.image) || image.slice(quiet ? 2 : runt ? 0 : 1);
  return {
    kind: 'reference',
    offset: first.offset + dollar,
    first,
    last,
    name,
    slot: slots.of(name),
    access,
    quiet,
    runt,
    escaped,
    computable: true,
    escapes: backslashes > 1 ? '\\'.repeat(backslashes / 2) : '',
    prefix: dollar > backslashes ? whole.slice(backslashes, dollar) : '',
    literal: quiet && !escaped ? '' : literal(first, last),
  };
}

/** `$\!name`: the backslash is printed one time less than it stands there, and the whole is taken for a name. */
function brokenQuiet(first: Token, last: Token, access: readonly Access[], slots: Slots): Reference {
  const { image, offset } = first;
  const start = image.indexOf('\\', image.indexOf('$'));
  const name = image.slice(0, start) + image.slice(start + 1);
  return {
    kind: 'reference',
    offset,
    first,
    last,
    name,
    slot: slots.of(name),
    access,
    quiet: false,
    runt: false,
    escaped: false,
    computable: false,
    escapes: '',
    prefix: '',
    literal: name,
  };
}
