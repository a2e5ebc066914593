import { g as object, o as custom } from "./schemas.js";
import { n as classOf } from "./classes.js";
// src/dataset/tokens/kernel-module.ts
const isFunction = (value) => typeof value === "function";
const isMemory = (value) => typeof value === "object" && value !== null && "buffer" in value;
const Kernel = object({
	memory: custom(isMemory),
	vocabularyAt: custom(isFunction),
	start: custom(isFunction),
	startGiven: custom(isFunction),
	giveByte: custom(isFunction),
	givePair: custom(isFunction),
	giveToken: custom(isFunction),
	textAt: custom(isFunction),
	count: custom(isFunction)
});
const SPLITTING = {
	cl100k_base: 0,
	o200k_base: 1,
	gpt2: 2,
	"single figures": 3
};
const FEW = 1 << 20;
function kernelOf(module) {
	if (typeof WebAssembly === "undefined") return void 0;
	try {
		const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module), { classes: { classify: classOf } });
		return Kernel.parse(exports);
	} catch {
		return;
	}
}
function writerTo(kernel) {
	const encoder = new TextEncoder();
	let room = new Uint8Array(0);
	return (text) => {
		const most = text.length <= FEW ? text.length * 3 : Buffer.byteLength(text);
		if (most > room.length) {
			const at = kernel.textAt(Math.max(most, FEW));
			room = new Uint8Array(kernel.memory.buffer, at, Math.max(most, FEW));
		}
		return encoder.encodeInto(text, room).written;
	};
}
function countBy(kernel, splitting, beyond) {
	const write = writerTo(kernel);
	const how = SPLITTING[splitting];
	return (text) => {
		const tokens = kernel.count(write(text), how);
		return tokens < 0 ? beyond(text) : tokens;
	};
}
export { kernelOf as n, countBy as t };
