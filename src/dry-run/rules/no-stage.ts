import { facts } from '../../facts/facts.ts';
import { isUsed } from '../../live/reach.ts';
import type { Rule } from '../rule.ts';

export const noStage: Rule = {
  code: 'no-stage',
  severity: 'info',
  summary: 'The API has no stage, so clients cannot connect yet.',
  why: 'Clients reach an API only through a stage to which it is deployed.',
  facts: [facts['stage-without-deployment']],
  about: [],
  example: { refused: {}, live: { stages: [] } },
  check: (subject) =>
    isUsed(subject) && subject.live.stages?.length === 0
      ? [{ Path: [], Message: 'The API has no stage.', Fix: 'Create a stage; see NextSteps.' }]
      : [],
};
