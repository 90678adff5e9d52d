/** OTLP/HTTP logs as JSON (OpenTelemetry protocol 1.x): one log record for each record of the audit. */
import { answerTime, ask, refusalOf } from './http.ts';
import { StoreFailure, type Sealed, type Sink, type SinkTools } from './sink.ts';

export interface OtlpSinkOptions {
  /** The collector's base address; `/v1/logs` is added. */
  readonly endpoint: string;
  /** By name, as `authorization`. */
  readonly headers: Readonly<Record<string, string>>;
}

const text = (key: string, stringValue: string): object => ({ key, value: { stringValue } });

/** 64-bit numbers are texts in OTLP's JSON. */
const logRecord = (log: string, { seq, time, hash, type, line }: Sealed): object => ({
  timeUnixNano: `${String(Date.parse(time))}000000`,
  observedTimeUnixNano: `${String(Date.parse(time))}000000`,
  severityNumber: 9,
  severityText: 'INFO',
  eventName: `pgveil.${type}`,
  body: { stringValue: line.toString('utf8', 0, line.length - 1) },
  attributes: [
    text('pgveil.log', log),
    { key: 'pgveil.seq', value: { intValue: String(seq) } },
    text('pgveil.hash', hash),
    text('pgveil.type', type),
  ],
});

/** A collector that takes a part only says so in its answer. */
const rejectedIn = (body: string): number => {
  try {
    const { partialSuccess } = JSON.parse(body) as { readonly partialSuccess?: { readonly rejectedLogRecords?: unknown } };
    return Number(partialSuccess?.rejectedLogRecords ?? 0);
  } catch {
    return 0;
  }
};

export const openOtlpSink = ({ endpoint, headers }: OtlpSinkOptions, { fetch, log, clock }: SinkTools): Sink => {
  const url = `${endpoint.replace(/\/$/, '')}/v1/logs`;
  return {
    deliver: async (records) => {
      const body = JSON.stringify({
        resourceLogs: [
          {
            resource: { attributes: [text('service.name', 'pgveil')] },
            scopeLogs: [{ scope: { name: 'pgveil.audit' }, logRecords: records.map((record) => logRecord(log, record)) }],
          },
        ],
      });
      const response = await ask('the collector', async () =>
        fetch(url, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body,
          redirect: 'error',
          signal: AbortSignal.timeout(answerTime),
        }),
      );
      if (!response.ok) throw await refusalOf('the collector', response, clock());
      const rejected = rejectedIn(await response.text());
      if (rejected > 0)
        throw new StoreFailure(`the collector rejected ${String(rejected)} records of a batch`, { passes: false });
    },
    close: async () => undefined,
  };
};
