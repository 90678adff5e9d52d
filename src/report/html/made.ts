/** How the file was made: its last block. */
export interface Made {
  readonly version: string;
  /** RFC 3339. */
  readonly time: string;
  /** The log's name, without its directory. */
  readonly file: string;
  /** SPKI, base64: what the log had to be signed by; undefined where nobody said. */
  readonly expectedKey: string | undefined;
  /** What pgveil found when it read the log; `record` counts from 1. */
  readonly verdict:
    | { readonly ok: true; readonly records: number }
    | { readonly ok: false; readonly record: number; readonly message: string };
}
