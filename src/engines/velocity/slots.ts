/** Slots of the variables that loops and macros set of themselves. */
export const FOREACH = 0;
export const VELOCITY_COUNT = 1;
export const VELOCITY_HAS_NEXT = 2;
export const BODY_CONTENT = 3;

/** The variables that Velocity itself gives a value, by their slots. */
const PROVIDED: readonly (readonly [name: string, slot: number])[] = [
  ['foreach', FOREACH],
  ['velocityCount', VELOCITY_COUNT],
  ['velocityHasNext', VELOCITY_HAS_NEXT],
  ['bodyContent', BODY_CONTENT],
];

/** Their names. */
export const PROVIDED_NAMES: readonly string[] = PROVIDED.map(([name]) => name);

/** Numbers the variables a template names: a rendering keeps their values in an array and looks up no names. */
export class Slots {
  readonly #slots = new Map(PROVIDED);

  /** The slot of a variable, the same whenever it is asked for. */
  of(name: string): number {
    const known = this.#slots.get(name);
    if (known !== undefined) return known;
    const slot = this.#slots.size;
    this.#slots.set(name, slot);
    return slot;
  }
}
