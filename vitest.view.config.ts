// The view in a real browser: CHROMIUM names it, /usr/bin/chromium is Debian's.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['test/view/*.browser.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
});
