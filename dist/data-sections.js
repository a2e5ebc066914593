import { c as countOf, n as looksPaid, t as estimatedPrice } from "./price.js";
import { t as masked } from "./credentials.js";
import { a as textOf } from "./words.js";
import { d as placesOf, f as rows, u as placed } from "./sections.js";
import { f as markdownText, h as whole, i as counted, t as bytes, u as markdownCode } from "./text.js";
// src/report/data-sections.ts
const BLOCKS = [
	"▁",
	"▂",
	"▃",
	"▄",
	"▅",
	"▆",
	"▇",
	"█"
];
const ROLES = new Set([
	"system",
	"developer",
	"user",
	"assistant",
	"tool",
	"function"
]);
const NAMES = 8;
const TITLES = {
	training_file: "Training",
	validation_file: "Validation",
	evaluation_file: "Evaluation"
};
const nameOf = ({ role }) => TITLES[role];
function spread({ statistics }) {
	const bins = statistics?.histogram ?? [];
	const most = Math.max(1, ...bins.map((bin) => bin.rows));
	const line = bins.map((bin) => bin.rows === 0 ? "·" : BLOCKS[Math.min(7, Math.floor(bin.rows / most * 7.999))] ?? "█");
	return bins.length === 0 ? "" : `${whole(bins[0]?.from ?? 0)} <code>${line.join("")}</code> ${whole(statistics?.rowTokens.max ?? 0)}`;
}
function verdict(dataset) {
	const errors = countOf(dataset, "error");
	const warnings = countOf(dataset, "warning");
	const found = [errors > 0 ? `❌ **${counted(errors, "error")}**` : "", warnings > 0 ? `⚠️ ${counted(warnings, "warning")}` : ""].filter((part) => part !== "");
	return found.length === 0 ? "none" : found.join(", ");
}
function tally(counts, isShown) {
	const named = Object.entries(counts ?? {}).filter(([name]) => isShown(name));
	const unnamed = Object.entries(counts ?? {}).filter(([name]) => !isShown(name)).reduce((sum, [, count]) => sum + count, 0);
	const all = [...named, ...unnamed === 0 ? [] : [["others", unnamed]]].sort(([, left], [, right]) => right - left);
	return [...all.slice(0, NAMES).map(([name, count]) => `${markdownText(masked(name), 40)} ${whole(count)}`), ...all.length > NAMES ? [`${whole(all.length - NAMES)} more`] : []].join(", ");
}
function bounds({ low, high }) {
	return low === high ? "" : ` (${whole(low)} to ${whole(high)})`;
}
function sample(statistics) {
	if (statistics === void 0 || statistics.leftOut === 0) return "";
	const { rows: counted, leftOut } = statistics;
	return `the figures from here to the longest rows are of ${whole(counted)} of ${whole(counted + leftOut)} rows`;
}
const FACTS = [
	["File", ({ paths }, findings) => `${paths.slice(0, 3).map((path) => placed(findings, path, void 0)).join("<br>")}${paths.length > 3 ? `<br>and ${whole(paths.length - 3)} more` : ""}`],
	["Rows", ({ rows: count, format }) => `${whole(count)}${format === void 0 ? "" : ` (${format})`}`],
	["Problems", (dataset) => verdict(dataset)],
	["Tokens", ({ tokens }) => tokens === void 0 ? "" : `${tokens.kind === "exact" ? "" : "≈ "}${whole(tokens.tokens)}${bounds(tokens)}`],
	["Sample", ({ statistics }) => sample(statistics)],
	["Tokens per row", ({ statistics }) => statistics === void 0 ? "" : `median ${whole(statistics.rowTokens.median)}, 95th percentile ${whole(statistics.rowTokens.p95)}, largest ${whole(statistics.rowTokens.max)}`],
	["Spread", (dataset) => spread(dataset)],
	["Trained on", ({ statistics }) => statistics?.trainedShare ? `${Math.round(statistics.trainedShare * 100)} % of the tokens` : ""],
	["Turns per row", ({ statistics }) => statistics === void 0 ? "" : `median ${whole(statistics.turns.median)}, largest ${whole(statistics.turns.max)}`],
	["Messages", ({ statistics }, { run }) => tally(statistics?.roles, (name) => run.showRows || ROLES.has(name))],
	["Tools called", ({ statistics }, { run }) => tally(statistics?.tools, () => run.showRows)],
	["Near-empty answers", ({ statistics }) => statistics?.nearEmptyAnswers ? `⚠️ ${counted(statistics.nearEmptyAnswers, "row")}` : ""],
	["Longest rows", ({ statistics }, findings) => (statistics?.longest ?? []).slice(0, 5).map(({ path, line, tokens }) => `${placed(findings, path, line, `line ${line}`)} (${whole(tokens)})`).join(", ")],
	["Size", (dataset) => bytes(dataset.bytes)],
	["SHA-256", ({ sha256 }) => `<code>${sha256.slice(0, 16)}</code>`]
];
function expected({ estimate }) {
	if (estimate === void 0) return "";
	const { tokens, epochs, epochsAsked, looks } = estimate;
	const range = tokens.kind === "exact" ? "" : ` (${whole(tokens.low)} to ${whole(tokens.high)}; ${markdownText(tokens.basis, 600)})`;
	const price = estimatedPrice(estimate, markdownText);
	const usual = epochsAsked ? "" : " (the default; the provider decides)";
	return `Expected: **${whole(tokens.tokens)}** tokens${range} over ${counted(epochs, "epoch")}${usual}${looksPaid(looks)}${price === "" ? "" : `; ${price}`}.`;
}
function lengths(datasets) {
	const charts = datasets.flatMap((dataset) => {
		const bins = dataset.statistics?.histogram ?? [];
		if (bins.length === 0) return [];
		const most = Math.max(...bins.map((bin) => bin.rows));
		const names = bins.map(({ from, to }) => to - from <= 1 ? whole(from) : `${whole(from)}–${whole(to - 1)}`);
		const width = Math.max(...names.map((name) => name.length));
		const lines = bins.map((bin, index) => {
			const bar = "█".repeat(Math.round(bin.rows / most * 40)) || (bin.rows > 0 ? "▏" : "");
			return `${(names[index] ?? "").padStart(width)}  ${bar} ${whole(bin.rows)}`;
		});
		return [`${nameOf(dataset)}, rows by tokens\n${lines.join("\n")}`];
	});
	return charts.length === 0 ? "" : `<details><summary>Length of the rows</summary>\n\n\`\`\`text\n${charts.join("\n\n")}\n\`\`\`\n\n</details>`;
}
function data(findings) {
	const { datasets } = findings;
	if (datasets.length === 0) return "";
	const body = FACTS.map(([name, text]) => [name, ...datasets.map((dataset) => text(dataset, findings))]).filter((cells) => cells.slice(1).some((cell) => cell !== ""));
	return [
		"### Data",
		rows(["", ...datasets.map(nameOf)], body),
		expected(findings),
		lengths(datasets)
	].filter((part) => part !== "").join("\n\n");
}
function problems(findings) {
	const all = findings.datasets.flatMap((dataset) => dataset.counts.map((entry) => ({
		...entry,
		dataset
	})));
	if (all.length === 0) return "";
	const body = all.sort((left, right) => left.severity.localeCompare(right.severity) || right.count - left.count).map(({ rule, severity, count, dataset }) => {
		const examples = dataset.problems.filter((problem) => problem.rule === rule);
		const places = examples.slice(0, 5);
		return [
			severity === "error" ? "❌" : "⚠️",
			markdownCode(rule),
			whole(count),
			examples[0] === void 0 ? "" : markdownText(textOf(examples[0].message, findings.run.showRows), 300),
			`${placesOf(findings, places)}${count > places.length ? `${places.length === 0 ? "" : " and "}${whole(count - places.length)} more` : ""}`
		];
	});
	return [
		`### Problems`,
		rows([
			"",
			"Rule",
			"Count	",
			"For example",
			"Where"
		], body),
		...kept(findings)
	].join("\n\n");
}
function kept({ datasets }) {
	const found = datasets.reduce((sum, dataset) => sum + countOf(dataset, "error") + countOf(dataset, "warning"), 0);
	const places = datasets.reduce((sum, { problems: list }) => sum + list.length, 0);
	return places >= found ? [] : [`_${whole(found)} problems were counted; of ${whole(places)} the places are kept, in \`problems.jsonl\` and \`problems.sarif\` of the report. Fix those, and run again to see the rest._`];
}
export { problems as n, data as t };
