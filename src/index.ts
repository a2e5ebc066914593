/** The one bundled entry: a thread that examines data, the sandbox's trainer, the post step, or the main step. */
// A worker is started with its role as an argument; the runner gives none. (To ask node:worker_threads takes longer than all else in this file.)
const [, , role] = process.argv;

if (role === 'dataset-examiner') {
  const { serveExaminer } = await import('./dataset/scan/examiner-thread.ts');
  await serveExaminer();
} else if (role === 'sandbox-trainer') {
  const { startInWorker } = await import('./sandbox/trainer/worker.ts');
  await startInWorker();
} else if (process.env.STATE_isPost === 'true') {
  const { run } = await import('./post.ts');
  await run();
} else {
  const { run } = await import('./main.ts');
  await run();
}
