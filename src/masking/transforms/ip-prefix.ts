import * as z from 'zod/mini';
import { appendAll, appendString } from '../bytes.ts';
import { addressBinary, addressFromBinary, addressFromText, addressText, network } from '../codec/address.ts';
import { defineTransform } from './define.ts';
import { textMask } from './text-mask.ts';

const cidrOid = 650;

export const ipPrefix = defineTransform({
  name: 'ip-prefix',
  summary: 'Keeps the first bits of an IP address and zeroes the others; inet and cidr show how many were kept.',
  options: z.strictObject({
    v4: z._default(z.int().check(z.minimum(0), z.maximum(28)), 24),
    v6: z._default(z.int().check(z.minimum(0), z.maximum(64)), 48),
  }),
  families: ['inet', 'text'],
  deterministic: true,
  joinable: false,
  reversible: false,
  givesAway: 'the network, and whether it is IPv4 or IPv6',
  tolerates: ['coalesce', 'case', 'nullif', 'min', 'max'],
  compile: (options, request) => {
    const { type, format, redact } = request;
    const keep = (bytes: Buffer): number => (bytes.length === 4 ? options.v4 : options.v6);
    if (type.scalar.family === 'text') {
      return textMask(request, (text) => {
        const address = addressFromText(text);
        return address && addressText(network(address, keep(address.bytes)), text.includes('/'));
      });
    }
    const isCidr = type.oid === cidrOid;
    return (source, start, end, out) => {
      const address =
        format === 1 ? addressFromBinary(source, start, end) : addressFromText(source.toString('latin1', start, end));
      if (address === undefined) return redact(source, start, end, out);
      const masked = network(address, keep(address.bytes));
      if (format === 1) appendAll(out, addressBinary(masked, isCidr));
      else appendString(out, addressText(masked, isCidr || masked.prefix < masked.bytes.length * 8));
      return true;
    };
  },
});
