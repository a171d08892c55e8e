// The check that both id rules share.

import { type Collection, idWithin, isPathId, isRestApi, isUnresolved } from '../api-gateway/path-id.ts';
import { quote } from '../text/quote.ts';
import type { Problem } from './rule.ts';

/** What is wrong with an id of the given collection, if anything. */
export function checkId(
  member: 'ApiId' | 'IntegrationId',
  value: string | undefined,
  collection: Collection,
): readonly Problem[] {
  if (value === undefined || isPathId(value)) return [];
  const seen = quote(value);
  if (isUnresolved(value)) {
    return [
      {
        Path: [member],
        Message: `${member} is the unresolved reference ${seen}.`,
        Fix: `Give the id it stands for once deployed; describe_websocket_api lists the ${collection === 'apis' ? 'APIs' : 'integrations'}.`,
      },
    ];
  }
  if (isRestApi(value)) {
    return [
      {
        Path: [member],
        Message: `${member} ${seen} leads to a REST API.`,
        Fix: 'Give the id of a WebSocket API and of its integration; API Gateway V2 cannot see REST APIs.',
      },
    ];
  }
  const id = idWithin(value, collection);
  return [
    {
      Path: [member],
      Message: `${member} ${seen} cannot be an id.`,
      Fix: id === undefined ? 'Give the id alone: letters and digits.' : `Give the id alone: ${quote(id)}.`,
      ...(id !== undefined && { Replace: id }),
    },
  ];
}
