import { JavaObject, type Value } from './value.ts';

/** What `getClass()` gives: a name, and nothing of the class itself. */
export class JavaClass extends JavaObject {
  readonly className = 'java.lang.Class';
  readonly of: Value;
  readonly classOf: string;
  constructor(of: Value, classOf: string) {
    super();
    this.of = of;
    this.classOf = classOf;
  }
  print(): string {
    return `class ${this.classOf}`;
  }
}
