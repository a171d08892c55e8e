// The catalogue of findings and a page for each, made from the rules and the list of what others find: read as resources and
// kept in docs/findings.
import { dryRun } from '../dry-run/dry-run.ts';
import { exampleSubject, soundCall } from '../dry-run/example.ts';
import type { Rule } from '../dry-run/rule.ts';
import { rules } from '../dry-run/rules/index.ts';
import type { Fact } from '../facts/fact.ts';
import { ownPage } from '../facts/own-page.ts';
import { json, table } from './markdown.ts';
import { type OtherFinding, otherFindings } from './other-findings.ts';

/** All codes, one row each; `address` gives the address of a code's page. */
export function catalogue(address: (code: string) => string): string {
  return table(
    ['code', 'severity', 'what it says', 'basis'],
    [...rules, ...otherFindings].map((finding) => [
      `[\`${finding.code}\`](${address(finding.code)})`,
      finding.severity,
      finding.summary,
      ground(finding),
    ]),
  );
}

/** How sure it is, with the place that shows it; a finding about this server has none. */
function ground(finding: Rule | OtherFinding): string {
  const { basis, source } = 'facts' in finding ? finding.facts[0] : finding;
  return source === undefined ? basis : `[${basis}](${source})`;
}

/** The pages by code. */
export const findingPages: ReadonlyMap<string, () => string> = new Map([
  ...rules.map((rule) => [rule.code, () => rulePage(rule)] as const),
  ...otherFindings.map((finding) => [finding.code, () => otherPage(finding)] as const),
]);

const otherPage = (finding: OtherFinding): string =>
  `${[
    `# ${finding.code}`,
    finding.summary,
    `**Severity:** ${finding.severity}${finding.severity === 'error' ? '; cannot be allowed' : ''}. **Basis:** ${ground(finding)}.`,
    '## Why',
    finding.why,
    '## What to do',
    finding.fix,
  ].join('\n\n')}\n`;

/** What a rule finds and why, with an example, the very finding it gives and the correction. */
function rulePage(rule: Rule): string {
  const { code, severity, summary, why, facts, overridable, example } = rule;
  const finding = dryRun(exampleSubject(example, example.refused)).find(({ Code }) => Code === code);
  const sections = [
    `# ${code}`,
    summary,
    `**Severity:** ${severity}${severity === 'error' ? `; ${overridable === false ? 'cannot be allowed' : `\`AllowFindings: ["${code}"]\` sends it anyway`}` : ''}. **Basis:** ${ground(rule)}.`,
    '## Why',
    why,
    '## What it rests on',
    facts.map(row).join('\n'),
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

/** A row of the table of facts, and where it stands. */
const row = ({ id, statement, basis, on, assumed, source }: Fact): string =>
  `- ${statement}${assumed ? ` Assumed: ${assumed}` : ''} (${basis}${on ? ` on ${on}` : ''}: [source](${source}), [row](${ownPage('docs/what-aws-does.md')}#${id}))`;

/** A map as JSON can show it. */
function plain([name, value]: [string, unknown]): [string, unknown] {
  return [name, value instanceof Map ? Object.fromEntries(value) : value];
}
