/** Training data judged by a platform's rules, as `validate` does it, without a process around it. */
import type { Severity } from '../../src/dataset/dataset.ts';
import type { MethodType } from '../../src/dataset/formats/messages.ts';
import { checkDataset } from '../../src/dataset/scan/check.ts';
import { itemReads, readsOutputJson, unknownReferences } from '../../src/evaluation/grader-reads.ts';
import { takesOf } from '../../src/models/takes.ts';
import { platformNamed } from '../../src/providers/registry.ts';
import { textOf } from '../../src/words.ts';

export interface CaseSettings {
  readonly provider?: string;
  readonly model?: string;
  readonly method?: MethodType;
  /** What a grader's template reads. */
  readonly graderTemplate?: string;
}

export interface Judged {
  readonly rule: string;
  readonly severity: Severity;
  readonly path: string;
  readonly line: number | undefined;
  readonly message: string;
}

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Checks files that are joined as one upload. */
export async function checked(
  files: Files,
  settings: CaseSettings = {},
  role: 'training_file' | 'validation_file' = 'training_file',
) {
  const { provider = 'openai', model = 'gpt-4.1-mini-2025-04-14', method = 'supervised', graderTemplate } = settings;
  const grader =
    graderTemplate === undefined
      ? undefined
      : { type: 'string_check', name: 'g', input: graderTemplate, reference: 'x', operation: 'eq' };
  const bytes = (name: string) => Buffer.from(files[name] ?? '');
  const { data, models } = platformNamed(provider).profile;
  return checkDataset({
    role,
    paths: Object.keys(files),
    method,
    model,
    read: async function* (name) {
      yield bytes(name);
    },
    readRange: async (name, offset, length) => bytes(name).subarray(offset, offset + length),
    rules: { ...data, model: takesOf(model, await models?.()) },
    allowSecrets: false,
    countTokens: true,
    exactTokensUpTo: 200_000_000,
    graderItems: itemReads(grader),
    unknownReferences: unknownReferences(grader),
    usesOutputJson: readsOutputJson(grader),
  });
}

/** Everything that is said of them. */
export async function judge(files: Files, settings: CaseSettings = {}): Promise<Judged[]> {
  const { dataset } = await checked(files, settings);
  return dataset.problems.map(({ rule, severity, path, line, message }) => ({
    rule,
    severity,
    path,
    line,
    message: textOf(message, true),
  }));
}
