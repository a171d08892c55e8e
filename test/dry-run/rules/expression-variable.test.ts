import { expressionVariable } from '../../../src/dry-run/rules/expression-variable.ts';
import { testRule } from '../../support/test-rule.ts';

const expression = (TemplateSelectionExpression: string) => ({ wanted: { TemplateSelectionExpression } });
const found = (text: string, Replace?: string, Column = 1) => ({
  ...expression(text),
  problems: [{ Path: ['TemplateSelectionExpression'], Line: 1, Column, ...(Replace !== undefined && { Replace }) }],
});

testRule(expressionVariable, {
  silent: [
    {},
    expression('$request.body.name'),
    expression('${request.body.items[0].id}'),
    expression('$request.body.detail-type'),
    expression('$integration.response.statuscode'),
    expression('${integration.response.header.x-kind}'),
    expression('${integration.response.multivalueheader.x-kind}'),
    expression('\\$default'),
    expression('$default'),
    expression('context.routeKey'),
  ],
  found: [
    found('${integration.response.statusCode}', '${integration.response.statuscode}'),
    found('$integration.response.status', '${integration.response.statuscode}'),
    found('${response.statuscode}', '${integration.response.statuscode}'),
    found('${statusCode}', '${integration.response.statuscode}'),
    found('${integraton.response.statuscode}', '${integration.response.statuscode}'),
    found('${integration.response.headers.x-kind}', '${integration.response.header.x-kind}'),
    found('${response.header.x-kind}', '${integration.response.header.x-kind}'),
    found('${Request.Body.action}', '${request.body.action}'),
    found('${route.request.body.action}', '${request.body.action}'),
    found('${request.body.$.action}', '${request.body.action}'),
    found('${ request.body.action }', '${request.body.action}'),
    found('a/${integration.response.statusCode}/b', 'a/${integration.response.statuscode}/b', 3),
    {
      ...expression('${integration.response.body.kind}'),
      problems: [
        {
          Path: ['TemplateSelectionExpression'],
          Line: 1,
          Column: 1,
          Message: 'The variable "${integration.response.body.kind}" is not documented here.',
          Fix: "Choose by status code or header; a single template can branch on the body with #if($input.path('$.x') == ...).",
        },
      ],
    },
    {
      ...expression('${context.routeKey}'),
      problems: [
        {
          Path: ['TemplateSelectionExpression'],
          Line: 1,
          Column: 1,
          Message: 'The variable "${context.routeKey}" is not documented here.',
          Fix: 'Choose by a documented variable, or branch inside a single template.',
        },
      ],
    },
    {
      ...expression('a $request.body'),
      problems: [
        {
          Path: ['TemplateSelectionExpression'],
          Line: 1,
          Column: 3,
          Message: 'The variable "$request.body" is not documented here.',
          Fix: "Name a member of the client's message, e.g. ${request.body.action}.",
        },
      ],
    },
    found('${request.body.$}'),
    found('${request.body.$[0].a}'),
    found('${request.headers.statuscode}'),
    found('${status}', '${integration.response.statuscode}'),
    found('${statuses.a}'),
    found('${integration.response.header}'),
    found('${integration.request.body.a}', '${request.body.a}'),
    found('${method.response.headers.a.b}', '${integration.response.header.a.b}'),
    found('${method.response.body.a}'),
    found('${integration.response.statuscode.a}'),
    found('$stageVariables.version'),
    found('$request.header.x-api-key'),
    found('${request.querystring.a}'),
    found("${input.path('$.a')}"),
    found('${constructor}'),
    {
      name: 'one replacement for all that can be corrected',
      ...expression('${integration.response.statusCode}-${context.stage}-$response.statuscode'),
      problems: [
        {
          Path: ['TemplateSelectionExpression'],
          Line: 1,
          Column: 1,
          Replace: '${integration.response.statuscode}-${context.stage}-${integration.response.statuscode}',
        },
        { Path: ['TemplateSelectionExpression'], Line: 1, Column: 36 },
        {
          Path: ['TemplateSelectionExpression'],
          Line: 1,
          Column: 53,
          Replace: '${integration.response.statuscode}-${context.stage}-${integration.response.statuscode}',
        },
      ],
    },
  ],
});
