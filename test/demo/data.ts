/** The demo's database: a small shop with 200 customers, invented, the same on every run. */

const givenNames =
  'Amara Anders Beatriz Chidi Clara Dmitri Elena Farid Freya Gustavo Hana Ingrid Jamal Keiko Leila Mateo Nadia Oluwaseun Priya Quentin Rosa Sanjay Tomasz Uma Viktor Wanjiru Ximena Yusuf Zofia Maeve'.split(
    ' ',
  );
const familyNames =
  'Abara Bergström Castillo Dubois Eriksen Fontana Grünwald Haddad Ivanova Jimenez Kowalski Lindqvist Moreau Nakamura Okafor Petrov Quiroga Rossi Schneider Tanaka Ueda Vargas Weber Yilmaz Zhang Adeyemi Brandt Costa Doyle Engel'.split(
    ' ',
  );
const cities = 'Lisbon Kraków Lagos Osaka Bergen Lyon Bogotá Pune'.split(' ');
const statuses = ['paid', 'shipped', 'returned'];
const complaints = [
  ['Parcel never came', 'please call me at'],
  ['Wrong size', 'send the label to'],
  ['Refund', 'my other address is'],
  ['Cannot log in', 'the account is under'],
] as const;

/** mulberry32: small, and the same on every platform. */
const randomFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

const quote = (value: string | number): string =>
  typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
const rows = (values: readonly (readonly (string | number)[])[]): string =>
  values.map((row) => `(${row.map(quote).join(', ')})`).join(',\n');

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase();

/** The schema. The comments say what each column holds; pgveil reads them. */
const schema = `
CREATE TABLE customers (
  id integer PRIMARY KEY,
  full_name text NOT NULL,
  email text NOT NULL UNIQUE,
  phone text,
  national_id text,
  city text NOT NULL,
  joined date NOT NULL
);
CREATE TABLE orders (
  id integer PRIMARY KEY,
  customer_id integer NOT NULL REFERENCES customers,
  total numeric(8,2) NOT NULL,
  status text NOT NULL,
  placed date NOT NULL
);
CREATE TABLE tickets (
  id integer PRIMARY KEY,
  customer_id integer NOT NULL REFERENCES customers,
  subject text NOT NULL,
  body text NOT NULL
);
CREATE TABLE newsletter (
  email text PRIMARY KEY,
  topic text NOT NULL
);
COMMENT ON COLUMN customers.national_id IS 'As on the invoice. @class national_id';
`;

/** SQL that makes the whole database. */
export const shopDatabase = (): string => {
  const random = randomFrom(20261124);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const digits = (count: number): string => Array.from({ length: count }, () => String(Math.floor(random() * 10))).join('');
  const day = (): string => new Date(Date.UTC(2025, 0, 1 + Math.floor(random() * 600))).toISOString().slice(0, 10);
  const customers = Array.from({ length: 200 }, (_, index) => {
    const [given, family] = [pick(givenNames), pick(familyNames)];
    const email = `${plain(given)}.${plain(family)}${String(index + 1)}@example.com`;
    return [
      index + 1,
      `${given} ${family}`,
      email,
      `+351 9${digits(8)}`,
      `${digits(9)}-${digits(2)}`,
      pick(cities),
      day(),
    ] as const;
  });
  const orders = Array.from({ length: 600 }, (_, index) => {
    const total = Number((10 + random() * 490).toFixed(2));
    return [index + 1, 1 + Math.floor(random() * 200), total, pick(statuses), day()];
  });
  const tickets = Array.from({ length: 80 }, (_, index) => {
    const [id, name, email] = pick(customers);
    const [subject, text] = pick(complaints);
    return [index + 1, id, subject, `${name}: ${text} ${email}`];
  });
  return `${schema}
INSERT INTO customers VALUES\n${rows(customers)};
INSERT INTO orders VALUES\n${rows(orders)};
INSERT INTO tickets VALUES\n${rows(tickets)};
INSERT INTO newsletter SELECT email, 'offers' FROM customers WHERE id % 3 = 0;
CREATE ROLE shop_reader LOGIN PASSWORD 'reader-password-of-the-real-database';
GRANT SELECT ON ALL TABLES IN SCHEMA public TO shop_reader;
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO shop_reader;
ANALYZE;
`;
};
