// The same response in other tools' source: read back by that tool's rules, it is the request again.
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { exportAs } from '../../src/change/export-as.ts';

const request = {
  ApiId: 'a1b2c3d4e5',
  IntegrationId: 'abc123',
  IntegrationResponseKey: '/4\\d\\d/',
  ResponseParameters: { 'method.response.header.X-Kind': "'it''s \"x\"'" },
  ResponseTemplates: {
    $default: '#set($a = "x")\n{"it\'s": "${a}", "p": "%{b}", "dd": "$${c}"}\t\\ \u2028 é 😀\b',
    '200': '',
  },
  TemplateSelectionExpression: '\\$default',
};
const { ResponseParameters: _, ...withoutParameters } = request;

describe('cli', () => {
  test('a shell hands the JSON on as it is', () => {
    const command = exportAs('cli', request).replace(/^aws .*--cli-input-json /, 'printf %s ');
    expect(JSON.parse(execFileSync('sh', ['-c', command], { encoding: 'utf8' }))).toEqual(request);
  });
});

/** YAML double-quoted scalars as written here are JSON strings. */
const scalar = (text: string): unknown => JSON.parse(text);

test('cloudformation: every value a double-quoted scalar', () => {
  const text = exportAs('cloudformation', request);
  expect(text).toMatch(
    /^Resources:\n {2}IntegrationResponse:\n {4}Type: AWS::ApiGatewayV2::IntegrationResponse\n {4}Properties:\n/,
  );
  expect(text).toContain('      TemplateSelectionExpression: "\\\\$default"\n');
  expect(text).not.toMatch(/[\u0080-\u009f\u2028\u2029]/);
  const entries = [...text.matchAll(/^ {8}("(?:[^"\\]|\\.)*"): ("(?:[^"\\]|\\.)*")$/gm)].map(
    ([, key = '', value = '']) => [scalar(key), scalar(value)],
  );
  expect(Object.fromEntries(entries)).toEqual({ ...request.ResponseParameters, ...request.ResponseTemplates });
});

/** The value of an HCL quoted template without interpolation (HCL native syntax, "Quoted Templates"). */
const hclValue = (text: string): string =>
  text.slice(1, -1).replace(/\$\$\{|%%\{|\\u([0-9a-f]{4})|\\(.)/g, (all, code?: string, char?: string) => {
    if (code) return String.fromCharCode(Number.parseInt(code, 16));
    if (char) return ({ n: '\n', r: '\r', t: '\t' } as Record<string, string>)[char] ?? char;
    return all.slice(1);
  });

test('terraform: quoted, with template markers escaped, and a word about what the provider lacks', () => {
  const text = exportAs('terraform', request);
  expect(text).toContain('# ResponseParameters are left out');
  expect(text).toContain('template_selection_expression = "\\\\$default"');
  expect(text).not.toMatch(/\\[bf]/);
  expect(exportAs('terraform', withoutParameters)).not.toContain('#  ResponseParameters');
  const entries = [...text.matchAll(/^ {4}("(?:[^"\\]|\\.)*") += ("(?:[^"\\]|\\.)*")$/gm)];
  expect(Object.fromEntries(entries.map(([, key = '', value = '']) => [hclValue(key), hclValue(value)]))).toEqual(
    request.ResponseTemplates,
  );
  expect(hclValue(/integration_response_key += (".*")/.exec(text)?.[1] ?? '')).toBe(request.IntegrationResponseKey);
});

test('cdk: TypeScript that evaluates to the properties', () => {
  const text = exportAs('cdk', request);
  const object = /IntegrationResponse', (\{.*\})\);\n$/s.exec(text)?.[1];
  const made = JSON.parse(
    execFileSync(process.execPath, ['-e', `console.log(JSON.stringify(${object}))`], { encoding: 'utf8' }),
  );
  expect(made).toEqual(
    Object.fromEntries(Object.entries(request).map(([name, value]) => [name[0]?.toLowerCase() + name.slice(1), value])),
  );
});
