// Where variables live while a template is rendered (`org.apache.velocity.context`). Null and missing are one.
import type { Value } from '../java/value.ts';
import type { Expression } from './tree.ts';

export interface Context {
  get(name: string): Value;
  put(name: string, value: Value): void;
  remove(name: string): void;
  /** What a macro was called with for the parameter that is written like this, if it is no constant. */
  argumentFor(literal: string): Expression | undefined;
}

/** The variables of the whole rendering. Those in `sources` are made when they are first asked for. */
export class Variables implements Context {
  readonly #values = new Map<string, Value>();
  readonly #sources: ReadonlyMap<string, () => Value>;
  constructor(sources: ReadonlyMap<string, () => Value>) {
    this.#sources = sources;
  }
  get(name: string): Value {
    const value = this.#values.get(name);
    if (value !== undefined) return value;
    const source = this.#sources.get(name);
    if (source === undefined) return null;
    const made = source();
    this.#values.set(name, made);
    return made;
  }
  put(name: string, value: Value): void {
    this.#values.set(name, value);
  }
  remove(name: string): void {
    this.#values.set(name, null);
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
  readonly #local = new Map<string, Value>();
  readonly #arguments = new Map<string, Expression>();
  readonly #literals = new Map<string, Expression>();
  constructor(outside: Context, evaluate: (argument: Expression, outside: Context) => Value) {
    this.#outside = outside;
    this.#evaluate = evaluate;
  }
  bindValue(parameter: string, value: Value): void {
    this.#local.set(parameter, value);
  }
  bindArgument(parameter: string, argument: Expression): void {
    this.#arguments.set(parameter, argument);
    this.#literals.set(`$${parameter}`, argument);
  }
  get(name: string): Value {
    const local = this.#local.get(name);
    if (local !== undefined && local !== null) return local;
    const argument = this.#arguments.get(name);
    return argument === undefined ? this.#outside.get(name) : this.#evaluate(argument, this.#outside);
  }
  put(name: string, value: Value): void {
    this.#local.set(name, value);
    this.#outside.put(name, value);
  }
  remove(name: string): void {
    this.#local.delete(name);
    this.#arguments.delete(name);
    this.#outside.remove(name);
  }
  argumentFor(literal: string): Expression | undefined {
    return this.#literals.get(literal) ?? this.#outside.argumentFor(literal);
  }
}

/** Inside a loop whose element is null (`NullHolderContext`): it hides what the variable was set to. */
export class NullElementContext implements Context {
  readonly #outside: Context;
  readonly #variable: string;
  #hides = true;
  constructor(outside: Context, variable: string) {
    this.#outside = outside;
    this.#variable = variable;
  }
  get(name: string): Value {
    return this.#hides && name === this.#variable ? null : this.#outside.get(name);
  }
  put(name: string, value: Value): void {
    if (name === this.#variable && value === null) this.#hides = true;
    this.#outside.put(name, value);
  }
  remove(name: string): void {
    if (name === this.#variable) this.#hides = false;
    this.#outside.remove(name);
  }
  argumentFor(literal: string): Expression | undefined {
    return this.#outside.argumentFor(literal);
  }
}
