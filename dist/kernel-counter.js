import { n as kernelOf, t as countBy } from "./kernel-module.js";
// src/dataset/tokens/kernel-counter.ts
function withKernel(counter, module, packed) {
	const kernel = kernelOf(module);
	if (kernel === void 0) return counter;
	const { encoding } = counter;
	const vocabularyAt = kernel.vocabularyAt(packed.length);
	new Uint8Array(kernel.memory.buffer).set(packed, vocabularyAt);
	kernel.start();
	return {
		encoding,
		count: countBy(kernel, encoding, counter.count)
	};
}
export { withKernel };
