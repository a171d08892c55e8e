// The findings as resources: the whole catalogue, and a page for each code.
import type { ReadResourceResult } from '@modelcontextprotocol/sdk/types.js';
import { visible } from '../contract/quote.ts';
import { rules } from '../dry-run/rules/index.ts';
import { BadRequest, INVALID_PARAMS, RESOURCE_NOT_FOUND } from './bad-request.ts';
import { catalogue, findingPage } from './finding-page.ts';

const SCHEME = 'finding://';

const HEAD = `# Findings

What the dry run of create_integration_response can find. An \`error\` stops the create unless \`AllowFindings\` names its code; a
\`warning\` is accepted by AWS and will not do what was meant; an \`info\` is still missing before the response is live.
`;

/** The text of `findings://catalogue` or of `finding://{code}`; any other address is an error of the protocol. */
export function readResource(uri: unknown): ReadResourceResult {
  if (typeof uri !== 'string') throw new BadRequest(INVALID_PARAMS, 'resources/read needs a uri');
  const text = uri === 'findings://catalogue' ? `${HEAD}\n${catalogue((code) => SCHEME + code)}\n` : page(uri);
  if (text === undefined) throw new BadRequest(RESOURCE_NOT_FOUND, `Unknown resource: ${visible(uri, 100)}`);
  return { contents: [{ uri, mimeType: 'text/markdown', text }] };
}

function page(uri: string): string | undefined {
  const rule = rules.find(({ code }) => uri === SCHEME + code);
  return rule && findingPage(rule);
}

/** The codes that begin with these letters. */
export const codesFrom = (start: string): string[] =>
  rules.map(({ code }) => code).filter((code) => code.startsWith(start));
