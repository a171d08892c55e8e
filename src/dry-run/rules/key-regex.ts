import { parseKey } from '../../api-gateway/response-key.ts';
import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import { overLines } from '../key/key-shape.ts';
import { fixedBy, type Rule } from '../rule.ts';

export const keyRegex: Rule = {
  code: 'key-regex',
  severity: 'error',
  summary: 'The pattern of the key is no Java regular expression.',
  why:
    'Patterns are documented to be those of java.util.regex. REST APIs were seen to refuse a broken one as "Invalid regex pattern ' +
    'specified"; here it could match nothing.',
  facts: [facts['key-regex-refused'], facts['key-dialect']],
  about: ['IntegrationResponseKey'],
  example: {
    refused: { IntegrationResponseKey: '/[45\\d\\d/' },
    corrected: { IntegrationResponseKey: '/[45]\\d\\d/' },
  },
  check(subject) {
    const { key, matched } = subject;
    if (key?.form !== 'broken') return [];
    const { description, index } = key.error;
    const before = [...key.source].slice(0, Math.max(index, 0)).join('');
    const Replace = repairs(key.source, matched === 'errorMessage')
      .map((source) => overLines(`/${source}/`, matched) ?? '')
      .find((text) => parseKey(text).form === 'pattern');
    return [
      {
        Path: ['IntegrationResponseKey'],
        ...(index >= 0 && { Line: 1, Column: before.length + 2 }),
        Message: `Java cannot compile the pattern ${quote(key.source)}: ${quote(description)}.`,
        ...fixedBy(
          Replace,
          (text) => `Write ${quote(text)}.`,
          'Correct the pattern, or escape the character with \\ to match it as it stands.',
        ),
      },
    ];
  },
};

/** What is broken in Java but means something in a glob or in another dialect, written as Java has it. */
function repairs(source: string, isText: boolean): string[] {
  const glob = source.replace(/^\*/, '.*').replace(/(?<=[A-Za-z])\*$/, '.*');
  const dialect = source
    .replace(/\{,(?=\d+\})/g, '{0,')
    .replaceAll('(?P<', '(?<')
    .replaceAll('[^]', '[\\s\\S]');
  return [...(isText && source.startsWith('*') ? [glob] : []), ...(dialect === source ? [] : [dialect])];
}
