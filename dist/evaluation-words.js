import { t as coverageOf } from "./evaluation-findings.js";
import { a as dollars, c as inertLine, h as whole, i as counted } from "./text.js";
// src/report/evaluation-words.ts
const isShare = ({ range: [lowest, highest] }) => lowest === 0 && highest === 1;
const decimals = (value, digits) => value.toFixed(digits).replace("-", "−").replace(/^−(0(?:\.0+)?)$/, "$1");
function scoreText(value, of) {
	return isShare(of) ? `${decimals(value * 100, 1)} %` : decimals(value, 2);
}
function differenceText(value, of) {
	const text = isShare(of) ? decimals(value * 100, 1) : decimals(value, 2);
	return `${value > 0 && !/^0(\.0+)?$/.test(text) ? "+" : ""}${text}`;
}
const unit = (of) => isShare(of) ? " points" : "";
const marginOf = ({ maxDrop, range: [lowest, highest] }) => maxDrop * (highest - lowest);
const intervalPercent = ({ confidence }) => Number((100 * (2 * confidence - 1)).toFixed(2));
function differencePhrase(of, { difference, interval: [low, high] }) {
	const ends = `${differenceText(low, of)} … ${differenceText(high, of)}`;
	return `${differenceText(difference, of)}${unit(of)}, ${intervalPercent(of)} % interval ${ends}, margin ${differenceText(-marginOf(of), of)}`;
}
const TITLES = {
	pass: "Promote",
	fail: "Do not promote",
	inconclusive: "Not proved",
	incomplete: "Not evaluated to the end"
};
const ICONS = {
	pass: "✅",
	fail: "❌",
	inconclusive: "❔",
	incomplete: "⚠️"
};
function verdictTitle({ verdict, rehearsal }) {
	return `${TITLES[verdict]}${rehearsal ? " (a rehearsal)" : ""}`;
}
function conditionClause({ name, proof, line, interval: [low, high] }, of) {
	const not = proof === "disproved" ? "is not met" : "is not proved";
	switch (name) {
		case "max_drop": return proof === "disproved" ? `the candidate is worse by more than the margin of ${differenceText(marginOf(of), of).replace("+", "")}${unit(of)}` : `it may be worse by more than the margin of ${differenceText(marginOf(of), of).replace("+", "")}${unit(of)}`;
		case "min_gain": return `min_gain ${not}: the difference is from ${differenceText(low, of)} to ${differenceText(high, of)}, and ${differenceText(line, of)} is asked`;
		case "min_score": return `min_score ${not}: the score is from ${scoreText(low, of)} to ${scoreText(high, of)}, and ${scoreText(line, of)} is asked`;
		case "max_regressions": return `${counted(low, "row")} got worse, and max_regressions allows ${whole(line)}`;
	}
}
function reasons(of) {
	const { judgement, verdict, stopped } = of;
	if (verdict === "incomplete") return [(stopped ?? "too few rows have a score").replace(/[.\s]+$/, "")];
	if (judgement === void 0 || verdict === "pass") return [];
	const wanted = verdict === "fail" ? "disproved" : "open";
	const conditions = judgement.conditions.filter(({ proof }) => proof === wanted).map((one) => conditionClause(one, of));
	const tags = judgement.tags.filter(({ worse }) => worse).map(({ tag }) => `the rows of ${inertLine(tag, 60)} are surely worse`);
	return [...conditions, ...verdict === "fail" ? tags : []];
}
function wayOn(of) {
	const { verdict, judgement } = of;
	if (verdict === "incomplete") return "Run again: with answers_path what was answered is not paid for twice.";
	if (verdict !== "inconclusive") return "";
	const { requiredRows, interval } = judgement ?? {
		requiredRows: void 0,
		interval: [0, 0]
	};
	const rows = requiredRows === void 0 ? "" : `About ${counted(requiredRows, "row")} like these would decide`;
	const margin = -interval[0] / (of.range[1] - of.range[0]);
	const both = [rows, margin > of.maxDrop ? `a max_drop above ${(Math.ceil(margin * 1e3) / 1e3).toFixed(3)} would pass` : ""].filter((part) => part !== "").join("; ");
	return both === "" ? "More rows would decide." : `${both.charAt(0).toUpperCase()}${both.slice(1)}.`;
}
function verdictSentence(of) {
	const { judgement } = of;
	if (judgement === void 0) return "No row has a score for both models.";
	const { score, baselineScore } = judgement;
	return `${scoreText(score, of)} against ${scoreText(baselineScore, of)}: ${differencePhrase(of, judgement)}.`;
}
function rowsSentence(of) {
	const { judgement, total, usd, asked, kept } = of;
	const went = judgement === void 0 ? "" : `Better on ${counted(judgement.wins, "row")}, worse on ${whole(judgement.losses)}, same on ${whole(judgement.ties)}. `;
	const cost = usd === void 0 ? "" : ` ${dollars(usd)}.`;
	const from = kept === 0 ? "" : ` (${counted(kept, "answer")} kept from before)`;
	return `${went}Scored ${whole(judgement?.rows ?? 0)} of ${counted(total, "row")}, ${counted(asked, "answer")} asked for${from}.${cost}`;
}
function refusalSentence(of) {
	const { verdict, candidate, baseline } = of;
	const why = reasons(of).join("; ").replace(/[.\s]+$/, "");
	const found = of.judgement === void 0 ? "" : ` ${verdictSentence(of)}`;
	return `${`The verdict on ${inertLine(candidate.model, 120)} against ${inertLine(baseline.model, 120)} is ${verdict}: ${why}.${found}`} ${wayOn(of)}`.trim();
}
const coverageText = (of) => `${decimals(coverageOf(of) * 100, 1)} %`;
export { reasons as a, scoreText as c, wayOn as d, intervalPercent as i, verdictSentence as l, coverageText as n, refusalSentence as o, differenceText as r, rowsSentence as s, ICONS as t, verdictTitle as u };
