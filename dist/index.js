#!/usr/bin/env node
// src/index.ts
const [, , role] = process.argv;
const post = process.env.STATE_isPost === "true";
const byHand = process.env.GITHUB_ACTION === void 0 && !Object.keys(process.env).some((name) => name.startsWith("INPUT_"));
const inTerminal = role !== void 0 || byHand && !post;
if (Number.parseInt(process.versions.node, 10) < 24) {
	const old = `needs Node 24, and runs on ${process.versions.node}.`;
	if (inTerminal) console.error(`error: This program ${old} Install Node 24 or newer.`);
	else if (!post) console.log(`::error::This action ${old} Use a runner of version 2.327.1 or later, or one that has Node 24.`);
	if (inTerminal || !post) process.exitCode = 1;
} else if (role === "dataset-examiner") {
	const { serveExaminer } = await import("./examiner-thread.js");
	await serveExaminer();
} else if (role === "sandbox-trainer") {
	const { startInWorker } = await import("./worker.js");
	await startInWorker();
} else if (inTerminal) {
	const { run } = await import("./terminal.js");
	await run(process.argv.slice(2));
} else if (post) {
	const { run } = await import("./post.js");
	await run();
} else {
	const { run } = await import("./main.js").then((chunk) => ({ run: chunk.t }));
	await run();
}
export {};
