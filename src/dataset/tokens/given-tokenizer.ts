/** A tokenizer that the user brings along: the `tokenizer.json` of an open model. */
import { Tokenizer } from '@huggingface/tokenizers';
import { ActionError, messageOf } from '../../errors.ts';
import { refuseGrowth } from './patience.ts';

/** As it goes to the threads that count. */
export interface GivenTokenizer {
  readonly path: string;
  /** Its text. */
  readonly json: string;
}

/**
 * Counts the tokens of a text as this tokenizer makes them; what stands in its table of special tokens is one
 * token wherever it occurs.
 * @throws ActionError when it is no tokenizer
 */
export function givenCount({ path, json }: GivenTokenizer): (text: string) => number {
  try {
    const described: unknown = JSON.parse(json);
    if (typeof described !== 'object' || described === null) throw new Error('it holds no map');
    refuseGrowth({ ...described });
    const tokenizer = new Tokenizer(described, {});
    return (text) => (text === '' ? 0 : tokenizer.encode(text, { add_special_tokens: false }).ids.length);
  } catch (error) {
    throw new ActionError(
      `Input tokenizer is ${path}, which is no tokenizer that can be read (${messageOf(error)}); nothing was uploaded. Give the path of the tokenizer.json that lies beside the model.`,
      { cause: error },
    );
  }
}
