/** The control port of `pgveil serve`. */
import { PgveilError } from '../errors.ts';
import { openControlPort, type Controlled, type ControlPort } from '../gateway/control-port.ts';
import type { Address } from '../gateway/gateway.ts';
import { lineLog } from '../gateway/log.ts';
import type { CommandContext } from './command.ts';
import type { ServeConfig } from './serve-config.ts';

export const controlTokenName = 'PGVEIL_CONTROL_TOKEN';

/** Shorter ones could be guessed. */
const shortestToken = 16;

/** Throws PGVEIL_INPUT for one that is too short. */
export const controlToken = (context: CommandContext, config: ServeConfig): string | undefined => {
  const token = config.controlToken ?? context.env[controlTokenName];
  if (token === undefined || token === '') return undefined;
  if (token.length >= shortestToken) return token;
  throw new PgveilError('PGVEIL_INPUT', `${controlTokenName} has fewer than ${String(shortestToken)} characters`, {
    remedy: 'Make one with `openssl rand -hex 32`.',
  });
};

export const openControl = async (
  context: CommandContext,
  listen: Address,
  token: string | undefined,
  controlled: Controlled,
): Promise<ControlPort> => openControlPort({ listen, token, controlled, log: lineLog(context.stderr, context.clock) });
