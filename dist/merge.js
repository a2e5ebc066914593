import { r as isMap } from "./method.js";
// src/api/merge.ts
function merged(lower, upper) {
	const laid = Object.entries(upper ?? {}).map(([name, value]) => {
		const below = lower[name];
		return [name, isMap(below) && isMap(value) ? merged(below, value) : value];
	});
	return {
		...lower,
		...Object.fromEntries(laid)
	};
}
export { merged as t };
