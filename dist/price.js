import { a as dollars, f as markdownText, h as whole, i as counted } from "./text.js";
// src/dataset/dataset.ts
function countOf(dataset, severity) {
	return dataset.counts.filter((entry) => entry.severity === severity).reduce((sum, entry) => sum + entry.count, 0);
}
// src/report/trained-by.ts
const known = (text, form) => text !== void 0 && form.test(text) ? text : void 0;
function trainedBy({ reused, origin, run }) {
	const present = (text) => text === "" ? void 0 : text;
	if (reused === false) {
		const { repository, sha, ref, runId, runAttempt, job, step } = run;
		return {
			repository: present(repository),
			commit: present(sha),
			ref: present(ref),
			runId: present(runId),
			runAttempt: present(runAttempt),
			job: present(job),
			step: present(step)
		};
	}
	const [, runId, runAttempt, job, step] = /^(\d{1,20})\/(\d{1,6})(?: ([\w.-]{1,200}))?(?: ([\w.-]{1,200}))?/.exec(origin?.run ?? "") ?? [];
	return {
		repository: known(origin?.repository, /^[\w.-]{1,100}\/[\w.-]{1,100}$/),
		commit: known(origin?.commit, /^[0-9a-f]{7,64}$/),
		ref: void 0,
		runId,
		runAttempt,
		job,
		step
	};
}
function creatorOf({ reused, origin, run }) {
	if (!reused) return "this step";
	const { runId, runAttempt, repository } = trainedBy({
		reused,
		origin,
		run
	});
	if (!(runId !== void 0 && runId === run.runId && repository?.toLowerCase() === run.repository.toLowerCase())) return "before this run";
	return runAttempt === run.runAttempt ? "another step of this run" : "an earlier attempt of this run";
}
// src/report/price.ts
function realPrice({ job, price }) {
	return price === void 0 || job?.trained_tokens == null ? void 0 : job.trained_tokens / 1e6 * price.perMillion;
}
const bounds = ({ low, high }) => low === high ? "" : `${dollars(low)} to ${dollars(high)}`;
function estimatedPrice({ cost, withoutCost, elsewhere }, shown) {
	const priced = (one) => `${dollars(one.usd)} (${[bounds(one), shown(one.basis)].filter((part) => part !== "").join("; ")})`;
	const here = cost === void 0 ? shown(withoutCost ?? "") : priced(cost);
	return elsewhere === void 0 ? here : `${here}; on ${shown(elsewhere.title)} it would cost ${priced(elsewhere)}`;
}
function looksPaid(looks) {
	return looks === void 0 ? "" : `, and ${whole(looks.tokens)} more for ${counted(looks.times, "look")} at the validation data`;
}
function notes(cost) {
	const all = [bounds(cost), cost.old ? "old price" : ""].filter((note) => note !== "");
	return all.length === 0 ? "" : ` (${all.join("; ")})`;
}
const PAID = {
	"this step": "",
	"another step of this run": "paid once, by another step of this run",
	"an earlier attempt of this run": "paid once, by an earlier attempt of this run",
	"before this run": "paid before this run"
};
function priceCell(findings) {
	const cost = findings.estimate?.cost;
	const real = realPrice(findings);
	return [
		real === void 0 ? "" : `**${dollars(real)}**`,
		cost === void 0 ? "" : `${dollars(cost.usd)} estimated${notes(cost)}`,
		real === void 0 ? "" : PAID[creatorOf(findings)]
	].filter((part) => part !== "").join("<br>");
}
function priceNote(findings) {
	const { price } = findings;
	return price === void 0 || price.perMillion === 0 || realPrice(findings) === void 0 ? "" : `<sub>Price: trained tokens at ${markdownText(price.basis)}. The provider’s bill may differ.</sub>`;
}
export { realPrice as a, countOf as c, priceNote as i, looksPaid as n, creatorOf as o, priceCell as r, trainedBy as s, estimatedPrice as t };
