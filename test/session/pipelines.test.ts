/** Questions of pgveil's own within a group of the client's. */
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { openStage, type Stage } from '../gateway/stage.ts';
import { extended, query, sync } from '../gateway/wire-client.ts';
import {
  bound,
  closed,
  columns,
  createScript,
  done,
  failure,
  majors,
  openCourt,
  parsed,
  ready,
  row,
  type Court,
  type Script,
} from './script.ts';

const setsPath = "SELECT set_config('search_path', 'plain', false)";
const asks = ['Parse own', 'Bind own own', 'Execute own', 'Close own', 'Close own'];

describe.skipIf(majors.length === 0)('a group', () => {
  let stage: Stage;
  let court: Court;
  let s: Script;
  beforeAll(async () => {
    stage = await openStage(majors.at(-1) ?? 0);
    court = await openCourt(inject('postgres')[stage.major] ?? 0, stage.database);
  });
  afterAll(async () => stage.stop());
  beforeEach(async () => {
    s = createScript(court);
    await s.begin();
    await s.client(...extended(setsPath), ...extended('SELECT id FROM items'), sync);
  });

  it('is asked what names mean behind a statement that may have changed it, and so is its end', async () => {
    expect(s.sent()).toEqual(['Parse', 'Bind', 'Describe', 'Execute', 'Flush']);
    await s.server(parsed, bound, columns('set_config'), row('plain'), done('SELECT 1'));
    expect(s.sent()).toEqual([...asks, 'Flush']);
    await s.server(parsed, bound, row('public'), done('SHOW'), closed, closed);
    expect(s.sent()).toEqual(['Parse', 'Bind', 'Describe', 'Execute', 'Sync']);
    await s.server(parsed, bound, columns('id'), done('SELECT 0'), ready());
    expect(s.got().slice(-5)).toEqual(['ParseComplete', 'BindComplete', 'RowDescription', 'SELECT 0', 'ready I']);
    await s.client(query('SELECT 2'));
    expect(s.sent()).toEqual([...asks, 'Sync']);
  });

  it('that fails before it can be asked is skipped to its Sync', async () => {
    await s.server(parsed, bound, columns('set_config'), failure('22023'));
    expect(s.sent()).toEqual(['Parse', 'Bind', 'Describe', 'Execute', 'Flush', 'Sync']);
    await s.server(ready());
    expect(s.got().slice(-2)).toEqual(['error 22023', 'ready I']);
    expect(s.fatal).toBeUndefined();
  });

  it('that fails by the question is told so, and is skipped to its Sync', async () => {
    await s.server(parsed, bound, columns('set_config'), row('plain'), done('SELECT 1'), failure('57014'));
    expect(s.sent().slice(-1)).toEqual(['Sync']);
    await s.server(ready());
    expect(s.got().slice(-2)).toEqual(['error 57014', 'ready I']);
    expect(s.fatal).toBeUndefined();
  });
});
