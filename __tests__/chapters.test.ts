/** Chapters of the report that are loaded where findings have something of them: nothing is missing without the others. */
import { expect, test } from '@jest/globals';
import { chaptersOf } from '../src/report/chapters.ts';
import type { Findings } from '../src/report/findings.ts';
import { outputsOf } from '../src/report/outputs.ts';
import { reportFiles } from '../src/report/report-files.ts';
import { renderResult } from '../src/report/result.ts';
import { renderSummary } from '../src/report/summary.ts';
import { STORIES } from './support/page-stories.ts';
import { PULL_REQUEST } from './support/pull-request-story.ts';
import { VERDICTS } from './support/verdict-stories.ts';
import * as whole from './support/whole-report.ts';

const ALL: Readonly<Record<string, Findings>> = { ...STORIES, ...VERDICTS, 'pull-request': PULL_REQUEST };

/** Those that are not empty. */
async function written(files: ReturnType<typeof reportFiles>): Promise<Readonly<Record<string, string>>> {
  const texts = await Promise.all(Object.entries(files).map(async ([name, text]) => [name, await text()] as const));
  return Object.fromEntries(texts.filter(([, text]) => text !== ''));
}

test.each(Object.entries(ALL))('%s has the chapters that it needs', async (_, story) => {
  const chapters = await chaptersOf(story);
  expect(renderSummary(story, chapters)).toBe(whole.renderSummary(story));
  expect(outputsOf(story, chapters)).toEqual(whole.outputsOf(story));
  expect(renderResult(story, chapters)).toEqual(whole.renderResult(story));
  expect(await written(reportFiles(story, chapters, 'page'))).toEqual(await written(whole.reportFiles(story, 'page')));
});

test('of a check that asked no platform none is loaded', async () => {
  const checked = { ...PULL_REQUEST, provider: undefined, job: undefined, evaluation: undefined };
  expect(await chaptersOf(checked)).toEqual({ job: undefined, evaluation: undefined });
});
