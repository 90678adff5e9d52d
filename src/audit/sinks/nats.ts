/**
 * NATS JetStream: one message for each record, published in order, each acknowledged by the stream. `Nats-Msg-Id` is the
 * record's identity, so that the stream drops what it has already (within its duplicate window).
 */
import type { JetStreamClient } from '@nats-io/jetstream';
import type { NatsConnection, NodeConnectionOptions } from '@nats-io/transport-node';
import { errorText } from '../../errors.ts';
import { answerTime } from './http.ts';
import { StoreFailure, type Sealed, type Sink, type SinkTools } from './sink.ts';

export interface NatsSinkOptions {
  /** `nats://host:port`, or `tls://`. */
  readonly servers: readonly string[];
  /** A subject of the stream; the records' types follow: `pgveil.audit` gives `pgveil.audit.statement`. */
  readonly subject: string;
  readonly token?: string | undefined;
  /** The content of a credentials file. */
  readonly credentials?: string | undefined;
}

interface Connected {
  readonly connection: NatsConnection;
  readonly stream: JetStreamClient;
}

/** The server that does not let in, and the stream that is not there, have to be mended by somebody. */
const lasting = new Set([
  'AuthorizationError',
  'UserAuthenticationExpiredError',
  'PermissionViolationError',
  'InvalidSubjectError',
]);

const failureOf = (error: unknown): StoreFailure => {
  const name = error instanceof Error ? error.name : '';
  return new StoreFailure(`NATS: ${name === '' ? errorText(error) : name}`, { passes: !lasting.has(name), cause: error });
};

export const openNatsSink = (options: NatsSinkOptions, { log }: SinkTools): Sink => {
  let connected: Connected | undefined;

  const connect = async (): Promise<Connected> => {
    const [{ connect: open, credsAuthenticator }, { jetstream }] = await Promise.all([
      import('@nats-io/transport-node'),
      import('@nats-io/jetstream'),
    ]);
    const given: NodeConnectionOptions = {
      servers: [...options.servers],
      name: 'pgveil audit',
      // The courier tries again, with its own pauses.
      reconnect: false,
      timeout: answerTime,
      ...(options.token === undefined ? {} : { token: options.token }),
      ...(options.credentials === undefined
        ? {}
        : { authenticator: credsAuthenticator(new TextEncoder().encode(options.credentials)) }),
    };
    const connection = await open(given);
    return { connection, stream: jetstream(connection, { timeout: answerTime }) };
  };

  const drop = async (): Promise<void> => {
    const dropped = connected;
    connected = undefined;
    await dropped?.connection.close().catch(() => undefined);
  };

  const publish = async ({ stream }: Connected, { seq, hash, type, line }: Sealed): Promise<unknown> =>
    stream.publish(`${options.subject}.${type}`, line.subarray(0, -1), { msgID: `${log}:${String(seq)}:${hash}`, retries: 0 });

  return {
    deliver: async (records) => {
      try {
        connected ??= await connect();
        const current = connected;
        await Promise.all(records.map(async (record) => publish(current, record)));
      } catch (error) {
        await drop();
        throw failureOf(error);
      }
    },
    close: drop,
  };
};
