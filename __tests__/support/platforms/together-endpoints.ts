/** Dedicated endpoints as Together's machine description has them: what a list leaves out, and states that a look moves on. */
import { ok, type Reply } from '../platform.ts';

/** An endpoint that stands, and is paid for while it is started. */
export interface Endpoint {
  readonly id: string;
  readonly name: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly created_at: string;
  state: string;
  /** States still to come; each look takes one, and at the end of `deleted` it is gone. */
  life: string[];
}

export interface EndpointOptions {
  /** The states that a new one goes through after PENDING. */
  readonly starts?: readonly string[];
  /** So many calls are refused after it has started. */
  readonly refuses?: number;
  /** So many lists leave a new one out. */
  readonly listsLate?: number;
}

/** By the minute 10.5 and 21 cents. */
const MACHINES = ['1x_nvidia_h100_80gb_sxm', '2x_nvidia_h100_80gb_sxm'].map((id, index) => ({
  object: 'hardware',
  id,
  pricing: { cents_per_minute: 10.5 * (index + 1) },
  specs: { gpu_type: 'h100-80gb', gpu_link: 'sxm', gpu_memory: 80, gpu_count: index + 1 },
  availability: { status: 'available' },
  updated_at: '2026-11-01T00:00:00Z',
}));

/** The endpoints of one account. */
export class Endpoints {
  readonly all: Endpoint[] = [];
  readonly #options: EndpointOptions;
  readonly #unlisted = new Map<string, number>();
  readonly #refusal: (status: number, message: string, code: string | null) => Reply;
  #made = 0;
  #refused = 0;

  constructor(options: EndpointOptions, refusal: (status: number, message: string, code: string | null) => Reply) {
    this.#options = options;
    this.#refusal = refusal;
  }

  make(body: Readonly<Record<string, unknown>>, now: number): Endpoint {
    this.#made += 1;
    const made: Endpoint = {
      id: `endpoint-${this.#made}`,
      name: `acct/${String(body.model)}-${this.#made}`,
      body,
      created_at: new Date(now).toISOString(),
      state: 'PENDING',
      life: [...(this.#options.starts ?? ['STARTING', 'STARTED'])],
    };
    this.all.push(made);
    this.#unlisted.set(made.id, this.#options.listsLate ?? 0);
    return made;
  }

  shown({ id, name, body, state, created_at }: Endpoint): Record<string, unknown> {
    const { model, hardware, autoscaling, display_name } = body;
    return {
      object: 'endpoint',
      id,
      name,
      display_name,
      model,
      hardware,
      type: 'dedicated',
      owner: 'acct',
      state,
      autoscaling,
      created_at,
    };
  }

  answer(method: string, path: string, sent: () => Record<string, unknown>, now: number): Reply | undefined {
    if (path === '/hardware') return ok({ object: 'list', data: MACHINES });
    const [, id] = /^\/endpoints(?:\/([^/?]+))?$/.exec(path) ?? [];
    if (!path.startsWith('/endpoints')) return undefined;
    if (id === undefined && method === 'POST') return ok(this.shown(this.make(sent(), now)));
    if (id === undefined) {
      const listed = this.all.filter(({ id }) => this.#isListed(id));
      // A list says less of each.
      const data = listed.map((one) => {
        const { display_name: _, hardware: __, autoscaling: ___, ...less } = this.shown(one);
        return less;
      });
      return ok({ object: 'list', data });
    }
    return this.#onOne(id, method, sent);
  }

  #isListed(id: string): boolean {
    const left = this.#unlisted.get(id) ?? 0;
    this.#unlisted.set(id, left - 1);
    return left <= 0;
  }

  #onOne(id: string, method: string, sent: () => Record<string, unknown>): Reply {
    const one = this.all.find((endpoint) => endpoint.id === id);
    if (one === undefined) return this.#refusal(404, 'Endpoint not found', 'not_found');
    if (method === 'DELETE') {
      one.state = 'STOPPING';
      one.life = ['deleted'];
      return { status: 204, body: undefined };
    }
    if (method === 'PATCH') {
      one.life = sent().state === 'STARTED' ? ['STARTED'] : ['STOPPED'];
      one.state = sent().state === 'STARTED' ? 'PENDING' : 'STOPPING';
      return ok(this.shown(one));
    }
    one.state = one.life.shift() ?? one.state;
    if (one.state !== 'deleted') return ok(this.shown(one));
    this.all.splice(this.all.indexOf(one), 1);
    return this.#refusal(404, 'Endpoint not found', 'not_found');
  }

  /** Only an endpoint that has started answers, by its own name. */
  chat(model: unknown): Reply {
    const started = this.all.some(({ name, state }) => name === model && state === 'STARTED');
    this.#refused += started ? 1 : 0;
    if (!started || this.#refused <= (this.#options.refuses ?? 0))
      return this.#refusal(400, `Unable to access non-serverless model ${String(model)}.`, 'model_not_available');
    const message = { role: 'assistant', content: 'Hi' };
    const choices = [{ index: 0, message, finish_reason: 'length', text: '', seed: 1 }];
    const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
    return ok({ id: 'c', object: 'chat.completion', created: 1, model, prompt: [], choices, usage });
  }
}
