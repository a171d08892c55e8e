import { facts } from '../../facts/facts.ts';
import type { Rule } from '../rule.ts';

export const contentBinaryText: Rule = {
  code: 'content-binary-text',
  severity: 'warning',
  summary: '`CONVERT_TO_BINARY` decodes the answer from base64, which JSON and plain text are not.',
  why:
    'REST APIs are documented to answer 500 where the text is not base64; that WebSocket APIs fail likewise is inferred. Binary ' +
    'data is documented to reach a client as base64 text, with CONVERT_TO_TEXT.',
  facts: [facts['convert-text-that-is-none'], facts['convert-to-text']],
  about: ['ContentHandlingStrategy', 'ResponseTemplates'],
  example: {
    refused: { ContentHandlingStrategy: 'CONVERT_TO_BINARY' },
    corrected: { ContentHandlingStrategy: 'CONVERT_TO_TEXT' },
  },
  check({ wanted, live, templates, matched }) {
    if (wanted.ContentHandlingStrategy !== 'CONVERT_TO_BINARY' || templates.length > 0) return [];
    // Nothing is converted behind a proxy, nor is there a body in a MOCK.
    if (matched === 'nothing' || live.integration?.IntegrationType === 'MOCK') return [];
    return [
      {
        Path: ['ContentHandlingStrategy'],
        Message: 'CONVERT_TO_BINARY works only on an answer that is base64 text.',
        Fix: 'Leave it out for text and JSON, or write CONVERT_TO_TEXT for binary data.',
        Replace: null,
      },
    ];
  },
};
