/** Writes docs/dataset-rules.md from the table of rules. `--check` writes nothing and exits 1 when it is out of step. */
import { RULES, type Rule } from '../src/dataset/rules/rules.ts';
import { keepGenerated } from './generated.ts';

const GROUPS: readonly (readonly [prefix: string, title: string])[] = [
  ['file', 'The file'],
  ['row', 'Every row'],
  ['chat', 'Conversations'],
  ['completion', 'Prompt and completion'],
  ['preference', 'Preferences (DPO)'],
  ['reinforcement', 'Reinforcement'],
  ['pair', 'Training and validation together'],
];

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
const source = (rule: Rule) => (rule.source === 'practice' ? 'practice' : `[documented](${rule.source})`);

function section([prefix, title]: (typeof GROUPS)[number]): string {
  const rules = Object.entries<Rule>(RULES).filter(([id]) => id.startsWith(`${prefix}/`));
  const rows = rules.map(
    ([id, rule]) => `| \`${id}\` | ${rule.severity} | ${cell(rule.summary)} | ${cell(rule.mend)} | ${source(rule)} |`,
  );
  return [
    `## ${title}`,
    '',
    '| Rule | Severity | What is wrong | What to do | Source |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

const intro = `# Rules for training data

Generated from \`src/dataset/rules/rules.ts\` by \`npm run docs\`.

Every row is checked by every rule that concerns its format, and every problem is reported, not the first alone. An error
stops the step before anything is uploaded; a warning does not, unless \`strict: true\`. "Practice" as a source means that no
provider writes it down, yet it fails a job or harms a model all the same.`;

keepGenerated('docs/dataset-rules.md', `${[intro, ...GROUPS.map(section)].join('\n\n')}\n`);
