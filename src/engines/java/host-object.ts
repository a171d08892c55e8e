import type { MethodTable } from './methods/method-table.ts';
import { JavaObject } from './value.ts';

/** An object that brings its own methods along: `$input`, `$util`, `$foreach`. */
export abstract class HostObject extends JavaObject {
  abstract readonly methods: MethodTable;
}
