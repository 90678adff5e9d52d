import { BlockList, isIP } from 'node:net';

/** Loopback, link-local, and what RFC 1918, RFC 6598 and RFC 4193 set aside for networks of one's own. */
const ranges = [
  ['127.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['::1', 128, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
] as const;

const own = new BlockList();
for (const [network, prefix, family] of ranges) own.addSubnet(network, prefix, family);

/** Whether an IP address is of no public network; an IPv4-mapped one is what it maps. */
export const isPrivate = (address: string): boolean => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  const family = isIP(plain);
  return family !== 0 && own.check(plain, family === 4 ? 'ipv4' : 'ipv6');
};
