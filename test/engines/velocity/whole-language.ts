import { createScope, type ScopeOptions } from '../../../src/engines/mapping-template/scope.ts';
import type { Scope } from '../../../src/engines/velocity/rendering.ts';

/** The scope of a mapping template, with all directives that Velocity has. */
export const createWholeScope = (options: ScopeOptions = {}): Scope => ({
  ...createScope(options),
  unavailable: new Set(),
});
