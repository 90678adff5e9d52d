import type { Reporter, TestModule } from 'vitest/node';

/** Prints `N passed, N failed` (and skipped) alone on the last line, which .ci/run shows. */
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: errors.length, skipped: 0 };
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      for (const test of tests) {
        const { state } = test.result();
        count[state === 'pending' ? 'failed' : state] += 1;
      }
      if (tests.every((test) => test.result().state !== 'failed') && module.state() === 'failed') count.failed += 1;
    }
    const skipped = count.skipped > 0 ? `, ${String(count.skipped)} skipped` : '';
    process.stdout.write(`\n${String(count.passed)} passed, ${String(count.failed)} failed${skipped}\n`);
  }
}
