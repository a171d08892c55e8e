// What is told of breaking answers is so: the answer, fed to the preview, gives just the output that the finding names.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { GoldenRow } from '../../scripts/reference/golden.ts';
import { exampleSubject } from '../../src/dry-run/example.ts';
import { rules } from '../../src/dry-run/rules/index.ts';
import type { Wanted } from '../../src/dry-run/subject.ts';
import { breakingAnswers } from '../../src/dry-run/template/breaking-answers.ts';
import type { Snapshot } from '../../src/live/snapshot.ts';
import { dynamoDb, lambda, mock } from '../support/integrations.ts';
import { previewDrafts } from '../support/preview-drafts.ts';

const GOLDEN = join(import.meta.dirname, '../engines/velocity/golden');
const golden = readdirSync(GOLDEN).flatMap((name) =>
  readFileSync(join(GOLDEN, name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as GoldenRow).template),
);
const examples = rules.flatMap(({ example: { refused, corrected = {} } }) =>
  [refused, corrected].flatMap(({ ResponseTemplates = {} }) => Object.values(ResponseTemplates)),
);
const members = ['$.a', '$.errorMessage', '$.Item.name.S', '$.items[0].n'];
const written = members.flatMap((path) => [
  `{"a": "$input.path('${path}')"}`,
  `{"a": $input.path('${path}')}`,
  `{"a": "x $input.path('${path}') y", "b": $input.json('$.b')}`,
  `#set($v = $input.path('${path}')){"a": "$v", "b": [$v]}`,
  `#if($input.path('${path}') != ""){"a": $input.path('${path}')}#else{}#end`,
]);
const templates = [...new Set([...golden, ...examples, ...written])].filter((source) => source.length < 4000);

const backends: readonly (readonly [name: string, key: string, live: Partial<Snapshot>])[] = [
  ['HTTP', '/5\\d\\d/', {}],
  ['a function', '/(\\n|.)*not(\\n|.)*/', { ...lambda, responses: [] }],
  ['DynamoDB', '$default', { ...dynamoDb, responses: [] }],
  ['MOCK', '$default', { ...mock, responses: [] }],
];

describe.each(backends)('behind %s', (_, key, live) => {
  test('each breaking answer breaks the preview as told', () => {
    let told = 0;
    for (const source of templates) {
      const wanted: Wanted = { IntegrationResponseKey: key, ResponseTemplates: { $default: source } };
      const subject = exampleSubject({ live }, wanted);
      for (const readable of subject.readable) {
        for (const breaking of breakingAnswers(subject, readable)) {
          told++;
          expect(shown(source, breaking.body), `${source}\nwith ${breaking.body}`).toBe(
            typeof breaking.at === 'number' ? breaking.output : null,
          );
          expect(isBroken(source, breaking.body), source).toBe(true);
        }
      }
    }
    expect(told).toBeGreaterThan(5);
  });
});

/** The preview of the template alone, whatever answer it is given. */
const previewed = (source: string, Body: string) =>
  previewDrafts({
    responses: [{ IntegrationResponseKey: '$default', ResponseTemplates: { $default: source } }],
    integrationType: 'HTTP',
    outcomes: [{ Body }],
  })[0];
const shown = (source: string, body: string) => previewed(source, body)?.Output ?? null;
const isBroken = (source: string, body: string) => previewed(source, body)?.IsJson === false;
