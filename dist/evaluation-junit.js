import { a as refusalSentence, c as verdictTitle, s as verdictSentence } from "./main.js";
// src/report/evaluation-junit.ts
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffe\uffff]/gu;
function written(sign) {
	const code = sign.codePointAt(0) ?? 0;
	return sign === "\n" || sign === "\r" || sign === "	" ? `&#${code};` : `\\u{${code.toString(16)}}`;
}
function xmlText(text, max = 2e3) {
	return text.slice(0, max).toWellFormed().replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\"", "&quot;").replaceAll("'", "&apos;").replace(UNSEEN, written);
}
const element = (name, attributes, inner = "") => {
	const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(String(value))}"`);
	return inner === "" ? `<${name}${pairs.join("")}/>` : `<${name}${pairs.join("")}>${inner}</${name}>`;
};
const isWorse = ({ score, baselineScore }) => score !== void 0 && baselineScore !== void 0 && score < baselineScore;
function testCase(row, showRows) {
	const attributes = {
		name: `${row.path}:${row.line}`,
		classname: row.tag === void 0 || !showRows ? "rows" : `rows.${row.tag.replaceAll(".", "_")}`,
		file: row.path,
		line: row.line
	};
	if (row.unscored !== void 0) {
		const message = showRows ? row.unscored : "The row has no score.";
		return element("testcase", attributes, element("skipped", { message }));
	}
	if (!isWorse(row)) return element("testcase", attributes);
	const message = `${row.score} against ${row.baselineScore}`;
	const texts = [
		`Prompt: ${row.prompt}`,
		`Candidate: ${row.candidate[0]?.text ?? ""}`,
		`Baseline: ${row.baseline[0]?.text ?? ""}`
	];
	const inner = showRows ? texts.map((text) => xmlText(text)).join("&#10;") : "";
	return element("testcase", attributes, element("failure", {
		message,
		type: "worse"
	}, inner));
}
function renderJunit(of, showRows) {
	const { passed, rows } = of;
	const verdict = element("testcase", {
		name: verdictTitle(of),
		classname: "verdict"
	}, passed ? element("system-out", {}, xmlText(verdictSentence(of))) : element("failure", {
		message: refusalSentence(of),
		type: of.verdict
	}));
	const worse = rows.filter(isWorse).length;
	const skipped = rows.filter(({ unscored }) => unscored !== void 0).length;
	const suites = [element("testsuite", {
		name: "verdict",
		tests: 1,
		failures: passed ? 0 : 1,
		errors: 0,
		skipped: 0
	}, verdict), element("testsuite", {
		name: "rows",
		tests: rows.length,
		failures: worse,
		errors: 0,
		skipped
	}, rows.map((row) => testCase(row, showRows)).join("\n"))];
	return `<?xml version="1.0" encoding="UTF-8"?>\n${element("testsuites", { name: "evaluation" }, `\n${suites.join("\n")}\n`)}\n`;
}
export { renderJunit };
