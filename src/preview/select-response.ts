import type { MatchedText } from '../api-gateway/matched-text.ts';
import { nearMiss } from '../api-gateway/near-miss.ts';
import type { Key, KeyedResponse } from '../api-gateway/response-key.ts';
import type { BackendAnswer } from '../contract/preview.ts';
import { Budget } from '../engines/budget.ts';
import { matches } from '../engines/java-regex/match.ts';
import { LimitError } from '../engines/limit-error.ts';
import { facts } from '../facts/facts.ts';
import { quote } from '../text/quote.ts';
import type { AddNote } from './add-note.ts';

/** An integration response with its key taken apart. */
export interface Candidate {
  readonly response: KeyedResponse;
  readonly key: Key;
}

export interface Selection {
  /** Keys of the patterns that match the whole text. */
  readonly candidates: readonly string[];
  /** undefined: nothing matches and there is no `$default`. */
  readonly chosen: Candidate | undefined;
}

/** The text that keys are matched against: a status code, or a Lambda function's error message, empty on success. */
export function textToMatch(
  matched: Exclude<MatchedText, 'nothing' | undefined>,
  integrationType: string,
  statusCode: number,
  { ErrorMessage, Body }: BackendAnswer,
  addNote: AddNote,
): string {
  if (matched === 'status') {
    const sure = integrationType !== 'AWS';
    addNote(
      'match',
      sure ? facts['matched-status'] : facts['matched-status-of-aws-service'],
      sure
        ? `Keys of a type ${integrationType} integration are matched against the status code.`
        : 'Keys are matched against the status code: this is what AWS services other than Lambda were seen to do.',
    );
    if (ErrorMessage !== undefined) {
      addNote(
        'match',
        facts['matched-error-message'],
        'ErrorMessage is not used: only a Lambda integration of type AWS is matched against it.',
      );
    }
    return String(statusCode);
  }
  const message = ErrorMessage ?? errorMessageIn(Body) ?? '';
  addNote(
    'match',
    facts['matched-error-message'],
    message === ''
      ? 'Keys are matched against errorMessage of the Lambda function, which is empty on success.'
      : 'Keys are matched against errorMessage of the Lambda function.',
  );
  return message;
}

function errorMessageIn(body = ''): string | undefined {
  if (!body.includes('"errorMessage"')) return undefined;
  try {
    const value: unknown = JSON.parse(body);
    const message = typeof value === 'object' && value !== null && 'errorMessage' in value && value.errorMessage;
    return typeof message === 'string' ? message : undefined;
  } catch {
    return undefined;
  }
}

/** The pattern that matches the whole text, else `$default`. `steps` bounds the matching of one pattern. */
export function selectResponse(
  responses: readonly Candidate[],
  text: string,
  steps: number,
  addNote: AddNote,
): Selection {
  const matching = responses.filter(({ response, key }) => {
    if (key.form === 'pattern') {
      try {
        return matches(key.pattern, text, new Budget({ steps }));
      } catch (error) {
        if (!(error instanceof LimitError)) throw error;
      }
    }
    if (key.form === 'pattern' || key.form === 'unjudged') {
      addNote(
        'match',
        facts['key-not-judged'],
        `${quote(response.IntegrationResponseKey)} was not tried: it takes too many steps.`,
      );
    } else if (key.form !== 'default') {
      const problem =
        key.form === 'broken' ? 'is no Java pattern' : 'is neither $default nor a pattern between slashes';
      addNote(
        'match',
        facts['key-other-forms'],
        `${quote(response.IntegrationResponseKey)} ${problem}: it matches nothing.`,
      );
    }
    return false;
  });
  const candidates = matching.map(({ response }) => response.IntegrationResponseKey);
  const chosen = matching.at(-1) ?? responses.find(({ key }) => key.form === 'default');
  const missed = noteNearMisses(
    responses.filter((each) => !matching.includes(each)),
    text,
    steps,
    addNote,
  );
  noteChoice(candidates, chosen?.response.IntegrationResponseKey, missed, addNote);
  return { candidates, chosen };
}

/** Keys that almost match: whether a key must match the whole text is documented by examples alone. */
function noteNearMisses(others: readonly Candidate[], text: string, steps: number, addNote: AddNote): boolean {
  let missed = false;
  for (const { response, key } of others) {
    const miss = nearMiss(key, text, steps);
    if (!miss) continue;
    missed = true;
    const name = quote(response.IntegrationResponseKey);
    addNote(
      'match',
      facts['key-full-match'],
      miss.kind === 'part'
        ? `${name} is found at ${miss.start}–${miss.end} of the text, but a key must match the whole text: write .* around it. ` +
            'That it must was tried on REST APIs only.'
        : `${name} fails at the line break at ${miss.offset}: "." does not match one. Write (?s) in front, or (\\n|.)* for .*.`,
    );
  }
  return missed;
}

function noteChoice(
  candidates: readonly string[],
  chosen: string | undefined,
  missed: boolean,
  addNote: AddNote,
): void {
  if (chosen === undefined) {
    addNote(
      'response',
      facts['no-match-fails'],
      'No key matches and there is no $default: the call ends as a configuration error.',
    );
  } else if (candidates.length === 0) {
    addNote(
      'response',
      missed ? facts['key-full-match'] : facts['default-catches-the-rest'],
      'No pattern matches, so $default is used.',
    );
  } else if (candidates.length === 1) {
    addNote(
      'response',
      missed ? facts['key-full-match'] : facts['key-forms'],
      `${quote(chosen)} matches the whole text.`,
    );
  } else {
    const others = candidates.slice(0, -1).map((key) => quote(key));
    addNote(
      'response',
      facts['key-overlap'],
      `${candidates.length} patterns match, and which one is used is not published. Shown is ${quote(chosen)}, the last listed, as ` +
        `once seen on a WebSocket API; ${others.join(' or ')} is used if the first created or the lowest status goes first, as recorded ` +
        'on a REST API. Make the patterns disjoint.',
    );
  }
}
