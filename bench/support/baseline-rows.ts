// The simple design, to compare with: rows are parsed to strings by pg-protocol, masked as strings and serialised again. A
// process of its own: `tsx bench/support/baseline-rows.ts HOST PORT partial|hash` prints its port. It masks the columns
// `email` and `name` of SELECTs in text format, and passes all else, the log-in included.
import { createHmac } from 'node:crypto';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { argv } from 'node:process';
import { Parser } from 'pg-protocol/dist/parser.js';

const [, , host = '', port = '', kind = ''] = argv;
const key = Buffer.alloc(32, 1);
const masks: Readonly<Record<string, (value: string) => string>> = {
  partial: (value) => value.slice(0, 2) + '*'.repeat(Math.max(0, value.length - 2)),
  hash: (value) => createHmac('sha256', key).update(value).digest('hex').slice(0, 16),
};
const mask = masks[kind];
if (mask === undefined) throw new Error(`there is no mask ${kind}`);

interface Message {
  readonly name: string;
  readonly fields?: readonly (string | null | { readonly name: string })[];
}

const serialise = (cells: readonly (string | null)[]): Buffer => {
  const parts = cells.flatMap((cell) => {
    const length = Buffer.alloc(4);
    length.writeInt32BE(cell === null ? -1 : Buffer.byteLength(cell));
    return cell === null ? [length] : [length, Buffer.from(cell)];
  });
  const head = Buffer.alloc(7);
  head.write('D', 'latin1');
  head.writeInt32BE(6 + parts.reduce((sum, { length }) => sum + length, 0), 1);
  head.writeInt16BE(cells.length, 5);
  return Buffer.concat([head, ...parts]);
};

const serve = (client: Socket): void => {
  const server = connect({ host, port: Number(port), noDelay: true });
  const parser = new Parser();
  let rest: Buffer = Buffer.alloc(0);
  let masked: readonly boolean[] = [];
  const take = (frame: Buffer): Buffer => {
    const type = frame[0];
    if (type !== 0x44 && type !== 0x54) return frame;
    let out = frame;
    parser.parse(frame, (message: Message) => {
      const fields = message.fields ?? [];
      if (message.name === 'rowDescription') {
        masked = fields.map((field) => typeof field === 'object' && (field?.name === 'email' || field?.name === 'name'));
      } else {
        out = serialise(fields.map((cell, i) => (typeof cell !== 'string' ? null : masked[i] === true ? mask(cell) : cell)));
      }
    });
    return out;
  };
  server.on('data', (chunk: Buffer) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const out: Buffer[] = [];
    while (rest.length >= 5) {
      const end = 1 + rest.readInt32BE(1);
      if (rest.length < end) break;
      out.push(take(rest.subarray(0, end)));
      rest = rest.subarray(end);
    }
    if (!client.write(Buffer.concat(out))) server.pause();
  });
  client.on('drain', () => server.resume());
  client.on('data', (chunk: Buffer) => server.write(chunk));
  for (const [one, other] of [
    [client, server],
    [server, client],
  ] as const) {
    one.on('error', () => undefined);
    one.on('close', () => other.destroy());
  }
};

const listener = createServer({ noDelay: true }, serve);
listener.listen(0, '127.0.0.1', () => {
  console.log((listener.address() as AddressInfo).port);
});
