// The pieces of Markdown that guides and generated docs are made of.

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The value as a fenced block of indented JSON, with long texts shortened. */
export const json = (value: unknown): string => `\`\`\`json\n${JSON.stringify(value, shortened, 2)}\n\`\`\``;

const MAX_TEXT = 1000;

const shortened = (_: string, value: unknown): unknown =>
  typeof value === 'string' && value.length > MAX_TEXT ? `${value.slice(0, 60)}… (${value.length} characters)` : value;
