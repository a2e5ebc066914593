/**
 * What surrounds Azure's data plane, on an origin of its own: GitHub's tokens, Entra's exchange of them, and the resource manager. Written from Microsoft's
 * pages, and judged by the resource manager's specification.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { describedBy } from './description.ts';

export const ARM = describedBy('azure-arm-deployments.json', '', [
  {
    what: 'while a deployment is made, PUT answers with headers that the description does not list',
    source: 'platforms.md, section 1, Deploy',
    amend: () => undefined,
  },
]);

export const TENANT = '11111111-1111-1111-1111-111111111111';
export const CLIENT = '22222222-2222-2222-2222-222222222222';
export const SUBJECT = 'repo:octo/data:ref:refs/heads/main';
export const ACCOUNT = '/subscriptions/s-1/resourceGroups/g-1/providers/Microsoft.CognitiveServices/accounts/res-1';
export const ARM_TOKEN = 'arm-token-of-az';
const API = 'Microsoft.CognitiveServices';
const FORMATS: readonly (readonly [RegExp, string])[] = [
  [/gpt-oss/i, 'Microsoft'],
  [/llama/i, 'Meta'],
  [/qwen/i, 'Alibaba'],
  [/ministral/i, 'Mistral AI'],
  [/^gpt-|^o4/i, 'OpenAI'],
];

export interface CloudOptions {
  readonly now: () => number;
  /** Milliseconds until a deployment is made, and until it is gone. */
  readonly takes?: number;
  /** Calls that a deployed model answers with DeploymentNotReady first. */
  readonly notReady?: number;
  /** How long tokens live, in seconds. */
  readonly tokensLive?: number;
  /** The subject that the federated credential trusts. */
  readonly trusts?: string;
  /** How a deployment ends. */
  readonly ends?: 'Succeeded' | 'Failed';
  /** By what headers the making is followed. */
  readonly follows?: 'Azure-AsyncOperation' | 'Location' | 'nothing';
  /** So many requests of this kind are answered with this first. */
  readonly first?: {
    readonly method: string;
    readonly count: number;
    readonly reply: CloudReply | 'reset after' | 'reset before';
  };
  readonly onRequest?: (method: string, path: string, number: number) => void | Promise<void>;
}

export interface CloudReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

interface Made {
  readonly name: string;
  body: Record<string, unknown>;
  /** The operation that is under way, and when it ends. */
  operation: string;
  until: number;
  leaving: boolean;
  calls: number;
  model: string;
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const mapOf = (value: unknown) => (isMap(value) ? value : {});
const refusal = (status: number, code: string, message: string, headers: Record<string, string> = {}): CloudReply => ({
  status,
  headers,
  body: { error: { code, message } },
});
const jwt = (claims: object) =>
  ['{"alg":"none"}', JSON.stringify(claims), 'signature'].map((part) => Buffer.from(part).toString('base64url')).join('.');

export class AzureCloud {
  readonly options: CloudOptions;
  readonly made = new Map<string, Made>();
  /** Requests to the resource manager: method, path, status. */
  readonly log: { readonly method: string; readonly path: string; readonly status: number; readonly at: number }[] = [];
  readonly bodies: Record<string, unknown>[] = [];
  readonly faults: string[] = [];
  readonly tokens: { readonly token: string; readonly audience: string; readonly ends: number }[] = [];
  url = '';
  #operations = 0;
  #first = 0;

  constructor(options: CloudOptions) {
    this.options = options;
  }

  accepts(token: string, audience: string): boolean {
    const known = this.tokens.find((one) => one.token === token);
    return known !== undefined && known.audience === audience && known.ends > this.options.now();
  }

  count(method: string): number {
    return this.log.filter((one) => one.method === method).length;
  }

  /** How the data plane answers a call of this model; undefined where it answers. */
  refusesCall(name: string): { readonly status: number; readonly code: string; readonly message: string } | undefined {
    const made = this.#current(name);
    if (made === undefined || this.#stateOf(made) !== 'Succeeded')
      return { status: 404, code: 'DeploymentNotFound', message: 'The API deployment for this resource does not exist.' };
    made.calls += 1;
    if (made.calls > (this.options.notReady ?? 0)) return undefined;
    return { status: 400, code: 'DeploymentNotReady', message: 'The deployment is not ready yet.' };
  }

  #current(name: string): Made | undefined {
    const made = this.made.get(name);
    if (made?.leaving && made.until <= this.options.now()) this.made.delete(name);
    return this.made.get(name);
  }

  #stateOf(made: Made): string {
    if (made.leaving) return 'Deleting';
    return made.until > this.options.now() ? 'Creating' : (this.options.ends ?? 'Succeeded');
  }

  #shown(made: Made): Record<string, unknown> {
    const properties = { ...mapOf(made.body.properties), provisioningState: this.#stateOf(made) };
    return {
      ...made.body,
      id: `${ACCOUNT}/deployments/${made.name}`,
      name: made.name,
      type: `${API}/accounts/deployments`,
      properties,
    };
  }

  #headers(made: Made): Record<string, string> {
    const operation = `${this.url}/subscriptions/s-1/providers/${API}/locations/swedencentral/operations/${made.operation}?api-version=2025-06-01`;
    const follows = this.options.follows ?? 'Azure-AsyncOperation';
    return { 'retry-after': '10', ...(follows === 'nothing' ? {} : { [follows.toLowerCase()]: operation }) };
  }

  #manage(method: string, path: string, body: Record<string, unknown>): CloudReply {
    const operation = /\/operations\/([^/?]+)$/.exec(path)?.[1];
    if (operation !== undefined) return this.#operation(operation);
    if (!path.startsWith(`${ACCOUNT}/deployments`))
      return refusal(404, 'ResourceNotFound', `The Resource ${path} was not found.`);
    const name = decodeURIComponent(path.slice(`${ACCOUNT}/deployments/`.length));
    if (name === '') return { status: 200, body: { value: [...this.made.keys()].flatMap((one) => this.#listed(one)) } };
    const made = this.#current(name);
    if (method === 'GET')
      return made === undefined
        ? refusal(404, 'ResourceNotFound', `The deployment ${name} was not found.`)
        : { status: 200, body: this.#shown(made) };
    if (made !== undefined && made.until > this.options.now())
      return refusal(409, 'RequestConflict', 'Another operation is being performed on the parent resource. Retry later.', {
        'retry-after': '5',
      });
    return method === 'PUT' ? this.#put(name, body, made) : this.#delete(made);
  }

  #listed(name: string): Record<string, unknown>[] {
    const made = this.#current(name);
    return made === undefined ? [] : [this.#shown(made)];
  }

  #operation(id: string): CloudReply {
    const made = [...this.made.values()].find((one) => one.operation === id);
    const over = made === undefined || made.until <= this.options.now();
    if (this.options.follows === 'Location')
      return over ? { status: 200, body: made && this.#shown(made) } : { status: 202, headers: { 'retry-after': '10' } };
    const ended = made?.leaving ? 'Succeeded' : (this.options.ends ?? 'Succeeded');
    const error =
      ended === 'Failed' ? { error: { code: 'ModelRejected', message: 'The content safety check rejected the model.' } } : {};
    return over
      ? { status: 200, body: { id, name: id, status: ended, ...error } }
      : { status: 200, headers: { 'retry-after': '10' }, body: { id, name: id, status: 'InProgress' } };
  }

  #put(name: string, body: Record<string, unknown>, before: Made | undefined): CloudReply {
    const model = mapOf(mapOf(body.properties).model);
    const wanted = FORMATS.find(([family]) => family.test(String(model.name)))?.[1];
    if (model.format !== wanted) return { status: 500 };
    this.#operations += 1;
    const made: Made = {
      name,
      body,
      operation: `operation-${this.#operations}`,
      until: this.options.now() + (this.options.takes ?? 60_000),
      leaving: false,
      calls: 0,
      model: String(model.name),
    };
    this.made.set(name, made);
    return { status: before === undefined ? 201 : 200, headers: this.#headers(made), body: this.#shown(made) };
  }

  #delete(made: Made | undefined): CloudReply {
    if (made === undefined) return { status: 204 };
    this.#operations += 1;
    made.leaving = true;
    made.operation = `operation-${this.#operations}`;
    made.until = this.options.now() + (this.options.takes ?? 60_000);
    return { status: 202, headers: this.#headers(made) };
  }

  #token(form: URLSearchParams, tenant: string): CloudReply {
    const { now, tokensLive = 3599, trusts = SUBJECT } = this.options;
    const refused = (status: number, number: number, text: string): CloudReply => ({
      status,
      body: {
        error: 'invalid_client',
        error_description: `AADSTS${number}: ${text}`,
        error_codes: [number],
        correlation_id: 'c-1',
      },
    });
    const wants = {
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    };
    for (const [name, value] of Object.entries(wants))
      if (form.get(name) !== value) this.faults.push(`${name} is ${form.get(name)}`);
    const scope = /^(https?:\/\/[^ ]+)\/\.default$/.exec(form.get('scope') ?? '')?.[1];
    if (scope === undefined) this.faults.push(`scope is ${form.get('scope')}`);
    if (tenant !== TENANT) return refused(400, 90002, `Tenant '${tenant}' not found.`);
    if (form.get('client_id') !== CLIENT)
      return refused(400, 700016, `Application with identifier '${form.get('client_id')}' was not found.`);
    const claims: unknown = JSON.parse(
      Buffer.from((form.get('client_assertion') ?? '').split('.')[1] ?? '', 'base64url').toString(),
    );
    const { sub, aud } = mapOf(claims);
    if (aud !== 'api://AzureADTokenExchange')
      return refused(401, 700212, `No matching federated identity record found for presented assertion audience '${aud}'.`);
    if (sub !== trusts)
      return refused(401, 700213, `No matching federated identity record found for presented assertion subject '${sub}'.`);
    const ends = now() + tokensLive * 1000;
    const token = jwt({ aud: scope, exp: Math.floor(ends / 1000), jti: this.tokens.length });
    this.tokens.push({ token, audience: scope ?? '', ends });
    return { status: 200, body: { token_type: 'Bearer', expires_in: tokensLive, access_token: token } };
  }

  async answer(request: IncomingMessage, body: Buffer): Promise<CloudReply | 'reset'> {
    const url = new URL(request.url ?? '/', this.url);
    const method = request.method ?? 'GET';
    if (url.pathname === '/github-token') {
      const aud = url.searchParams.get('audience');
      const iss = 'https://token.actions.githubusercontent.com';
      return { status: 200, body: { value: jwt({ sub: SUBJECT, aud, iss, jti: this.options.now() }) } };
    }
    const tenant = /^\/([^/]+)\/oauth2\/v2\.0\/token$/.exec(url.pathname)?.[1];
    if (tenant !== undefined) return this.#token(new URLSearchParams(String(body)), tenant);
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
    await this.options.onRequest?.(method, url.pathname, this.count(method) + 1);
    const { first } = this.options;
    const strikes = first !== undefined && first.method === method && this.#first < first.count;
    if (strikes) this.#first += 1;
    const sent = body.length === 0 ? undefined : JSON.parse(String(body));
    const real = `${url.pathname}${url.search}`;
    if (!url.pathname.includes('/operations/')) this.faults.push(...ARM.requestFaults(method, real, sent));
    if (url.searchParams.get('api-version') !== '2025-06-01') this.faults.push(`api-version of ${real}`);
    if (isMap(sent)) this.bodies.push(sent);
    const admitted = token === ARM_TOKEN || this.accepts(token, this.url);
    const struck = strikes && first.reply !== 'reset after' ? first.reply : undefined;
    if (struck === 'reset before') return 'reset';
    const reply =
      struck ??
      (admitted
        ? this.#manage(method, url.pathname, mapOf(sent))
        : refusal(401, 'InvalidAuthenticationToken', 'The access token is invalid.'));
    this.log.push({ method, path: url.pathname, status: reply.status, at: this.options.now() });
    if (reply.status < 400 && !url.pathname.includes('/operations/'))
      this.faults.push(...ARM.replyFaults(method, real, reply.status, reply.body));
    return strikes && first.reply === 'reset after' ? 'reset' : reply;
  }
}

/** Starts it on loopback. */
export async function startAzureCloud(options: CloudOptions): Promise<AzureCloud & { close(): Promise<void> }> {
  const cloud = new AzureCloud(options);
  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const reply = await cloud.answer(request, Buffer.concat(chunks));
    if (reply === 'reset') return request.socket.destroy();
    response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
    response.end(reply.body === undefined ? undefined : JSON.stringify(reply.body));
  });
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  cloud.url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  return Object.assign(cloud, {
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}
