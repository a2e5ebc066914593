/** How the rows of one model are counted. */
import { ROLES } from '../formats/messages.ts';
import { type Encoding, loadCounter } from '../vocabularies.ts';
import { loadModule } from '../web-assembly.ts';
import type { GivenTokenizer } from './given-tokenizer.ts';
import { baseName, modelFacts } from './models.ts';
import { type PictureRule, pictureRule } from './pictures.ts';
import { ToolTokens } from './tool-tokens.ts';

export interface TokenRules {
  /** What counts, in the words of the estimate's basis. */
  readonly tokenizer: string;
  readonly count: (text: string) => number;
  /** Tokens of a role's name. */
  readonly role: (role: string) => number;
  readonly tools: ToolTokens;
  readonly pictures: PictureRule;
  /** Whether embedded pictures seem to be billed as their text. */
  readonly picturesAsText: boolean;
  /** Whether the form of a conversation agrees with bills of this model's family. */
  readonly billed: boolean;
}

/**
 * Stands in for a tokenizer that is not shipped. On the 715 rows of real data that the tests read (prose,
 * arithmetic, tool calls) it differs from three other tokenizers (cl100k_base, p50k_base, r50k_base) by at
 * most 8.4 % in a file; tokenizers with fewer tokens or other languages may be farther off.
 */
const STAND_IN: Encoding = 'o200k_base';

/** What counts a model's text: the given tokenizer, else its encoding's vocabulary, or the stand-in. */
async function counterFor(model: string, given: GivenTokenizer | undefined): Promise<Pick<TokenRules, 'tokenizer' | 'count'>> {
  if (given !== undefined) {
    const [{ givenCount }, { givenWithKernel }] = await Promise.all([
      import('./given-tokenizer.ts'),
      import('./given-kernel.ts'),
    ]);
    const kernel = loadModule('kernel.wasm');
    const plain = givenCount(given);
    const count = kernel === undefined ? plain : givenWithKernel(plain, given.json, kernel);
    return { tokenizer: `text exactly, with the tokenizer ${given.path}`, count };
  }
  const { encoding, count } = await loadCounter(modelFacts(model).encoding ?? STAND_IN);
  return { tokenizer: encoding, count };
}

/** What many rows have in common is counted once. */
const commonOf = (count: TokenRules['count']) => ({
  roles: new Map<string, number>(ROLES.map((role) => [role, count(role)])),
  tools: new ToolTokens(count),
});

/** The same by a tokenizer that somebody made, which may take for ever over a few words. */
async function patientlyCommonOf(count: TokenRules['count'], { path }: GivenTokenizer): Promise<ReturnType<typeof commonOf>> {
  const { patiently } = await import('./patience.ts');
  let common: ReturnType<typeof commonOf> | undefined;
  patiently(path, 0, () => {
    common = commonOf(count);
  });
  return common ?? commonOf(count);
}

/** The rules of a model; a vocabulary is loaded. */
export async function tokenRules(model: string, picturesAsText = false, given?: GivenTokenizer): Promise<TokenRules> {
  const { tokenizer, count } = await counterFor(model, given);
  const { roles, tools } = given === undefined ? commonOf(count) : await patientlyCommonOf(count, given);
  return {
    tokenizer,
    count,
    role: (role) => roles.get(role) ?? count(role),
    tools,
    pictures: pictureRule(baseName(model)),
    picturesAsText,
    billed: given === undefined && modelFacts(model).billed,
  };
}
