import { integrationId } from '../../../src/dry-run/rules/integration-id.ts';
import { testRule } from '../../support/test-rule.ts';

const ID = 'abc123';
const silent = (IntegrationId: string) => ({
  name: JSON.stringify(IntegrationId).slice(0, 80),
  wanted: { IntegrationId },
});
const found = (IntegrationId: string, Replace?: string) => ({
  ...silent(IntegrationId),
  problems: [{ Path: ['IntegrationId'], ...(Replace !== undefined && { Replace }) }],
});

testRule(integrationId, {
  silent: [silent(ID), { name: 'absent', live: {} }],
  found: [
    ...['', '..', 'a/b', 'abc 123', '%2e', `${ID}/../x`].map((text) => found(text)),
    found(`integrations/${ID}`, ID),
    found(`/integrations/${ID}/integrationresponses`, ID),
    found(`/apis/a1b2c3d4e5/integrations/${ID}`, ID),
    found(`arn:aws:apigateway:us-east-1::/apis/a1b2c3d4e5/integrations/${ID}`, ID),
    found(`https://apigateway.us-east-1.amazonaws.com/v2/apis/a1b2c3d4e5/integrations/${ID}?x=1`, ID),
    found(`a1b2c3d4e5/${ID}/def456`, ID),
    found(`"${ID}"`, ID),
    found('https://us-east-1.console.aws.amazon.com/apigateway/main/develop/integrations/attach?api=a1b2c3d4e5'),
    found('arn:aws:apigateway:us-east-1::/apis/a1b2c3d4e5'),
    found('routes/ghi789'),
    found('aws_apigatewayv2_integration.messages.id'),
    found('!Ref MessagesIntegration'),
    {
      ...silent('${Integration}'),
      problems: [
        {
          Path: ['IntegrationId'],
          Message: 'IntegrationId is the unresolved reference "${Integration}".',
          Fix: 'Give the id it stands for once deployed; describe_websocket_api lists the integrations.',
        },
      ],
    },
  ],
});
