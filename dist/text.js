// src/report/text.ts
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
function inertLine(text, max = 300) {
	const line = text.slice(0, max * 4).replace(/\s+/g, " ").trim().replace(UNSEEN, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`);
	return line.length > max ? `${line.slice(0, max)}…` : line;
}
const ACTIVE = new RegExp([
	/[\\`*[\]|~$<>&]/,
	/^[-+=#:_]|(?<=^\d{1,9})[.)]/,
	/:(?=\/|[\w+-]+:)|(?<=www)\.|#(?=\d|#*$)|@(?=[\w.-])/,
	/_(?=_*(?:[^\p{L}\p{N}_]|$))/u
].map(({ source }) => source).join("|"), "giu");
const NAMED = {
	"<": "lt",
	">": "gt",
	"&": "amp"
};
function markdownText(text, max = 300) {
	return inertLine(text, max).replace(ACTIVE, (character) => `&${NAMED[character] ?? `#${character.charCodeAt(0)}`};`);
}
function markdownCode(text, max = 300) {
	return `<code>${markdownText(text, max)}</code>`;
}
function mermaidText(text, max = 60) {
	return inertLine(text, max).replace(/[^\p{L}\p{N} ,.()/_-]/gu, "");
}
function coded(url) {
	return encodeURI(url.toWellFormed()).replace(/%25(?=[0-9A-Fa-f]{2})/g, "%");
}
function markdownLink(text, url) {
	return /^https?:\/\//.test(url) ? `<a href="${coded(url).replace(/["'<>&]/g, (character) => `&#${character.charCodeAt(0)};`)}">${markdownText(text)}</a>` : markdownText(text);
}
function whole(value) {
	return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ",");
}
function counted(count, noun) {
	return `${whole(count)} ${noun}${count === 1 ? "" : "s"}`;
}
function figure(value) {
	if (Number.isInteger(value)) return whole(value);
	const absolute = Math.abs(value);
	if (absolute >= 1e3) return whole(value);
	return absolute >= .001 ? String(Number(value.toPrecision(4))) : value.toExponential(2);
}
function duration(milliseconds) {
	const seconds = Math.max(0, Math.round(milliseconds / 1e3));
	if (seconds === 0) return "less than 1 s";
	if (seconds < 60) return `${seconds} s`;
	const minutes = Math.floor(seconds / 60);
	if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
	return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
function bytes(size) {
	if (size < 1e3) return `${size} B`;
	const units = [
		"kB",
		"MB",
		"GB",
		"TB"
	];
	let value = size / 1e3;
	let unit = 0;
	while (value >= 999.5 && unit < units.length - 1) {
		value /= 1e3;
		unit += 1;
	}
	return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}
function dollars(value) {
	return value > 0 && value < .01 ? "under $0.01" : `$${value.toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ",")}`;
}
function change(before, after, words) {
	const difference = after - before;
	return difference === 0 ? "" : `${difference > 0 ? "+" : "−"}${words(Math.abs(difference))}`;
}
function share(before, after) {
	const percent = before > 0 ? Math.round((after / before - 1) * 100) : 0;
	return percent === 0 ? "" : `${percent > 0 ? "+" : "−"}${whole(Math.abs(percent))} %`;
}
function isName(text) {
	return /^\w[\w.:/@+-]{0,299}$/.test(text);
}
function copyable(name) {
	return isName(name) ? `\`${name}\`` : markdownCode(name);
}
export { dollars as a, inertLine as c, markdownLink as d, markdownText as f, whole as h, counted as i, isName as l, share as m, change as n, duration as o, mermaidText as p, copyable as r, figure as s, bytes as t, markdownCode as u };
