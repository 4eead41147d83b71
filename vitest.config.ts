/** Says which tests there are: units and golden sets, the import table, and the real window. */
import { defineConfig } from 'vitest/config'

const MINUTE_MS = 60_000
/** Real processes, windows and clocks on a shared machine: CI runs a failed test once more before it counts. */
const CI_RETRIES = process.env.CI === 'true' ? 1 : 0

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          retry: CI_RETRIES,
          include: ['tests/{shared,electron,golden,renderer}/**/*.test.ts'],
          testTimeout: MINUTE_MS,
        },
      },
      {
        test: {
          name: 'architecture',
          include: ['tests/architecture.test.ts'],
          testTimeout: MINUTE_MS,
        },
      },
      {
        test: {
          name: 'e2e',
          retry: CI_RETRIES,
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/globalSetup.ts'],
          testTimeout: 2 * MINUTE_MS,
          hookTimeout: 2 * MINUTE_MS,
          expect: { poll: { timeout: 20_000, interval: 100 } },
          // One window at a time: the machine's cores are for the program under test.
          fileParallelism: false,
        },
      },
    ],
  },
})
