/** Ranges of IP addresses. Pure. */
import { BlockList, isIP } from 'node:net';

export type AddressRange = readonly [network: string, bits: number];

/** Seen before Node is asked: its pattern for IPv6 takes 4 ms to compile, at each step's start. */
const mayBeAddress = (host: string) => /^[\d.]+$|:/.test(host);
const family = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Whether a host is an address in one of these ranges, an IPv6 one without brackets; a name is in none. */
export function withinRanges(...ranges: readonly AddressRange[]): (host: string) => boolean {
  let list: BlockList | undefined;
  const build = () => {
    const built = new BlockList();
    for (const [network, bits] of ranges) built.addSubnet(network, bits, family(network));
    return built;
  };
  return (host) => {
    if (!mayBeAddress(host) || isIP(host) === 0) return false;
    list ??= build();
    return list.check(host, family(host));
  };
}

/** The addresses that never leave the machine. */
export const LOOPBACK = withinRanges(['127.0.0.0', 8], ['::1', 128]);
