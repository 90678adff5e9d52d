/**
 * Questions of pgveil's own on the client's connection, asked while nothing is owed. They go by the extended protocol
 * under names of their own: a simple Query would destroy the client's unnamed statement.
 */
import { PgveilError } from '../errors.ts';
import { encodeFrontend } from '../wire/frontend.ts';
import type { Query, SessionState } from './state.ts';

const encode = (name: string, sql: string, last: 'Sync' | 'Flush'): Buffer =>
  Buffer.concat([
    encodeFrontend({ type: 'Parse', name, query: sql, parameterTypes: [] }),
    encodeFrontend({ type: 'Bind', portal: name, statement: name, parameterFormats: [], parameters: [], resultFormats: [] }),
    encodeFrontend({ type: 'Execute', portal: name, maxRows: 0 }),
    // Within a transaction both would outlive the Sync.
    encodeFrontend({ type: 'Close', target: 'P', name }),
    encodeFrontend({ type: 'Close', target: 'S', name }),
    encodeFrontend({ type: last }),
  ]);

/**
 * Asks one statement; gives the rows as text. Within an open group it must not be followed by a Sync, which would end
 * the group's transaction. Rejects with PGVEIL_CATALOG when the server refuses it.
 */
export const ownQuery =
  (state: SessionState): Query =>
  async (sql) =>
    new Promise((resolve, reject) => {
      const within = state.groupOpen;
      const rows: (readonly (string | null)[])[] = [];
      let failure: PgveilError | undefined;
      let closed = 0;
      const settle = (): void => {
        if (failure === undefined) resolve(rows);
        else reject(failure);
      };
      state.expected.push({
        kind: 'own',
        onMessage: (message) => {
          if (message.type === 'DataRow') rows.push(message.cells.map((cell) => cell?.toString('utf8') ?? null));
          if (message.type === 'CloseComplete') closed += 1;
          if (message.type === 'ErrorResponse') {
            failure = new PgveilError(
              'PGVEIL_CATALOG',
              `the database refused a question of pgveil's own with SQLSTATE ${message.fields.get('C') ?? '?'}`,
              { cause: { sqlstate: message.fields.get('C') ?? 'XX000' } },
            );
          }
          const last = within && (closed === 2 || failure !== undefined);
          if (last) settle();
          return last;
        },
        onReady: settle,
      });
      state.deps.toServer(encode(state.deps.ownName, sql, within ? 'Flush' : 'Sync'));
    });

/** The SQLSTATE with which the server refused a question of pgveil's own, if the error comes of that. */
export const refusedWith = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined;
  const { cause } = error;
  if (typeof cause === 'object' && cause !== null && 'sqlstate' in cause && typeof cause.sqlstate === 'string')
    return cause.sqlstate;
  return refusedWith(cause);
};
