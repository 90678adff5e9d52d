import type { Disposal, FrameConsumer } from '../../src/wire/frame.ts';

/** What a scanner handed over, in order: passed bytes run together however they were cut. */
export type Event = { readonly pass: string } | { readonly frame: string };

export interface Recording extends FrameConsumer {
  readonly events: Event[];
  /** Ranges as they came: [of the chunk?, start, end]. */
  readonly calls: (readonly [kind: 'pass' | 'frame', source: Buffer, start: number, end: number])[];
}

/** Copies at once what it is given, as a consumer that must not keep views would. */
export const record = (
  dispose: (type: number, bodyLength: number, nth: number) => Disposal,
  goOn: () => boolean = () => true,
): Recording => {
  const events: Event[] = [];
  const calls: Recording['calls'] = [];
  let count = 0;
  return {
    events,
    calls,
    begin: (type, bodyLength) => {
      count += 1;
      return dispose(type, bodyLength, count - 1);
    },
    pass: (source, start, end) => {
      calls.push(['pass', source, start, end]);
      const bytes = source.toString('latin1', start, end);
      const last = events.at(-1);
      if (last !== undefined && 'pass' in last) events[events.length - 1] = { pass: last.pass + bytes };
      else events.push({ pass: bytes });
    },
    frame: (source, start, end) => {
      calls.push(['frame', source, start, end]);
      events.push({ frame: source.toString('latin1', start, end) });
      return goOn();
    },
  };
};
