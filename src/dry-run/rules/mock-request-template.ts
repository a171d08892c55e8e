import { facts } from '../../facts/facts.ts';
import { mockProblem } from '../../live/mock-request.ts';
import { isUsed } from '../../live/reach.ts';
import type { Rule } from '../rule.ts';

export const mockRequestTemplate: Rule = {
  code: 'mock-request-template',
  severity: 'warning',
  summary: 'The `MOCK` integration has no request template that can be selected and gives a `statusCode`.',
  why:
    "A MOCK integration takes its status code from the integration's own request template. That most messages fail without one, " +
    'with "Unable to parse statusCode", is inferred from REST APIs.',
  facts: [facts['mock-status-code']],
  about: [],
  example: { refused: {}, live: { integration: { IntegrationId: 'abc123', IntegrationType: 'MOCK' } } },
  check(subject) {
    const problem = subject.live.integration && isUsed(subject) && mockProblem(subject.live.integration);
    if (!problem) return [];
    return [
      {
        Path: ['IntegrationId'],
        Message: `The MOCK integration ${problem.text}.`,
        Fix: problem.lacksDefault
          ? 'Give the integration the request template {"statusCode":200} under the key $default; see NextSteps.'
          : 'Let that request template yield {"statusCode":200}.',
      },
    ];
  },
};
