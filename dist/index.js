#!/usr/bin/env node
// src/index.ts
const [, , role] = process.argv;
const post = process.env.STATE_isPost === "true";
if (Number.parseInt(process.versions.node, 10) < 24) {
	if (!post) {
		console.log(`::error::This action needs Node 24, and runs on ${process.versions.node}. Use a runner of version 2.327.1 or later, or one that has Node 24.`);
		process.exitCode = 1;
	}
} else if (role === "dataset-examiner") {
	const { serveExaminer } = await import("./examiner-thread.js");
	await serveExaminer();
} else if (role === "sandbox-trainer") {
	const { startInWorker } = await import("./worker.js");
	await startInWorker();
} else if (role !== void 0) {
	const { run } = await import("./terminal.js");
	await run(process.argv.slice(2));
} else if (post) {
	const { run } = await import("./post.js");
	await run();
} else {
	const { run } = await import("./main.js");
	await run();
}
export {};
