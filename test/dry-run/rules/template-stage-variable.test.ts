import { templateStageVariable } from '../../../src/dry-run/rules/template-stage-variable.ts';
import { testRule } from '../../support/test-rule.ts';
import { at, found, template } from '../template-cases.ts';

const live = {
  stages: [
    { StageName: 'dev', StageVariables: { version: '1' } },
    { StageName: 'prod', StageVariables: { version: '2', region: 'eu' } },
    { StageName: 'bare' },
  ],
};

testRule(templateStageVariable, {
  silent: [
    { ...template('$stageVariables.version ${stageVariables.region}'), live },
    { ...template('$stageVariables $stageVariables.get("a") $other.nope'), live },
    { ...template('$stageVariables.nope'), live: { stages: [] } },
  ],
  found: [
    { ...found('a $stageVariables.nope', 19), live },
    { ...found('$stageVariables.verson', at(17, '$stageVariables.version')), live },
    { ...found('$stageVariables.constructor', 17), live },
    found('$stageVariables.version', 17),
  ],
});
