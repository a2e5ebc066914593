/** The report with all its chapters, whatever the findings have. */
import * as comment from '../../src/report/comment.ts';
import * as evaluation from '../../src/report/evaluation-chapter.ts';
import type { Findings } from '../../src/report/findings.ts';
import * as job from '../../src/report/job-chapter.ts';
import * as outputs from '../../src/report/outputs.ts';
import * as files from '../../src/report/report-files.ts';
import * as result from '../../src/report/result.ts';
import * as summary from '../../src/report/summary.ts';

const CHAPTERS = { job, evaluation };

export const renderComment = (findings: Findings, progress: comment.Progress, marker: string, length?: number) =>
  comment.renderComment(findings, CHAPTERS, progress, marker, length);
export const renderSummary = (findings: Findings, largest?: number) => summary.renderSummary(findings, CHAPTERS, largest);
export const outputsOf = (findings: Findings) => outputs.outputsOf(findings, CHAPTERS);
export const renderResult = (findings: Findings) => result.renderResult(findings, CHAPTERS);
export const reportFiles = (findings: Findings, page: string) => files.reportFiles(findings, CHAPTERS, page);
