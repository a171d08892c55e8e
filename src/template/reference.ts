import { literal, type Token } from './token.ts';
import type { Access, Reference } from './tree.ts';

/**
 * Takes apart what stands before the name (`ASTReference.getRoot`): `\\\$!{` is a backslash, an escape, and the start of
 * a quiet reference. The first token loses what is not the reference's own, as the text of nodes around it is made of it.
 */
export function reference(first: Token, last: Token, access: readonly Access[]): Reference {
  const plain = { kind: 'reference', offset: first.offset, first, last, access, escapes: '', prefix: '' } as const;
  const bang = /^([^$]*\$[^\\]*)(\\+)([\s\S]*)$/.exec(first.image);
  if (bang && first.image.includes('\\!')) {
    const name = `${bang[1]}${bang[2]?.slice(1)}${bang[3]}`;
    return { ...plain, name, quiet: false, runt: false, escaped: false, computable: false, literal: name };
  }
  const backslashes = /^\\*/.exec(first.image)?.[0].length ?? 0;
  const escaped = backslashes % 2 === 1;
  const dollar = Math.max(first.image.lastIndexOf('$'), backslashes);
  const parts = { escapes: '\\'.repeat(backslashes / 2), prefix: first.image.slice(backslashes, dollar) };
  const offset = first.offset + dollar;
  first.image = first.image.slice(dollar);
  const { image } = first;
  const quiet = image.startsWith('$!');
  const runt = !image.startsWith('$');
  const inner = image === '${' || image.startsWith('$!{') ? first.next?.image : undefined;
  const name = inner ?? image.slice(quiet ? 2 : runt ? 0 : 1);
  const shown = quiet && !escaped ? '' : literal(first, last);
  return { ...plain, ...parts, offset, name, quiet, runt, escaped, computable: true, literal: shown };
}
