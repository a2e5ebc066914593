/** GitHub's API, as far as a pull request's comment needs it: strict, with a memory, on loopback. */
import { createServer } from 'node:http';

export interface FakeGitHub {
  readonly url: string;
  /** `METHOD /path`, queries cut, in order. */
  readonly seen: string[];
  readonly comments: { readonly id: number; body: string }[];
  /** Each body that a comment has had. */
  readonly bodies: string[];
  close(): Promise<void>;
}

export interface GitHubOptions {
  /** Parents by commit. */
  readonly parents?: Readonly<Record<string, readonly string[]>>;
  /** Texts by `commit:path`. */
  readonly files?: Readonly<Record<string, string>>;
  readonly mergeBase?: string;
  /** The pull requests that belong to any commit. */
  readonly pulls?: readonly { readonly number: number; readonly merged_at: string | null }[];
  readonly comments?: readonly string[];
  /** Answers calls whose path fits with this status. */
  readonly refuse?: { readonly path: RegExp; readonly status: number };
  readonly truncated?: boolean;
}

export async function fakeGitHub(options: GitHubOptions = {}): Promise<FakeGitHub> {
  const seen: string[] = [];
  const bodies: string[] = [];
  const comments = (options.comments ?? []).map((body, index) => ({ id: index + 1, body }));
  const answer = (method: string, path: string, query: URLSearchParams, body: string): { status: number; body: unknown } => {
    const ok = (value: unknown, status = 200) => ({ status, body: value });
    const rest = path.replace(/^\/repos\/octo\/data/, '');
    const written = () => {
      const { body: text }: { body: string } = JSON.parse(body);
      bodies.push(text);
      return text;
    };
    if (options.refuse?.path.test(`${method} ${rest}`))
      return { status: options.refuse.status, body: { message: 'Resource not accessible by integration' } };
    const commit = /^\/git\/commits\/(\w+)$/.exec(rest)?.[1];
    if (commit !== undefined) return ok({ sha: commit, parents: (options.parents?.[commit] ?? []).map((sha) => ({ sha })) });
    if (rest.startsWith('/compare/')) return ok({ merge_base_commit: { sha: options.mergeBase } });
    if (/^\/commits\/\w+\/pulls$/.test(rest)) return ok(options.pulls ?? []);
    const tree = /^\/git\/trees\/(\w+)$/.exec(rest)?.[1];
    if (tree !== undefined) {
      const names = Object.keys(options.files ?? {}).flatMap((key) =>
        key.startsWith(`${tree}:`) ? [key.slice(tree.length + 1)] : [],
      );
      return ok({ sha: tree, truncated: options.truncated ?? false, tree: names.map((name) => ({ path: name, type: 'blob' })) });
    }
    const file = /^\/contents\/(.+)$/.exec(rest)?.[1];
    if (file !== undefined) {
      const text = options.files?.[`${query.get('ref')}:${decodeURIComponent(file)}`];
      return text === undefined ? { status: 404, body: { message: 'Not Found' } } : ok(text);
    }
    if (rest === '/issues/5/comments' && method === 'GET') {
      const [page, size] = [Number(query.get('page') ?? 1), Number(query.get('per_page') ?? 30)];
      return ok(comments.slice((page - 1) * size, page * size));
    }
    if (rest === '/issues/5/comments' && method === 'POST') {
      const comment = { id: comments.length + 1, body: written() };
      comments.push(comment);
      return ok(comment, 201);
    }
    const comment = comments.find(({ id }) => rest === `/issues/comments/${id}`);
    if (comment !== undefined && method === 'PATCH') {
      comment.body = written();
      return ok(comment);
    }
    return { status: 404, body: { message: `Not Found: ${method} ${rest}` } };
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    seen.push(`${request.method} ${url.pathname}`);
    const allowed = request.headers.authorization === 'token ghs_x';
    const reply = allowed
      ? answer(request.method ?? '', url.pathname, url.searchParams, String(Buffer.concat(chunks)))
      : { status: 401, body: {} };
    const raw = typeof reply.body === 'string';
    response.writeHead(reply.status, {
      'content-type': raw ? 'application/vnd.github.raw+json; charset=utf-8' : 'application/json',
    });
    response.end(raw ? reply.body : JSON.stringify(reply.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    seen,
    comments,
    bodies,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
