// The same integration response as another tool's source, ready to commit.
import type { ExportFormat } from '../contract/create.ts';
import type { CreateIntegrationResponseRequest } from '../contract/integration-response.ts';
import { shell } from '../text/shell.ts';

type Members = [name: string, value: string | Record<string, string>][];

const formats: Record<ExportFormat, (members: Members) => string> = { cli, cloudformation, terraform, cdk };

/** The request in the given format. Strings are quoted as that format reads them, `\$default` included. */
export const exportAs = (format: ExportFormat, request: CreateIntegrationResponseRequest): string =>
  formats[format](
    Object.entries(request).flatMap(([name, value]): Members => (value === undefined ? [] : [[name, value]])),
  );

/** JSON input spares every member the shorthand syntax of the AWS CLI and its reading of `file://` values. */
function cli(members: Members): string {
  return `aws apigatewayv2 create-integration-response --cli-input-json ${shell(JSON.stringify(Object.fromEntries(members)))}`;
}

/** A JSON string is a YAML double-quoted scalar; characters that YAML takes for line breaks are escaped. */
const yaml = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

function cloudformation(members: Members): string {
  const lines = members.flatMap(([name, value]) =>
    typeof value === 'string'
      ? [`      ${name}: ${yaml(value)}`]
      : [`      ${name}:`, ...Object.entries(value).map(([key, entry]) => `        ${yaml(key)}: ${yaml(entry)}`)],
  );
  return [
    'Resources:',
    '  IntegrationResponse:',
    '    Type: AWS::ApiGatewayV2::IntegrationResponse',
    '    Properties:',
    ...lines,
    '',
  ].join('\n');
}

/** HCL shares the escapes of JSON but for `\b` and `\f`; `${` and `%{` would begin a template. */
const hcl = (text: string): string =>
  JSON.stringify(text)
    .replace(/\\[bf]/g, (short) => (short === '\\b' ? '\\u0008' : '\\u000c'))
    .replaceAll(/([$%])\{/g, '$1$1{');

const snake = (name: string): string => name.replace(/(?<!^)[A-Z]/g, '_$&').toLowerCase();

/** `name = value` lines with their signs one below the other, as `terraform fmt` leaves them. */
function aligned(indent: string, entries: readonly (readonly [name: string, value: string])[]): string[] {
  const width = Math.max(0, ...entries.map(([name]) => name.length));
  return entries.map(([name, value]) => `${indent}${name.padEnd(width)} = ${value}`);
}

function terraform(members: Members): string {
  const lines: string[] = [];
  let group: [string, string][] = [];
  const close = () => {
    lines.push(...aligned('  ', group));
    group = [];
  };
  for (const [name, value] of members) {
    if (typeof value === 'string') group.push([snake(name), hcl(value)]);
    else if (name !== 'ResponseParameters') {
      close();
      const entries = Object.entries(value).map(([key, entry]) => [hcl(key), hcl(entry)] as const);
      lines.push(`  ${snake(name)} = {`, ...aligned('    ', entries), '  }');
    }
  }
  close();
  if (members.some(([name]) => name === 'ResponseParameters')) {
    lines.push('  # ResponseParameters are left out: the provider has no argument for them.');
  }
  return ['resource "aws_apigatewayv2_integration_response" "this" {', ...lines, '}', ''].join('\n');
}

function cdk(members: Members): string {
  const camel = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);
  const lines = members.flatMap(([name, value]) =>
    typeof value === 'string'
      ? [`  ${camel(name)}: ${JSON.stringify(value)},`]
      : [
          `  ${camel(name)}: {`,
          ...Object.entries(value).map(([key, entry]) => `    [${JSON.stringify(key)}]: ${JSON.stringify(entry)},`),
          '  },',
        ],
  );
  return [
    "import { aws_apigatewayv2 as apigatewayv2 } from 'aws-cdk-lib';",
    '',
    "new apigatewayv2.CfnIntegrationResponse(this, 'IntegrationResponse', {",
    ...lines,
    '});',
    '',
  ].join('\n');
}
