import type { Basis } from '../contract/finding.ts';
import type { Note } from '../contract/preview.ts';
import type { Fact } from '../facts/fact.ts';

/** Writes down what a step did, and on what of the service that rests; a basis alone where it rests on this preview or its caller. */
export type AddNote = (step: Note['Step'], ground: Fact | Basis, text: string) => void;

export const noteOf = (Step: Note['Step'], ground: Fact | Basis, Text: string): Note => ({
  Step,
  Basis: typeof ground === 'string' ? ground : ground.basis,
  Text,
});
