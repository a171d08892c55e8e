import { describe, expect, test } from 'vitest';
import { Budget } from '../../src/engines/budget.ts';
import { LimitError } from '../../src/engines/limit-error.ts';
import { untimed } from './untimed.ts';

const untilStopped = (budget: Budget): number => {
  let steps = 0;
  try {
    for (;;) {
      budget.step();
      steps++;
    }
  } catch {
    return steps;
  }
};

describe('a part of the work', () => {
  test('goes no further than its own limits', () => {
    const whole = untimed(10_000);
    expect(() => whole.part({ steps: 50 }, (part) => part.steps(51))).toThrow(LimitError);
    expect(whole.part({ steps: 50 }, untilStopped)).toBe(50);
  });

  test('goes no further than what is left of the whole', () => {
    const whole = untimed(10_000);
    whole.steps(9000);
    expect(whole.part({}, untilStopped)).toBeLessThan(1500);
    expect(() => whole.check()).toThrow(LimitError);
  });

  test('counts for the whole, however small it is', () => {
    const whole = untimed(1000);
    expect(() => {
      for (let n = 0; n < 1100; n++) whole.part({}, (part) => part.step());
    }).toThrow(LimitError);
  });

  test('may take too much by itself, unless the whole is spent', () => {
    const whole = untimed(10_000);
    expect(whole.attempt({ steps: 50 }, 'given up', untilLimit)).toBe('given up');
    expect(() => whole.attempt({}, 'given up', untilLimit)).toThrow(LimitError);
  });

  test('ends with the time of the whole', () => {
    expect(() => new Budget({ time: -1 }).part({ time: 1000 }, () => 1)).toThrow(LimitError);
  });
});

function untilLimit(budget: Budget): never {
  for (;;) budget.step();
}
