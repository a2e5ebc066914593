/**
 * Asking models: each question until it is answered or refused for good, each answer kept before it counts,
 * and nothing asked that would pass the limits of the step.
 */
import { AbortedError, type ProviderError, ProviderError as ProviderFailure } from '../../errors.ts';
import type { InFlight } from '../../in-flight.ts';
import { RETRY, retrying } from '../../job/backoff.ts';
import type { Clock } from '../../ports.ts';
import type { ChatReply, ChatRequest } from '../../providers/port.ts';
import type { KeptAnswers } from '../kept/kept-answers.ts';
import { type Adaptation, AS_ASKED, adapted, adaptedTo, questionHash } from '../questions.ts';
import type { Budget } from './budget.ts';

/** Why nothing more is asked. */
export type StopKind = 'budget' | 'time' | 'cancelled' | 'refused' | 'coverage';
export interface Stop {
  readonly kind: StopKind;
  readonly words: string;
}

/** A model to ask, and where. */
export interface Asked {
  readonly model: string;
  /** By what its server is known in what is kept: the same wherever the step runs. */
  readonly origin: string;
  /** It was made callable a moment ago, or may have been: what is not found yet may come. */
  readonly mayBeNew?: boolean;
  /** Absent for a model that is gone: what was kept is all that there is. */
  readonly ask: ((request: ChatRequest, signal: AbortSignal) => Promise<ChatReply>) | undefined;
}

/** An answer, or why there is none: the question itself cannot be answered. */
export type Answer = { readonly reply: ChatReply; readonly kept: boolean } | { readonly unanswered: string };

export interface AskingWorld {
  readonly clock: Clock;
  /** Nothing new is asked after this moment. */
  readonly deadline: number;
  readonly inFlight: InFlight;
  readonly budget: Budget;
  readonly kept: KeptAnswers | undefined;
  /** Something that whoever reads the log should know. */
  readonly say: (text: string) => void;
}

/** So long what is in flight is awaited when the asking ends, in milliseconds. */
const GRACE = 4000;
/** Filters of the platform itself, which say nothing of the model. */
const FILTERED = /content_?filter|ResponsibleAIPolicyViolation/i;

/** A question that a server refuses says nothing of the others; anything else ends the asking. */
function isOfQuestion({ facts }: ProviderError): boolean {
  return facts.kind === 'invalid' && !facts.final;
}

const nameOf = ({ origin, model }: Asked) => `${origin} ${model}`;
const isLimited = (error: unknown) => error instanceof ProviderFailure && error.facts.kind === 'limited';

/** Said by what stands before a server that may have answered. */
const NO_ANSWER_YET: readonly (number | undefined)[] = [408, 499, 502, 504, 520, 522, 524];

/** Whether a model may have answered a call of which no answer came. */
function mayBeBilled(error: unknown): boolean {
  if (!(error instanceof ProviderFailure)) return error instanceof AbortedError;
  const { fate, status } = error.facts;
  return fate === 'unknown' && (status === undefined || status < 400 || NO_ANSWER_YET.includes(status));
}

/** What several models are asked with, under the same terms. */
export class Terms {
  adaptation: Adaptation = AS_ASKED;
  readonly #optional: readonly string[];
  readonly #say: (text: string) => void;

  /** @param optional parameters that may be left out beside those that any request can do without */
  constructor(say: (text: string) => void, optional: readonly string[] = []) {
    this.#say = say;
    this.#optional = optional;
  }

  /** Takes up what a refusal asks for. @returns whether the request is worth sending again */
  learn({ facts }: ProviderError, sent: ChatRequest, sentUnder: Adaptation): boolean {
    if (sentUnder !== this.adaptation) return true;
    const next = adaptedTo(facts, sent, this.adaptation, this.#optional);
    if (next === undefined) return false;
    this.adaptation = next;
    const { renamed, dropped } = next;
    const changes = [
      ...(renamed ? ['max_completion_tokens and max_tokens change places'] : []),
      ...(dropped.length > 0 ? [`${dropped.join(', ')} ${dropped.length === 1 ? 'is' : 'are'} left out`] : []),
    ];
    this.#say(`A server refuses a parameter (${facts.detail.slice(0, 160)}), so in all requests ${changes.join(' and ')}.`);
    return true;
  }
}

/** Asks until it has to stop. */
export class Asking {
  readonly world: AskingWorld;
  readonly #hard = new AbortController();
  readonly #soft = new AbortController();
  readonly #closed = new AbortController();
  #stop: Stop | undefined;
  #retries = 0;
  #calls = 0;
  #found = 0;
  readonly fingerprints = new Map<string, Set<string>>();
  /** Models that have answered in this step: what is missing of them is missing for a moment. */
  readonly #answered = new Set<string>();

  /** @param signal fires when the workflow run is being cancelled */
  constructor(world: AskingWorld, signal: AbortSignal) {
    this.world = world;
    const cancelled = () => this.end({ kind: 'cancelled', words: 'the workflow run is being cancelled' });
    if (signal.aborted) cancelled();
    else signal.addEventListener('abort', cancelled, { once: true, signal: this.#closed.signal });
    const late = world.clock.sleep(Math.max(0, world.deadline - world.clock.now()), this.#closed.signal);
    void late.then(() => {
      if (!this.#closed.signal.aborted) this.end({ kind: 'time', words: 'timeout_minutes have passed' });
    });
  }

  get stop(): Stop | undefined {
    return this.#stop;
  }

  get retries(): number {
    return this.#retries;
  }

  /** Answers that were asked for and came. */
  get calls(): number {
    return this.#calls;
  }

  /** Answers that were known already, and so not asked for. */
  get found(): number {
    return this.#found;
  }

  /** Nothing new is asked; what is in flight has a little time. The first reason counts. */
  end(stop: Stop): void {
    if (this.#stop !== undefined) return;
    this.#stop = stop;
    this.#soft.abort();
    // An answer that comes now is paid for either way, and is worth keeping.
    void this.world.clock.sleep(GRACE, this.#closed.signal).then(() => this.#hard.abort());
  }

  /** Nothing is in flight any more, and nothing is waited for. */
  close(): void {
    this.#closed.abort();
  }

  /** The answer to a request, kept or new; undefined when the asking has ended before it came. */
  async answer(asked: Asked, request: ChatRequest, repeat: number, terms: Terms): Promise<Answer | undefined> {
    for (;;) {
      const { adaptation } = terms;
      const body = adapted(request, adaptation);
      const question = questionHash(body, repeat);
      const kept = this.world.kept?.find(question, asked);
      if (kept !== undefined) {
        this.#found += 1;
        return this.#seen(asked, { reply: kept, kept: true });
      }
      if (asked.ask === undefined) return { unanswered: `there is no kept answer of ${asked.model}` };
      try {
        const reply = await this.#call(asked, asked.ask, body);
        if (reply === undefined) return undefined;
        // Answers under other terms than the rest would not be comparable.
        if (terms.adaptation.dropped.length > adaptation.dropped.length) continue;
        this.world.kept?.add(question, asked, reply);
        return this.#seen(asked, { reply, kept: false });
      } catch (error) {
        if (!(error instanceof ProviderFailure)) {
          if (error instanceof AbortedError) return undefined;
          throw error;
        }
        if (terms.learn(error, body, adaptation)) continue;
        if (!isOfQuestion(error)) {
          this.end({ kind: 'refused', words: error.message });
          return undefined;
        }
        const { code = '', detail } = error.facts;
        return { unanswered: FILTERED.test(`${code} ${detail}`) ? 'the platform filtered the prompt' : error.message };
      }
    }
  }

  #seen(asked: Asked, answer: Answer & { readonly reply: ChatReply }): Answer {
    const { system_fingerprint } = answer.reply;
    if (system_fingerprint !== undefined) {
      const seen = this.fingerprints.get(asked.model) ?? new Set<string>();
      this.fingerprints.set(asked.model, seen.add(system_fingerprint));
    }
    return answer;
  }

  /** One request, repeated as its failures ask; undefined when nothing is to be asked any more. */
  async #call(
    asked: Asked,
    ask: (request: ChatRequest, signal: AbortSignal) => Promise<ChatReply>,
    body: ChatRequest,
  ): Promise<ChatReply | undefined> {
    const { clock, deadline, inFlight, budget } = this.world;
    const attempt = () =>
      inFlight.run(async () => {
        if (this.#stop !== undefined) return undefined;
        if (clock.now() >= deadline) {
          this.end({ kind: 'time', words: 'timeout_minutes have passed' });
          return undefined;
        }
        const claim = budget.claim(body);
        if (claim === undefined) {
          this.end({ kind: 'budget', words: budget.exceeded });
          return undefined;
        }
        try {
          const reply = await ask(body, this.#hard.signal);
          claim.settle(reply.usage);
          this.#calls += 1;
          this.#answered.add(nameOf(asked));
          return reply;
        } catch (error) {
          if (mayBeBilled(error)) claim.lose();
          else claim.release();
          throw error;
        }
      }, isLimited);
    // A name that nobody ever answered to is a slip, unless it may be that of something new.
    const notFound = asked.mayBeNew === true || this.#answered.has(nameOf(asked));
    return retrying(
      { ...RETRY.ask, notFound },
      {
        clock,
        signal: this.#soft.signal,
        deadline,
        onRetry: () => {
          this.#retries += 1;
        },
      },
      attempt,
    );
  }
}
