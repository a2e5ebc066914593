/** Ranges of IP addresses. Pure. */
import type { BlockList } from 'node:net';

export type AddressRange = readonly [network: string, bits: number];

/** Loaded when an address is met: that, and the pattern for IPv6 that is compiled then, take 6 ms. */
const net = () => process.getBuiltinModule('node:net');
const mayBeAddress = (host: string) => /^[\d.]+$|:/.test(host);
const family = (address: string) => (ipVersion(address) === 6 ? 'ipv6' : 'ipv4');

/** 4 or 6 for an IP address, 0 for anything else, as Node says it. */
export function ipVersion(host: string): number {
  return mayBeAddress(host) ? net().isIP(host) : 0;
}

/** Whether a host is an address in one of these ranges, an IPv6 one without brackets; a name is in none. */
export function withinRanges(...ranges: readonly AddressRange[]): (host: string) => boolean {
  let list: BlockList | undefined;
  const build = () => {
    const built = new (net().BlockList)();
    for (const [network, bits] of ranges) built.addSubnet(network, bits, family(network));
    return built;
  };
  return (host) => {
    if (ipVersion(host) === 0) return false;
    list ??= build();
    return list.check(host, family(host));
  };
}

/** The addresses that never leave the machine. */
export const LOOPBACK = withinRanges(['127.0.0.0', 8], ['::1', 128]);
