// Where variables live while a template is rendered (`org.apache.velocity.context`), by slot. Null and missing are one.
import type { Value } from '../java/value.ts';
import type { Slots } from './slots.ts';
import type { Expression } from './tree.ts';

export interface Context {
  get(slot: number): Value;
  put(slot: number, value: Value): void;
  remove(slot: number): void;
  /** What a macro was called with for the parameter that is written like this, if it is no constant. */
  argumentFor(literal: string): Expression | undefined;
}

/** The variables of the whole rendering. Those in `sources` are made when they are first asked for. */
export class Variables implements Context {
  readonly #values: Value[] = [];
  readonly #sources: (() => Value)[] = [];
  constructor(sources: ReadonlyMap<string, () => Value>, slots: Slots) {
    for (const [name, source] of sources) this.#sources[slots.of(name)] = source;
  }
  get(slot: number): Value {
    const value = this.#values[slot];
    if (value !== undefined) return value;
    const source = this.#sources[slot];
    if (source === undefined) return null;
    const made = source();
    this.#values[slot] = made;
    return made;
  }
  put(slot: number, value: Value): void {
    this.#values[slot] = value;
  }
  remove(slot: number): void {
    this.#values[slot] = null;
  }
  argumentFor(): undefined {
    return undefined;
  }
}

/**
 * Inside a macro (`ProxyVMContext`): a parameter stands for the argument as it is written, and is evaluated outside
 * whenever it is used. What the macro sets, it sets outside too.
 */
export class MacroContext implements Context {
  readonly #outside: Context;
  readonly #evaluate: (argument: Expression, outside: Context) => Value;
  readonly #local = new Map<number, Value>();
  readonly #arguments = new Map<number, Expression>();
  readonly #literals = new Map<string, Expression>();
  constructor(outside: Context, evaluate: (argument: Expression, outside: Context) => Value) {
    this.#outside = outside;
    this.#evaluate = evaluate;
  }
  bindValue(slot: number, value: Value): void {
    this.#local.set(slot, value);
  }
  bindArgument(slot: number, parameter: string, argument: Expression): void {
    this.#arguments.set(slot, argument);
    this.#literals.set(`$${parameter}`, argument);
  }
  get(slot: number): Value {
    const local = this.#local.get(slot);
    if (local !== undefined && local !== null) return local;
    const argument = this.#arguments.get(slot);
    return argument === undefined ? this.#outside.get(slot) : this.#evaluate(argument, this.#outside);
  }
  put(slot: number, value: Value): void {
    this.#local.set(slot, value);
    this.#outside.put(slot, value);
  }
  remove(slot: number): void {
    this.#local.delete(slot);
    this.#arguments.delete(slot);
    this.#outside.remove(slot);
  }
  argumentFor(literal: string): Expression | undefined {
    return this.#literals.get(literal) ?? this.#outside.argumentFor(literal);
  }
}

/** Inside a loop whose element is null (`NullHolderContext`): it hides what the variable was set to. */
export class NullElementContext implements Context {
  readonly #outside: Context;
  readonly #slot: number;
  #hides = true;
  constructor(outside: Context, slot: number) {
    this.#outside = outside;
    this.#slot = slot;
  }
  get(slot: number): Value {
    return this.#hides && slot === this.#slot ? null : this.#outside.get(slot);
  }
  put(slot: number, value: Value): void {
    if (slot === this.#slot && value === null) this.#hides = true;
    this.#outside.put(slot, value);
  }
  remove(slot: number): void {
    if (slot === this.#slot) this.#hides = false;
    this.#outside.remove(slot);
  }
  argumentFor(literal: string): Expression | undefined {
    return this.#outside.argumentFor(literal);
  }
}
