import { PgveilError } from '../src/errors.ts';
import { checkMode } from './check-mode.ts';
import { connectMode } from './connect-mode.ts';
import { readInputs, type Inputs, type Mode } from './inputs.ts';
import { isolatedMode } from './isolate/isolated-mode.ts';
import type { MainContext } from './main-context.ts';
import { startProxyMode } from './proxy-mode.ts';

/** What main does in each mode. */
const modes: Readonly<Record<Mode, (inputs: Inputs, context: MainContext) => Promise<void>>> = {
  proxy: async (inputs, context) => (inputs.isolate ? isolatedMode : startProxyMode)(inputs, context),
  check: checkMode,
  connect: connectMode,
};

/** Reads the inputs and does what their mode says. Throws a PgveilError. */
export const start = async (context: MainContext): Promise<void> => {
  if (context.platform === 'win32') {
    throw new PgveilError('PGVEIL_INPUT', 'The pgveil Action runs on Linux and macOS runners.', {
      remedy: 'Set `runs-on: ubuntu-latest`.',
    });
  }
  const inputs = readInputs(context.core, context.workspace);
  await modes[inputs.mode](inputs, context);
};
