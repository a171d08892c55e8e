// The rules about templates together: corrections converge, sound templates pass.
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/contract/finding.ts';
import { runRules } from '../../src/dry-run/rule.ts';
import { rules } from '../../src/dry-run/rules/index.ts';
import { createSubject } from '../../src/dry-run/subject.ts';

const templateRules = rules.filter(({ code }) => code.startsWith('template-'));
const judge = (source: string): Finding[] =>
  runRules(templateRules, createSubject({ ResponseTemplates: { $default: source } }));
const codesOf = (findings: readonly Finding[]) => new Set(findings.map(({ Code }) => Code));

describe('a Replace', () => {
  test.each([
    '__passthrough__',
    '{"id": "$context.connectionID", "text": "$util.escapeJavascript($input.path(\'$.text\'))"}',
    '{"all": $input.path(\'$\'), "name": "$input.json(\'$.name\')"}',
    '#set($items = $input.path("$items"))#foreach($i in $itens)$i.a#end',
    '#if($input.path(\'$["a"]\') == "x")a#else if($context.stage == "b")b#end',
    '#if($context.stage == "dev")a#elsif($context.stage == "prod")b#endif',
    '#set($s = $util.escapeJavaScript($input.path("$.a[name]"))){"a": "$s"}',
    "$Input.Json('$.a') $stageVariable.url",
  ])('removes its finding and adds none: %s', (source) => {
    let text = source;
    let findings = judge(text);
    for (let rounds = 0; findings.some(({ Replace }) => Replace !== undefined); rounds++) {
      expect(rounds).toBeLessThan(10);
      const found = findings.find(({ Replace }) => Replace !== undefined);
      text = String(found?.Replace);
      const before = codesOf(findings);
      findings = judge(text);
      if (found?.Severity !== 'error') expect([...codesOf(findings)].filter((code) => !before.has(code))).toEqual([]);
      expect(findings.map(({ Code, Message }) => [Code, Message])).not.toContainEqual([found?.Code, found?.Message]);
    }
    expect(text).not.toBe(source);
  });
});

describe('templates as they are deployed', () => {
  test.each([
    '{"statusCode":200, "message":"order initiated"}',
    '$input.json("$")',
    '$input.body',
    '{"action": "error", "message": $input.json(\'$.Message\'), "status": $context.status}',
    '{"connectionId": "$context.connectionId", "body": $input.body}',
    '#set($root = $input.path(\'$\'))\n{\n  "items": [\n#foreach($item in $root.Items)\n    {\n      "id": "$item.id.S",\n      "count": $item.count.N\n    }#if($foreach.hasNext),#end\n#end\n  ],\n  "total": $root.Count\n}',
    '#set($body = $util.parseJson($input.path(\'$.body\'))){"ok": #if($body.error != "")false#{else}true#end}',
    '{"executionArn": "$input.path(\'$.executionArn\').split(\':\').get(7)"}',
    '#if($input.path("$.errorMessage") != "")\n{"error": "$util.escapeJavaScript($input.path("$.errorMessage")).replaceAll("\\\\\'","\'")"}\n#else\n{"ok": true}\n#end',
    'pong',
    '<message>$input.path("$.text")</message>',
    'That costs $5, 10% off #1',
  ])('no error and no warning: %s', (source) => {
    expect(judge(source).filter(({ Severity }) => Severity !== 'info')).toEqual([]);
  });

  test.each(['{"statusCode":, "message":"order initiated"}', '#set($number=42)', '#set($percent=$number/100)', ''])(
    'no error: %s',
    (source) => {
      expect(judge(source).filter(({ Severity }) => Severity === 'error')).toEqual([]);
    },
  );
});
