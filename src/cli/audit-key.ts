import { parsePublicKey } from '../audit/signature.ts';
import { PgveilError } from '../errors.ts';

/** The value of `--key`. Throws PGVEIL_INPUT, which quotes nothing of it. */
export const checkedKey = (text: string | undefined): string | undefined => {
  if (text === undefined || parsePublicKey(text) !== undefined) return text;
  throw new PgveilError('PGVEIL_INPUT', '--key is no Ed25519 public key', {
    remedy: 'Give it as SPKI in base64, as pgveil wrote it into its ready file.',
  });
};
