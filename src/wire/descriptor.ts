import type { Cursor } from './read.ts';
import type { Draft } from './write.ts';

/** Caps of message bodies, in bytes: what the protocol's own implementations take. */
export const caps = {
  /** PQ_SMALL_MESSAGE_LIMIT. */
  short: 10_000 - 4,
  /** libpq takes no longer message of a server, but for the types that carry data. */
  reply: 30_000 - 4,
  /** PG_MAX_AUTH_TOKEN_LENGTH. */
  authentication: 65_535 - 4,
  /** PQ_LARGE_MESSAGE_LIMIT, which is MaxAllocSize - 1: no server builds a longer one either. */
  large: 0x3fff_fffe - 4,
} as const;

/** The longest large body that is gathered in memory where no limit is given. */
export const collectCaps = { fromServer: 64 << 20, fromClient: 256 << 20 } as const;

/** All there is to know about one message. Several may share a type byte: `code` or `when` tells them apart. */
export interface MessageDescriptor<M extends { readonly type: string }> {
  readonly name: M['type'];
  /** The type byte, as a character. */
  readonly byte: string;
  /** The name under which errors and limits speak of messages that share the type byte. */
  readonly family?: string;
  /** The Int32 that the body begins with; decode and encode below do not see it. */
  readonly code?: number;
  /** What must have been asked for by the other side. */
  readonly when?: string;
  /** The longest body, in bytes. */
  readonly limit: number;
  /** The longest body that is gathered in memory. `limit` where it is not given. */
  readonly collect?: number;
  readonly decode: (body: Cursor) => M;
  readonly encode: (body: Draft, message: M) => void;
}

/** Checks an entry of a message table against its message. */
export const define = <M extends { readonly type: string }>(descriptor: MessageDescriptor<M>): MessageDescriptor<M> => descriptor;

/** A message without a body. */
export const defineEmpty = <T extends string>(name: T, byte: string): MessageDescriptor<{ readonly type: T }> => ({
  name,
  byte,
  limit: caps.short,
  decode: () => ({ type: name }),
  encode: () => undefined,
});

/** The union of the messages that a list of descriptors describes. */
export type MessagesOf<D extends readonly unknown[]> = D[number] extends infer E
  ? E extends MessageDescriptor<infer M>
    ? M
    : never
  : never;
