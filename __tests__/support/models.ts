/** A server of models on loopback: what each answers is the test's to say, and every request is kept. */
import { type Answer, type Seen, type WireServer, wireServer } from './wire.ts';

export interface Asked {
  readonly model: string;
  /** The last message's text. */
  readonly prompt: string;
  readonly body: Record<string, unknown>;
  /** How often this model was asked this before. */
  readonly before: number;
}

export interface ModelServer extends WireServer {
  readonly asked: readonly Asked[];
}

export const said = (content: string | null, more: Record<string, unknown> = {}, finish_reason = 'stop') => ({
  body: {
    id: 'chatcmpl-1',
    choices: [{ index: 0, message: { role: 'assistant', content, ...more }, finish_reason }],
    usage: { prompt_tokens: 10, completion_tokens: 2 },
    system_fingerprint: 'fp_1',
  },
});

export const refused = (status: number, fields: Record<string, unknown> = {}) => ({
  status,
  body: { error: { message: 'no', type: 'invalid_request_error', param: null, code: null, ...fields } },
});

export async function modelServer(answer: (asked: Asked) => Answer | Promise<Answer>): Promise<ModelServer> {
  const asked: Asked[] = [];
  const server = await wireServer(({ path, body }: Seen) => {
    if (path !== '/chat/completions') return refused(404);
    const request = JSON.parse(String(body));
    const prompt = String(request.messages.at(-1).content);
    const before = asked.filter((one) => one.model === request.model && one.prompt === prompt).length;
    const one = { model: request.model, prompt, body: request, before };
    asked.push(one);
    return answer(one);
  });
  return { ...server, asked };
}

/** Rows that ask `q1`, `q2`, … and hold `a1`, `a2`, …. */
export const questions = (count: number, more: (index: number) => Record<string, unknown> = () => ({})) =>
  Array.from({ length: count }, (_, index) => ({
    messages: [
      { role: 'user', content: `q${index + 1}` },
      { role: 'assistant', content: `a${index + 1}` },
    ],
    ...more(index),
  }));
