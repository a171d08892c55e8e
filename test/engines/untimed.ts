import { Budget } from '../../src/engines/budget.ts';

/** A budget of so many steps and any time, so that a test ends alike on every machine. */
export const untimed = (steps: number): Budget => new Budget({ steps, time: Number.POSITIVE_INFINITY });
