/** GitHub's API, as far as a pull request's comment needs it: strict, with a memory, on loopback. */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { leaveUnanswered } from './story-time.ts';

export interface User {
  readonly login: string;
  readonly type: 'Bot' | 'User';
}

export interface Comment {
  readonly id: number;
  body: string;
  readonly user: User | null;
  /** The app that wrote it for its user, or as its own bot. */
  readonly performed_via_github_app?: { readonly slug: string } | null;
}

export interface FakeGitHub {
  /** The API's root, its prefix included. */
  readonly url: string;
  /** `METHOD /path`, prefix and queries cut, in order. */
  readonly seen: string[];
  readonly comments: Comment[];
  /** Each body that a comment has had. */
  readonly bodies: string[];
  close(): Promise<void>;
}

/** An answer of another kind to the calls whose `METHOD /path` fits, as long as there are some left. */
export interface Refusal {
  readonly path: RegExp;
  /** No status: the server says nothing. */
  readonly status?: number;
  readonly message?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly times?: number;
  /** The call is carried out all the same. */
  readonly done?: boolean;
}

export interface OpenPull {
  readonly number: number;
  readonly head: { readonly sha: string; readonly ref: string; readonly repo: { readonly full_name: string } | null };
  readonly base: { readonly sha: string };
}

export interface GitHubOptions {
  /** Before each path: an Enterprise server has `/api/v3`. */
  readonly prefix?: string;
  /** Parents by commit. */
  readonly parents?: Readonly<Record<string, readonly string[]>>;
  /** Contents by `commit:path`; a link's is where it leads. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Modes by path, where it is no plain file: `120000` for a link, `160000` for a submodule. */
  readonly modes?: Readonly<Record<string, string>>;
  /** Sizes that the list of files tells, by path. */
  readonly sizes?: Readonly<Record<string, number>>;
  readonly mergeBase?: string;
  /** The pull requests that belong to any commit. */
  readonly pulls?: readonly { readonly number: number; readonly merged_at: string | null; readonly merge_commit_sha?: string }[];
  readonly open?: readonly OpenPull[];
  readonly comments?: readonly (string | Omit<Comment, 'id'>)[];
  readonly refuse?: Refusal | readonly Refusal[];
  readonly truncated?: boolean;
  /** A longer body is refused. */
  readonly longestBody?: number;
  /** Sees each call before it is answered. */
  readonly onCall?: (call: string, comments: Comment[]) => void;
}

export const BOT: User = { login: 'github-actions[bot]', type: 'Bot' };
/** Who writes with a token; others are refused. */
const AUTHORS: Readonly<Record<string, User>> = {
  ghs_x: BOT,
  ghs_app: { login: 'our-app[bot]', type: 'Bot' },
  ghp_x: { login: 'octocat', type: 'User' },
};

interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const REPOSITORY = '/repos/octo/data';

export async function fakeGitHub(options: GitHubOptions = {}): Promise<FakeGitHub> {
  const prefix = options.prefix ?? '';
  const seen: string[] = [];
  const bodies: string[] = [];
  const comments: Comment[] = (options.comments ?? []).map((given, index) => ({
    id: index + 1,
    ...(typeof given === 'string' ? { body: given, user: { login: 'someone', type: 'User' } } : given),
  }));
  let last = comments.length;
  const refusals = [options.refuse ?? []]
    .flat()
    .map((refusal) => ({ ...refusal, left: refusal.times ?? Number.POSITIVE_INFINITY }));
  const ok = (body: unknown, status = 200): Reply => ({ status, body });
  const refused = (status: number, message: string): Reply => ({ status, body: { message } });
  // As git names it.
  const object = (content: string | Uint8Array) =>
    createHash('sha1')
      .update(`blob ${Buffer.byteLength(content)}\0`)
      .update(content)
      .digest('hex');
  const contents = Object.entries(options.files ?? {});

  function tree(commit: string): Reply {
    const entries = contents.flatMap(([key, content]) => {
      if (!key.startsWith(`${commit}:`)) return [];
      const path = key.slice(commit.length + 1);
      const mode = options.modes?.[path] ?? '100644';
      const size = options.sizes?.[path] ?? Buffer.byteLength(content);
      return [{ path, mode, type: mode === '160000' ? 'commit' : 'blob', sha: object(content), size }];
    });
    return ok({ sha: commit, truncated: options.truncated ?? false, tree: entries });
  }

  function write(text: string, keep: (body: string) => Reply): Reply {
    const { body }: { body: string } = JSON.parse(text);
    if (body.length > (options.longestBody ?? 65_536))
      return {
        status: 422,
        body: {
          message: 'Validation Failed',
          errors: [{ field: 'data', message: 'Body is too long (maximum is 65536 characters)' }],
        },
      };
    bodies.push(body);
    return keep(body);
  }

  function answer(method: string, path: string, query: URLSearchParams, text: string, author: User): Reply {
    if (path === '/user') return author.type === 'User' ? ok(author) : refused(403, 'Resource not accessible by integration');
    if (!path.startsWith(`${REPOSITORY}/`)) return refused(404, `Not Found: ${path}`);
    const rest = path.slice(REPOSITORY.length);
    const commit = /^\/git\/commits\/(\w+)$/.exec(rest)?.[1];
    if (commit !== undefined) {
      const parents = options.parents?.[commit];
      return parents === undefined ? refused(404, 'Not Found') : ok({ sha: commit, parents: parents.map((sha) => ({ sha })) });
    }
    if (rest.startsWith('/compare/')) return ok({ merge_base_commit: { sha: options.mergeBase } });
    if (/^\/commits\/\w+\/pulls$/.test(rest)) return ok(options.pulls ?? []);
    if (rest === '/pulls') {
      const head = query.get('head');
      return ok((options.open ?? []).filter((one) => head === `${one.head.repo?.full_name.split('/')[0]}:${one.head.ref}`));
    }
    const listed = /^\/git\/trees\/(\w+)$/.exec(rest)?.[1];
    if (listed !== undefined) return tree(listed);
    const blob = /^\/git\/blobs\/(\w+)$/.exec(rest)?.[1];
    if (blob !== undefined) {
      const content = contents.find(([, one]) => object(one) === blob)?.[1];
      return content === undefined ? refused(404, 'Not Found') : ok(Buffer.from(content));
    }
    if (rest === '/issues/5/comments' && method === 'GET') {
      const [page, size] = [Number(query.get('page') ?? 1), Number(query.get('per_page') ?? 30)];
      return ok(comments.slice((page - 1) * size, page * size));
    }
    if (rest === '/issues/5/comments' && method === 'POST')
      return write(text, (body) => {
        last += 1;
        const comment = { id: last, body, user: author };
        comments.push(comment);
        return ok(comment, 201);
      });
    const index = comments.findIndex(({ id }) => rest === `/issues/comments/${id}`);
    const comment = comments[index];
    if (comment === undefined) return refused(404, `Not Found: ${method} ${rest}`);
    if (method === 'DELETE') {
      comments.splice(index, 1);
      return ok(undefined, 204);
    }
    return write(text, (body) => {
      comment.body = body;
      return ok(comment);
    });
  }

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const path = url.pathname.startsWith(`${prefix}/`) ? url.pathname.slice(prefix.length) : `(outside)${url.pathname}`;
    const call = `${request.method} ${path}`;
    // Who asks is no part of what is asked for.
    if (url.pathname.endsWith('/graphql')) {
      const login = AUTHORS[request.headers.authorization?.replace(/^token /, '') ?? '']?.login;
      response.writeHead(login === undefined ? 401 : 200, { 'content-type': 'application/json' });
      return response.end(JSON.stringify({ data: { viewer: { login } } }));
    }
    seen.push(call);
    options.onCall?.(call, comments);
    const author = AUTHORS[request.headers.authorization?.replace(/^token /, '') ?? ''];
    const refusal = refusals.find((one) => one.left > 0 && one.path.test(call));
    if (refusal !== undefined) refusal.left -= 1;
    if (refusal !== undefined && refusal.status === undefined) return leaveUnanswered(request);
    const act = () =>
      author === undefined
        ? refused(401, 'Bad credentials')
        : answer(request.method ?? '', path, url.searchParams, String(Buffer.concat(chunks)), author);
    if (refusal?.done) act();
    const reply: Reply =
      refusal === undefined
        ? act()
        : {
            status: refusal.status ?? 500,
            body: { message: refusal.message ?? 'Resource not accessible by integration' },
            headers: refusal.headers ?? {},
          };
    const raw = Buffer.isBuffer(reply.body) && request.headers.accept?.includes('raw');
    response.writeHead(reply.status, {
      ...reply.headers,
      'content-type': raw ? 'application/vnd.github.raw+json; charset=utf-8' : 'application/json',
    });
    response.end(reply.status === 204 ? undefined : raw ? reply.body : JSON.stringify(reply.body));
  });
  // A connection that is not used is closed by the client, whose clock the test moves, and not by this machine's.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}${prefix}`,
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
