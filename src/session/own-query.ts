/**
 * Questions of pgveil's own on the client's connection, asked while nothing is owed. They go by the extended protocol
 * under names of their own: a simple Query would destroy the client's unnamed statement.
 */
import { PgveilError } from '../errors.ts';
import { decodeBackend } from '../wire/backend.ts';
import { encodeFrontend } from '../wire/frontend.ts';
import type { Query, SessionState } from './state.ts';

const name = 'pgveil_own';

/** Resolves when the server owes nothing. */
export const idle = async (state: SessionState): Promise<void> =>
  state.expected.empty
    ? undefined
    : new Promise((resolve) => {
        state.idleWaiters.push(resolve);
      });

/** Asks one statement; gives the rows as text. Rejects with PGVEIL_CATALOG when the server refuses it. */
export const ownQuery =
  (state: SessionState): Query =>
  async (sql) =>
    new Promise((resolve, reject) => {
      const rows: (readonly (string | null)[])[] = [];
      let failure: PgveilError | undefined;
      state.expected.push({
        kind: 'own',
        onMessage: (type, body) => {
          const message = decodeBackend(type, body);
          if (message.type === 'DataRow') rows.push(message.cells.map((cell) => cell?.toString('utf8') ?? null));
          if (message.type === 'ErrorResponse') {
            failure = new PgveilError(
              'PGVEIL_CATALOG',
              `the database refused a question of pgveil's own with SQLSTATE ${message.fields.get('C') ?? '?'}`,
            );
          }
        },
        onReady: () => {
          if (failure === undefined) resolve(rows);
          else reject(failure);
        },
      });
      state.deps.toServer(
        Buffer.concat([
          encodeFrontend({ type: 'Parse', name, query: sql, parameterTypes: [] }),
          encodeFrontend({
            type: 'Bind',
            portal: name,
            statement: name,
            parameterFormats: [],
            parameters: [],
            resultFormats: [],
          }),
          encodeFrontend({ type: 'Execute', portal: name, maxRows: 0 }),
          // Within a transaction both would outlive the Sync.
          encodeFrontend({ type: 'Close', target: 'P', name }),
          encodeFrontend({ type: 'Close', target: 'S', name }),
          encodeFrontend({ type: 'Sync' }),
        ]),
      );
    });
