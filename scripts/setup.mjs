// Makes a fresh clone ready to run, and runs the command that its arguments are: `node scripts/setup.mjs node
// x.ts`. It installs what package-lock.json names, once, under whatever Node started npm (20 or newer). The
// command is looked up anew after that and so finds Node 24, which the action runs on, among what was
// installed. (`setup && node x.ts` would not do: a shell remembers where it found the first `node`.)
import { execFileSync, execSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const [major] = process.versions.node.split('.').map(Number);
if (major < 20) {
  console.error(`Node ${process.versions.node} is too old; Node 20 or newer is needed to begin with.`);
  process.exit(1);
}

const stamp = 'node_modules/.installed';
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.log('Installing the dependencies (about a minute, once) …');
  execSync('npm ci --ignore-scripts --no-audit --no-fund --loglevel=error', { stdio: 'inherit' });
  writeFileSync(stamp, wanted);
}

// npm puts node_modules/.bin first in PATH, so this is the Node of the commands that follow.
const version = execFileSync('node', ['--version'], { encoding: 'utf8' }).trim();
if (Number(version.slice(1).split('.')[0]) < 24) {
  console.error(
    `The action runs on Node 24, but this platform has no Node 24 on npm and runs ${version}. Install Node 24 and try again.`,
  );
  process.exit(1);
}

const [command, ...rest] = process.argv.slice(2);
if (command !== undefined) process.exitCode = spawnSync(command, rest, { stdio: 'inherit' }).status ?? 1;
