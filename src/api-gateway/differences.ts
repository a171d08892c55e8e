// Where an existing integration response differs from the wanted one, member by member.
import type { Difference, ErrorData } from '../contract/error.ts';
import type { IntegrationResponse } from '../contract/integration-response.ts';

const maps = ['ResponseParameters', 'ResponseTemplates'] as const;
const scalars = ['IntegrationResponseKey', 'ContentHandlingStrategy', 'TemplateSelectionExpression'] as const;

/**
 * The differences, empty when both describe the same response. An absent member equals an empty map, and an absent map
 * entry an empty string: the service returns neither.
 */
export function differences(existing: IntegrationResponse, wanted: IntegrationResponse): Difference[] {
  const found: Difference[] = [];
  const compare = (Path: string[], Existing: string | undefined, Wanted: string | undefined) => {
    if ((Existing ?? '') === (Wanted ?? '')) return;
    found.push({ Path, ...(Existing !== undefined && { Existing }), ...(Wanted !== undefined && { Wanted }) });
  };
  for (const member of scalars) compare([member], existing[member], wanted[member]);
  for (const member of maps) {
    const left = new Map(Object.entries(existing[member] ?? {}));
    const right = new Map(Object.entries(wanted[member] ?? {}));
    for (const key of new Set([...left.keys(), ...right.keys()])) {
      compare([member, key], left.get(key), right.get(key));
    }
  }
  return found;
}

/** Longest JSON of an existing response that is shown whole, in characters; templates may have 300 KB each. */
const MAX_SHOWN = 1_000_000;

/** What an error shows of the response that holds the key: all of it, or its id and key where that would be too much. */
export function compared(
  existing: IntegrationResponse,
  wanted: IntegrationResponse,
): Pick<ErrorData, 'Existing' | 'Differences'> {
  const shown = { Existing: existing, Differences: differences(existing, wanted) };
  if (JSON.stringify(shown).length <= MAX_SHOWN) return shown;
  const { IntegrationResponseId, IntegrationResponseKey } = existing;
  return { Existing: { IntegrationResponseId, IntegrationResponseKey } };
}
