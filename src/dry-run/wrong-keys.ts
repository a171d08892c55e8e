// Wrong keys of a map, with their corrections.
import { quote } from '../text/quote.ts';
import type { Problem } from './rule.ts';

interface WrongKeys {
  readonly member: 'ResponseParameters' | 'ResponseTemplates';
  readonly map: Readonly<Record<string, string>> | undefined;
  readonly isWrong: (key: string) => boolean;
  /** What a wrong key was meant to be, and the value to keep under that name; undefined where that is not clear. */
  readonly meant: (key: string, value: string) => { readonly name: string; readonly value: string } | undefined;
  readonly message: (key: string) => string;
  /** What to do where no name is clear. */
  readonly fix: string;
}

/**
 * One problem for each wrong key. A rename comes as two, since a correction is a value to put at a path: the entry under
 * its right name, then the wrong one removed. A name that is taken renames nothing.
 */
export function wrongKeys({ member, map, isWrong, meant, message, fix }: WrongKeys): Problem[] {
  if (map === undefined) return [];
  const taken = new Set(Object.keys(map));
  return Object.entries(map).flatMap(([key, value]): Problem[] => {
    if (!isWrong(key)) return [];
    const right = meant(key, value);
    if (right === undefined) return [{ Path: [member, key], Message: message(key), Fix: fix }];
    const remove = { Path: [member, key], Message: message(key), Replace: null, Otherwise: fix };
    if (taken.has(right.name)) return [{ ...remove, Fix: `Remove it: ${quote(right.name)} is there.` }];
    taken.add(right.name);
    const correction = {
      Fix: `Name it ${quote(right.name)}.`,
      Otherwise: fix,
      rename: { from: key, to: right.name, value: right.value },
    };
    const Message = `${quote(right.name)} is missing; ${quote(key)} stands in its place.`;
    return [
      { ...correction, Path: [member, right.name], Message, Replace: right.value },
      { ...remove, ...correction },
    ];
  });
}
