/** The table of stores. To add one: a file that opens it, an entry here, and its keys in src/policy/schema-sinks.ts. */
import { openFileSink, type FileSinkOptions } from './file.ts';
import { openNatsSink, type NatsSinkOptions } from './nats.ts';
import { openOtlpSink, type OtlpSinkOptions } from './otlp.ts';
import { openPostgresSink, type PostgresSinkOptions } from './postgres.ts';
import { openS3Sink, type S3SinkOptions } from './s3.ts';
import type { Sink, SinkTools } from './sink.ts';

interface SinkOptions {
  readonly file: FileSinkOptions;
  readonly s3: S3SinkOptions;
  readonly otlp: OtlpSinkOptions;
  readonly nats: NatsSinkOptions;
  readonly postgres: PostgresSinkOptions;
}

export type SinkKind = keyof SinkOptions;

/** A kind with its options, secrets in place of their references. */
export type SinkSpec = { readonly [Kind in SinkKind]: { readonly kind: Kind; readonly options: SinkOptions[Kind] } }[SinkKind];

/** Opening asks no server for anything: whether it answers shows with the first record. */
const openers: { readonly [Kind in SinkKind]: (options: SinkOptions[Kind], tools: SinkTools) => Sink } = {
  file: openFileSink,
  s3: openS3Sink,
  otlp: openOtlpSink,
  nats: openNatsSink,
  postgres: openPostgresSink,
};

/** Throws PGVEIL_AUDIT for a file that cannot be made. */
export const openSink = <Kind extends SinkKind>(
  spec: { readonly kind: Kind; readonly options: SinkOptions[Kind] },
  tools: SinkTools,
): Sink => openers[spec.kind](spec.options, tools);
