import type { IntegrationResponse } from '../contract/integration-response.ts';

const MAPS = ['ResponseParameters', 'ResponseTemplates'] as const;
const TEXTS = ['ContentHandlingStrategy', 'IntegrationResponseKey', 'TemplateSelectionExpression'] as const;

/**
 * What UpdateIntegrationResponse (PATCH) makes of a response: members absent from the change stay, maps are merged by key, and
 * an empty text clears what it stands for (observed for other maps of V2 and for the expression; for templates inferred).
 */
export function patched(before: IntegrationResponse, change: IntegrationResponse): IntegrationResponse {
  const after = new Map<string, unknown>(Object.entries(before));
  for (const name of TEXTS) {
    const text = change[name];
    if (text === '') after.delete(name);
    else if (text !== undefined) after.set(name, text);
  }
  for (const name of MAPS) {
    const changed = Object.entries(change[name] ?? {});
    if (changed.length === 0) continue;
    const merged = new Map([...Object.entries(before[name] ?? {}), ...changed]);
    for (const [key, text] of changed) if (text === '') merged.delete(key);
    after.set(name, Object.fromEntries(merged));
  }
  return Object.fromEntries(after) as IntegrationResponse;
}
