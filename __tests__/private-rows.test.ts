/** What others say about our rows, where rows may not be shown: their quotations are left out, names of fields stay. */
import { describe, expect, test } from '@jest/globals';
import { publicFindings } from '../src/run/shown-findings.ts';
import { foreignText } from '../src/words.ts';
import { findings, job } from './support/findings.ts';

describe('a server’s words', () => {
  test.each([
    ['Invalid row 3: {"messages": [{"role": "user", "content": "my PIN is 1234"}]}', 'Invalid row 3: "…"'],
    ['Example 2 says "my password is hunter2", which is not allowed.', 'Example 2 says "…", which is not allowed.'],
    ["Line 4: 'the patient has a fever' is no role.", 'Line 4: "…" is no role.'],
    ['Line 4: “the patient has a fever” is no role.', 'Line 4: "…" is no role.'],
    ['Row 1: "cut off in the middle of what it', 'Row 1: "…"'],
    [`Row 1: "${'x'.repeat(41)}"`, 'Row 1: "…"'],
    ['Row 2 has "hunter2-SEC" for a role.', 'Row 2 has "…" for a role.'],
    ["Row 2: `fever` and 'Ann Lee'.", 'Row 2: "…" and "…".'],
  ])('%s', (said, left) => {
    expect(foreignText(said, false)).toBe(left);
    expect(foreignText(said, true)).toBe(said);
  });

  test.each([
    "The model 'gpt-4.1-mini' does not exist or you don't have access, isn't that so.",
    'Unknown field "n_epoch" in `hyperparameters`.',
    'Row 2: "messages[3].content" is missing, and \'Qwen/Qwen3-8B\' takes no "tool".',
    'Invalid value for n_epochs: it must be {1..50}.',
    "It wasn't found; the job's file doesn't say why, and that's it.",
  ])('%s stays', (said) => expect(foreignText(said, false)).toBe(said));

  test('ends soon, whatever it is', () => {
    for (const text of ['"', '{"', `"a"a`, '“', "'a "]) expect(foreignText(text.repeat(50_000), false).length > 0).toBe(true);
  });
});

test('a name that was asked for stays', () => {
  expect(foreignText('The model "mine" is not "yours".', false, ['mine'])).toBe('The model "mine" is not "…".');
});

test('in pages and files they are left out of errors and events; the findings that make the outputs keep them', () => {
  const said = 'Row 1 says "my password is hunter2".';
  const failed = job({ state: 'failed', status: 'failed', error: { code: 'x', message: said } });
  const story = findings({
    job: failed,
    jobs: [failed],
    events: [{ id: 'e', created_at: 1, message: said, level: 'error', data: { said } }],
    error: { code: 'x', message: `The job failed: ${said}` },
  });
  const hidden = publicFindings({ ...story, run: { ...story.run, showRows: false } });
  expect(JSON.stringify(hidden)).not.toContain('hunter2');
  expect(hidden.job?.id).toBe(failed.id);
  expect(JSON.stringify(publicFindings({ ...story, run: { ...story.run, showRows: true } }))).toContain('hunter2');
  expect(JSON.stringify(story)).toContain('hunter2');
});

test('what to do stays, though the quotation before it is never closed', () => {
  const [said, fix] = ['Error code: 400 - {"rows": ["my password is hunter2"', 'Take the row out.'];
  const error = { code: 'x', message: `${said} ${fix}`, said, fix };
  const run = { ...findings().run, showRows: false };
  expect(publicFindings(findings({ run, error })).error?.message).toBe('Error code: 400 - "…" Take the row out.');
});
