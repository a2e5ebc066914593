/** Tokens and money, held before each call and while it is under way. Pure. */
import type { ChatRequest, ChatUsage } from '../../providers/port.ts';

/** US$ for a million tokens. */
export interface TokenPrices {
  readonly input: number;
  readonly output: number;
}

export interface Limits {
  readonly prices: TokenPrices | undefined;
  readonly maxCostUsd: number | undefined;
  readonly maxTokens: number | undefined;
}

/** What a call may take, until it is known. */
export interface Claim {
  /** It took so much; what it was expected to take, where the server does not count. */
  settle(usage: ChatUsage | undefined): void;
  /** It came to nothing. */
  release(): void;
  /** Nobody knows what came of it: it may be paid for, and counts as what it may have taken. */
  lose(): void;
}

/** About so many characters are a token. */
const CHARACTERS = 4;
/** Tokens of an answer, where nothing else is known. */
export const USUAL_ANSWER = 400;

/** The tokens of what is asked, about. */
export function promptTokens({ model: _, ...body }: ChatRequest): number {
  return Math.ceil(JSON.stringify(body).length / CHARACTERS);
}

/** The most tokens that an answer may have; undefined where nobody says. */
export function answerLimit(body: ChatRequest): number | undefined {
  const limit = body.max_completion_tokens ?? body.max_tokens;
  return typeof limit === 'number' ? limit : undefined;
}

/** US$. */
export function costOf(prompt: number, completion: number, { input, output }: TokenPrices): number {
  return (prompt * input + completion * output) / 1_000_000;
}

export class Budget {
  readonly #limits: Limits;
  #prompt = 0;
  #completion = 0;
  #answers = 0;
  #claimedTokens = 0;
  #claimedUsd = 0;
  #lost = 0;
  #exceeded = '';

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  get promptTokens(): number {
    return this.#prompt;
  }

  get completionTokens(): number {
    return this.#completion;
  }

  /** US$ so far; undefined without prices. */
  get usd(): number | undefined {
    const { prices } = this.#limits;
    return prices === undefined ? undefined : costOf(this.#prompt, this.#completion, prices);
  }

  /** Which limit did not let a call through, in words. */
  get exceeded(): string {
    const lost = `${this.#lost === 1 ? 'a call' : `${this.#lost} calls`} without an answer counted as paid for`;
    return this.#lost === 0 ? this.#exceeded : `${this.#exceeded} (${lost})`;
  }

  /** Room for a call; undefined where it would pass a limit. */
  claim(body: ChatRequest): Claim | undefined {
    const { prices, maxCostUsd, maxTokens } = this.#limits;
    const mean = this.#answers === 0 ? USUAL_ANSWER : this.#completion / this.#answers;
    const [prompt, completion] = [promptTokens(body), answerLimit(body) ?? Math.ceil(mean)];
    const [tokens, usd] = [prompt + completion, prices === undefined ? 0 : costOf(prompt, completion, prices)];
    const allTokens = this.#prompt + this.#completion + this.#claimedTokens + tokens;
    if (maxTokens !== undefined && allTokens > maxTokens) {
      this.#exceeded = `the next call could pass max_tokens: ${maxTokens}`;
      return undefined;
    }
    if (maxCostUsd !== undefined && (this.usd ?? 0) + this.#claimedUsd + usd > maxCostUsd) {
      this.#exceeded = `the next call could pass max_cost_usd: ${maxCostUsd}`;
      return undefined;
    }
    this.#claimedTokens += tokens;
    this.#claimedUsd += usd;
    const release = () => {
      this.#claimedTokens -= tokens;
      this.#claimedUsd -= usd;
    };
    return {
      release,
      lose: () => {
        this.#lost += 1;
      },
      settle: (usage) => {
        release();
        this.#answers += 1;
        this.#prompt += usage?.prompt_tokens ?? prompt;
        this.#completion += usage?.completion_tokens ?? completion;
      },
    };
  }
}
