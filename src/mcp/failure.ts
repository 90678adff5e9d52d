/** What went wrong, as an agent can act on it. */
import pg from 'pg';
import { errorText, PgveilError } from '../errors.ts';

export interface Failure {
  readonly message: string;
  readonly sqlstate?: string;
  /** Of a refusal by pgveil; explain_refusal tells more. */
  readonly rule?: string;
  readonly hint?: string;
  readonly detail?: string;
  /** In the statement, counted from 1 in characters. */
  readonly position?: number;
}

/** Every refusal names its rule, but those that read as the server's own. */
const ruleOf = (message: string): string | undefined => /^pgveil .* \(rule ([a-z.-]+)\)$/s.exec(message)?.[1];

const known = (failure: { readonly [Name in keyof Failure]: Failure[Name] | undefined }): Failure =>
  Object.fromEntries(Object.entries(failure).filter(([, value]) => value !== undefined)) as unknown as Failure;

export const failureOf = (error: unknown): Failure => {
  if (error instanceof pg.DatabaseError) {
    const { message, code, hint, detail, position } = error;
    return known({
      message,
      sqlstate: code,
      rule: ruleOf(message),
      hint,
      detail,
      position: position === undefined ? undefined : Number(position),
    });
  }
  if (error instanceof PgveilError) return known({ message: error.message, hint: error.remedy });
  return { message: errorText(error) };
};
