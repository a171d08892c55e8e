import { renderCase } from './engine.ts';
import type { Answer, Case, Reference } from './java-process.ts';

/**
 * What comparing one case has shown. `limit` and `referenceLimit`: we, or the reference, were stopped, so there is nothing
 * to compare. `identity`: the template prints where an object lies in Java's memory, so that the reference does not agree
 * with itself either.
 */
export type Verdict = 'same' | 'limit' | 'referenceLimit' | 'identity' | 'different';

/** Compares our engine with what the reference has answered; asks again where the answer may change from run to run. */
export async function judge(reference: Reference, wanted: Case, answer: Answer): Promise<Verdict> {
  const ours = renderCase(wanted);
  if (agree(answer, ours)) return 'same';
  if ('limit' in answer) return 'referenceLimit';
  if ('limit' in ours) return 'limit';
  if ('output' in answer && 'output' in ours && matchesIdentities(answer.output, ours.output)) return 'identity';
  const again = await reference.render(wanted);
  return agree(answer, again) ? 'different' : 'identity';
}

/** Whether both print the same, or both fail in the same phase. */
export function agree(one: Answer, other: Answer): boolean {
  if ('output' in one && 'output' in other) return one.output === other.output;
  return 'error' in one && 'error' in other && one.phase === other.phase;
}

/** Java's default `toString` has a place in memory behind the class name, where we print a zero. */
const IDENTITY = /(?<=\[[CB]@|\[L[\w.]+;@|\$\w*It(?:e?rato)?r@)0(?![\da-f])/;

/** Whether two outputs differ in nothing but such places. */
function matchesIdentities(java: string, ours: string): boolean {
  const pieces = ours.split(IDENTITY).map((piece) => piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${pieces.join('[\\da-f]+')}$`).test(java);
}
