// src/inputs/nearest.ts
function distance(left, right) {
	let row = Array.from({ length: right.length + 1 }, (_, index) => index);
	for (const [above, letter] of [...left].entries()) {
		const next = [above + 1];
		for (const [index, other] of [...right].entries()) next.push(Math.min((next[index] ?? 0) + 1, (row[index + 1] ?? 0) + 1, (row[index] ?? 0) + (letter === other ? 0 : 1)));
		row = next;
	}
	return row.at(-1) ?? 0;
}
const LONGEST = 64;
const plain = (name) => name.toLowerCase().replaceAll(/[- ]/g, "_");
function nearest(name, known) {
	if (name.length > LONGEST) return void 0;
	const written = plain(name);
	const [best] = known.map((candidate) => ({
		candidate,
		edits: distance(written, plain(candidate))
	})).sort((left, right) => left.edits - right.edits);
	return best !== void 0 && best.edits <= Math.min(3, (written.length - 1) / 2) ? best.candidate : void 0;
}
export { nearest as t };
