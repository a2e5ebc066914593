/** Rows that are known, but not this API's: their name, and the command that converts them. Pure. */

import type { Fields } from '../formats/format.ts';
import { answers } from './answers.ts';
import { conversations } from './conversations.ts';
import { areMessages, type ForeignForm, texts } from './form.ts';
import { preferences } from './preferences.ts';
import { requests } from './requests.ts';

let made: readonly ForeignForm[] | undefined;

/**
 * The forms that are known, made when the first row asks for them: most data has none. The first that fits
 * counts, so what says more of a row stands before what says less.
 */
export function foreignForms(): readonly ForeignForm[] {
  made ??= [...conversations(), ...preferences(), ...requests(), ...answers()];
  return made;
}

/**
 * The form that a row of no format, or with faults, is in; undefined when it is none that is known.
 * What has the messages, or the texts, of this API is no row of another tool for a column beside them.
 */
export function foreignForm(row: Fields): ForeignForm | undefined {
  const own = areMessages(row.messages) || texts(row, 'prompt', 'completion');
  return foreignForms().find(({ is, besideOwn }) => (besideOwn === true || !own) && is(row));
}

/** What to do with rows in this form, with the command over the placeholders FILE and NEW. */
export function conversionOf({ jq, options, note, makes }: ForeignForm): string {
  const command = `jq -c ${options === undefined ? '' : `${options} `}'${jq}' FILE > NEW`;
  const method = makes === 'preference' ? ' for method: dpo' : '';
  return note === undefined ? `Convert it${method}: ${command}` : `${note} Convert it${method}: ${command}`;
}
