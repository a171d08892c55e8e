// Text written by strangers (the caller, the account, the service) made safe to read inside our sentences.

const PLAIN = /^[ -~]*$/;

/**
 * Control, bidirectional, zero-width, tag and other invisible characters, lone surrogates included: whatever could hide
 * or reorder what a person or a model reads. Made when it is needed, since making it takes a moment.
 */
const invisible = () => /\p{Cc}|\p{Cf}|\p{Cs}|\p{Zl}|\p{Zp}|\p{Default_Ignorable_Code_Point}/gu;

const spelled = (char: string) => {
  const code = char.codePointAt(0) ?? 0;
  if (char === '\n') return '\\n';
  if (char === '\r') return '\\r';
  if (char === '\t') return '\\t';
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
};

/** The text with invisible characters spelled out, at most `max` characters; an ellipsis says that something was cut. */
export function visible(text: string, max = 500): string {
  const start = text.slice(0, max);
  const shown = PLAIN.test(start) ? start : start.replace(invisible(), spelled);
  return text.length > max ? `${shown}…` : shown;
}

/** The text in double quotes, made visible and shortened, as it stands in a message. */
export const quote = (text: string, max = 60): string => `"${visible(text, max)}"`;
