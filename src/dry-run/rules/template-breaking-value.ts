import { facts } from '../../facts/facts.ts';
import type { Rule } from '../rule.ts';
import { breakingFaults } from '../template/breaking-faults.ts';

export const templateBreakingValue: Rule = {
  code: 'template-breaking-value',
  severity: 'info',
  summary: 'A value that the answer may hold makes the output of a template no JSON, empty, or an error.',
  why: 'A template prints values as they are: a quote, a line break, a missing member or a text without quotes around it ends up in the JSON.',
  facts: [facts['template-text-unchecked']],
  about: ['IntegrationResponseKey', 'ResponseTemplates'],
  example: {
    refused: { ResponseTemplates: { $default: '{"name": "$input.path(\'$.name\')"}' } },
    corrected: { ResponseTemplates: { $default: '{"name": $input.json(\'$.name\')}' } },
  },
  check: (subject) => breakingFaults(subject, ({ from }) => from === undefined),
};
