/** What is not classified passes as it is: every message through pgveil equals the one of a direct connection. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyExchanges } from './exchanges-copy.ts';
import { extendedExchanges } from './exchanges-extended.ts';
import { simpleExchanges } from './exchanges-simple.ts';
import { majors, openStage, type Stage } from './stage.ts';
import { trace, type Received } from './wire-client.ts';

/**
 * The messages as text. Tables that an exchange makes have other oids each time; an error that pgveil finds first has
 * the server's SQLSTATE and its own words; and pgveil's Describe in front of an Execute meets a missing portal first.
 */
const summary = (messages: readonly Received[], other: readonly Received[]): readonly string[] => {
  const tables: number[] = [];
  const ordinal = (oid: number): number => {
    if (oid !== 0 && !tables.includes(oid)) tables.push(oid);
    return tables.indexOf(oid);
  };
  return messages.map(({ message, bytes }, index) => {
    if (message.type === 'RowDescription') {
      return JSON.stringify(message.fields.map((field) => ({ ...field, raw: undefined, table: ordinal(field.table) })));
    }
    const errors = [message, other[index]?.message].flatMap((one) => (one?.type === 'ErrorResponse' ? [one.fields] : []));
    const owned = errors.some((fields) => !fields.has('R'));
    if (message.type === 'ErrorResponse' && message.fields.get('C') === '34000') return message.fields.get('M') ?? '';
    if (message.type === 'ErrorResponse' && owned) return `an error ${message.fields.get('C') ?? ''}`;
    return `${trace([{ message, bytes }])[0] ?? ''} ${bytes.toString('latin1')}`;
  });
};

describe.each(majors)('PostgreSQL %i', (major) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(major);
    await stage.admin(`ALTER TABLE items OWNER TO ${stage.role}`);
  });
  afterAll(async () => stage.stop());

  it.each([...simpleExchanges, ...extendedExchanges, ...copyExchanges])('%s', async (_, exchange) => {
    const direct = await stage.direct();
    await exchange(direct);
    await direct.end();
    const through = await stage.connect('owner');
    await exchange(through);
    await through.end();
    expect(summary(through.received, direct.received)).toEqual(summary(direct.received, through.received));
  });
});
