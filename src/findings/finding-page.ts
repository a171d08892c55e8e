// The catalogue of findings and a page for each, made from the rules and the list of what others find: read as resources and
// kept in docs/findings.
import { dryRun } from '../dry-run/dry-run.ts';
import { exampleSubject, soundCall } from '../dry-run/example.ts';
import type { Rule } from '../dry-run/rule.ts';
import { rules } from '../dry-run/rules/index.ts';
import { json, table } from './markdown.ts';
import { type OtherFinding, otherFindings } from './other-findings.ts';

/** All codes, one row each; `address` gives the address of a code's page. */
export function catalogue(address: (code: string) => string): string {
  return table(
    ['code', 'severity', 'what it says', 'basis'],
    [...rules, ...otherFindings].map(({ code, severity, summary, basis, source }) => [
      `[\`${code}\`](${address(code)})`,
      severity,
      summary,
      `[${basis}](${source})`,
    ]),
  );
}

/** The pages by code. */
export const findingPages: ReadonlyMap<string, () => string> = new Map([
  ...rules.map((rule) => [rule.code, () => rulePage(rule)] as const),
  ...otherFindings.map((finding) => [finding.code, () => otherPage(finding)] as const),
]);

const otherPage = ({ code, severity, summary, why, fix, basis, source }: OtherFinding): string =>
  `${[
    `# ${code}`,
    summary,
    `**Severity:** ${severity}${severity === 'error' ? '; cannot be allowed' : ''}. **Basis:** ${basis}, <${source}>.`,
    '## Why',
    why,
    '## What to do',
    fix,
  ].join('\n\n')}\n`;

/** What a rule finds and why, with an example, the very finding it gives and the correction. */
function rulePage(rule: Rule): string {
  const { code, severity, summary, why, basis, source, overridable, example } = rule;
  const finding = dryRun(exampleSubject(example, example.refused)).find(({ Code }) => Code === code);
  const sections = [
    `# ${code}`,
    summary,
    `**Severity:** ${severity}${severity === 'error' ? `; ${overridable === false ? 'cannot be allowed' : `\`AllowFindings: ["${code}"]\` sends it anyway`}` : ''}. **Basis:** ${basis}, <${source}>.`,
    '## Why',
    why,
    '## Found in',
    json({ ...soundCall, ...example.refused }),
    ...(example.live
      ? ['where the live state has', json(Object.fromEntries(Object.entries(example.live).map(plain)))]
      : []),
    '## It says',
    json(finding),
    ...(example.corrected ? ['## Corrected', json({ ...soundCall, ...example.corrected })] : []),
  ];
  return `${sections.join('\n\n')}\n`;
}

/** A map as JSON can show it. */
function plain([name, value]: [string, unknown]): [string, unknown] {
  return [name, value instanceof Map ? Object.fromEntries(value) : value];
}
