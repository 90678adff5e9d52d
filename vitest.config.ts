import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The Action and the image run on Linux and macOS.
    exclude: process.platform === 'win32' ? ['test/action/**', 'test/container/image.test.ts'] : [],
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ['default', './test/support/tally-reporter.ts'],
    coverage: { provider: 'v8', include: ['src/**', 'action/**'] },
  },
});
