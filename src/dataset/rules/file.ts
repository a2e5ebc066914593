/** A file as a whole, when all of it was read. */
import { ours, words } from '../../words.ts';
import { asks, fine, image, line, lines, other, reinforcement, row, user } from './examples.ts';
import { AZURE, BEST, example, RFT, rule, SFT, VISION } from './rule.ts';

const ROWS = { training_file: 50_000, validation_file: 1000 } as const;
const IMAGE_ROWS = 50_000;

/** What is known of a file when all of it was read. */
export interface WholeFile {
  readonly role: 'training_file' | 'validation_file';
  readonly rows: number;
  readonly bytes: number;
  readonly imageRows: number;
  /** Conversations that begin with a system message, and those that do not. */
  readonly systems: { readonly with: number; readonly without: number };
  /** The place of the first conversation without a system message. */
  readonly withoutSystem: string | undefined;
  /** Its rows were not all read, because of how it begins. */
  readonly ended: boolean;
  readonly usesOutputJson: boolean;
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
    breaks: () => ['', example('\n\n', {}, ['file/blank-line@1', 'file/blank-line@2', 'file/empty'])],
    keeps: () => [fine],
    check({ rows, ended }: WholeFile, report) {
      if (rows === 0 && !ended) report(words`There are no rows.`);
    },
  }),
  rule({
    id: 'file/too-few-rows',
    severity: 'error',
    summary: 'There are fewer rows than the provider takes',
    fix: 'Add rows; 50 to 100 good ones are a beginning.',
    source: SFT,
    whole: true,
    breaks: () => [example(fine, { profile: { minimumRows: 2 } })],
    keeps: () => [example(`${fine}\n${other}`, { profile: { minimumRows: 2 } })],
    check({ role, rows, ended }: WholeFile, report, { profile: { minimumRows } }) {
      if (rows > 0 && rows < minimumRows && role === 'training_file' && !ended)
        report(words`The file has ${rows} row${ours(rows === 1 ? '' : 's')}; at least ${minimumRows} are needed.`);
    },
  }),
  rule({
    id: 'file/too-large',
    severity: 'error',
    summary: 'The file is larger than the provider takes',
    fix: 'Take rows out.',
    source: AZURE,
    whole: true,
    breaks: () => [example(`${fine}\n`, { profile: { maximumBytes: fine.length } })],
    keeps: () => [example(fine, { profile: { maximumBytes: fine.length } })],
    check({ bytes }: WholeFile, report, { profile: { maximumBytes } }) {
      if (maximumBytes !== undefined && bytes > maximumBytes)
        report(words`The file has ${bytes} bytes; at most ${maximumBytes} are taken.`);
    },
  }),
  rule({
    id: 'file/too-many-image-rows',
    severity: 'error',
    summary: 'More rows hold images than the provider takes',
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
    id: 'file/some-without-system',
    severity: 'warning',
    summary: 'Some conversations begin with a system message, and others do not',
    fix: 'Begin each with the one that the model will be called with.',
    source: BEST,
    whole: true,
    breaks: () => [`${fine}\n${row({ role: 'system', content: 'Be kind.' }, ...JSON.parse(other).messages)}\n`],
    keeps: () => [
      `${row({ role: 'system', content: 'Be kind.' }, ...JSON.parse(fine).messages)}\n${row({ role: 'system', content: 'Be brief.' }, ...JSON.parse(other).messages)}\n`,
    ],
    check({ systems, withoutSystem }: WholeFile, report) {
      if (systems.with > 0 && withoutSystem !== undefined)
        report(
          words`${systems.with} conversations begin with a system message and ${systems.without} do not, the first at ${ours(withoutSystem)}.`,
        );
    },
  }),
  rule({
    id: 'file/too-many-rows',
    severity: 'error',
    summary: 'There are more rows than the provider takes',
    fix: 'Take rows out.',
    source: RFT,
    whole: true,
    breaks: () => [
      example(
        lines(1001, (number) => line(reinforcement(number))),
        { method: 'reinforcement', role: 'validation_file', countTokens: false },
      ),
    ],
    keeps: () => [
      example(
        lines(3, (number) => line(reinforcement(number))),
        { method: 'reinforcement', role: 'validation_file', countTokens: false },
      ),
    ],
    check({ role, rows }: WholeFile, report, { method }) {
      if (method === 'reinforcement' && rows > ROWS[role])
        report(words`There are ${rows} rows; at most ${ROWS[role]} are taken.`);
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
