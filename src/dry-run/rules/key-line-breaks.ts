import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import { matchesWhole } from '../key/status-codes.ts';
import type { Rule } from '../rule.ts';

export const keyLineBreaks: Rule = {
  code: 'key-line-breaks',
  severity: 'info',
  summary: 'A pattern looks for a text anywhere in the error message, but `.` does not match line breaks.',
  why: 'In Java, without (?s), a . matches no line break; that the whole message must match is inferred, and the message of a thrown error may have several lines: with such a message $default is used.',
  facts: [facts['key-dot-and-line-breaks'], facts['key-full-match']],
  about: ['IntegrationResponseKey'],
  example: {
    refused: { IntegrationResponseKey: '/.*401.*/' },
    live: {
      integration: {
        IntegrationId: 'abc123',
        IntegrationType: 'AWS',
        IntegrationUri:
          'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:chat/invocations',
      },
    },
    corrected: { IntegrationResponseKey: '/(?s).*401.*/' },
  },
  check({ key, matched, budget }) {
    if (matched !== 'errorMessage' || key?.form !== 'pattern') return [];
    const inner = /^\.[*+](.+)\.[*+]$/s.exec(key.source)?.[1];
    if (inner === undefined || matchesWhole(key, `a\n${inner}\na`, budget)) return [];
    return [
      {
        Path: ['IntegrationResponseKey'],
        Message: `${quote(`/${key.source}/`)} does not match a message with a line break in it.`,
        Fix: `Write ${quote(`/(?s)${key.source}/`)}, where the dot matches line breaks as well.`,
        Replace: `/(?s)${key.source}/`,
      },
    ];
  },
};
