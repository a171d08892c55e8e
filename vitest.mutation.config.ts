// What the mutation test runs: in the process only, each module loaded once, and nothing random, which would find a mutant by chance.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{arguments,api-gateway,change,live,text}/**/*.test.ts', 'test/dry-run/**/*.test.ts'],
    exclude: ['test/dry-run/total.test.ts'],
    isolate: false,
  },
});
