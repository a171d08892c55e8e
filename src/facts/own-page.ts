// Pages of this project, for what is about this server and not about AWS.
import manifest from '../../package.json' with { type: 'json' };

/** A file of the repository, as people read it where it is published. */
export const ownPage = (path: string): string => `${manifest.homepage}/blob/main/${path}`;

/** The page of a finding that rests on no fact of AWS. */
export const pageOfFinding = (code: string): string => ownPage(`docs/findings/${code}.md`);
