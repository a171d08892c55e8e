// What is known of the service, and how. The rules, the notes of the preview and docs/what-aws-does.md refer to these rows.
import type { Basis } from '../contract/finding.ts';
import { ownPage } from './own-page.ts';
import recordings from './recorded.json' with { type: 'json' };

interface Ground {
  /** In our words, one or two sentences. */
  readonly statement: string;
  /**
   * documented: AWS, or the specification named, says so. observed: it was seen at work on AWS. inferred: it follows from what
   * stands beside it; where nothing is published, `assumed` says what the product takes for granted.
   */
  readonly basis: Basis;
  /** The page with its anchor, the file at a commit, or the thread that shows it: an absolute URL. */
  readonly source: string;
  /** Where in the source. Needed where another row has the same one. */
  readonly passage?: string;
  /** Further records of the same. */
  readonly more?: readonly string[];
  /** Where it was documented or seen, unless on WebSocket APIs. */
  readonly on?: 'REST APIs' | 'HTTP APIs' | 'other operations' | 'Java' | 'Velocity' | 'HTTP' | 'the AWS client';
  /** When it was seen. */
  readonly date?: string;
  /** The service's behaviour is not published; this is what the product assumes. */
  readonly assumed?: string | undefined;
}

export interface Fact extends Ground {
  /** kebab-case, unique. */
  readonly id: string;
}

/** The recording of the conformance run that settles a fact. */
export interface Recorded {
  /** In `facts/recorded`. */
  readonly file: string;
  readonly date: string;
}

/** Rows under their ids. */
export const rows = <Id extends string>(table: { readonly [id in Id]: Ground }): { readonly [id in Id]: Fact } =>
  Object.fromEntries(
    Object.entries<Ground>(table).map(([id, ground]) => [id, { id, ...ground, ...settled(id, ground) }]),
  ) as { readonly [id in Id]: Fact };

/** What was assumed, or known less surely, is observed once a recording bears it out. */
function settled(id: string, { statement, assumed, source, more = [] }: Ground): Partial<Ground> {
  const recorded = (recordings as Readonly<Record<string, Recorded>>)[id];
  if (!recorded) return {};
  return {
    statement: assumed ?? statement,
    basis: 'observed',
    source: ownPage(`facts/recorded/${recorded.file}`),
    passage: id,
    date: recorded.date,
    more: [source, ...more],
    assumed: undefined,
  };
}
