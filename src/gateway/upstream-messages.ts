import type { UpstreamAnswer, UpstreamAuthentication } from './upstream-login.ts';

export type StartupMessage =
  | { readonly type: 'Authentication'; readonly request: UpstreamAuthentication }
  | { readonly type: 'NegotiateProtocolVersion'; readonly minor: number }
  | { readonly type: 'ParameterStatus'; readonly name: string; readonly value: string }
  | { readonly type: 'BackendKeyData'; readonly processId: number; readonly secretKey: Buffer }
  | { readonly type: 'NoticeResponse' }
  | { readonly type: 'ErrorResponse'; readonly sqlstate: string }
  | { readonly type: 'ReadyForQuery' }
  | { readonly type: 'other'; readonly name: string };

const i32 = (n: number): Buffer => {
  const b = Buffer.alloc(4);
  b.writeInt32BE(n);
  return b;
};
const frame = (type: string, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(type), i32(body.length + 4), body]);
};
const z = (s: string): Buffer => Buffer.from(`${s}\0`);
export const encodeSslRequest = (): Buffer => Buffer.concat([i32(8), i32(80877103)]);
export const encodeCancel = (pid: number, key: Buffer): Buffer =>
  Buffer.concat([i32(12 + key.length), i32(80877102), i32(pid), key]);
export const encodeStartup = (minor: number, p: ReadonlyMap<string, string>): Buffer =>
  frame('', i32(196608 + minor), ...[...p].flatMap(([a, b]) => [z(a), z(b)]), Buffer.alloc(1));
export const encodeAnswer = (a: UpstreamAnswer): Buffer => {
  if (a.kind === 'password') return frame('p', z(a.password));
  if (a.kind === 'sasl-initial') return frame('p', z(a.mechanism), i32(Buffer.byteLength(a.data)), Buffer.from(a.data));
  if (a.kind === 'sasl-response') return frame('p', Buffer.from(a.data));
  throw new Error('x');
};
const auth = (b: Buffer): UpstreamAuthentication => {
  const code = b.readInt32BE(0);
  const rest = b.subarray(4);
  if (code === 0) return { kind: 'ok' };
  if (code === 3) return { kind: 'cleartext' };
  if (code === 5) return { kind: 'md5', salt: rest };
  if (code === 10)
    return {
      kind: 'sasl',
      mechanisms: rest
        .toString()
        .split('\0')
        .filter((x) => x !== ''),
    };
  if (code === 11) return { kind: 'sasl-continue', data: rest.toString() };
  if (code === 12) return { kind: 'sasl-final', data: rest.toString() };
  return { kind: 'unsupported', name: String(code) };
};
export const createStartupReader = () => {
  let buffer = Buffer.alloc(0);
  return {
    push: (c: Buffer): void => {
      buffer = Buffer.concat([buffer, c]);
    },
    rest: (): Buffer => buffer,
    next: (): StartupMessage | undefined => {
      if (buffer.length < 5 || buffer.length < 1 + buffer.readUInt32BE(1)) return undefined;
      const type = String.fromCharCode(buffer[0] ?? 0);
      const b = buffer.subarray(5, 1 + buffer.readUInt32BE(1));
      buffer = buffer.subarray(1 + buffer.readUInt32BE(1));
      const strings = b.toString().split('\0');
      if (type === 'R') return { type: 'Authentication', request: auth(b) };
      if (type === 'v') return { type: 'NegotiateProtocolVersion', minor: b.readInt32BE(0) & 0xffff };
      if (type === 'S') return { type: 'ParameterStatus', name: strings[0] ?? '', value: strings[1] ?? '' };
      if (type === 'K') return { type: 'BackendKeyData', processId: b.readInt32BE(0), secretKey: b.subarray(4) };
      if (type === 'N') return { type: 'NoticeResponse' };
      if (type === 'E') return { type: 'ErrorResponse', sqlstate: strings.find((x) => x.startsWith('C'))?.slice(1) ?? '' };
      if (type === 'Z') return { type: 'ReadyForQuery' };
      return { type: 'other', name: type };
    },
  };
};
