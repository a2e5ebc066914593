import { BlockList, isIP } from "node:net";
// src/address-ranges.ts
const mayBeAddress = (host) => /^[\d.]+$|:/.test(host);
const family = (address) => isIP(address) === 6 ? "ipv6" : "ipv4";
function withinRanges(...ranges) {
	let list;
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
const LOOPBACK = withinRanges(["127.0.0.0", 8], ["::1", 128]);
export { withinRanges as n, LOOPBACK as t };
