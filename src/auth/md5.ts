import { createHash } from 'node:crypto';

const md5 = (...parts: readonly (string | Buffer)[]): string => {
  const hash = createHash('md5');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

/** The answer to AuthenticationMD5Password; its salt is four bytes. For upstream servers that still ask for it. */
export const md5Answer = (user: string, password: string, salt: Buffer): string => `md5${md5(md5(password, user), salt)}`;
