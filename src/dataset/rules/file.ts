/** A file as a whole, when all of it was read. */
import { ours, words } from '../../words.ts';
import type { DataProfile, ModelTakes, Severity } from '../profile.ts';
import {
  asks,
  assistant,
  completion,
  fine,
  image,
  line,
  lines,
  other,
  preference,
  reinforcement,
  row,
  user,
} from './examples.ts';
import { AZURE, example, RFT, rule, SFT, VISION } from './rule.ts';

const ROWS = { training_file: 50_000, validation_file: 1000 } as const;
const IMAGE_ROWS = 50_000;

const CHAT_MODEL: ModelTakes = {
  name: 'some-model',
  title: 'The platform',
  formats: ['chat'],
  pictures: undefined,
  seeing: [],
  certain: true,
};

/** What platforms call a format by. */
const KINDS = { chat: 'messages', completion: 'prompt and completion' } as const;
const isKnown = (format: string | undefined): format is keyof typeof KINDS => format !== undefined && format in KINDS;
/** What makes rows of a format of those of the other. */
const CONVERSIONS = {
  chat: `jq -c '{messages: [{role: "user", content: .prompt}, {role: "assistant", content: (.completion | ltrimstr(" "))}]}' FILE > NEW`,
  completion: `jq -c '{prompt: ([.messages[:-1][].content] | join("\\n\\n")), completion: .messages[-1].content}' FILE > NEW`,
} as const;

/** On a platform whose models are known it is an error; elsewhere another model may have the name. */
const forModel = ({ model }: DataProfile): Severity => (model?.certain === false ? 'warning' : 'error');

/** What is known of a file when all of it was read. */
export interface WholeFile {
  readonly role: 'training_file' | 'validation_file' | 'evaluation_file';
  readonly rows: number;
  readonly bytes: number;
  readonly imageRows: number;
  /** The place of the first of them. */
  readonly firstImage: string | undefined;
  /** The format of its first row. */
  readonly format: string | undefined;
  /** Its rows were not all read, because of how it begins. */
  readonly ended: boolean;
  readonly usesOutputJson: boolean;
  /** What the grader's templates name that nothing fills. */
  readonly unknownReferences: readonly string[];
  readonly hasResponseFormat: boolean;
}

/** Checked once a dataset. */
export const FILE_RULES = [
  rule({
    id: 'file/empty',
    severity: 'error',
    summary: 'The file has no rows',
    fix: 'Write one JSON object on each line.',
    source: SFT,
    whole: true,
    breaks: () => ['', '\n\n'],
    keeps: () => [fine],
    check({ rows, ended }: WholeFile, report) {
      if (rows === 0 && !ended) report(words`There are no rows.`);
    },
  }),
  rule({
    id: 'file/too-few-rows',
    severity: 'error',
    summary: 'There are fewer rows than the platform takes',
    fix: 'Add rows; 50 to 100 good ones are a beginning.',
    source: SFT,
    whole: true,
    breaks: () => [example(fine, { profile: { minimumRows: 2 } })],
    keeps: () => [example(`${fine}\n${other}`, { profile: { minimumRows: 2 } })],
    check({ role, rows, ended }: WholeFile, report, { profile: { minimumRows } }) {
      if (rows > 0 && rows < minimumRows && role !== 'validation_file' && !ended)
        report(words`The file has ${rows} row${ours(rows === 1 ? '' : 's')}; at least ${minimumRows} are needed.`);
    },
  }),
  rule({
    id: 'file/too-many-rows',
    severity: 'error',
    summary: 'There are more rows than the platform takes',
    fix: 'Take rows out.',
    source: RFT,
    whole: true,
    breaks: () => [
      example(`${fine}\n${other}`, { profile: { maximumRows: 1 } }),
      example(
        lines(1001, (number) => line(reinforcement(number))),
        { method: 'reinforcement', role: 'validation_file', countTokens: false },
      ),
    ],
    keeps: () => [
      example(fine, { profile: { maximumRows: 1 } }),
      example(
        lines(3, (number) => line(reinforcement(number))),
        { method: 'reinforcement', role: 'validation_file', countTokens: false },
      ),
    ],
    check({ role, rows }: WholeFile, report, { method, profile: { maximumRows = Number.POSITIVE_INFINITY } }) {
      const ofPlatform = role === 'training_file' ? maximumRows : Number.POSITIVE_INFINITY;
      const ofMethod = method === 'reinforcement' && role !== 'evaluation_file' ? ROWS[role] : Number.POSITIVE_INFINITY;
      const most = Math.min(ofPlatform, ofMethod);
      if (rows > most) report(words`There are ${rows} rows; at most ${most} are taken.`);
    },
  }),
  rule({
    id: 'file/too-large',
    severity: 'error',
    summary: 'The file is larger than the platform takes',
    fix: 'Take rows out.',
    source: AZURE,
    whole: true,
    breaks: () => [
      example(`${fine}\n${other}`, { profile: { maximumBytes: fine.length } }),
      example(`${fine}\n`, { profile: { maximumBytes: fine.length } }),
    ],
    keeps: () => [example(fine, { profile: { maximumBytes: fine.length } })],
    check({ bytes }: WholeFile, report, { profile: { maximumBytes } }) {
      if (maximumBytes !== undefined && bytes > maximumBytes)
        report(words`The file has ${bytes} bytes; at most ${maximumBytes} are taken.`);
    },
  }),
  rule({
    id: 'file/too-many-image-rows',
    severity: 'error',
    summary: 'More rows hold images than the platform takes',
    fix: 'Take rows out.',
    source: VISION,
    whole: true,
    breaks: () => [
      example(
        lines(50_001, (number) => asks(image(`https://x.y/${number}`))),
        { countTokens: false },
      ),
    ],
    keeps: () => [example(`${asks(image('https://x.y/1'))}\n${fine}\n`, { countTokens: false })],
    check({ imageRows }: WholeFile, report) {
      if (imageRows > IMAGE_ROWS) report(words`${imageRows} rows hold images; at most ${IMAGE_ROWS} are taken.`);
    },
  }),
  rule({
    id: 'file/format-for-model',
    severity: 'error',
    severityFor: forModel,
    summary: 'The rows are in a format that the model does not take',
    fix: 'Convert the rows, or choose a model that takes them.',
    source: SFT,
    whole: true,
    breaks: () => [
      example(line(completion), { profile: { model: CHAT_MODEL } }),
      example(fine, { profile: { model: { ...CHAT_MODEL, formats: ['completion'] } } }),
    ],
    keeps: () => [
      example(fine, { profile: { model: CHAT_MODEL } }),
      example(line(completion), { profile: { model: { ...CHAT_MODEL, formats: ['completion'] } } }),
      example(line(preference(1)), { method: 'dpo', profile: { model: CHAT_MODEL } }),
      line(completion),
    ],
    check({ format }: WholeFile, report, { method, profile: { model } }) {
      if (model === undefined || method !== 'supervised' || !isKnown(format)) return;
      const [taken] = model.formats;
      if (taken !== undefined && !model.formats.includes(format))
        report(
          words`${ours(model.name)} takes ${ours(KINDS[taken])}, and the rows have ${ours(KINDS[format])}; ${ours(CONVERSIONS[taken])} converts them.`,
        );
    },
  }),
  rule({
    id: 'file/pictures-for-model',
    severity: 'error',
    severityFor: forModel,
    summary: 'Rows hold pictures, on which the model is not trained',
    fix: 'Take them out, or choose a model that is trained on pictures.',
    source: VISION,
    whole: true,
    breaks: () => [example(asks(image('https://x.y/z.png')), { profile: { model: { ...CHAT_MODEL, pictures: false } } })],
    keeps: () => [
      example(asks(image('https://x.y/z.png')), { profile: { model: { ...CHAT_MODEL, pictures: true } } }),
      example(asks(image('https://x.y/z.png')), { profile: { model: CHAT_MODEL } }),
      example(row({ ...user, content: '"image_url"' }, assistant), { profile: { model: { ...CHAT_MODEL, pictures: false } } }),
    ],
    check({ imageRows, firstImage }: WholeFile, report, { profile: { model } }) {
      if (model?.pictures !== false || imageRows === 0) return;
      const seeing =
        model.seeing.length === 0
          ? ''
          : `; of its models ${model.seeing.join(' and ')} ${model.seeing.length === 1 ? 'is' : 'are'}`;
      report(
        words`${imageRows} row${ours(imageRows === 1 ? '' : 's')} hold pictures, the first at ${ours(firstImage ?? '')}, and ${ours(model.title)} does not train ${ours(model.name)} on pictures${ours(seeing)}.`,
      );
    },
  }),
  rule({
    id: 'reinforcement/unknown-reference',
    severity: 'error',
    summary: 'A template of the grader names what nothing fills',
    fix: 'Write item. and a field of the rows, or sample. and one of output_text, output_json, output_tools, choices.',
    source: RFT,
    whole: true,
    breaks: () => [
      example(row(user), { method: 'reinforcement', unknownReferences: ['items.answer'] }),
      example(row(user), { method: 'reinforcement', unknownReferences: ['sample.text', 'answer'] }, [
        'reinforcement/unknown-reference',
        'reinforcement/unknown-reference',
      ]),
    ],
    keeps: () => [example(row(user), { method: 'reinforcement', unknownReferences: [] })],
    check({ role, unknownReferences }: WholeFile, report) {
      if (role !== 'training_file') return;
      for (const name of unknownReferences) report(ours(`The grader has the template {{${name}}}, which nothing fills.`));
    },
  }),
  rule({
    id: 'reinforcement/no-response-format',
    severity: 'error',
    summary: 'The grader reads output_json, but method has no response_format',
    fix: 'Add response_format to method.reinforcement.',
    source: RFT,
    whole: true,
    breaks: () => [example(row(user), { method: 'reinforcement', usesOutputJson: true }, ['reinforcement/no-response-format'])],
    keeps: () => [example(row(user), { method: 'reinforcement', usesOutputJson: true, hasResponseFormat: true })],
    check({ role, usesOutputJson, hasResponseFormat }: WholeFile, report) {
      if (usesOutputJson && !hasResponseFormat && role === 'training_file') report(words`The grader reads sample.output_json.`);
    },
  }),
] as const;
