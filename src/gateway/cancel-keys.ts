/**
 * Which server a client's CancelRequest is meant for. A client gets the server's own process id, which it may compare
 * with pg_stat_activity, and a secret of pgveil's: the server's is not for it to know.
 */
export interface Cancellable {
  readonly processId: number;
  /** Asks the server, and resolves when it has heard; never rejects. */
  cancel(): Promise<void>;
}

export interface CancelKeys {
  /** Gives the secret for the client: four bytes in protocol 3.0, 32 from 3.2 on. */
  issue(session: Cancellable, protocolMinor: number): Buffer;
  revoke(secret: Buffer): void;
  /** As in PostgreSQL, nothing tells whether the key was right. Resolves when the server has heard; never rejects. */
  cancel(processId: number, secret: Buffer): Promise<void>;
}

export const createCancelKeys = (random: (bytes: number) => Buffer): CancelKeys => {
  const sessions = new Map<string, Cancellable>();
  const keyOf = (secret: Buffer): string => secret.toString('base64');
  return {
    issue: (session, protocolMinor) => {
      for (;;) {
        const secret = random(protocolMinor >= 2 ? 32 : 4);
        if (sessions.has(keyOf(secret))) continue;
        sessions.set(keyOf(secret), session);
        return secret;
      }
    },
    revoke: (secret) => {
      sessions.delete(keyOf(secret));
    },
    cancel: async (processId, secret) => {
      const session = sessions.get(keyOf(secret));
      if (session?.processId === processId) await session.cancel();
    },
  };
};
