/** A statement that is read for practice: what its reading compiles, the first client would have to wait for. */
import type { SecondReading } from './missed-relations.ts';
import type { Parser } from './parse.ts';

const statement = 'SELECT a FROM b WHERE c = 1';

export const rehearse = (parser: Parser, secondReading: (sql: string) => SecondReading | undefined): void => {
  parser.normalise(statement);
  parser.fingerprint(statement);
  secondReading(statement);
};
