import { isIP } from 'node:net';

/** 127.0.0.0/8 and ::1, also as an IPv4-mapped address. */
export const isLoopback = (address: string | undefined): boolean =>
  address !== undefined && (address === '::1' || (isIP(address) !== 0 && /^(?:::ffff:)?127\./i.test(address)));
