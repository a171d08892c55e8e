// What the mutation test runs: everything in the process, nothing that starts one.
import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['test/contract/**/*.test.ts', 'test/dry-run/**/*.test.ts'] } });
