/**
 * Chat completions of the sandbox's models. A tiny model can rank answers, not write them: of the training
 * answers whose prompts are most like the question, it gives the one that the trained weights find most
 * likely. So the data, the epochs and wrong labels move what it says. A base model knows no answer, and says
 * the user's words again.
 */
import { existsSync } from 'node:fs';
import type { Row } from '../dataset/formats/formats.ts';
import { type Message, message } from '../dataset/formats/messages.ts';
import { hasShape } from '../dataset/formats/shape.ts';
import { ApiError, badRequest } from './errors.ts';
import { newId, seconds } from './files.ts';
import type { JobDesk } from './jobs.ts';
import type { Journal } from './journal.ts';
import { type Call, jsonBody } from './requests.ts';
import { readRows } from './trainer/data.ts';
import { LanguageModel } from './trainer/model.ts';
import { conversation, hashText, messageText, piecesOf } from './trainer/pieces.ts';
import { randomOf } from './trainer/random.ts';

/** So many answers are ranked. */
const RANKED = 16;
/** So many models are kept in memory. */
const MOST_MODELS = 4;

interface Known {
  readonly prompt: ReadonlySet<number>;
  readonly answer: Message;
}

/** What a model knows: its weights, and the answers that it was trained with. */
interface Brain {
  readonly model: LanguageModel;
  readonly known: readonly Known[];
}

type Body = Readonly<Record<string, unknown>>;

/** What a row asks and answers; undefined where it has no answer. */
function lessonOf({ format, row }: Row): { readonly asked: readonly Message[]; readonly answer: Message } | undefined {
  if (format === 'completion')
    return { asked: [{ role: 'user', content: row.prompt }], answer: { role: 'assistant', content: row.completion } };
  if (format === 'preference') {
    const [answer] = row.preferred_output;
    return answer === undefined ? undefined : { asked: row.input.messages, answer };
  }
  // Of a format that is not a conversation nothing can be asked.
  if (format !== 'chat' && format !== 'reinforcement') return undefined;
  const at = row.messages.findLastIndex(({ role }) => role === 'assistant');
  const answer = row.messages[at];
  return answer === undefined ? undefined : { asked: row.messages.slice(0, at), answer };
}

/** The pieces that the user said. */
const askedPieces = (messages: readonly Message[]) =>
  new Set(messages.filter(({ role }) => role === 'user').flatMap((message) => piecesOf(messageText(message))));

/** How alike two sets are, from 0 to 1. */
function likeness(left: ReadonlySet<number>, right: ReadonlySet<number>): number {
  let shared = 0;
  for (const piece of left) if (right.has(piece)) shared += 1;
  return shared === 0 ? 0 : shared / (left.size + right.size - shared);
}

/** A fault that the user's words ask for, in a rehearsal: `[sandbox: 429]`. */
const FAULT = /\[sandbox: (429|500|filter|refusal|length)( always)?\]/;

function numberIn(body: Body, name: string, low: number, high: number): number | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || value < low || value > high)
    throw badRequest(`Invalid value for '${name}': it must be from ${low} to ${high}.`, name, 'invalid_value');
  return value;
}

export class ChatDesk {
  readonly #journal: Journal;
  readonly #jobs: JobDesk;
  readonly #brains = new Map<string, Brain>();
  /** Faults that happened, which happen once. */
  readonly #happened = new Set<string>();

  constructor(journal: Journal, jobs: JobDesk) {
    this.#journal = journal;
    this.#jobs = jobs;
  }

  async complete(call: Call) {
    const body = await jsonBody(call);
    const { model } = body;
    if (typeof model !== 'string') throw badRequest('You must provide a model parameter.', 'model');
    this.#jobs.model(model);
    const given: readonly unknown[] = Array.isArray(body.messages) ? body.messages : [];
    const wrong = given.findIndex((one) => !hasShape(message, one));
    if (given.length === 0 || wrong >= 0)
      throw badRequest(`Invalid value for 'messages${wrong < 0 ? '' : `[${wrong}]`}'.`, 'messages', 'invalid_value');
    if (body.stream === true) throw badRequest("The sandbox does not stream; leave 'stream' out.", 'stream', 'unsupported_value');
    if (body.n !== undefined && body.n !== 1)
      throw badRequest("The sandbox gives one choice; leave 'n' out.", 'n', 'unsupported_value');
    const asked = given.filter((one) => hasShape(message, one));
    const words = asked.map(messageText).join('\n');
    const fault = FAULT.exec(words);
    if (fault !== null) this.#strike(fault, `${model} ${words}`);
    return this.#reply(model, asked, body, fault?.[1]);
  }

  /** Refuses, where that is what was asked for. */
  #strike([, kind = '', always]: RegExpExecArray, id: string): void {
    if (kind === 'filter') throw badRequest('The prompt triggered the content management policy.', 'prompt', 'content_filter');
    if (kind !== '429' && kind !== '500') return;
    if (always === undefined && this.#happened.has(id)) return;
    this.#happened.add(id);
    if (kind === '429') throw new ApiError(429, 'Rate limit reached.', null, 'rate_limit_exceeded');
    throw new ApiError(500, 'The server had an error, as was asked for.', null, 'server_error');
  }

  #reply(model: string, asked: readonly Message[], body: Body, fault: string | undefined) {
    const answer =
      gradeIn(body, asked) ??
      (fault === 'refusal' ? { role: 'assistant' as const, refusal: 'I cannot answer this.' } : this.#answer(model, asked, body));
    const limit = numberIn(body, 'max_completion_tokens', 1, 1_000_000) ?? numberIn(body, 'max_tokens', 1, 1_000_000);
    const text = typeof answer.content === 'string' ? answer.content : null;
    const most = fault === 'length' ? 1 : limit;
    const cut = text === null || most === undefined ? text : cutAt(text, most);
    const calls = answer.tool_calls ?? undefined;
    const completion = piecesOf(messageText({ ...answer, content: cut })).length;
    const prompt = asked.reduce((total, message) => total + piecesOf(messageText(message)).length + 3, 3);
    const finish_reason = calls !== undefined ? 'tool_calls' : cut === text ? 'stop' : 'length';
    const said = {
      role: 'assistant',
      content: cut,
      refusal: answer.refusal ?? null,
      ...(calls === undefined ? {} : { tool_calls: calls }),
    };
    return {
      id: newId('chatcmpl-'),
      object: 'chat.completion',
      created: seconds(),
      model,
      choices: [{ index: 0, message: said, finish_reason, logprobs: null }],
      usage: {
        prompt_tokens: prompt,
        completion_tokens: completion,
        total_tokens: prompt + completion,
        prompt_tokens_details: { cached_tokens: 0 },
      },
      system_fingerprint: `sandbox-${hashText(this.#journal.model.get(model)?.weights ?? '').toString(16)}`,
    };
  }

  #answer(model: string, asked: readonly Message[], body: Body): Message {
    const echo = asked.findLast(({ role }) => role === 'user');
    const parrot: Message = { role: 'assistant', content: echo === undefined ? '' : messageText(echo).trim() };
    const brain = this.#brainOf(model);
    if (brain === undefined || brain.known.length === 0) return parrot;
    const pieces = askedPieces(asked);
    const nearest = brain.known
      .map(({ prompt, answer }) => ({ answer, alike: likeness(pieces, prompt) }))
      .sort((left, right) => right.alike - left.alike)
      .slice(0, RANKED);
    const ranked = nearest
      .map(({ answer, alike }) => {
        const sequence = conversation([
          ...asked.map((message) => ({ ...message, weight: 0 as const })),
          { ...answer, weight: 1 },
        ]);
        const learned = sequence.learned.reduce((total, one) => total + one, 0);
        // What is asked alike is answered alike, as far as the weights agree.
        return { answer, score: Math.log(alike + 0.01) + brain.model.logProbability(sequence) / Math.max(1, learned) };
      })
      .sort((left, right) => right.score - left.score);
    const temperature = numberIn(body, 'temperature', 0, 2) ?? 0;
    if (temperature === 0) return ranked[0]?.answer ?? parrot;
    const seed = numberIn(body, 'seed', Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER) ?? Math.floor(Math.random() * 2 ** 31);
    return drawn(ranked, temperature, randomOf(seed ^ hashText(asked.map(messageText).join('\n')))) ?? parrot;
  }

  #brainOf(model: string): Brain | undefined {
    const stored = this.#journal.model.get(model);
    if (stored === undefined || !existsSync(stored.weights)) return undefined;
    const held = this.#brains.get(model);
    if (held !== undefined) return held;
    const name = model.replace(/:ckpt-step-\d+$/, '');
    const job = [...this.#journal.job.values()].find(
      (one) => one.fine_tuned_model === name || name.endsWith(`:${one.id.slice(-8)}`),
    );
    const file = job === undefined ? '' : this.#journal.blob(job.training_file);
    const rows = job === undefined || !existsSync(file) ? [] : readRows(file, job.method.type);
    const known = rows.flatMap((row) => {
      const lesson = lessonOf(row);
      return lesson === undefined ? [] : [{ prompt: askedPieces(lesson.asked), answer: lesson.answer }];
    });
    const brain = { model: LanguageModel.load(stored.weights), known };
    for (const oldest of this.#brains.size >= MOST_MODELS ? [...this.#brains.keys()].slice(0, 1) : [])
      this.#brains.delete(oldest);
    this.#brains.set(model, brain);
    return brain;
  }
}

/** So many pieces of a text. */
function cutAt(text: string, pieces: number): string {
  const parts = text.match(/ ?\p{L}[\p{L}\p{M}]*|\p{N}{1,3}|\s+|[^\s\p{L}\p{N}]/gu) ?? [];
  return parts.length <= pieces ? text : parts.slice(0, pieces).join('');
}

/** One of the ranked answers, by chance, the likelier the better. */
function drawn(
  ranked: readonly { readonly answer: Message; readonly score: number }[],
  temperature: number,
  random: () => number,
) {
  const best = ranked[0]?.score ?? 0;
  const weights = ranked.map(({ score }) => Math.exp((score - best) / temperature));
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  const chosen = ranked.find((_, index) => {
    left -= weights[index] ?? 0;
    return left < 0;
  });
  return chosen?.answer;
}

/**
 * A stand-in for a model that grades: the share of what it is last told that stands before, or the first of
 * its labels.
 */
function gradeIn(body: Body, asked: readonly Message[]): Message | undefined {
  const format: unknown = body.response_format;
  const schema: unknown = at(at(at(format, 'json_schema'), 'schema'), 'properties');
  const result: unknown = at(schema, 'result');
  if (result === undefined) return undefined;
  const labels: unknown = at(result, 'enum');
  const before = new Set(asked.slice(0, -1).flatMap((message) => piecesOf(messageText(message))));
  const last = asked.slice(-1).flatMap((message) => piecesOf(messageText(message)));
  const share = last.length === 0 ? 0 : last.filter((piece) => before.has(piece)).length / last.length;
  const value: unknown = Array.isArray(labels) ? labels[0] : share;
  return { role: 'assistant', content: JSON.stringify({ steps: [], result: value }) };
}

const at = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
