import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import type { Rule } from '../rule.ts';

/** Words without anything that a regular expression repeats or leaves open. */
const PLAIN = /^\^?[A-Za-z][\w :'-]*\$?$/;

export const keyExactText: Rule = {
  code: 'key-exact-text',
  severity: 'warning',
  summary: 'A pattern for the error messages of a Lambda function is a plain text: it matches that very message only.',
  why: 'That the pattern must match the whole of the message is inferred, and documented is that keys are compared with it; messages of thrown errors hardly ever are one word.',
  facts: [facts['key-full-match'], facts['matched-error-message']],
  about: ['IntegrationResponseKey'],
  example: {
    refused: { IntegrationResponseKey: '/BadRequest/' },
    live: {
      integration: {
        IntegrationId: 'abc123',
        IntegrationType: 'AWS',
        IntegrationUri:
          'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:chat/invocations',
      },
    },
    corrected: { IntegrationResponseKey: '/BadRequest.*/' },
  },
  check({ key, matched }) {
    if (matched !== 'errorMessage' || key?.form !== 'pattern' || !PLAIN.test(key.source)) return [];
    return [
      {
        Path: ['IntegrationResponseKey'],
        Message: `${quote(`/${key.source}/`)} matches the message ${quote(key.source)} alone, not ${quote(`${key.source}: x`)}.`,
        Fix: `Write ${quote(`/${key.source}.*/`)}, or ${quote(`/(\\n|.)*${key.source}(\\n|.)*/`)} to find it anywhere.`,
        Replace: `/${key.source}.*/`,
      },
    ];
  },
};
