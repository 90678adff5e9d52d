import type pg from 'pg';

export interface OracleColumn {
  readonly name: string;
  /** schema.table.column, or `relid.attnum` when raw. */
  readonly sources: Iterable<string>;
}

export class Oracle {
  static attach(client: pg.Client): Promise<Oracle>;
  /** Call it after DDL. */
  resetCache(): void;
  analyze(
    sql: string,
    options?: { readonly raw?: boolean; readonly paramTypes?: readonly number[] },
  ): Promise<{ readonly columns: readonly OracleColumn[] }>;
}
