// src/api/weight.ts
const OF_A_VALUE = 16;
function weightOf(value) {
	if (typeof value === "string") return OF_A_VALUE + value.length;
	if (typeof value !== "object" || value === null) return OF_A_VALUE;
	let weight = OF_A_VALUE;
	for (const [name, inner] of Object.entries(value)) weight += name.length + weightOf(inner);
	return weight;
}
export { weightOf as t };
