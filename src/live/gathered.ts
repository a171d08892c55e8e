// Several reads at once, none of which may stop the others.
import type { CallOptions, Gateway, Reply } from '../aws/gateway.ts';
import type { Checks } from '../contract/checks.ts';
import { missedReads } from './checks.ts';
import { type Failure, failureOf, type Read } from './snapshot.ts';

type Reads<Values> = { readonly [Name in keyof Values]: readonly [Read, () => Promise<Reply<Values[Name]>>] };

/** What was read; a member is absent where its read failed. */
export type Gathered<Values> = { readonly [Name in keyof Values]?: Values[Name] } & {
  readonly failures: readonly Failure[];
};

/** Makes the reads, or none where none could be sent. */
export async function gather<Values extends object>(
  gateway: Gateway,
  reads: Reads<Values>,
  options: CallOptions,
): Promise<Gathered<Values>> {
  const ready = await gateway.ready(options);
  const replies = await Promise.all(
    Object.entries<Reads<Values>[keyof Values]>(reads).map(async ([member, [read, send]]) => ({
      member,
      read,
      reply: ready.ok ? await send() : ready,
    })),
  );
  return {
    ...Object.fromEntries(replies.flatMap(({ member, reply }) => (reply.ok ? [[member, reply.value]] : []))),
    failures: replies.flatMap(({ read, reply }) => failureOf(read, reply)),
  } as unknown as Gathered<Values>; // each member is the value of its own read
}

/** "done" only where all was read; that something does not exist is an answer. */
export function checksOfReads({ failures, ...values }: { readonly failures: readonly Failure[] }): Checks {
  const missed = missedReads({ failures });
  const [first] = missed;
  if (!first) return { Live: 'done' };
  return {
    Live: Object.keys(values).length > 0 ? 'partial' : 'skipped',
    Reason: `${missed.map(({ read }) => read).join(', ')}: ${first.error.Type}. ${first.error.Explanation}`,
  };
}
