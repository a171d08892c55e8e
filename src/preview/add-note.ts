import type { Note } from '../contract/preview.ts';

/** Writes down what a step did, and how surely the service does the same. */
export type AddNote = (step: Note['Step'], basis: Note['Basis'], text: string) => void;
