import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    expect: { poll: { timeout: 15_000 } },
    // The slow ones wait for servers, so that two cores carry three workers.
    maxWorkers: Math.max(3, availableParallelism() - 1),
  },
});
