// src/index.ts
const [, , role] = process.argv;
if (role === "dataset-examiner") {
	const { serveExaminer } = await import("./examiner-thread.js");
	await serveExaminer();
} else if (role === "sandbox-trainer") {
	const { startInWorker } = await import("./worker.js");
	await startInWorker();
} else if (process.env.STATE_isPost === "true") {
	const { run } = await import("./post.js");
	await run();
} else {
	const { run } = await import("./main.js");
	await run();
}
export {};
