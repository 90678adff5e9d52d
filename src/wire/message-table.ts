import type { MessageDescriptor } from './descriptor.ts';
import { malformed, unencodable, unknownMessage } from './malformed.ts';
import { readInt32, type Cursor } from './read.ts';
import { writeInt32, type Draft } from './write.ts';

interface AnyMessage {
  readonly type: string;
}

/** Where the body of a frame begins: behind its type byte and its length word. */
export const bodyAt = 5;

/** What framing needs to know of a type byte. */
export interface FrameRule {
  /** The message's name, or the family's where several messages share the type byte. */
  readonly name: string;
  /** The longest body, in bytes. */
  readonly limit: number;
  /** The longest body that is gathered in memory. */
  readonly collect: number;
}

/** The messages of one direction. */
export interface MessageTable<M extends AnyMessage> {
  readonly sender: 'client' | 'server';
  /** Undefined where the sender has no message of that type. */
  rule(byte: number): FrameRule | undefined;
  /** The body lies from `from` on up to the end of `bytes`. */
  decode(byte: number, bytes: Buffer, from: number, when?: string): M;
  encode(message: M): Buffer;
  /** Names, for tests and documents: each message once. */
  readonly names: readonly M['type'][];
}

/** One descriptor for each message of a union. */
type DescriptorOf<M extends AnyMessage> = M extends AnyMessage ? MessageDescriptor<M> : never;

/** A descriptor without the type of its message: the table guarantees that it meets no other. */
type Entry = MessageDescriptor<AnyMessage>;

const ruleOf = (entry: Entry): FrameRule => ({
  name: entry.family ?? entry.name,
  limit: entry.limit,
  collect: entry.collect ?? entry.limit,
});

const pick = (entries: readonly [Entry, ...Entry[]], cursor: Cursor, when: string | undefined): Entry => {
  const [first] = entries;
  if (first.code !== undefined) {
    const code = readInt32(cursor, 'kind');
    const entry = entries.find((candidate) => candidate.code === code);
    if (entry === undefined) throw malformed(cursor.message, `its kind ${String(code)} is unknown`);
    return entry;
  }
  if (first.when === undefined) return first;
  const entry = entries.find((candidate) => candidate.when === when);
  if (entry === undefined) throw malformed(cursor.message, 'nothing asked for it');
  return entry;
};

export const createMessageTable = <M extends AnyMessage>(
  sender: 'client' | 'server',
  descriptors: readonly DescriptorOf<M>[],
): MessageTable<M> => {
  const entries = descriptors as readonly unknown[] as readonly Entry[];
  const byByte: ([Entry, ...Entry[]] | undefined)[] = Array.from({ length: 256 });
  const byName = new Map<string, Entry>();
  for (const entry of entries) {
    byName.set(entry.name, entry);
    const byte = entry.byte.charCodeAt(0);
    const sharing = byByte[byte];
    if (sharing === undefined) byByte[byte] = [entry];
    else sharing.push(entry);
  }
  const rules = byByte.map((sharing) => (sharing === undefined ? undefined : ruleOf(sharing[0])));
  return {
    sender,
    names: entries.map((entry) => entry.name),
    rule: (byte) => rules[byte],
    decode: (byte, bytes, from, when) => {
      const sharing = byByte[byte];
      const rule = rules[byte];
      if (sharing === undefined || rule === undefined) throw unknownMessage(sender, byte);
      if (bytes.length - from > rule.limit) throw malformed(rule.name, `it is longer than ${String(rule.limit)} bytes`);
      const cursor: Cursor = { message: rule.name, bytes, at: from, strict: sender === 'client' };
      const message = pick(sharing, cursor, when).decode(cursor);
      const surplus = bytes.length - cursor.at;
      if (surplus > 0) throw malformed(rule.name, `it has ${String(surplus)} bytes too many`);
      return message as M;
    },
    encode: (message) => {
      const entry = byName.get(message.type);
      if (entry === undefined) throw unencodable(message.type, `a ${sender} has no such message`);
      const draft: Draft = { message: entry.name, bytes: Buffer.allocUnsafe(64), length: 5 };
      if (entry.code !== undefined) writeInt32(draft, entry.code);
      entry.encode(draft, message);
      if (draft.length - 5 > entry.limit) throw unencodable(entry.name, `it is longer than ${String(entry.limit)} bytes`);
      draft.bytes[0] = entry.byte.charCodeAt(0);
      draft.bytes.writeInt32BE(draft.length - 1, 1);
      return draft.bytes.subarray(0, draft.length);
    },
  };
};
