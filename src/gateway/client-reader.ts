/** Reads a client's messages one by one while it logs in. */
import type { Socket } from 'node:net';
import { createFrameScanner } from '../wire/frame.ts';
import { decodeFrontend, frontendMessages, type FrontendMessage } from '../wire/frontend.ts';
import type { Asked } from '../wire/frontend-authentication.ts';
import { createInbox } from './inbox.ts';

export interface ClientReader {
  /** The next message, where it is an answer to `asked`. Rejects with PGVEIL_PROTOCOL, or when the client leaves. */
  next(asked: Asked): Promise<FrontendMessage>;
  /** Stops reading; what came and was not read. */
  release(): Buffer;
}

/** Longer messages do not belong into a log-in: nobody has proved anything yet. */
const limits = { Query: 0, Parse: 0, Bind: 0, FunctionCall: 0, CopyData: 0 };

export const createClientReader = (socket: Socket, surplus: Buffer, signal: AbortSignal): ClientReader => {
  const inbox = createInbox(socket, signal);
  let chunk = surplus;
  let asked: Asked = 'password';
  let found: FrontendMessage | undefined;
  const scanner = createFrameScanner({
    table: frontendMessages,
    limits,
    consumer: {
      begin: () => 'collect',
      pass: () => undefined,
      frame: (source, start, end) => {
        found = decodeFrontend(source[start] ?? 0, source.subarray(start + 5, end), asked);
        return false;
      },
    },
  });
  return {
    next: async (question) => {
      asked = question;
      found = undefined;
      for (;;) {
        chunk = chunk.subarray(scanner.push(chunk));
        if (found !== undefined) return found;
        chunk = await inbox.read();
      }
    },
    release: () => Buffer.concat([chunk, inbox.release()]),
  };
};
