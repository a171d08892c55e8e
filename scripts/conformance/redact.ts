// What of a recording is nobody's business, or differs from run to run.
import type { Ids } from './world.ts';

/** Puts the names of ids in their place, and takes account numbers, times and ids of requests out. */
export function redact(value: unknown, ids: Ids): unknown {
  if (typeof value === 'string') return redactText(value, ids);
  if (Array.isArray(value)) return value.map((element) => redact(element, ids));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [
      redactText(name, ids),
      typeof entry === 'string' && SECRET.test(name) ? `<${name}>` : redact(entry, ids),
    ]),
  );
}

const SECRET =
  /^(?:connectionId|requestId|createdDate|lastUpdatedDate|integrationResponseId|routeResponseId|routeId|deploymentId)$/;

function redactText(text: string, ids: Ids): string {
  let redacted = text;
  for (const [name, id] of ids) redacted = redacted.replaceAll(id, `{${name}}`);
  return redacted
    .replace(/\b\d{12}\b/g, '<account>')
    .replace(/"(connectionId|requestId)":\s*"[^"]*"/g, '"$1":"<$1>"')
    .replace(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, '<request id>');
}
