/** All that the report says of jobs and deployments, in one piece. */
export { jobFiles } from './job-files.ts';
export { jobFigures, jobRemedy, jobTitle, judgedJob } from './job-headline.ts';
export { cutOutputs, jobOutputs } from './job-outputs.ts';
export { jobResult } from './job-result.ts';
export { events, jobParts } from './job-sections.ts';
