// The findings as resources: the whole catalogue, and a page for each code.
import type { ReadResourceResult } from '@modelcontextprotocol/sdk/types.js';
import { catalogue, findingPages } from '../../findings/finding-page.ts';
import { visible } from '../../text/quote.ts';
import { BadRequest, INVALID_PARAMS, RESOURCE_NOT_FOUND } from './bad-request.ts';

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

const page = (uri: string): string | undefined =>
  uri.startsWith(SCHEME) ? findingPages.get(uri.slice(SCHEME.length))?.() : undefined;

/** The codes that begin with these letters. */
export const codesFrom = (start: string): string[] => [...findingPages.keys()].filter((code) => code.startsWith(start));
