import type { Socket } from 'node:net';

/** Reads a socket chunk by chunk while its owner waits for each: nothing is read ahead. */
export interface Inbox {
  /** The next chunk. Rejects when the socket fails or ends, or with the signal's reason. */
  read(): Promise<Buffer>;
  /** Stops listening and leaves the socket paused; the chunks that came and were not read. */
  release(): Buffer;
}

export const createInbox = (socket: Socket, signal: AbortSignal): Inbox => {
  const chunks: Buffer[] = [];
  let failure: Error | undefined;
  let waiting: { readonly resolve: (chunk: Buffer) => void; readonly reject: (error: Error) => void } | undefined;

  const onData = (chunk: Buffer): void => {
    socket.pause();
    // The socket may read into the same memory again.
    const copy = Buffer.from(chunk);
    if (waiting === undefined) {
      chunks.push(copy);
      return;
    }
    waiting.resolve(copy);
    waiting = undefined;
  };
  const onFailure = (error: Error): void => {
    failure ??= error;
    waiting?.reject(failure);
    waiting = undefined;
  };
  const onEnd = (): void => {
    onFailure(Object.assign(new Error('the connection was closed'), { code: 'ECONNRESET' }));
  };
  const onAbort = (): void => {
    onFailure(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
    socket.destroy();
  };
  socket.pause();
  socket.on('data', onData).on('error', onFailure).on('end', onEnd).on('close', onEnd);
  signal.addEventListener('abort', onAbort);
  if (signal.aborted) onAbort();

  return {
    read: async () => {
      const chunk = chunks.shift();
      if (chunk !== undefined) return chunk;
      if (failure !== undefined) throw failure;
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.resume();
      });
    },
    release: () => {
      socket.pause();
      socket.off('data', onData).off('error', onFailure).off('end', onEnd).off('close', onEnd);
      signal.removeEventListener('abort', onAbort);
      return Buffer.concat(chunks);
    },
  };
};
