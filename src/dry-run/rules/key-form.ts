import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import { overLines } from '../key/key-shape.ts';
import { fixedBy, type Rule } from '../rule.ts';

/** Longer texts are no slips of the pen. */
const MAX_LENGTH = 200;

export const keyForm: Rule = {
  code: 'key-form',
  severity: 'error',
  summary: 'The key is neither `$default` nor a pattern between slashes.',
  why:
    'Documented are the key $default and patterns between slashes. That a key of another form is accepted and never chosen is ' +
    'inferred: what the service does with one is not published.',
  facts: [facts['key-other-forms'], facts['key-forms']],
  about: ['IntegrationResponseKey'],
  example: { refused: { IntegrationResponseKey: '200' }, corrected: { IntegrationResponseKey: '/200/' } },
  check(subject) {
    const { IntegrationResponseKey: key } = subject.wanted;
    if (key === undefined || subject.key?.form !== 'other') return [];
    const text = meant(key);
    // A word alone would match no message that says more.
    const isWord = subject.matched === 'errorMessage' && /^\/[A-Za-z]\w*\/$/.test(text ?? '');
    const Replace = isWord ? text?.replace(/\/$/, '.*/') : overLines(text, subject.matched);
    return [
      {
        Path: ['IntegrationResponseKey'],
        Message: `${quote(key)} is neither $default nor a pattern between slashes.`,
        ...fixedBy(
          Replace,
          (text) => `Write ${quote(text)}.`,
          'Write $default, or a Java regular expression between slashes.',
        ),
      },
    ];
  },
};

/** The key without blanks, quotes and escaped slashes around it, or a text that is a pattern but for its slashes. */
function meant(key: string): string | undefined {
  if (key.length > MAX_LENGTH) return undefined;
  const text = key
    .trim()
    .replace(/^(["'`])(.+)\1$/, '$2')
    .replace(/^\\\/(.+)\\\/$/, '/$1/');
  if (/^\\*\$?default$/i.test(text)) return '$default';
  if (/^[1-5]xx$/i.test(text)) return `/${text[0]}\\d\\d/`;
  const [, source, flags] = /^\/(.+)\/([gimsuy]*)$/.exec(text) ?? [];
  if (source && flags !== undefined) return flagged(source, flags.replace(/[guy]/g, ''));
  const bare = /^\/?((?:\\d|[^/\\\s${])+\$?)\/?$/.exec(text)?.[1];
  return bare && bare.length > 1 ? `/${bare}/` : undefined;
}

/** Java writes flags into the pattern. */
const flagged = (source: string, flags: string) => (flags ? `/(?${flags})${source}/` : `/${source}/`);
