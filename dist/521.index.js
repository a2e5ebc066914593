export const id = 521;
export const ids = [521];
export const modules = {

/***/ 95521:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   pullRequestOf: () => (/* binding */ pullRequestOf)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57975);
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61351);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63250);
/** GitHub's API, as far as a pull request is concerned: its one comment, and the version of the repository that it changes. */





const run = (0,node_util__WEBPACK_IMPORTED_MODULE_1__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile);
/** GitHub's own limit for the raw form of a file. In bytes. */
const LARGEST = 100 * 1024 * 1024;
const COMMENT_PAGES = 20;
/** The commit before the change: the first parent of a merge, else where the branch of the pull request began. */
async function baseCommit(octokit, place, { sha, pullRequest }) {
    const { data } = await octokit.rest.git.getCommit({ ...place, commit_sha: sha });
    if (pullRequest === undefined || data.parents.length > 1)
        return data.parents[0]?.sha;
    const basehead = `${pullRequest.baseSha}...${pullRequest.headSha}`;
    return (await octokit.rest.repos.compareCommitsWithBasehead({ ...place, basehead, per_page: 1 })).data.merge_base_commit.sha;
}
/** What the checkout has of a commit is read from it; the rest comes from the API. */
function baseVersion(octokit, place, workspace, commit) {
    const git = async (...args) => (await run('git', ['-C', workspace, ...args], { maxBuffer: LARGEST })).stdout;
    return {
        commit,
        async paths() {
            try {
                return (await git('ls-tree', '-r', '-z', '--name-only', commit)).split('\0').filter((path) => path !== '');
            }
            catch {
                const { data } = await octokit.rest.git.getTree({ ...place, tree_sha: commit, recursive: 'true' });
                if (data.truncated)
                    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('the repository has more files than GitHub lists at once');
                return data.tree.flatMap(({ path, type }) => (type === 'blob' && path !== undefined ? [path] : []));
            }
        },
        async read(path) {
            try {
                return await git('cat-file', 'blob', `${commit}:${path}`);
            }
            catch {
                const { data } = await octokit.request('GET /repos/{owner}/{repo}/contents/{path}', {
                    ...place,
                    path,
                    ref: commit,
                    mediaType: { format: 'raw' },
                });
                if (typeof data !== 'string')
                    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ(`GitHub does not send ${path} as text`);
                return data;
            }
        },
    };
}
async function keepComment(octokit, place, issue_number, marker, body) {
    for (let page = 1; page <= COMMENT_PAGES; page += 1) {
        const { data } = await octokit.rest.issues.listComments({ ...place, issue_number, per_page: 100, page });
        const own = data.find((comment) => comment.body?.includes(marker));
        if (own !== undefined) {
            if (own.body !== body)
                await octokit.rest.issues.updateComment({ ...place, comment_id: own.id, body });
            return;
        }
        if (data.length < 100)
            break;
    }
    await octokit.rest.issues.createComment({ ...place, issue_number, body });
}
/**
 * The pull request of this run: the event's own, or on a push the one that was merged by it.
 * @returns undefined when there is none
 * @throws whatever GitHub refuses
 */
async function pullRequestOf(context, token) {
    await (0,_http_js__WEBPACK_IMPORTED_MODULE_4__/* .useEnvironmentProxies */ .F)();
    const [owner = '', repo = ''] = context.repository.split('/');
    const place = { owner, repo };
    // Its own fetch would go past the proxies' dispatcher.
    const octokit = (0,_actions_github__WEBPACK_IMPORTED_MODULE_2__/* .getOctokit */ .Q)(token, { baseUrl: context.apiUrl, request: { fetch: globalThis.fetch } });
    const merged = async () => {
        const { data } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit({ ...place, commit_sha: context.sha });
        return data.find(({ merged_at }) => merged_at !== null)?.number;
    };
    const number = context.pullRequest?.number ?? (context.eventName === 'push' ? await merged() : undefined);
    if (number === undefined)
        return undefined;
    const commit = await baseCommit(octokit, place, context);
    if (commit === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ(`the commit ${context.sha} has no version before it`);
    return {
        number,
        base: baseVersion(octokit, place, context.workspace, commit),
        comment: (marker, body) => keepComment(octokit, place, number, marker, body),
    };
}


/***/ })

};
