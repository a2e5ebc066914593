export const id = 207;
export const ids = [207,24];
export const modules = {

/***/ 59024:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isFinal: () => (/* binding */ isFinal),
/* harmony export */   pauseBefore: () => (/* binding */ pauseBefore),
/* harmony export */   refusal: () => (/* binding */ refusal),
/* harmony export */   statusOf: () => (/* binding */ statusOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** What a refusal by GitHub means: for the person who reads of it, and for whether to ask again. Pure. */

const READING_ONLY = 'On a pull request from a fork it can only read, whatever the workflow says; there a second workflow on workflow_run comments (examples/workflows/comment-on-forks.yml).';
const PERMISSION = 'Give the job the permission:\n\n    permissions:\n      contents: read\n      pull-requests: write\n';
/** So often one request is made. */
const ATTEMPTS = 3;
/** Longer than this nobody waits for a comment. In milliseconds. */
const LONGEST = 10_000;
function refusalOf(error) {
    const get = (value, name) => typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
    const response = get(error, 'response');
    const status = get(error, 'status');
    const headers = get(response, 'headers');
    return {
        status: typeof status === 'number' && response !== undefined ? status : undefined,
        words: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error),
        header: (name) => {
            const value = get(headers, name);
            return value === undefined ? undefined : String(value);
        },
    };
}
const isLimit = ({ status, words, header }) => status === 429 ||
    (status === 403 &&
        (/rate limit/i.test(words) || header('retry-after') !== undefined || header('x-ratelimit-remaining') === '0'));
/** The status of GitHub's answer; undefined when none came. */
function statusOf(error) {
    return refusalOf(error).status;
}
/** Whether GitHub said no for good: the same request will be refused in a minute, too. */
function isFinal(error) {
    const found = refusalOf(error);
    return found.status !== undefined && found.status < 500 && !isLimit(found);
}
/**
 * How long to wait before the same request is made again, in milliseconds; undefined when it is not to be made again.
 * @param repeatable making it twice does what making it once does
 */
function pauseBefore(error, attempt, repeatable) {
    const found = refusalOf(error);
    if (attempt >= ATTEMPTS || isFinal(error))
        return undefined;
    if (!isLimit(found))
        return repeatable ? 1000 * attempt : undefined;
    const asked = Number(found.header('retry-after') ?? Number.NaN) * 1000;
    return asked >= 0 && asked <= LONGEST ? Math.max(asked, 500) : undefined;
}
/** Why GitHub refused, for a person. */
function refusal(error, fork) {
    const found = refusalOf(error);
    const { status, words } = found;
    if (isLimit(found))
        return `GitHub limits how often this token may ask (${status}): ${words}`;
    if (status === 403 && /\block(ed)?\b/i.test(words))
        return 'its conversation is locked.';
    if (status === 403 || status === 401 || status === 404)
        return `the token may not (${status}). ${fork ? READING_ONLY : PERMISSION}`;
    return words;
}


/***/ }),

/***/ 61207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pullRequestOf: () => (/* binding */ pullRequestOf)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./lib/adapters/base-version.js
/** The repository at a commit: what the checkout has of it is read by git, the rest comes from GitHub's API. Files are streamed to the step's temp folder. */








const run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
/** GitHub's own limit for the raw form of a file. In bytes. */
const LARGEST = 100_000_000;
/** A list of so many bytes names about a million files. */
const LONGEST_LIST = 256 * 1024 * 1024;
/** A link may lead to a link, so often. */
const LINKS = 5;
const LINK = '120000';
const FILE = /^100/;
/** `<mode> <type> <object> <size>\t<path>`, as `git ls-tree -l` has it. */
const ENTRY = /^(\d+) (\w+) ([0-9a-f]+) +(\d+|-)\t([\s\S]+)$/;
/**
 * How git is called. The folder is named, so that no other one is taken for a repository, and nothing is fetched: what a checkout of foreign content has in its
 * configuration, or lacks in its objects, starts no program. Large objects are streamed.
 */
function gitArguments(workspace, args) {
    return {
        args: [`--git-dir=${external_node_path_.join(workspace, '.git')}`, '-c', 'core.bigFileThreshold=1m', ...args],
        env: { ...process.env, GIT_ALLOW_PROTOCOL: '', GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
    };
}
async function treeByGit(workspace, commit, signal) {
    const { args, env } = gitArguments(workspace, ['ls-tree', '-r', '-z', '-l', '--full-tree', commit]);
    const { stdout } = await run('git', args, { env, signal, maxBuffer: LONGEST_LIST });
    return new Map(stdout.split('\0').flatMap((line) => {
        const [, mode = '', type, object = '', size, name = ''] = ENTRY.exec(line) ?? [];
        return type === 'blob' ? [[name, { mode, object, bytes: size === '-' ? undefined : Number(size) }]] : [];
    }));
}
async function treeByApi({ octokit, place }, commit, signal) {
    const { data } = await octokit.rest.git.getTree({ ...place, tree_sha: commit, recursive: 'true', request: { signal } });
    if (data.truncated)
        throw new errors/* ActionError */.lZ('the repository has more files than GitHub lists at once; with fetch-depth: 2 in actions/checkout it is read from the checkout');
    const entries = data.tree.flatMap(({ path: name, type, mode, sha, size }) => type === 'blob' ? [[name, { mode, object: sha, bytes: size }]] : []);
    return new Map(entries);
}
async function copyByGit(workspace, { object }, file, signal) {
    const { args, env } = gitArguments(workspace, ['cat-file', 'blob', object]);
    const git = (0,external_node_child_process_.spawn)('git', args, { env, signal, stdio: ['ignore', 'pipe', 'ignore'] });
    const ended = new Promise((resolve, reject) => {
        git.on('error', reject);
        git.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`git ended with ${code}`))));
    });
    await Promise.all([(0,external_node_stream_promises_.pipeline)(git.stdout, (0,external_node_fs_.createWriteStream)(file)), ended]);
}
/** The same pieces, as long as they are no more than was promised. */
async function* atMost(bytes, pieces) {
    let read = 0;
    for await (const piece of pieces) {
        read += piece.length;
        if (read > bytes)
            throw new errors/* ActionError */.lZ(`it has more than the ${bytes} bytes that GitHub says`);
        yield piece;
    }
}
async function copyByApi({ octokit, place }, { object, bytes }, file, signal) {
    if ((bytes ?? 0) > LARGEST)
        throw new errors/* ActionError */.lZ(`it has ${bytes} bytes, and GitHub's API gives files of at most ${LARGEST}; with fetch-depth: 2 in actions/checkout it is read from the checkout`);
    const response = await octokit.request('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', {
        ...place,
        file_sha: object,
        mediaType: { format: 'raw' },
        request: { signal, parseSuccessResponseBody: false },
    });
    const body = response.data;
    if (body instanceof ReadableStream)
        await (0,external_node_stream_promises_.pipeline)(external_node_stream_.Readable.fromWeb(body), (pieces) => atMost(bytes ?? LARGEST, pieces), (0,external_node_fs_.createWriteStream)(file), { signal });
    else
        await (0,external_node_stream_promises_.pipeline)(external_node_stream_.Readable.from([]), (0,external_node_fs_.createWriteStream)(file));
}
/** The repository at a commit. */
function baseVersion(github, { workspace, temp }, commit, signal) {
    let listed;
    let folder;
    let copies = 0;
    const tree = () => {
        listed ??= treeByGit(workspace, commit, signal).catch(() => treeByApi(github, commit, signal));
        return listed;
    };
    async function fetch(entry) {
        folder ??= (0,promises_.mkdtemp)(external_node_path_.join(temp, 'fine-tune-base-'));
        copies += 1;
        const file = external_node_path_.join(await folder, `${copies}.jsonl`);
        const whole = async () => entry.bytes === undefined || (await (0,promises_.stat)(file)).size === entry.bytes;
        const byGit = await copyByGit(workspace, entry, file, signal).then(whole, () => false);
        if (byGit)
            return file;
        signal.throwIfAborted();
        await copyByApi(github, entry, file, signal);
        if (!(await whole()))
            throw new errors/* ActionError */.lZ(`of its ${entry.bytes} bytes only a part could be read`);
        return file;
    }
    return {
        commit,
        async files() {
            return [...(await tree())].flatMap(([name, { mode, bytes }]) => FILE.test(mode) || mode === LINK ? [{ path: name, bytes: mode === LINK ? undefined : bytes }] : []);
        },
        async copy(asked) {
            const all = await tree();
            let name = asked;
            for (let link = 0; link <= LINKS; link += 1) {
                const entry = all.get(name);
                if (entry === undefined)
                    break;
                if (entry.mode !== LINK)
                    return fetch(entry);
                name = external_node_path_.posix.join(external_node_path_.posix.dirname(name), await (0,promises_.readFile)(await fetch(entry), 'utf8'));
            }
            throw new errors/* ActionError */.lZ(`${asked} is a link that leads to no file of the repository`);
        },
        async close() {
            if (folder !== undefined)
                await (0,promises_.rm)(await folder, { recursive: true, force: true });
        },
    };
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./node_modules/@actions/github/lib/github.js
var github = __webpack_require__(61351);
// EXTERNAL MODULE: ./lib/adapters/github-refusal.js
var github_refusal = __webpack_require__(59024);
;// CONCATENATED MODULE: ./lib/adapters/github-client.js
/** GitHub's API under the token of a run: patient, but not for long. */




/** How long one request may take, in milliseconds: a server that is silent stops nobody. */
const REQUEST = 15_000;
/** A renamed repository answers with one redirect, to the same server. */
const REDIRECTS = 3;
/** A request whose redirects stay on their server: neither the token nor what is written goes elsewhere. */
async function fetchFromOrigin(address, init, left = REDIRECTS) {
    const response = await fetch(address, { ...init, redirect: 'manual' });
    const location = response.headers.get('location');
    if (response.status < 301 || response.status > 308 || location === null)
        return response;
    await response.body?.cancel();
    const target = new URL(location, address);
    if (target.origin !== new URL(address).origin)
        throw new errors/* ActionError */.lZ(`GitHub redirects to another server (${target.origin}), which is not followed.`);
    if (left === 0)
        throw new errors/* ActionError */.lZ('GitHub redirects again and again.');
    return fetchFromOrigin(target.href, init, left - 1);
}
/** GitHub under this run's token. Each request is repeated, shortly and a few times, where that may help. */
function gitHubOf({ apiUrl, repository }, token) {
    const [owner = '', repo = ''] = repository.split('/');
    // Its own fetch would go past the proxies' dispatcher.
    const octokit = (0,github/* getOctokit */.Q)(token, { baseUrl: apiUrl, request: { fetch: fetchFromOrigin } });
    octokit.hook.wrap('request', async (request, options) => {
        const { signal } = options.request ?? {};
        for (let attempt = 1;; attempt += 1) {
            const limit = new AbortController();
            // It ends with the answer: a body that is streamed may take its time.
            const timer = setTimeout(() => limit.abort(new DOMException('GitHub does not answer.', 'TimeoutError')), REQUEST);
            try {
                // The client's own hooks take these options as they are bound to them, not as they are passed on.
                options.request = {
                    ...options.request,
                    signal: AbortSignal.any([limit.signal, ...(signal === undefined ? [] : [signal])]),
                };
                return await request(options);
            }
            catch (error) {
                const pause = (0,github_refusal.pauseBefore)(error, attempt, options.method !== 'POST');
                if (pause === undefined || signal?.aborted)
                    throw error;
                await (0,external_node_timers_promises_.setTimeout)(pause, undefined, { signal }).catch(() => {
                    throw error;
                });
            }
            finally {
                clearTimeout(timer);
            }
        }
    });
    let known;
    async function login(signal) {
        if (token.startsWith('ghs_'))
            return undefined;
        try {
            return (await octokit.rest.users.getAuthenticated({ request: { signal } })).data.login;
        }
        catch (error) {
            const status = (0,github_refusal.statusOf)(error);
            if (status === 401 || status === 403 || status === 404)
                return undefined;
            known = undefined;
            throw error;
        }
    }
    return {
        octokit,
        place: { owner, repo },
        login: (signal) => {
            known ??= login(signal);
            return known;
        },
    };
}

;// CONCATENATED MODULE: ./lib/adapters/github-comment.js
/** The one comment of a step on a pull request: found by its marker, updated in place, and only where it is our own. */


const PAGES = 30;
const PER_PAGE = 100;
/** Whether GitHub refuses the body itself; it takes no more than so many characters, and says how many in no constant way. */
function isTooLong(error) {
    const status = (0,github_refusal.statusOf)(error);
    return status === 413 || status === 422;
}
/** What GitHub's refusal of an update means; anything else is thrown. */
function outcomeOf(error) {
    const status = (0,github_refusal.statusOf)(error);
    if (isTooLong(error))
        return 'too long';
    if (status === 404 || status === 410)
        return 'gone';
    if (status === 403 && (0,github_refusal.isFinal)(error))
        return 'refused';
    throw error;
}
/** Whether a comment bears the marker, on a line of its own: it is ours, unless someone else wrote it. */
function bears(marker, body) {
    return body.split(/\r?\n/).some((line) => line.trim() === marker);
}
/**
 * Keeps the comment of one step.
 * @returns a function that gives the comment this body, and creates it where there is none
 */
function commentKeeper({ octokit, place, login }, issue) {
    const { issues } = octokit.rest;
    /** The comment that this step has written to before. */
    let known;
    /** Our own comments with this marker, those that begin with it first, and the oldest first: anybody can paste a marker. */
    async function find(marker, signal) {
        const found = [];
        const author = await login(signal);
        for (let page = 1; page <= PAGES; page += 1) {
            const { data } = await issues.listComments({
                ...place,
                issue_number: issue,
                per_page: PER_PAGE,
                page,
                request: { signal },
            });
            for (const { id, body = '', user } of data) {
                const own = author === undefined ? user?.type === 'Bot' : user?.login === author;
                if (own && bears(marker, body))
                    found.push({ id, body });
            }
            if (data.length < PER_PAGE)
                break;
        }
        const first = ({ body }) => (body.startsWith(marker) ? 0 : 1);
        return found.sort((left, right) => first(left) - first(right) || left.id - right.id);
    }
    async function update(id, body, signal) {
        try {
            await issues.updateComment({ ...place, comment_id: id, body, request: { signal } });
            return 'kept';
        }
        catch (error) {
            return outcomeOf(error);
        }
    }
    /** Writes to the first of some comments that takes it; the others, which a race left, go. */
    async function updateFirst(found, marker, body, signal) {
        for (const [index, comment] of found.entries()) {
            const outcome = comment.body === body ? 'kept' : await update(comment.id, body, signal);
            if (outcome === 'too long')
                return outcome;
            if (outcome !== 'kept')
                continue;
            known = comment.id;
            for (const other of found.slice(index + 1).filter((one) => one.body.startsWith(marker)))
                await issues.deleteComment({ ...place, comment_id: other.id, request: { signal } }).catch(() => undefined);
            return outcome;
        }
        return 'gone';
    }
    async function create(marker, body, signal) {
        let created;
        try {
            const { data } = await issues.createComment({ ...place, issue_number: issue, body, request: { signal } });
            created = data.id;
        }
        catch (error) {
            if (isTooLong(error))
                return 'too long';
            // No answer, or a server's failure: perhaps it was created all the same.
            if ((0,github_refusal.isFinal)(error) || (await find(marker, signal)).length === 0)
                throw error;
        }
        // A run that races with this one may have created one too: both see the oldest, and keep that one.
        const outcome = await updateFirst(await find(marker, signal), marker, body, signal);
        if (outcome !== 'gone' || typeof created !== 'number')
            return outcome;
        // A list may lag behind.
        known = created;
        return 'kept';
    }
    return async (marker, body, signal) => {
        const direct = known === undefined ? 'gone' : await update(known, body, signal);
        if (direct === 'kept' || direct === 'too long')
            return direct;
        known = undefined;
        const updated = await updateFirst(await find(marker, signal), marker, body, signal);
        const outcome = updated === 'gone' ? await create(marker, body, signal) : updated;
        if (outcome !== 'gone')
            return outcome === 'too long' ? outcome : 'kept';
        throw new errors/* ActionError */.lZ('GitHub took it, but does not have it.');
    };
}

// EXTERNAL MODULE: ./lib/adapters/http.js
var http = __webpack_require__(63250);
;// CONCATENATED MODULE: ./lib/adapters/github.js
/** GitHub's API, as far as a pull request is concerned: which one a run belongs to, and what it is compared with. */





/** The open pull request of another branch or repository, by its head: on `workflow_run` the event does not name those of forks. */
async function byHead({ octokit, place }, context, signal) {
    const { repository, branch, sha } = context.triggeredBy ?? {};
    if (!repository || !branch || !sha)
        return undefined;
    const head = `${repository.split('/')[0]}:${branch}`;
    const { data } = await octokit.rest.pulls.list({ ...place, head, state: 'open', per_page: 100, request: { signal } });
    const found = data.find((one) => one.head.sha === sha && one.head.repo?.full_name === repository);
    return found && { number: found.number, baseSha: found.base.sha, headSha: sha };
}
/** The pull request that a push to its base branch has merged. */
async function merged({ octokit, place }, sha, signal) {
    const { data } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit({
        ...place,
        commit_sha: sha,
        per_page: 100,
        request: { signal },
    });
    const all = data.filter(({ merged_at }) => merged_at !== null);
    return (all.find(({ merge_commit_sha }) => merge_commit_sha === sha) ?? all[0])?.number;
}
/** The commit before the change: the first parent of a merge, else where the branch of the pull request began; on a push what it was pushed on. */
async function baseCommit({ octokit, place }, { sha, eventName, before }, pullRequest, signal) {
    const short = sha.slice(0, 7);
    if (sha === '')
        throw new errors/* ActionError */.lZ('the workspace holds no checkout, so it is not known which version of the data this is');
    const parents = sha === pullRequest?.headSha
        ? []
        : (await octokit.rest.git.getCommit({ ...place, commit_sha: sha, request: { signal } })).data.parents.map((one) => one.sha);
    const [first] = parents;
    if (pullRequest === undefined) {
        const base = parents.length > 1 ? first : (before ?? first);
        if (base === undefined)
            throw new errors/* ActionError */.lZ(`the commit ${short} has no version before it`);
        return base;
    }
    // There the commit is whatever was checked out; elsewhere it is the merge that GitHub made for the event.
    const chosen = eventName === 'pull_request_target' || eventName === 'workflow_run';
    const isMerge = chosen ? parents.slice(1).includes(pullRequest.headSha) : parents.length > 1;
    if (first !== undefined && isMerge)
        return first;
    if (chosen && sha !== pullRequest.headSha)
        throw new errors/* ActionError */.lZ(`the checkout is at ${short}, which is not the head of the pull request (${pullRequest.headSha.slice(0, 7)}); check that out`);
    const basehead = `${pullRequest.baseSha}...${pullRequest.headSha}`;
    const compared = await octokit.rest.repos.compareCommitsWithBasehead({ ...place, basehead, per_page: 1, request: { signal } });
    return compared.data.merge_base_commit.sha;
}
/**
 * The pull request of this run: the event's own, that of the head that a `workflow_run` event is about, or on a push the one that was merged by it.
 * @returns undefined when there is none
 * @throws whatever GitHub refuses
 */
async function pullRequestOf(context, token, signal) {
    await (0,http/* useEnvironmentProxies */.F)();
    const github = gitHubOf(context, token);
    const { eventName, pullRequest } = context;
    const found = pullRequest ?? (eventName === 'workflow_run' ? await byHead(github, context, signal) : undefined);
    const number = found?.number ?? (eventName === 'push' ? await merged(github, context.sha, signal) : undefined);
    if (number === undefined)
        return undefined;
    return {
        number,
        base: async (limit) => baseVersion(github, context, await baseCommit(github, context, found, limit), limit),
        comment: commentKeeper(github, number),
    };
}


/***/ })

};
