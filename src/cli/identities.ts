/** Cloud identities with this machine's network, files and clock. */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { IdTokenSource } from '../gateway/identity/id-tokens.ts';
import { createIdentities, type Identities } from '../gateway/identity/identities.ts';
import type { CommandContext } from './command.ts';

/** `given`: where ID tokens are from, in place of what the environment says. */
export const identitiesHere = ({ env, clock }: Pick<CommandContext, 'env' | 'clock'>, given?: IdTokenSource): Identities =>
  createIdentities({
    given,
    env,
    clock,
    fetch,
    random: Math.random,
    sleep,
    readFile: (path) => readFileSync(path, 'utf8'),
  });
