// What is told of every operation when it is refused: the id that is unknown, and the permission that is missing.
import { expect, test } from 'vitest';
import { classify } from '../../src/aws/classify.ts';
import { explain } from '../../src/aws/explain.ts';
import { idsOf, OPERATIONS, type OperationName } from '../../src/aws/operations.ts';

const INPUT = {
  ApiId: 'api1',
  IntegrationId: 'int2',
  IntegrationResponseId: 'res3',
  RouteId: 'route4',
  RouteResponseId: 'answer5',
  StageName: 'prod',
  DeploymentId: 'dep6',
};
const NOUNS = {
  ApiId: 'API',
  IntegrationId: 'Integration',
  IntegrationResponseId: 'Integration Response',
  RouteId: 'Route',
  RouteResponseId: 'Route Response',
  StageName: 'Stage',
  DeploymentId: 'Deployment',
} as const;

const refused = (operation: OperationName, httpStatusCode: number, message: string) =>
  explain(
    classify(
      Object.assign(new Error(message), { name: 'Refused', $fault: 'client', $metadata: { httpStatusCode } }),
      false,
    ),
    { operation, input: INPUT, target: { Backend: 'aws', Region: 'eu-west-1' } },
    1,
    'none',
  );

const names = Object.keys(OPERATIONS) as OperationName[];

test.each(names)('%s: a 404 names the very id', (operation) => {
  for (const { name, value } of idsOf(operation, INPUT)) {
    const { Type, Explanation } = refused(operation, 404, `Invalid ${NOUNS[name]} identifier specified`);
    expect(Type).toBe('NotFoundException');
    expect(Explanation).toMatch(new RegExp(`^${name} "${value}" is unknown`));
  }
});

test.each(names)('%s: a 404 that does not say of what names every id in question', (operation) => {
  const { Explanation } = refused(operation, 404, 'Not Found');
  for (const { name, value } of idsOf(operation, INPUT)) expect(Explanation).toContain(`${name} "${value}"`);
});

test.each(names)('%s: a 403 names the action and the resource', (operation) => {
  const { Type, Explanation } = refused(operation, 403, 'User is not authorized');
  const { method, path } = OPERATIONS[operation];
  const resource = path.replaceAll(/\{(\w+)\}/g, (_, id: keyof typeof INPUT) => INPUT[id]);
  expect(Type).toBe('AccessDeniedException');
  expect(Explanation).toContain(`apigateway:${method} on the resource arn:aws:apigateway:eu-west-1::${resource} `);
});

test('the verb of an operation is that of its name', () => {
  const VERBS = { Get: 'GET', Create: 'POST', Update: 'PATCH', Delete: 'DELETE' } as const;
  for (const name of names) {
    const [verb = ''] = /^[A-Z][a-z]+/.exec(name) ?? [];
    expect(OPERATIONS[name].method).toBe(VERBS[verb as keyof typeof VERBS]);
  }
});
