import { PgveilError } from '../src/errors.ts';
import { readInputs, type Inputs, type Mode } from './inputs.ts';
import type { MainContext } from './main-context.ts';

type Run = (inputs: Inputs, context: MainContext) => Promise<void>;

/** What main does in each mode, loaded when it is asked for: the gate is as large as the rest together. */
const modes: Readonly<Record<Mode, (inputs: Inputs) => Promise<Run>>> = {
  proxy: async ({ isolate }) =>
    isolate ? (await import('./isolate/isolated-mode.ts')).isolatedMode : (await import('./proxy-mode.ts')).startProxyMode,
  check: async () => (await import('./check-mode.ts')).checkMode,
  connect: async () => (await import('./connect-mode.ts')).connectMode,
};

/** Reads the inputs and does what their mode says. Throws a PgveilError. */
export const start = async (context: MainContext): Promise<void> => {
  if (context.platform === 'win32') {
    throw new PgveilError('PGVEIL_INPUT', 'The pgveil Action runs on Linux and macOS runners.', {
      remedy: 'Set `runs-on: ubuntu-latest`.',
    });
  }
  const inputs = readInputs(context.core, context.workspace);
  const run = await modes[inputs.mode](inputs);
  await run(inputs, context);
};
