import { describe, expect, it } from 'vitest';
import { PgveilError } from '../../src/errors.ts';
import { clientError, connectionError, serverError, sqlstateOf, upstreamError } from '../../src/gateway/upstream-errors.ts';
import { parseDatabaseUrl } from '../../src/gateway/upstream-url.ts';

const { target } = parseDatabaseUrl('postgres://ada:canary@db.example/shop');
const hidden = {
  sqlstate: '08001',
  message: 'pgveil could not connect to the database',
  hint: "The cause is in pgveil's log; it is not your credential.",
};

describe('a failure below the protocol', () => {
  it.each([
    ['ECONNREFUSED', 'nothing listens there', 'Start the database, or correct host and port.'],
    ['ENOTFOUND', 'the host name does not resolve', 'Correct the host.'],
    ['CERT_HAS_EXPIRED', 'its certificate has expired', 'Renew it.'],
  ])('%s says its likely cause and remedy', (code, what, remedy) => {
    const error = connectionError(target, Object.assign(new Error('x'), { code }));
    expect(error).toMatchObject({
      code: 'PGVEIL_UPSTREAM',
      message: `cannot connect to db.example:5432, database "shop": ${what}`,
      remedy,
    });
    expect(clientError(error)).toEqual(hidden);
  });

  it('names the socket, and keeps what it does not know', () => {
    const local = parseDatabaseUrl('postgres://ada@/shop?host=/run/pg').target;
    expect(connectionError(local, new Error('odd')).message).toBe(
      'cannot connect to /run/pg/.s.PGSQL.5432, database "shop": odd',
    );
  });

  it('stays what it is, if it has been explained', () => {
    const error = new PgveilError('PGVEIL_CONFIG', 'x');
    expect(connectionError(target, error)).toBe(error);
    expect(sqlstateOf(upstreamError(target, 'x', 'y'))).toBeUndefined();
  });
});

describe("the server's own refusal", () => {
  it.each([
    ['28P01', 'it refuses the password', hidden],
    ['28000', 'it does not let this user in from here', hidden],
    ['XX000', 'it refuses the connection', hidden],
    [
      '3D000',
      'there is no such database',
      { sqlstate: '3D000', message: 'the database does not exist', hint: 'pgveil passes this on from the database.' },
    ],
    [
      '53300',
      'it has no connection left',
      { sqlstate: '53300', message: 'the database has too many connections', hint: 'pgveil passes this on from the database.' },
    ],
  ])('%s is explained to the operator, and to the client as far as it concerns it', (sqlstate, what, client) => {
    const error = serverError(target, sqlstate);
    expect(error.message).toBe(`cannot connect to db.example:5432, database "shop": ${what} (SQLSTATE ${sqlstate})`);
    expect(sqlstateOf(error)).toBe(sqlstate);
    expect(clientError(error)).toEqual(client);
  });
});
