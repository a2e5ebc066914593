/** The graders that ask a model, on their way to a score: asked as the API's own are, and twice at most. */
import type { SimpleGrader } from '../api/requests.ts';
import type { ChatReply, ChatRequest } from '../providers/port.ts';
import type { Asked, Asking, Terms } from './asking/asking.ts';
import type { Grade, Item, Sample } from './grade.ts';
import { type GraderParts, grade, isTextGrader, refuse } from './graders.ts';
import { gradeOfReply, type ModelGrader, questionOf } from './model-answers.ts';
import { questionHash } from './questions.ts';

/** A judge that cannot be read is asked once more. */
const TIMES = 2;

const STEPS = {
  type: 'array',
  items: {
    type: 'object',
    properties: { description: { type: 'string' }, conclusion: { type: 'string' } },
    required: ['description', 'conclusion'],
    additionalProperties: false,
  },
};

/** What the reply must look like. */
function replySchema(grader: ModelGrader): object {
  const result = grader.type === 'label_model' ? { type: 'string', enum: grader.labels } : { type: 'number' };
  return {
    type: 'json_schema',
    json_schema: {
      name: 'grade',
      strict: true,
      schema: {
        type: 'object',
        properties: { steps: STEPS, result },
        required: ['steps', 'result'],
        additionalProperties: false,
      },
    },
  };
}

/** The parameters that a judge can do without. */
export const JUDGE_OPTIONAL = ['response_format', 'reasoning_effort'];

/** The request to the model of a grader. Without other orders it is to answer the same again. */
function judgeRequest(grader: ModelGrader, messages: ChatRequest['messages']): ChatRequest {
  const { sampling_params = {} } = grader.type === 'score_model' ? grader : {};
  const { max_completions_tokens, ...given } = sampling_params;
  const limit = max_completions_tokens === undefined ? {} : { max_completion_tokens: max_completions_tokens };
  return { temperature: 0, ...given, ...limit, model: grader.model, messages, response_format: replySchema(grader) };
}

/** What graders read of an answer. A refusal is what the model says. */
export function sampleOf({ content, refusal, tool_calls, finish_reason }: ChatReply): Sample {
  const message = { role: 'assistant', content, refusal, ...(tool_calls.length === 0 ? {} : { tool_calls }) };
  return {
    output_text: content ?? refusal ?? '',
    ...(tool_calls.length === 0 ? {} : { output_tools: tool_calls }),
    choices: [{ index: 0, finish_reason, message }],
  };
}

/** Who asks the models of graders. */
export interface Judge {
  readonly asking: Asking;
  readonly terms: Terms;
  readonly askedOf: (model: string) => Asked;
  /** The grades of this step, those on their way too, by the grader and what it is asked. */
  readonly grades: Map<string, Promise<Grade | undefined>>;
}

/** One answer has one grade, whichever model gave it: a judge that wavers would make a difference of it. */
function gradeByModel(grader: ModelGrader, sample: Sample, item: Item, judge: Judge): Promise<Grade | undefined> {
  const question = questionOf(grader, sample, item);
  if (!('messages' in question)) return Promise.resolve(question);
  const messages = question.messages.map(({ role, content }) => ({ role, content }));
  const request = judgeRequest(grader, messages);
  const key = `${questionHash(request, 0)} ${grader.name}`;
  const known = judge.grades.get(key) ?? askedGrade(grader, request, judge);
  judge.grades.set(key, known);
  return known;
}

async function askedGrade(grader: ModelGrader, request: ChatRequest, judge: Judge): Promise<Grade | undefined> {
  let last: Grade | undefined;
  for (let time = 0; time < TIMES; time += 1) {
    const answer = await judge.asking.answer(judge.askedOf(grader.model), request, time, judge.terms);
    if (answer === undefined) return undefined;
    if ('unanswered' in answer) return { unscored: `The model of grader ${grader.name} did not answer: ${answer.unanswered}.` };
    last = gradeOfReply(grader, answer.reply.content ?? '');
    if ('score' in last) return last;
  }
  return last;
}

const asksModel = (grader: SimpleGrader): grader is ModelGrader => grader.type === 'score_model' || grader.type === 'label_model';

/** The grade of one answer; undefined when the asking has ended before it was known. */
export async function gradeAnswer(parts: GraderParts, reply: ChatReply, item: Item, judge: Judge): Promise<Grade | undefined> {
  const sample = sampleOf(reply);
  const graded = new Map<SimpleGrader, Grade>();
  for (const [name, part] of parts.parts) {
    if (isTextGrader(part) || !asksModel(part)) continue;
    if (parts.formula !== undefined && !parts.formula.names.includes(name)) continue;
    const one = await gradeByModel(part, sample, item, judge);
    if (one === undefined) return undefined;
    graded.set(part, one);
  }
  return grade(parts, sample, item, (grader) => graded.get(grader) ?? refuse(grader));
}
