/** The contract of the action as a command line has it: operations as commands, inputs as flags. Pure. */
import * as z from 'zod/mini';
import type { Need } from '../inputs/needs.ts';

/** Of action.yml what a command line needs. */
export const Contract = z.object({
  description: z.string(),
  inputs: z.record(z.string(), z.object({ description: z.string(), default: z.optional(z.string()) })),
});
export type Contract = z.infer<typeof Contract>;

/** An operation as a command. */
export interface Command {
  readonly name: string;
  /** What it does, in Markdown. */
  readonly does: string;
  /** What it cannot do without, by the inputs' names. */
  readonly needs: readonly Need[];
  /** The groups of inputs that it reads. */
  readonly reads: readonly string[];
}

/** Inputs or outputs that belong together. */
export interface Group {
  readonly title: string;
  readonly names: readonly string[];
}

/**
 * The names of a part of the contract in their groups: a comment begins one.
 * @param text action.yml as it is written
 */
export function groupsOf(text: string, part: 'inputs' | 'outputs'): readonly Group[] {
  const [, lines = ''] = new RegExp(`\\n${part}:\\n((?: .*\\n|\\n)*)`).exec(text.replaceAll('\r\n', '\n')) ?? [];
  const groups: { title: string; names: string[] }[] = [];
  for (const [, title, name = ''] of lines.matchAll(/^ {2}(?:# (.+)|(\w+):)$/gm)) {
    if (title !== undefined) groups.push({ title, names: [] });
    else groups.at(-1)?.names.push(name);
  }
  return groups;
}

/** Inputs that only the runner fills. */
const INTERNAL = /^(?:job_status|matrix|job_check_run_id|comment|github_token|artifact_name)$/;

/** The inputs that are flags, in the order of the contract. */
export function flagsOf({ inputs }: Contract): readonly string[] {
  return Object.keys(inputs).filter((name) => name !== 'operation' && !INTERNAL.test(name));
}

/** Whether a flag needs no value: it is on or off. */
export function isSwitch({ inputs }: Contract, name: string): boolean {
  return /^(?:true|false)$/.test(inputs[name]?.default ?? '');
}

/** The input that words without a flag are for. */
export function placeOf({ needs }: Command): string {
  const known = ['training_file', 'evaluation_file'];
  return known.find((name) => needs.some(({ input }) => input === name)) ?? 'job_id';
}
