import { isIP } from 'node:net';
import { PgveilError } from '../errors.ts';

/** `HOST:PORT`, `[::1]:PORT` or `:PORT`. Throws PGVEIL_INPUT. */
export const parseListenAddress = (text: string, option = '--listen'): { readonly host: string; readonly port: number } => {
  const match = /^(?:\[([^\]]+)\]|([^:]*)):(\d{1,5})$/.exec(text);
  const port = Number(match?.[3] ?? Number.NaN);
  const host = match?.[1] ?? (match?.[2] === '' ? '127.0.0.1' : (match?.[2] ?? ''));
  if (match !== null && port <= 65_535 && (match[1] === undefined || isIP(match[1]) === 6)) return { host, port };
  throw new PgveilError('PGVEIL_INPUT', `${option} is ${JSON.stringify(text)}`, {
    remedy: 'Write HOST:PORT, as in 127.0.0.1:6432; port 0 takes a free one.',
  });
};
