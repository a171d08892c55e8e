// The check that both id rules share.
import { quote } from '../contract/quote.ts';
import { idWithin, isPathId, isUnresolved } from './path-id.ts';
import type { Problem } from './rule.ts';

/** What is wrong with an id of the given collection, if anything. */
export function checkId(
  member: 'ApiId' | 'IntegrationId',
  value: string | undefined,
  collection: 'apis' | 'integrations',
): readonly Problem[] {
  if (value === undefined || isPathId(value)) return [];
  const seen = quote(value);
  if (isUnresolved(value)) {
    return [
      {
        Path: [member],
        Message: `${member} is the unresolved reference ${seen}.`,
        Fix: 'Give the id it stands for once deployed.',
      },
    ];
  }
  const id = idWithin(value.slice(0, 2000), collection);
  return [
    {
      Path: [member],
      Message: `${member} ${seen} cannot be an id.`,
      Fix: id ? `Give the id alone: ${quote(id)}.` : 'Give the id alone: letters and digits.',
      ...(id && { Replace: id }),
    },
  ];
}
