// Findings of all rules in the order to fix them in, and which of them stop a create.
import { describe, expect, test } from 'vitest';
import type { Finding, Severity } from '../../src/contract/finding.ts';
import { blocking, dryRun, judgeIds } from '../../src/dry-run/dry-run.ts';
import { exampleSubject } from '../../src/dry-run/example.ts';
import { runRules } from '../../src/dry-run/rule.ts';
import { keyForm } from '../../src/dry-run/rules/key-form.ts';
import { pageOfFinding } from '../../src/facts/own-page.ts';

const finding = (Code: string, Severity: Severity = 'error'): Finding => ({
  Code,
  Severity,
  Path: [],
  Message: '',
  Why: '',
  Fix: '',
  Basis: 'inferred',
  Source: '',
});

test('errors first, then warnings, then infos; each in the order of the rules', () => {
  const subject = exampleSubject(
    { live: { stages: [], routes: [{ RouteId: 'r1', RouteKey: '$connect', Target: 'integrations/abc123' }] } },
    {
      IntegrationResponseKey: '200',
      ResponseParameters: { X: "'x'", 'method.response.header.X': 'context.stage' },
      ResponseTemplates: { $default: '#if(' },
    },
  );
  expect(dryRun(subject).map(({ Code, Severity }) => [Severity, Code])).toEqual([
    ['error', 'key-form'],
    ['error', 'parameter-key'],
    ['error', 'template-syntax'],
    ['warning', 'parameter-value-rest-only'],
    ['info', 'connect-route'],
    ['info', 'no-stage'],
  ]);
});

test('ids are judged alone', () => {
  const subject = exampleSubject({}, { ApiId: '..', IntegrationId: '/', IntegrationResponseKey: '200' });
  expect(judgeIds(subject).map(({ Code }) => Code)).toEqual(['api-id', 'integration-id']);
});

describe('what stops a create', () => {
  const findings = [
    finding('key-form'),
    finding('api-id'),
    finding('wrong-type'),
    finding('one-way-route', 'warning'),
    finding('no-stage', 'info'),
  ];
  test.each([
    [[], ['key-form', 'api-id', 'wrong-type']],
    [['key-form'], ['api-id', 'wrong-type']],
    [
      ['key-form', 'api-id', 'wrong-type', 'one-way-route'],
      ['api-id', 'wrong-type'],
    ],
    [
      ['KEY-FORM', 'key', '*'],
      ['key-form', 'api-id', 'wrong-type'],
    ],
  ])('where %j is allowed: %j', (allowed, codes) => {
    expect(blocking(findings, allowed).map(({ Code }) => Code)).toEqual(codes);
  });
});

test('a rule that crashes becomes a finding, and the others go on', () => {
  const crashing = {
    ...keyForm,
    code: 'crashing',
    check: () => {
      throw new Error('out of\nluck');
    },
  };
  const found = runRules([crashing, keyForm], exampleSubject({}, { IntegrationResponseKey: '200' }));
  expect(found).toMatchObject([
    {
      Code: 'rule-failed',
      Severity: 'warning',
      Path: [],
      Message: 'The check crashing failed: "Error: out of\\nluck".',
      Why: 'One check of the dry run could not judge these arguments; the others did.',
      Fix: 'Report this with the arguments; the call itself can go on.',
      Basis: 'inferred',
      Source: pageOfFinding('rule-failed'),
    },
    { Code: 'key-form', Severity: 'error', Why: keyForm.why, Basis: 'inferred', Source: keyForm.facts[0].source },
  ]);
  expect(found[1]).not.toHaveProperty('Line');
});

test('what nothing is left for is said in one finding; what may stop a write is judged all the same', () => {
  const subject = exampleSubject({}, { IntegrationResponseKey: '200' });
  const costly = {
    ...keyForm,
    code: 'costly',
    severity: 'warning' as const,
    check: ({ budget }: typeof subject) => {
      budget.steps(Number.MAX_SAFE_INTEGER);
      return [];
    },
  };
  const later = { ...keyForm, code: 'later', severity: 'warning' as const };
  expect(runRules([costly, keyForm, later], subject)).toEqual([
    expect.objectContaining({ Code: 'key-form' }),
    expect.objectContaining({ Code: 'not-judged', Path: [], Message: 'Not judged: costly, later.' }),
  ]);
});
