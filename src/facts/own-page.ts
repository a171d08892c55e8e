// Pages of this project, for what is about this server and not about AWS.

/** Where the project is published. */
const REPOSITORY = 'https://github.com/integration-response-mcp/integration-response-mcp/blob/main';

/** A file of the repository, as people read it. */
export const ownPage = (path: string): string => `${REPOSITORY}/${path}`;

/** The page of a finding that rests on no fact of AWS. */
export const pageOfFinding = (code: string): string => ownPage(`docs/findings/${code}.md`);
