/** Files that are generated and committed: written, or with `--check` compared. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes the text, or with `--check` among the arguments exits 1 when the file holds another. */
export function keepGenerated(file: string, text: string): void {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  if (before === text) return;
  if (process.argv.includes('--check')) {
    console.error(`${file} is out of step with what it is generated from. Run: npm run docs`);
    process.exit(1);
  }
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** The page with this text between its two markers. @throws Error when the page does not have them */
export function placed(page: string, text: string, name: string, source: string, content: string): string {
  const begin = `<!-- ${name}: generated from ${source} by npm run docs -->`;
  const end = `<!-- end of ${name} -->`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${page} has no markers for ${name}: "${begin}" and "${end}".`);
  return `${text.slice(0, from + begin.length)}\n\n${content}\n\n${text.slice(to)}`;
}
