import { a as GRADER, c as ONE_JOB_OR_ITS_INPUTS, i as FINE_TUNED_MODEL, l as TRAINING_FILE, n as DEPLOYMENT, o as MODEL, r as EVALUATION_FILE, s as ONE_JOB, t as CANDIDATE, u as VALIDATION_FILE } from "./needs.js";
// src/operations/registry.ts
const OPERATIONS = [
	{
		name: "create",
		does: "proves the data, sends it, creates the job once or takes up the one that exists, watches it",
		needs: [
			MODEL,
			TRAINING_FILE,
			VALIDATION_FILE
		],
		outputs: [],
		story: async () => (await import("./create.js")).create
	},
	{
		name: "validate",
		does: "the offline part of `create`; contacts no provider",
		offline: true,
		needs: [TRAINING_FILE],
		outputs: [],
		story: async () => (await import("./validate.js")).validate
	},
	{
		name: "wait",
		does: "watches a job that exists to its end: by `job_id`, by `metadata` (and `status`), or by the same inputs as `create`",
		needs: [ONE_JOB_OR_ITS_INPUTS],
		outputs: [],
		story: async () => (await import("./wait.js")).wait
	},
	{
		name: "retrieve",
		does: "one look at a job: by `job_id`, by `metadata` (the newest), or by the same inputs as `create`, which finds the model of the data that is checked out, whatever was trained since",
		needs: [ONE_JOB_OR_ITS_INPUTS],
		outputs: [],
		story: async () => (await import("./inspect.js")).retrieve
	},
	{
		name: "list",
		does: "jobs, newest first, up to `limit`; with `metadata` or `status` none at all is what `if_not_found` says",
		needs: [],
		outputs: ["jobs"],
		title: "{jobs}",
		story: async () => (await import("./inspect.js")).list
	},
	{
		name: "list_events",
		does: "what a job reports, newest first, up to `limit`",
		needs: [ONE_JOB],
		outputs: ["events"],
		title: "{events}",
		story: async () => (await import("./inspect.js")).listEvents
	},
	{
		name: "list_checkpoints",
		does: "the models that a job kept on its way, newest first, up to `limit`",
		needs: [ONE_JOB],
		outputs: ["checkpoints"],
		title: "{checkpoints}",
		story: async () => (await import("./inspect.js")).listCheckpoints
	},
	{
		name: "cancel",
		does: "ends a job; one that has ended already is a success that says so",
		needs: [ONE_JOB],
		outputs: [],
		story: async () => (await import("./verbs.js")).cancel
	},
	{
		name: "pause",
		does: "lets a job stand still; one that is paused already is a success",
		needs: [ONE_JOB],
		outputs: [],
		story: async () => (await import("./verbs.js")).pause
	},
	{
		name: "resume",
		does: "lets a paused job go on; one that is under way already is a success",
		needs: [ONE_JOB],
		outputs: [],
		story: async () => (await import("./verbs.js")).resume
	},
	{
		name: "evaluate",
		does: "asks a model and what it is to replace the same rows, and says whether it may take that one’s place: the promotion gate",
		needs: [
			CANDIDATE,
			EVALUATION_FILE,
			GRADER
		],
		outputs: [],
		story: async () => (await import("./evaluate3.js")).evaluate
	},
	{
		name: "deploy",
		does: "makes the fine-tuned model callable where the platform needs that, and ends when the model has answered; the same again is a success",
		needs: [FINE_TUNED_MODEL],
		outputs: [],
		title: "{deployment}",
		story: async () => (await import("./deploy.js")).deploy
	},
	{
		name: "undeploy",
		does: "takes the deployment down, and ends when the platform no longer knows it; an absent one is a success",
		needs: [DEPLOYMENT],
		outputs: [],
		title: "{deployment}",
		story: async () => (await import("./deploy.js")).undeploy
	}
];
function reportedOperation(name) {
	const asked = name?.trim() || OPERATIONS[0]?.name || "";
	const { outputs, title } = OPERATIONS.find((operation) => operation.name === asked) ?? {
		outputs: [],
		title: void 0
	};
	return {
		name: asked,
		outputs,
		title
	};
}
async function storyOf(name) {
	const operation = OPERATIONS.find((one) => one.name === name);
	if (operation === void 0) throw new Error(`There is no operation ${name}.`);
	return operation.story();
}
export { reportedOperation as n, storyOf as r, OPERATIONS as t };
