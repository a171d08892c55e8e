// Ids as they stand in a URL path, and what people paste instead.

/** AWS does not publish the form of its ids; these characters are safe in a path and cover all that were seen. */
const PATH_ID = /^[A-Za-z0-9_-]{1,128}$/;

export const isPathId = (text: string): boolean => PATH_ID.test(text);

/** The id inside an ARN, a URL or a path like `integrations/abc123`: what follows `collection` there. */
export function idWithin(text: string, collection: 'apis' | 'integrations'): string | undefined {
  const part = new RegExp(`(?:^|/)${collection}/([A-Za-z0-9]+)(?:[/?#]|$)`).exec(text);
  const host = collection === 'apis' ? /^(?:wss|https):\/\/([a-z0-9]+)\.execute-api\./.exec(text) : undefined;
  const execute = collection === 'apis' ? /^arn:aws[\w-]*:execute-api:[^:]*:[^:]*:([a-z0-9]+)/.exec(text) : undefined;
  const trimmed = /^[A-Za-z0-9_-]+$/.exec(text.trim());
  return part?.[1] ?? host?.[1] ?? execute?.[1] ?? trimmed?.[0];
}

/** A reference that a deployment tool should have replaced: `${Api}`, `{"Ref": "Api"}`, `!Ref Api`, `<api-id>`. */
export const isUnresolved = (text: string): boolean =>
  /\$\{|\{\s*"?(Ref|Fn::)|^!(Ref|GetAtt|Sub)\b|^<.*>$|\bTOKEN\[/.test(text);
