// What an experiment is: calls and messages as data, what each should show, and the facts that it settles.
import type { facts } from '../../src/facts/facts.ts';

/** What the product predicts of an answer. A member that is absent is not predicted: what comes is new. */
export interface Prediction {
  readonly status: number;
  /** The exception's name. */
  readonly type?: string;
  readonly message?: string;
  /** Members of the body; of a list, `items` stands for their number. */
  readonly body?: Readonly<Record<string, unknown>>;
}

/** One request to the control plane. `{name}` in path and body stands for an id kept before. */
export interface Call {
  readonly kind: 'call';
  /** `POST /v2/apis/{api}/routes`. */
  readonly send: string;
  readonly body?: unknown;
  /** The name under which the id of what was made is kept. */
  readonly keep?: string;
  /** Absent: nothing is predicted, whatever comes is new. */
  readonly predict?: Prediction;
}

/** A connection to the stage `test` of the API `{api}`, and a message over it. */
export interface Talk {
  readonly kind: 'talk';
  readonly message?: string;
  readonly predict: {
    /** 101 where the connection opens. */
    readonly handshake: number;
    /** The texts that arrive, in order, with the ids of error frames left out. */
    readonly frames?: readonly string[];
  };
}

export type Step = Call | Talk;

export interface Experiment {
  /** `C1`: of the control plane; `R1`: of the run time. */
  readonly id: string;
  readonly title: string;
  readonly settles: readonly (keyof typeof facts)[];
  readonly steps: readonly Step[];
}
