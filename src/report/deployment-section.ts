/** What the report says of a deployment: in the summary and in the outputs. Pure. */
import type { DeploymentFindings, Findings } from './findings.ts';
import { factTable } from './tables.ts';
import { anHour, copyable, isName, markdownText } from './text.ts';

const TITLES: Readonly<Record<DeploymentFindings['outcome'], string>> = {
  created: 'The model is deployed',
  reused: 'The model was deployed already',
  replaced: 'The model is deployed in place of what was there',
  removed: 'The deployment is gone',
  absent: 'There was no deployment',
  'at once': 'The model can be called at once',
};

/** How an operation on a deployment ended. */
export function deploymentTitle(deployment: DeploymentFindings | undefined): string {
  if (deployment === undefined) return 'Nothing to take down';
  const { outcome, status } = deployment;
  const pending = ['created', 'reused', 'replaced'].includes(outcome) && status !== 'answers';
  return pending ? `The deployment is ${markdownText(status, 80)}` : TITLES[outcome];
}

/** Its facts, and how it is called. */
export function deploymentSection({ deployment }: Findings): string {
  if (deployment === undefined) return '';
  const { name, servedModel, status, url, hourlyUsd, stopsIdle = false } = deployment;
  const facts: [string, string][] = [
    ['Deployment', copyable(name)],
    ['Call it as', servedModel === '' ? '' : copyable(servedModel)],
    ['Status', markdownText(status, 80)],
    ['Costs', hourlyUsd === undefined ? '' : anHour(hourlyUsd, stopsIdle)],
  ];
  const table = factTable(facts.filter(([, value]) => value !== ''));
  // A model and its deployment may be named as one, with such a sign between them.
  if (url === '' || !isName(servedModel.replace('#', '/'))) return table;
  const call = [
    '```sh',
    `curl ${url.replace(/[^\w.:/-]/g, '')}/chat/completions \\`,
    '  -H "Authorization: Bearer $API_KEY" -H "Content-Type: application/json" \\',
    `  -d '{"model": "${servedModel}",`,
    `       "messages": [{"role": "user", "content": "Hello"}]}'`,
    '```',
  ].join('\n');
  return `${table}\n\n${call}`;
}

/** The outputs of `deploy`; none where nothing serves. */
export function deploymentOutputs({ deployment }: Findings): Record<string, string | undefined> {
  if (deployment === undefined) return {};
  const { name, servedModel, url, outcome } = deployment;
  const found = { deployment: name, served_model: servedModel || undefined, inference_base_url: url || undefined };
  return outcome === 'reused' || outcome === 'created' || outcome === 'replaced'
    ? { ...found, reused: String(outcome === 'reused') }
    : found;
}
