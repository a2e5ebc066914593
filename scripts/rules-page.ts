/**
 * Writes docs/dataset-rules.md from the rules and their examples. `--check` writes nothing and exits 1 when
 * it is out of step.
 */
import { foreignForms } from '../src/dataset/foreign/foreign.ts';
import { fine } from '../src/dataset/rules/examples.ts';
import type { Content, Example, ExampleSettings, Rule } from '../src/dataset/rules/rule.ts';
import { RULES, type RuleId } from '../src/dataset/rules/rules.ts';
import { masked } from '../src/dataset/secrets/credentials.ts';
import { keepGenerated } from './generated.ts';

const GROUPS: readonly (readonly [prefix: string, title: string])[] = [
  ['file', 'The file'],
  ['row', 'Every row'],
  ['chat', 'Messages, in every format'],
  ['completion', 'Prompt and completion'],
  ['text', 'A text alone'],
  ['preference', 'Preferences (DPO)'],
  ['reinforcement', 'Reinforcement'],
  ['pair', 'Training and validation together'],
  ['evaluation', 'Rows of an evaluation'],
];
/** Of an example as the page shows it: in lines, and in characters a line. */
const LINES = 4;
const CHARACTERS = 280;

/** Bytes that a page cannot show, written out. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\ufffd]/gu;

function shownLine(text: string): string {
  const written = text
    .slice(0, CHARACTERS + 1)
    .replace(UNSEEN, (character) => `\\x${(character.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`);
  return written.length > CHARACTERS ? `${written.slice(0, CHARACTERS)}…` : written;
}

/**
 * A file as the page shows it: its first lines, without what only hides in them, and without anything that
 * looks like a credential.
 */
function shown(content: Content): string {
  const text = masked(typeof content === 'string' ? content : Buffer.from(content).toString('latin1'));
  if (text.trim() === '') return '(nothing)';
  const lines = text.replace(/\n$/, '').split('\n');
  const more = lines.length > LINES ? [`… (${lines.length} lines)`] : [];
  return [...lines.slice(0, LINES).map(shownLine), ...more].join('\n');
}

const code = (text: string) => `\`${text}\``;

/** What is special about the platform of an example. */
function platformWords(profile: NonNullable<ExampleSettings['profile']>): string {
  const {
    minimumRows,
    maximumRows,
    maximumBytes,
    imagesPerRow,
    takesTurns,
    systemFirst,
    developerRole,
    textRows,
    model,
    ...more
  } = profile;
  const unknown = Object.keys(more);
  if (unknown.length > 0) throw new Error(`The page has no words for ${unknown.join(', ')} of an example.`);
  const pictures = model?.pictures === undefined ? `takes ${model?.formats.join(' and ')} rows` : undefined;
  const found = [
    minimumRows === undefined ? '' : `that takes no fewer than ${minimumRows} rows`,
    maximumRows === undefined ? '' : `that takes no more than ${maximumRows} row${maximumRows === 1 ? '' : 's'}`,
    maximumBytes === undefined ? '' : `that takes no more than ${maximumBytes} bytes`,
    imagesPerRow === undefined ? '' : `that takes no more than ${imagesPerRow} images in a row`,
    takesTurns === undefined ? '' : 'that asks for turns',
    textRows === undefined ? '' : 'that takes rows of a text alone',
    systemFirst === undefined ? '' : 'that takes a message by the system in the first place alone',
    developerRole === undefined ? '' : 'that knows the role developer',
    model === undefined
      ? ''
      : `whose model ${pictures ?? (model.pictures ? 'is trained on pictures' : 'is not trained on pictures')}`,
  ].filter((words) => words !== '');
  return `on a platform ${found.join(' and ')}`;
}

/** The settings of an example in a user's words; what only makes it quick to check has none. */
function settingWords(settings: ExampleSettings): string {
  const { role, method, model, profile, graderItems = [], unknownReferences = [], usesOutputJson, hasResponseFormat } = settings;
  const read = graderItems.map(({ path, optional }) => `${code(`item.${path.join('.')}`)}${optional ? ', if it is there' : ''}`);
  const found = [
    role === undefined ? '' : `as ${code(role)}`,
    method === undefined ? '' : `with ${code(`method: ${method}`)}`,
    model === undefined ? '' : `with ${code(`model: ${model}`)}`,
    profile === undefined ? '' : platformWords(profile),
    read.length === 0 ? '' : `where the grader reads ${read.join(' and ')}`,
    unknownReferences.length === 0 ? '' : `where a template names ${unknownReferences.map(code).join(' and ')}`,
    usesOutputJson ? `where the grader reads ${code('output_json')}` : '',
    hasResponseFormat ? `and the method has a ${code('response_format')}` : '',
  ].filter((words) => words !== '');
  return found.length === 0 ? '' : `, ${found.join(', ')}`;
}

/** JSON is coloured as such; a highlighter marks what is none in red, as if the page were wrong. */
function isJson(text: string): boolean {
  try {
    for (const line of text.split('\n')) JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

/** The first example that shows something of the rule: a conversation without fault shows nothing. */
function block(title: string, examples: readonly Example[]): string {
  const first = examples.find((one) => one !== fine);
  if (first === undefined) return '';
  const plain = typeof first === 'string' || first instanceof Uint8Array;
  const text = shown(plain ? first : first.content);
  return `\n\n${title}${plain ? '' : settingWords(first.settings)}:\n\n\`\`\`${isJson(text) ? 'json' : 'text'}\n${text}\n\`\`\``;
}

/** How it is reported, where that is not on each line. */
function manner({ severity, once, harmless }: Rule<RuleId>): string {
  const isOnce = once === true || once === severity;
  return `${isOnce ? ', once a file' : ''}${harmless === true ? ', harmless' : ''}`;
}

const escaped = (text: string) => text.replaceAll('<', '&lt;');

/** What to do, its commands as code. */
function fixWords(fix: string): string {
  const parts = fix.split(/\b((?:jq|tr|grep|perl|iconv) .*?\bNEW)\b/);
  return parts.map((part, index) => (index % 2 === 1 ? code(part) : escaped(part))).join('');
}

function entry(rule: Rule<RuleId>): string {
  const { id, severity, summary, fix, source, breaks, keeps } = rule;
  const where = source === 'practice' ? 'practice' : `[documented](${source})`;
  const words = `${escaped(summary)}. **Fix:** ${fixWords(fix)} (${where})`;
  return `### \`${id}\`: ${severity}${manner(rule)}\n\n${words}${block('Breaks it', breaks())}${block('Keeps it', keeps())}`;
}

function section([prefix, title]: (typeof GROUPS)[number]): string {
  const rules = RULES.filter(({ id }) => id.startsWith(`${prefix}/`));
  return [`## ${title}`, ...rules.map(entry)].join('\n\n');
}

const grouped = GROUPS.map(([prefix]) => prefix);
const left = RULES.filter(({ id }) => !grouped.some((prefix) => id.startsWith(`${prefix}/`)));
if (left.length > 0) throw new Error(`The page has no group for ${left.map(({ id }) => id).join(', ')}.`);

/** One line for each tool, whatever the keys under which its rows are known. */
const forms = [...new Set(foreignForms().map(({ name, makes }) => `- ${name.replace(/ \(.*/, '')}, as ${makes} rows`))];
const conversions = `## Rows of other tools

Rows in these forms are recognised (\`row/foreign-format\`); the problem names the form and the line of \`jq\` that converts it. Each line is
run in the tests.

${forms.join('\n')}`;

const intro = `# Rules for training data

Generated from \`src/dataset/rules/\` by \`npm run docs\`; the examples are run as tests.

Every row is checked by every rule that concerns its format, and every problem is reported, not the first alone. An error
stops the step before anything is uploaded: a platform is known to refuse it, or it destroys the training. A warning does not, unless
\`strict: true\`; one that is called harmless does not even then, because nobody reports harm from it. "Once a file" means that the
first line that breaks the rule is reported, with the number of such lines: one decision about the file fixes them all. Rules for messages hold in every format: in a
conversation, in the input and both outputs of a preference, and in a prompt. Some severities depend on the platform: a conversation
that does not end with the assistant is an error on OpenAI and Azure, a system message in a prompt for a grader is one on Azure, and an
unknown key is a warning on a server that nobody knows.

"Practice" as a source means that no platform writes it down, yet it fails a job or harms a model all the same.`;

keepGenerated('docs/dataset-rules.md', `${[intro, ...GROUPS.map(section), conversions].join('\n\n')}\n`);
