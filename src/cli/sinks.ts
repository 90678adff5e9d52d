/** From the policy's section `audit.sinks` to stores. */
import { resolve } from 'node:path';
import type { ConfiguredSink } from '../audit/sinks/open.ts';
import type { SinkSpec } from '../audit/sinks/index.ts';
import type { ResolvedSink } from '../policy/references.ts';

const specOf = (sink: ResolvedSink, cwd: string): SinkSpec => {
  switch (sink.kind) {
    case 'file':
      return { kind: 'file', options: { path: resolve(cwd, sink.path) } };
    case 's3': {
      const { endpoint, region, bucket, prefix, lock } = sink;
      return {
        kind: 's3',
        options: {
          endpoint,
          region,
          bucket,
          prefix,
          lock,
          accessKeyId: sink['access-key-id'],
          secretAccessKey: sink['secret-access-key'],
          sessionToken: sink['session-token'],
        },
      };
    }
    case 'otlp':
      return { kind: 'otlp', options: { endpoint: sink.endpoint, headers: sink.headers } };
    case 'nats': {
      const { servers, subject, token, credentials } = sink;
      return { kind: 'nats', options: { servers, subject, token, credentials } };
    }
    case 'postgres':
      return { kind: 'postgres', options: { url: sink.url, table: sink.table } };
    default:
      return sink satisfies never;
  }
};

/** Files are relative to `cwd`. */
export const configuredSinks = (sinks: ReadonlyMap<string, ResolvedSink>, cwd: string): readonly ConfiguredSink[] =>
  [...sinks].map(([name, sink]) => ({ name, required: sink.required, patience: sink.timeout, spec: specOf(sink, cwd) }));
