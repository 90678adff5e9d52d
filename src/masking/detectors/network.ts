import { isIPv6 } from 'node:net';
import { bounded, matchDetector } from './match.ts';

const octet = String.raw`(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)`;

export const ipv4 = matchDetector({
  id: 'ipv4',
  class: 'ip_address',
  summary: 'IPv4 addresses, but not 0/8, loopback, broadcast, netmasks, and not versions.',
  pattern: new RegExp(String.raw`(?<![\p{L}\p{N}_.])(?:${octet}\.){3}${octet}(?![\p{L}\p{N}_]|\.\d)`, 'gu'),
  mayHold: (profile) => profile.digits >= 4 && profile.dot,
  judge: ({ match, before }) =>
    /^(?:0|127|255)\./u.test(match) || /version\W{0,4}$|release\W{0,4}$/iu.test(before) ? undefined : 'certain',
});

export const ipv6 = matchDetector({
  id: 'ipv6',
  class: 'ip_address',
  summary: 'IPv6 addresses (RFC 4291) of three groups or more, but not the unspecified and the loopback address.',
  pattern: /(?<![\p{L}\p{N}_:.])(?:[0-9A-Fa-f:]{1,30}:\d{1,3}(?:\.\d{1,3}){3}|[0-9A-Fa-f:]{2,39})(?![\p{L}\p{N}_:])/gu,
  mayHold: (profile) => profile.colon && profile.length >= 4,
  judge: ({ match }) => (match.split(':').length > 3 && match.length > 4 && isIPv6(match) ? 'certain' : undefined),
});

export const mac = matchDetector({
  id: 'mac',
  class: 'device',
  summary: 'MAC addresses (IEEE 802) as six pairs by colon or hyphen, or three groups by dot.',
  pattern: bounded(
    String.raw`[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}`,
  ),
  mayHold: (profile) => profile.length >= 14 && (profile.colon || profile.dash || profile.dot),
  judge: ({ match }) => (/^(?:(?:00|ff)[:\-.]?)+$/iu.test(match) ? undefined : 'certain'),
});
