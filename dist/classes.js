const RANGES = "88f c5c cdc 1acf-1add 1ae0-1aeb a7ce-a7cf a7d2 a7d4 a7f1 10940-10959 10ec5-10ec7 10efa-10efb 11b60-11b67 11db0-11ddb 11de0-11de9 16ea0-16eb8 16ebb-16ed3 16ff2-16ff6 187f8-187ff 18d09-18d1e 18d80-18df2 1e6c0-1e6de 1e6e0-1e6f5 1e6fe-1e6ff 2b73a-2b73f 2cea2-2cead 323b0-33479".split(" ").map((range) => range.split("-").map((end) => Number.parseInt(end, 16)));
const isNewer = (codePoint) => RANGES.some(([first = 0, last = first]) => codePoint >= first && codePoint <= last);
const KINDS = [
	[/[\r\n]/, 6],
	[/\p{White_Space}/u, 7],
	[/[\p{Lu}\p{Lt}]/u, 1],
	[/\p{Ll}/u, 2],
	[/\p{L}/u, 3],
	[/\p{M}/u, 4],
	[/\p{N}/u, 5]
];
function classify(codePoint) {
	if (isNewer(codePoint)) return 8;
	const character = String.fromCodePoint(codePoint);
	return KINDS.find(([kind]) => kind.test(character))?.[1] ?? 8;
}
const known = new Uint8Array(1114112);
function classOf(codePoint) {
	const found = known[codePoint];
	if (found) return found;
	const kind = classify(codePoint);
	known[codePoint] = kind;
	return kind;
}
const ASCII = Uint8Array.from({ length: 128 }, (_, codePoint) => classOf(codePoint));
export { classOf as n, ASCII as t };
