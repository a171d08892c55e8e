// What describes the package elsewhere, made from package.json, the options and the tools: manifest.json is the extension's for
// Claude Desktop, server.json the entry in the MCP registry.
import packageJson from '../package.json' with { type: 'json' };
import { OPTIONS, variableOf } from '../src/options.ts';
import { tools } from '../src/tools/index.ts';

const { name, version, description, license, keywords, author, homepage, repository, bugs, mcpName, engines } =
  packageJson;

/** Hosts name tools mcp__DISPLAY NAME__TOOL and cut that at 64 characters. */
const DISPLAY_NAME = 'WebSocket API responses';

interface Setting {
  readonly variable: string;
  readonly title: string;
  readonly does: string;
  readonly type: 'string' | 'boolean' | 'number';
  readonly placeholder?: string;
}

type Option = {
  readonly type: string;
  readonly title?: string;
  readonly does: string;
  readonly example?: string;
  readonly unit?: string;
};

/** What an operator can choose for the serving process. */
const settings: readonly Setting[] = [
  {
    variable: 'AWS_PROFILE',
    title: 'AWS profile',
    does: 'a profile of ~/.aws/config (default: the default credentials)',
    type: 'string',
    placeholder: 'dev',
  },
  {
    variable: 'AWS_REGION',
    title: 'AWS region',
    does: 'the region of the APIs (default: the region of the profile)',
    type: 'string',
    placeholder: 'us-east-1',
  },
  ...Object.entries(OPTIONS).flatMap(([flag, { type, title, does, example, unit }]: [string, Option]) =>
    title === undefined
      ? []
      : [
          {
            variable: variableOf(flag),
            title,
            does,
            type: type === 'boolean' ? ('boolean' as const) : unit ? ('number' as const) : ('string' as const),
            ...(example !== undefined && { placeholder: example }),
          },
        ],
  ),
];

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
const field = (variable: string): string => variable.replace(/^(?:INTEGRATION_RESPONSE_MCP|AWS)_/, '').toLowerCase();
const BLANK = { string: '', boolean: false, number: 10 } as const;

export const manifest = {
  manifest_version: '0.3',
  name,
  display_name: DISPLAY_NAME,
  version,
  description,
  author,
  repository,
  homepage,
  documentation: homepage,
  support: bugs.url,
  icon: 'icon.png',
  license,
  keywords,
  server: {
    type: 'node',
    entry_point: 'dist/main.js',
    mcp_config: {
      command: 'node',
      args: ['${__dirname}/dist/main.js'],
      env: Object.fromEntries(settings.map(({ variable }) => [variable, `\${user_config.${field(variable)}}`])),
    },
  },
  tools: tools.map((tool) => ({ name: tool.name, description: tool.title })),
  prompts_generated: true,
  compatibility: { platforms: ['darwin', 'linux', 'win32'], runtimes: { node: engines.node } },
  user_config: Object.fromEntries(
    settings.map(({ variable, title, does, type }) => [
      field(variable),
      { type, title, description: sentence(does), required: false, default: BLANK[type] },
    ]),
  ),
};

export const registryEntry = {
  $schema: 'https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json',
  name: mcpName,
  title: DISPLAY_NAME,
  description: 'Create, preview and deploy integration responses of API Gateway WebSocket APIs.',
  version,
  repository: { url: homepage, source: 'github' },
  packages: [
    {
      registryType: 'npm',
      identifier: name,
      version,
      runtimeHint: 'npx',
      transport: { type: 'stdio' },
      environmentVariables: settings.map(({ variable, does, type, placeholder }) => ({
        name: variable,
        description: sentence(does),
        ...(type !== 'string' && { format: type, default: String(BLANK[type]) }),
        ...(placeholder !== undefined && { placeholder }),
      })),
    },
  ],
};
