import { PgveilError } from '../errors.ts';
import { defaultIterations, deriveVerifier, formatVerifier, parseVerifier, type ScramVerifier } from './scram.ts';
import { sessionUserPrefix } from './session-credentials.ts';

/** Principals that a file names, for development without an OIDC issuer. */
export type LocalPrincipals = ReadonlyMap<string, ScramVerifier>;

const nameForm = /^[A-Za-z_][A-Za-z0-9_.@-]{0,62}$/;

/** What keeps a text from being a local principal's name; undefined if nothing does. */
export const nameFlaw = (name: string): string | undefined => {
  if (!nameForm.test(name)) return 'a name begins with a letter or _, and has at most 63 letters, digits and _.@-';
  return name.startsWith(sessionUserPrefix)
    ? `names that begin with ${sessionUserPrefix} are for session credentials`
    : undefined;
};

/**
 * Reads a verifier file: one `name:SCRAM-SHA-256$iterations:salt$StoredKey:ServerKey` a line, blank lines and
 * lines that begin with `#` apart. Throws PGVEIL_CONFIG with `file:line`; the message holds nothing after the colon.
 */
export const parseLocalPrincipals = (text: string, file: string): LocalPrincipals => {
  const principals = new Map<string, ScramVerifier>();
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const wrong = (what: string): never => {
      throw new PgveilError('PGVEIL_CONFIG', `${file}:${String(index + 1)}: ${what}`, {
        remedy: 'Make the line with `pgveil passwd NAME`.',
      });
    };
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0));
    if (!nameForm.test(name)) return wrong('the line does not begin with a principal name and a colon');
    const flaw = nameFlaw(name);
    if (flaw !== undefined) return wrong(flaw);
    if (principals.has(name)) return wrong(`${name} is there twice`);
    const verifier = parseVerifier(line.slice(colon + 1));
    if (verifier === undefined) return wrong(`what follows ${name}: is not a SCRAM-SHA-256 verifier`);
    principals.set(name, verifier);
  }
  return principals;
};

/** The verifier of a password in the file's form, with 16 random bytes of salt from the caller. */
export const makeVerifier = (password: string, salt: Buffer, iterations = defaultIterations): string =>
  formatVerifier(deriveVerifier(password, salt, iterations));
