#!/usr/bin/env node
/**
 * The one bundled entry: a thread that examines data, the sandbox's trainer, the post step, the main step, or
 * the command line.
 */
// A worker is started with its role as an argument; the runner gives none. (To ask node:worker_threads takes
// longer than all else in this file.)
const [, , role] = process.argv;
const post = process.env.STATE_isPost === 'true';
/** A runner names the action that it starts and gives it inputs; without both a person started it. */
const byHand = process.env.GITHUB_ACTION === undefined && !Object.keys(process.env).some((name) => name.startsWith('INPUT_'));
const inTerminal = role !== undefined || (byHand && !post);

if (Number.parseInt(process.versions.node, 10) < 24) {
  // Nothing is loaded before this: what is newer would fail without a word.
  const old = `needs Node 24, and runs on ${process.versions.node}.`;
  if (inTerminal) console.error(`error: This program ${old} Install Node 24 or newer.`);
  else if (!post) console.log(`::error::This action ${old} Use a runner of version 2.327.1 or later, or one that has Node 24.`);
  if (inTerminal || !post) process.exitCode = 1;
} else if (role === 'dataset-examiner') {
  const { serveExaminer } = await import('./dataset/scan/examiner-thread.ts');
  await serveExaminer();
} else if (role === 'sandbox-trainer') {
  const { startInWorker } = await import('./sandbox/trainer/worker.ts');
  await startInWorker();
} else if (inTerminal) {
  const { run } = await import('./terminal.ts');
  await run(process.argv.slice(2));
} else if (post) {
  const { run } = await import('./post.ts');
  await run();
} else {
  const { run } = await import('./main.ts');
  await run();
}
