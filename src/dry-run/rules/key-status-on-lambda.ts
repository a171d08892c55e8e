import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import { isStatusOnly } from '../key/key-shape.ts';
import type { Rule } from '../rule.ts';

export const keyStatusOnLambda: Rule = {
  code: 'key-status-on-lambda',
  severity: 'warning',
  summary: 'The pattern matches status codes only, but a Lambda function is matched by its error message.',
  why:
    'Keys of a Lambda integration of type AWS are documented to be compared with the errorMessage of the function, which a ' +
    'success does not have; never with a status code.',
  facts: [facts['matched-error-message'], facts['lambda-success-has-no-message']],
  about: ['IntegrationResponseKey'],
  example: {
    refused: { IntegrationResponseKey: '/200/' },
    live: {
      integration: {
        IntegrationType: 'AWS',
        IntegrationUri:
          'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:chat/invocations',
      },
    },
    corrected: { IntegrationResponseKey: '/.*Not found.*/' },
  },
  check({ key, matched }) {
    if (matched !== 'errorMessage' || key?.form !== 'pattern' || !isStatusOnly(key)) return [];
    return [
      {
        Path: ['IntegrationResponseKey'],
        Message: `${quote(`/${key.source}/`)} matches three-digit texts only, and this function is matched by its error message.`,
        Fix: 'Match the whole error message, e.g. "/.*Not found.*/", or use $default for successes.',
      },
    ];
  },
};
