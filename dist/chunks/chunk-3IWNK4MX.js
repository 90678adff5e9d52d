import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);

// src/gateway/private-network.ts
import { BlockList, isIP } from "node:net";
var ranges = [
  ["127.0.0.0", 8, "ipv4"],
  ["10.0.0.0", 8, "ipv4"],
  ["172.16.0.0", 12, "ipv4"],
  ["192.168.0.0", 16, "ipv4"],
  ["169.254.0.0", 16, "ipv4"],
  ["100.64.0.0", 10, "ipv4"],
  ["::1", 128, "ipv6"],
  ["fc00::", 7, "ipv6"],
  ["fe80::", 10, "ipv6"]
];
var own = new BlockList();
for (const [network, prefix, family] of ranges) own.addSubnet(network, prefix, family);
var isPrivate = (address) => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  const family = isIP(plain);
  return family !== 0 && own.check(plain, family === 4 ? "ipv4" : "ipv6");
};

export {
  isPrivate
};
