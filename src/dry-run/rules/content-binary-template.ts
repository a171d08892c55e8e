import { facts } from '../../facts/facts.ts';
import type { Rule } from '../rule.ts';

export const contentBinaryTemplate: Rule = {
  code: 'content-binary-template',
  severity: 'warning',
  summary: '`CONVERT_TO_BINARY` together with a template: which comes first is not published.',
  why: 'Templates work on text only, and what they make is hardly ever base64: one of the two steps probably fails.',
  facts: [facts['convert-and-template']],
  about: ['ContentHandlingStrategy', 'ResponseTemplates'],
  example: {
    refused: { ContentHandlingStrategy: 'CONVERT_TO_BINARY', ResponseTemplates: { $default: '{"ok":true}' } },
    corrected: { ResponseTemplates: { $default: '{"ok":true}' } },
  },
  check({ wanted, templates, matched }) {
    if (wanted.ContentHandlingStrategy !== 'CONVERT_TO_BINARY' || templates.length === 0) return [];
    if (matched === 'nothing') return [];
    return [
      {
        Path: ['ContentHandlingStrategy'],
        Message: 'CONVERT_TO_BINARY is set beside a template.',
        Fix: 'Leave ContentHandlingStrategy out.',
        Replace: null,
      },
    ];
  },
};
