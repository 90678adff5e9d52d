/** What a user would do without a proxy: views that mask `email` and `name` of the table `bulk` in the database. */

const others = 'city, amount, at, n, note';

const views: Readonly<Record<string, (column: string) => string>> = {
  constant: () => `'***'::text`,
  partial: (column) => `left(${column}, 2) || repeat('*', greatest(length(${column}) - 2, 0))`,
  md5: (column) => `md5('key' || ${column})`,
  hmac: (column) => `left(encode(hmac(${column}, 'key', 'sha256'), 'hex'), 16)`,
};

export interface MaskingViews {
  /** Names without `bulk_`. */
  readonly views: readonly string[];
  /** Why one was not made. */
  readonly skipped: Readonly<Record<string, string>>;
}

export const maskingViews = async (query: (sql: string) => Promise<unknown>): Promise<MaskingViews> => {
  const skipped: Record<string, string> = {};
  try {
    await query('CREATE EXTENSION pgcrypto');
  } catch {
    skipped['hmac'] = 'since this PostgreSQL has no extension pgcrypto';
  }
  const made = Object.keys(views).filter((name) => !Object.hasOwn(skipped, name));
  for (const name of made) {
    const mask = views[name];
    if (mask === undefined) continue;
    await query(`CREATE VIEW bulk_${name} AS SELECT id, ${mask('email')} AS email, ${mask('name')} AS name, ${others} FROM bulk`);
  }
  return { views: made, skipped };
};
