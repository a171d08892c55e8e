// Whatever can be found has a page: the codes that no rule gives are read off the source, so that none is forgotten.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rules } from '../../src/dry-run/rules/index.ts';
import { findingPages } from '../../src/findings/finding-page.ts';
import { otherFindings } from '../../src/findings/other-findings.ts';

const source = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.startsWith('guides'))
  .map((name) => readFileSync(join('src', name), 'utf8'))
  .join('\n');
const given = [...source.matchAll(/(?:(?:\bCode|\.\.\.rule,\s+code): |\bfound\(\s*)[^,;]*/g)].flatMap(([member]) =>
  [...member.matchAll(/'([a-z]+(?:-[a-z\d]+)+)'/g)].map(([, code = '']) => code),
);

test('every code that is given outside of the rules has a page, and no other', () => {
  expect(given).toContain('wrong-type');
  expect(otherFindings.map(({ code }) => code).toSorted()).toEqual([...new Set(given)].toSorted());
});

test('no code has two meanings', () => {
  expect(findingPages.size).toBe(rules.length + otherFindings.length);
});

test.each(otherFindings.map((finding) => [finding.code, finding] as const))(
  '%s says what, why and what to do',
  (code, finding) => {
    for (const text of [finding.summary, finding.why, finding.fix]) expect(text).toMatch(/^\S.*\.$/);
    expect(findingPages.get(code)?.()).toBe(readFileSync(`docs/findings/${code}.md`, 'utf8'));
  },
);
