import { JavaObject } from './value.ts';

/** `java.lang.Character`: one UTF-16 unit. */
export class Character extends JavaObject {
  readonly className = 'java.lang.Character';
  readonly value: string;
  constructor(value: string) {
    super();
    this.value = value;
  }
  print(): string {
    return this.value;
  }
}
