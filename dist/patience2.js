import { Qt as ActionError, it as isMap } from "./start.js";
const { Script, createContext } = process.getBuiltinModule("node:vm");
// src/dataset/tokens/patience.ts
const PATIENCE = 5e3;
const PER_MEGABYTE = 2e4;
const MOST_GROWTH = 64;
const SCRIPT = new Script("call()");
const lengthOf = (text) => typeof text === "string" ? Math.max(1, text.length) : 1;
function growthOf(step, depth = 0) {
	if (!isMap(step) || depth > MOST_GROWTH) return 1;
	const own = lengthOf(step.content) * lengthOf(step.replacement);
	return [step.normalizers, step.pretokenizers].flatMap((steps) => Array.isArray(steps) ? steps : []).reduce((growth, inner) => growth * growthOf(inner, depth + 1), own);
}
function refuseGrowth({ normalizer, pre_tokenizer }) {
	const growth = growthOf(normalizer) * growthOf(pre_tokenizer);
	if (growth > MOST_GROWTH) throw new Error(`it makes a text up to ${growth} times longer, and ${MOST_GROWTH} is the most`);
}
function patiently(path, bytes, count) {
	const timeout = PATIENCE + Math.ceil(bytes / 1e6 * PER_MEGABYTE);
	try {
		SCRIPT.runInContext(createContext({ call: count }), { timeout });
	} catch (error) {
		if (!(Error.isError(error) && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT")) throw error;
		throw new ActionError(`Input tokenizer is ${path}, which took longer than ${Math.round(timeout / 1e3)} s for ${bytes === 0 ? "a few words" : `${bytes} bytes`}, as patterns do that go back and forth; nothing was uploaded. Take the tokenizer.json of the model itself, or leave the input out.`, { cause: error });
	}
}
export { refuseGrowth as n, patiently as t };
