// What rules say of themselves is so: what they are about is all that they look at, and what they explain is data.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dryRun } from '../../src/dry-run/dry-run.ts';
import { exampleSubject, soundCall } from '../../src/dry-run/example.ts';
import { type Member, type Rule, runRules } from '../../src/dry-run/rule.ts';
import { rules } from '../../src/dry-run/rules/index.ts';
import { keyOverlap } from '../../src/dry-run/rules/key-overlap.ts';
import { keyUnreachable } from '../../src/dry-run/rules/key-unreachable.ts';
import { createSubject, type Subject, withLive } from '../../src/dry-run/subject.ts';
import { Budget } from '../../src/engines/budget.ts';

/** What is made of a member before the rules see it. */
const MADE_OF: Partial<Record<keyof Subject, Member>> = {
  key: 'IntegrationResponseKey',
  expression: 'TemplateSelectionExpression',
  templates: 'ResponseTemplates',
  readable: 'ResponseTemplates',
};

/** The ids have been read when a rule about the live state sees it: another id would need another reading. */
const IDS: readonly Member[] = ['ApiId', 'IntegrationId'];

/** The subject, and the members that are read of it. */
function watched(subject: Subject): { readonly subject: Subject; readonly read: Set<string> } {
  const read = new Set<string>();
  const wanted = new Proxy(subject.wanted, {
    get: (target, name: Member) => {
      read.add(name);
      return target[name];
    },
  });
  return {
    read,
    subject: new Proxy(subject, {
      get: (target, name: keyof Subject) => {
        const member = MADE_OF[name];
        if (member) read.add(member);
        // The examples were made when the file was read: their time is over.
        return name === 'wanted' ? wanted : name === 'budget' ? new Budget() : target[name];
      },
    }),
  };
}

/** The examples of all rules, each read by every rule. */
const subjects = rules.flatMap(({ example }) => [
  exampleSubject(example, example.refused),
  ...(example.corrected ? [exampleSubject(example, example.corrected)] : []),
]);

describe.each(rules.map((rule) => [rule.code, rule] as const))('%s', (_, rule) => {
  test('reads no member that it is not about', () => {
    const others = subjects.flatMap((each) => {
      const { subject, read } = watched(each);
      rule.check(subject);
      return [...read].filter((name) => !rule.about.includes(name as Member) && !IDS.includes(name as Member));
    });
    expect([...new Set(others)]).toEqual([]);
  });

  test('is changed by each member that it is about', () => {
    const read = new Set(
      subjects.flatMap((each) => {
        const seen = watched(each);
        rule.check(seen.subject);
        return [...seen.read];
      }),
    );
    expect(rule.about.filter((member) => !read.has(member))).toEqual([]);
  });
});

test('what a rule explains is the code of another rule, and nothing explains itself', () => {
  const codes = new Set(rules.map(({ code }) => code));
  for (const { code, explains = [] } of rules) {
    expect(explains.filter((other) => !codes.has(other) || other === code)).toEqual([]);
  }
});

test('a subject without members is judged by all', () => {
  for (const rule of rules)
    expect(() => rule.check(withLive(createSubject({}), exampleSubject({}, soundCall).live))).not.toThrow();
});

test('no rule imports another: precedence is data', () => {
  const folder = new URL('../../src/dry-run/rules/', import.meta.url);
  const importing = readdirSync(folder).filter(
    (name) => name !== 'index.ts' && /from '\.\//.test(readFileSync(new URL(name, folder), 'utf8')),
  );
  expect(importing).toEqual([]);
});

test('what explains another finding silences it in the same template only', () => {
  const subject = exampleSubject({}, { ResponseTemplates: { $default: '{"a": $nmae}', other: '{"a": }' } });
  const found = dryRun(subject).filter(({ Code }) => Code === 'template-output-json');
  expect(found.map(({ Path }) => Path)).toEqual([['ResponseTemplates', 'other']]);
});

test('an explaining rule that crashes silences nothing, and the others go on', () => {
  const crashing: Rule = {
    ...keyUnreachable,
    check: () => {
      throw new Error('out of luck');
    },
  };
  const { live, refused } = keyUnreachable.example;
  const found = runRules([crashing, keyOverlap], exampleSubject({ ...(live && { live }) }, refused));
  expect(found.map(({ Code }) => Code)).toEqual(['rule-failed', 'key-overlap']);
});
