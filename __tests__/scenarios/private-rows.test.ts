/** Rows that may not be shown, at a server that quotes them: not in the log of a debugging run either. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { newFolder, runAction } from '../support/action.ts';
import { chatRow, jsonl, many, write } from '../support/rows.ts';
import { stories } from '../support/stories.ts';

const told = stories();
const ROW = 'the patient Jane Roe has a fever';

/** Everything that a folder holds. */
const textsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'));

test.each<[string, object]>([
  ['a job that fails over it', { life: ['failed'] }],
  ['a creation that is refused over it', { refusal: true }],
])(
  '%s: its quotation stands in no log, no page and no file',
  async (_, { life, refusal }: { life?: string[]; refusal?: true }) => {
    const said = `Row 3: {"content": "${ROW}"} and "${ROW}" are bad.`;
    const body = JSON.stringify({ error: { message: said, type: 'invalid_request_error', param: null, code: 'bad_rows' } });
    const server = await told.platformOf({
      ...(life === undefined ? {} : { life, more: () => ({ error: { code: 'bad_rows', message: said, param: null } }) }),
      fault: (call) => (refusal && call === 'create' ? { when: 'before', how: { status: 400, body } } : undefined),
    });
    const workspace = newFolder();
    write(workspace, 'train.jsonl', jsonl(many(12, chatRow)));
    const { exitCode, log, summary, temp } = await runAction({
      workspace,
      time: told.time,
      env: { RUNNER_DEBUG: '1' },
      inputs: {
        ...{ base_url: server.url, provider: 'compatible', api_key: 'none', model: 'm-1', training_file: 'train.jsonl' },
        ...{ artifact_name: '', show_rows: 'false' },
      },
    });
    expect(exitCode).toBe(1);
    expect(log).toContain('::debug::');
    expect(`${log}${summary}${textsIn(temp).join()}`).not.toContain(ROW);
  },
);
