import { request } from 'node:http';
import { once } from 'node:events';
import { text as readAll } from 'node:stream/consumers';
import type { IncomingMessage } from 'node:http';
import * as z from 'zod/mini';
import { errorText, PgveilError } from '../errors.ts';
import { defineCommand, type ExitCode } from './command.ts';
import { parseListenAddress } from './listen-address.ts';

const stateSchema = z.object({ state: z.string() });

/** Milliseconds: less than a container engine gives its health check. */
const patience = 5_000;

export const command = defineCommand({
  operands: {},
  options: {
    control: { type: 'string', value: 'HOST:PORT', help: 'Its control port (127.0.0.1:6433)' },
  },
  notes: ['Prints its state. Exit code: 0 it answers, whether locked or ready; 2 it does not.'],
  run: async ({ stdout }, { options }): Promise<ExitCode> => {
    const { host, port } = parseListenAddress(options.control ?? '127.0.0.1:6433', '--control');
    try {
      const asked = request({ host, port, path: '/healthz', signal: AbortSignal.timeout(patience) });
      asked.end();
      const [answer] = (await once(asked, 'response')) as [IncomingMessage];
      const { state } = stateSchema.parse(JSON.parse(await readAll(answer)));
      if (answer.statusCode !== 200) throw new Error(`status ${String(answer.statusCode)}`);
      stdout.write(`${state}\n`);
      return 0;
    } catch (error) {
      throw new PgveilError('PGVEIL_PROXY', `the proxy does not answer at its control port: ${errorText(error)}`, {
        remedy: 'Start it with --control, or name where that is with --control here.',
        cause: error,
      });
    }
  },
});
