import { templateBackendAnswer } from '../../../src/dry-run/rules/template-backend-answer.ts';
import { dynamoDb, lambda, mock } from '../../support/integrations.ts';
import { testRule } from '../../support/test-rule.ts';
import { at, found, template } from '../template-cases.ts';

const error = (source: string) => ({ ResponseTemplates: { $default: source }, IntegrationResponseKey: '/.*401.*/' });
const describing = {
  integration: {
    IntegrationId: 'abc123',
    IntegrationType: 'AWS' as const,
    IntegrationUri: 'arn:aws:apigateway:us-east-1:states:action/DescribeExecution',
  },
  responses: [],
};
const ofDefault = (source: string) => ({ ResponseTemplates: { $default: source }, IntegrationResponseKey: '$default' });

testRule(templateBackendAnswer, {
  silent: [
    { live: lambda, wanted: error('{"message": $input.json(\'$.errorMessage\')}') },
    {
      live: lambda,
      wanted: { ...error('{"message": "$input.path(\'$.errorMessage\')"}'), IntegrationResponseKey: '/BadRequest/' },
    },
    { live: describing, wanted: ofDefault('#set($r = $input.path("$")){"status": "$r.status"}') },
    template('{"name": "$input.path(\'$.name\')"}'),
    { live: mock, wanted: ofDefault('{"ok": true}') },
  ],
  found: [
    {
      live: lambda,
      ...found(
        '{"message": "$input.path(\'$.errorMessage\')"}',
        at(14, '{"message": $input.json(\'$.errorMessage\')}'),
      ),
      wanted: error('{"message": "$input.path(\'$.errorMessage\')"}'),
    },
    {
      live: describing,
      ...found(
        '#set($r = $input.path("$")){"status": $r.status}',
        at(39, '#set($r = $input.path("$")){"status": $input.json(\'$.status\')}'),
      ),
      wanted: ofDefault('#set($r = $input.path("$")){"status": $r.status}'),
    },
    {
      live: { ...dynamoDb, responses: [] },
      ...found('{"n": $input.path(\'$.Attributes.n.N\')}', at(7, '{"n": $input.json(\'$.Attributes.n.N\')}')),
      wanted: ofDefault('{"n": $input.path(\'$.Attributes.n.N\')}'),
    },
    {
      ...found('{"n": $input.path(\'$.n\')}', at(7, '{"n": $input.json(\'$.n\')}')),
      name: 'an error page of an HTTP backend',
    },
  ],
});
