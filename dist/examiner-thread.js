import { Qt as ActionError } from "./start.js";
import { R as examinerOf, z as loadRowKernel } from "./data.js";
const { Worker, parentPort, workerData } = process.getBuiltinModule("node:worker_threads");
// src/dataset/scan/examiner-thread.ts
function isExaminer(data) {
	return typeof data === "object" && data !== null && "role" in data && data.role === "dataset-examiner";
}
async function serveExaminer() {
	if (!isExaminer(workerData) || parentPort === null) throw new Error("This thread was not started as an examiner.");
	const port = parentPort;
	const { settings, memory, seen, returned } = workerData;
	const examiner = await examinerOf(settings, seen, await loadRowKernel(settings));
	const examine = ({ from, size, ...lines }) => {
		const examined = examiner.examine({
			...lines,
			bytes: new Uint8Array(memory, from, size)
		});
		Atomics.add(returned, 0, 1);
		port.postMessage(examined, [examined.readable.buffer, examined.lineHashes.buffer]);
	};
	port.on("message", (request) => setImmediate(examine, request));
}
const YOUNG = 12;
function startHelper(entry, settings, buffers, seen) {
	const { memory, returned } = buffers;
	const start = {
		role: "dataset-examiner",
		settings,
		memory,
		seen,
		returned
	};
	const resourceLimits = { maxYoungGenerationSizeMb: YOUNG };
	const worker = new Worker(entry, {
		argv: [start.role],
		workerData: start,
		resourceLimits
	});
	const waiting = [];
	worker.on("message", (examined) => waiting.shift()?.resolve(examined));
	const fail = (error) => {
		for (const one of waiting.splice(0)) one.reject(error);
	};
	worker.on("error", (error) => fail(Error.isError(error) && error.name === "ActionError" ? new ActionError(error.message) : error));
	worker.on("exit", () => fail(new Error("The thread that checks the data ended early.")));
	return {
		examine({ bytes, ...lines }) {
			buffers.lend(bytes);
			const request = {
				...lines,
				from: bytes.byteOffset,
				size: bytes.length
			};
			worker.postMessage(request);
			return new Promise((resolve, reject) => {
				waiting.push({
					resolve,
					reject
				});
			});
		},
		async close() {
			await worker.terminate();
		}
	};
}
export { serveExaminer, startHelper };
