import { facts } from '../../facts/facts.ts';
import { nearest } from '../../text/nearest.ts';
import { quote, visible } from '../../text/quote.ts';
import type { Rule } from '../rule.ts';
import { referencesOf } from '../template/template-names.ts';
import { type Fault, faultsOf, MAX_SUGGESTED } from '../template/template-text.ts';

export const templateStageVariable: Rule = {
  code: 'template-stage-variable',
  severity: 'warning',
  summary: 'A template reads a stage variable that no stage of the API defines.',
  why: 'Stage variables are documented; that one which is not there prints nothing was observed on REST APIs.',
  facts: [facts['stage-variables'], facts['undefined-prints-nothing']],
  about: ['ResponseTemplates'],
  example: {
    refused: { ResponseTemplates: { $default: '{"version": "$stageVariables.version"}' } },
    live: {
      stages: [{ StageName: 'dev', AutoDeploy: true, DeploymentId: 'mno345', StageVariables: { release: '3' } }],
    },
    corrected: { ResponseTemplates: { $default: '{"version": "$stageVariables.release"}' } },
  },
  check(subject) {
    const { stages } = subject.live;
    if (!stages || stages.length === 0) return [];
    const defined = new Set(stages.flatMap(({ StageVariables }) => Object.keys(StageVariables ?? {})));
    return faultsOf(subject, ({ template }) =>
      referencesOf(template).flatMap(({ name, access: [first] }): Fault[] => {
        if (name !== 'stageVariables' || first?.kind !== 'property' || defined.has(first.name)) return [];
        const meant = nearest(first.name, [...defined].slice(0, MAX_SUGGESTED));
        return [
          {
            offset: first.offset,
            Message: `No stage of the API has a variable ${quote(first.name)}.`,
            Fix: meant ? `Write ${visible(meant, 60)}, or define it.` : 'Define it in every stage that is to use it.',
            edits: meant === undefined ? undefined : [{ offset: first.offset, seen: first.name, written: meant }],
          },
        ];
      }),
    );
  },
};
