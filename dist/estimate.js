import { i as ours, o as words } from "./words.js";
import { H as quote } from "./text-row.js";
import { m as faultsOf, t as FORMAT_NAMES } from "./formats.js";
import { C as offsetIn, S as numberAt, T as withState, _ as hashContent, a as plainRow, b as STATE, c as checkRow, d as StatisticsTotal, g as contentKey, h as comparable, i as hasNoKeyTwice, l as RowCounter, m as besides, o as parseLine, p as SEEN_BYTES, r as Problems, s as jsonFault, t as examinerOf, v as differenceOf, w as stateIn, x as formatsOf, y as normalised } from "./examine.js";
import { a as FILE_RULES, i as severityOf } from "./rules.js";
import { t as USUAL_PROFILE } from "./profile.js";
import { r as referencesIn, t as SAMPLE_NAMES } from "./templates.js";
import { isAscii } from "node:buffer";
import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
// src/dataset/scan/reread.ts
const ANY_ROW = {
	...USUAL_PROFILE,
	textRows: true
};
function rereadRow(line, method) {
	try {
		const plain = plainRow(JSON.parse(line), method);
		if (plain !== void 0 && hasNoKeyTwice(plain, line)) return plain.row;
	} catch {
		return;
	}
	const parsed = parseLine(line);
	return "found" in parsed ? void 0 : checkRow(parsed.value, {
		method,
		profile: ANY_ROW,
		graderItems: []
	}).row;
}
// src/canonical.ts
function canonicalJson(value) {
	if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(",")}]`;
	if (typeof value !== "object" || value === null) return JSON.stringify(value);
	return `{${Object.entries(value).filter(([, inner]) => inner !== void 0).sort(([left], [right]) => left < right ? -1 : left > right ? 1 : 0).map(([name, inner]) => `${JSON.stringify(name)}:${canonicalJson(inner)}`).join(",")}}`;
}
// src/dataset/likeness/comparison.ts
function textLikeness(one, other) {
	if (one === other) return "same";
	return normalised(one) === normalised(other) ? differenceOf(one, other) ?? "meant" : "other";
}
function codeLikeness(one, other) {
	if (one === other) return "same";
	return normalised(one) === normalised(other) ? "meant" : "other";
}
function contentLikeness(one, other) {
	if (typeof one === "string" && typeof other === "string") return textLikeness(one, other);
	return codeLikeness(contentKey(one), contentKey(other));
}
function least(one, other) {
	if (one === "other" || other === "other") return "other";
	if (one === "meant" || other === "meant") return "meant";
	return one === "same" ? other : one;
}
function messagesLikeness(one, other) {
	if (one.length !== other.length) return "other";
	let all = "same";
	for (const [index, message] of one.entries()) {
		const twin = other[index];
		if (twin === void 0 || message.role !== twin.role) return "other";
		all = least(all, contentLikeness(message.content, twin.content));
		all = least(all, codeLikeness(besides(message), besides(twin)));
		if (all === "other") return all;
	}
	return all;
}
function relationOf(row, other) {
	const [here, there] = [comparable(row), comparable(other)];
	if (here.asked !== there.asked) return void 0;
	const prompt = least(codeLikeness(givenText(here.given), givenText(there.given)), messagesLikeness(here.messages.slice(0, here.asked), there.messages.slice(0, there.asked)));
	const whole = least(prompt, messagesLikeness(here.messages.slice(here.asked), there.messages.slice(there.asked)));
	if (whole === "same") return { is: "same" };
	if (typeof whole === "object") return {
		is: "alike",
		difference: whole
	};
	if (here.asked === 0) return void 0;
	if (prompt === "same") return { is: "contradiction" };
	return typeof prompt === "object" ? {
		is: "alike-contradiction",
		difference: prompt
	} : void 0;
}
const givenText = (given) => given === void 0 ? "" : canonicalJson(given);
function exactContent(row) {
	const { messages, asked, given } = comparable(row);
	const join = (part) => JSON.stringify([givenText(given), ...part.map((message) => [
		message.role,
		typeof message.content === "string" ? message.content.trim() : contentKey(message.content),
		besides(message)
	])]);
	return {
		prompt: join(messages.slice(0, asked)),
		whole: join(messages)
	};
}
// src/dataset/likeness/known-rows.ts
function lineOf({ rows, reader }, row) {
	const { path, offset } = rows.place(row);
	return reader.kept(path, offset) ?? reader.line(path, offset);
}
async function linesOf(left, row, right, other) {
	const one = lineOf(left, row);
	const two = lineOf(right, other);
	return [Buffer.isBuffer(one) ? one : await one, Buffer.isBuffer(two) ? two : await two];
}
async function rowAgain(known, row) {
	return rereadRow((await lineOf(known, row)).toString("utf8"), known.method);
}
const GONE = {
	whole: 0,
	prompt: 0
};
async function contentHash(known, given) {
	const { rows, method } = known;
	const row = rows.original(given);
	const taken = rows.hash(row);
	if (taken !== void 0) return taken;
	const line = await lineOf(known, row);
	const read = rereadRow(line.toString("utf8"), method);
	const hash = read === void 0 ? GONE : hashContent(read, isAscii(line) && !line.includes("\\u"));
	rows.keepHash(row, hash);
	return hash;
}
async function relation(left, row, right, other) {
	const [here, there] = await linesOf(left, row, right, other);
	if (here.equals(there)) return { is: "same" };
	const one = rereadRow(here.toString("utf8"), left.method);
	const two = rereadRow(there.toString("utf8"), left.method);
	return one === void 0 || two === void 0 ? void 0 : relationOf(one, two);
}
function isCopy(known, row, other) {
	const { rows, reader } = known;
	const [one, two] = [rows.hash(row), rows.hash(other)];
	if (one !== void 0 && two !== void 0 && one.whole !== two.whole) return false;
	return reader.areSameKept(rows.place(row), rows.place(other)) ?? linesOf(known, row, known, other).then(([here, there]) => here.equals(there));
}
async function compareMeetings(known) {
	const { rows } = known;
	for (const { row, alike, asked } of rows.meetings()) {
		const same = alike >= 0 && isCopy(known, row, alike);
		if (typeof same === "boolean" ? same : await same) {
			rows.keepCopy(row, alike);
			continue;
		}
		for (const one of [
			row,
			alike,
			asked
		]) if (one >= 0 && rows.hash(one) === void 0) await contentHash(known, one);
	}
}
// src/dataset/likeness/key-index.ts
function sortPairs(pairs) {
	new BigInt64Array(pairs.buffer, pairs.byteOffset, pairs.length / 2).sort();
}
var Pairs = class {
	#numbers = new Int32Array(1024);
	#filled = 0;
	add(first, second) {
		if (this.#filled === this.#numbers.length) {
			const larger = new Int32Array(this.#filled * 2);
			larger.set(this.#numbers);
			this.#numbers = larger;
		}
		this.#numbers[this.#filled] = first;
		this.#numbers[this.#filled + 1] = second;
		this.#filled += 2;
	}
	sorted() {
		const pairs = this.#numbers.subarray(0, this.#filled);
		sortPairs(pairs);
		return pairs;
	}
};
function lastNotAbove(count, valueAt, limit) {
	let low = 0;
	for (let high = count; low < high;) {
		const middle = low + high >>> 1;
		if (valueAt(middle) <= limit) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}
function holds$1(values, value) {
	const at = lastNotAbove(values.length, (index) => numberAt(values, index), value);
	return at >= 0 && values[at] === value;
}
var KeyIndex = class {
	#pairs;
	constructor(pairs) {
		this.#pairs = pairs.sorted();
	}
	*rowsWith(key) {
		const pairs = this.#pairs;
		const from = lastNotAbove(pairs.length / 2, (index) => numberAt(pairs, index * 2 + 1), key - 1) + 1;
		for (let at = from * 2; at < pairs.length && numberAt(pairs, at + 1) === key; at += 2) yield numberAt(pairs, at);
	}
	*groups(least) {
		const pairs = this.#pairs;
		for (let from = 0, to = 0; from < pairs.length; from = to) {
			to = this.#endOf(from);
			if (to - from >= least * 2) yield this.rowsWith(numberAt(pairs, from + 1));
		}
	}
	#endOf(from) {
		const pairs = this.#pairs;
		const key = pairs[from + 1];
		let to = from + 2;
		while (to < pairs.length && pairs[to + 1] === key) to += 2;
		return to;
	}
};
// src/dataset/likeness/repeats.ts
function placeOf({ path, line }) {
	return words`${ours(path)}:${line}`;
}
const RULE_OF = {
	same: "row/duplicate",
	contradiction: "row/contradiction",
	alike: "row/near-duplicate",
	"alike-contradiction": "row/near-contradiction"
};
function detailOf(relation, method, other) {
	const place = placeOf(other);
	switch (relation.is) {
		case "same": return words`The row is the same as ${place}.`;
		case "contradiction": return method === "dpo" ? words`The same two outputs are preferred the other way round at ${place}.` : words`The same prompt has another answer at ${place}.`;
		case "alike": {
			const { here, there } = relation.difference;
			return words`The row equals ${place} but for how it is written: ${quote(here)} here, ${quote(there)} there.`;
		}
		case "alike-contradiction": {
			const { here, there } = relation.difference;
			const written = words`${quote(here)} here, ${quote(there)} there`;
			return words`The prompt equals that of ${place} but for how it is written (${written}), and has another answer.`;
		}
	}
}
const MOST_FORMS = 2e4;
var Forms = class {
	#rows = new Map();
	#firsts = new Set();
	isOpen(first) {
		return this.#rows.size < MOST_FORMS || this.#firsts.has(first);
	}
	meet(first, form, row) {
		const key = `${first} ${createHash("sha256").update(form).digest("base64")}`;
		const earlier = this.#rows.get(key);
		if (earlier !== void 0) return earlier;
		if (this.#rows.size < MOST_FORMS) {
			this.#rows.set(key, row);
			this.#firsts.add(first);
		}
		return -1;
	}
};
const MANY = 5;
var Comparison = class {
	#known;
	#forms = {
		whole: new Forms(),
		prompt: new Forms()
	};
	constructor(known) {
		this.#known = known;
	}
	async manyAnswers() {
		const firsts = [];
		for (const [first = 0, ...others] of this.#known.rows.crowds(MANY, 9)) {
			let answers = 1;
			for (const other of others) {
				const found = await relation(this.#known, other, this.#known, first);
				if (found?.is === "contradiction" || found?.is === "alike-contradiction") answers += 1;
				if (answers === MANY) break;
			}
			if (answers === MANY) firsts.push(first);
		}
		return Int32Array.from(firsts).sort();
	}
	async #sameForm(row, first, part) {
		if (!this.#forms[part].isOpen(first)) return -1;
		const read = await rowAgain(this.#known, row);
		return read === void 0 ? -1 : this.#forms[part].meet(first, exactContent(read)[part], row);
	}
	async #closest(row, first, part) {
		const found = await relation(this.#known, row, this.#known, first);
		const related = found === void 0 ? void 0 : {
			relation: found,
			other: first
		};
		if (found?.is === "same" || found?.is === "contradiction" && part === "prompt") return related;
		const earlier = await this.#sameForm(row, first, part);
		const exact = earlier < 0 ? void 0 : await relation(this.#known, row, this.#known, earlier);
		return exact === void 0 ? related : {
			relation: exact,
			other: earlier
		};
	}
	async find({ row, alike, asked }, isMany) {
		const near = alike < 0 ? void 0 : await this.#closest(row, alike, "whole");
		if (near?.relation.is === "same") {
			this.#known.rows.keepCopy(row, near.other);
			return near;
		}
		if (near?.relation.is === "alike") {
			if (asked >= 0 && !isMany) await this.#sameForm(row, asked, "prompt");
			return near;
		}
		if (isMany) return "one of many";
		return asked < 0 ? near : await this.#closest(row, asked, "prompt");
	}
};
async function findRepeats(known, tell) {
	const { rows, method } = known;
	await compareMeetings(known);
	const comparison = new Comparison(known);
	const many = await comparison.manyAnswers();
	let answers = many.length;
	const report = (row, { relation, other }) => {
		const rule = RULE_OF[relation.is];
		tell({
			rule,
			place: rows.place(row),
			found: () => ({
				rule,
				detail: detailOf(relation, method, rows.place(other))
			})
		});
	};
	for (const meeting of rows.suspects()) {
		const { row } = meeting;
		const original = rows.original(row);
		if (original !== row) {
			report(row, {
				relation: { is: "same" },
				other: rows.original(original)
			});
			continue;
		}
		const related = await comparison.find(meeting, meeting.asked >= 0 && holds$1(many, meeting.asked));
		if (related === "one of many") answers += 1;
		else if (related !== void 0) report(row, related);
	}
	const [first] = many;
	if (first === void 0) return;
	const place = placeOf(rows.place(first));
	const detail = many.length === 1 ? words`The prompt at ${place} has ${answers} different answers.` : words`${many.length} prompts have ${answers} different answers, at least ${MANY} each; the first is at ${place}.`;
	tell({
		rule: "file/many-answers",
		place: void 0,
		found: () => ({
			rule: "file/many-answers",
			detail
		})
	});
}
// src/dataset/kinds/binary-kinds.ts
const pandas = (read) => `python3 -c 'import pandas, sys; pandas.${read}(sys.argv[1]).to_json(sys.argv[2], orient="records", lines=True)' FILE NEW`;
const EXPORT = "Export its rows as JSON Lines: one JSON object on each line.";
const SIGNATURES = [
	{
		begins: [""],
		name: "a gzip archive",
		fix: "Unpack it: gunzip -c FILE > NEW"
	},
	{
		begins: ["BZh"],
		holds: ["1AY&SY", "rE8P"],
		name: "a bzip2 archive",
		fix: "Unpack it: bunzip2 -c FILE > NEW"
	},
	{
		begins: ["ý7zXZ\0"],
		name: "an xz archive",
		fix: "Unpack it: xz -dc FILE > NEW"
	},
	{
		begins: ["(µ/ý"],
		name: "a Zstandard archive",
		fix: "Unpack it: zstd -dc FILE > NEW"
	},
	{
		begins: ["\"M"],
		name: "an LZ4 archive",
		fix: "Unpack it: lz4 -dc FILE > NEW"
	},
	{
		begins: ["ustar"],
		at: 257,
		name: "a tar archive",
		fix: "Unpack it: tar -xOf FILE > NEW"
	},
	{
		begins: ["PK"],
		holds: [
			"xl/workbook.xml",
			"xl/worksheets/",
			"xl/styles.xml",
			"xl/theme/",
			"xl/_rels/"
		],
		name: "an Excel workbook (XLSX)",
		fix: `Convert it: ${pandas("read_excel")}`
	},
	{
		begins: ["PK"],
		holds: ["opendocument.spreadsheet"],
		name: "an OpenDocument spreadsheet (ODS)",
		fix: `Convert it: ${pandas("read_excel")}`
	},
	{
		begins: ["PK"],
		holds: [
			"word/document.xml",
			"word/_rels/",
			"opendocument.text"
		],
		name: "a text document",
		fix: EXPORT
	},
	{
		begins: ["PK"],
		holds: ["data.pkl"],
		name: "a PyTorch file",
		fix: EXPORT
	},
	{
		begins: ["PK", "PK"],
		name: "a ZIP archive",
		fix: "Unpack it: unzip -p FILE > NEW"
	},
	{
		begins: ["7z¼¯'"],
		name: "a 7-Zip archive",
		fix: "Unpack it, and give the file that is in it."
	},
	{
		begins: ["Rar!\x07"],
		name: "a RAR archive",
		fix: "Unpack it, and give the file that is in it."
	},
	{
		begins: ["ÐÏà¡±á"],
		name: "an old Excel workbook (XLS)",
		fix: `Convert it: ${pandas("read_excel")}`
	},
	{
		begins: ["PAR1", "PARE"],
		name: "a Parquet file",
		fix: `Convert it: ${pandas("read_parquet")}`
	},
	{
		begins: ["ARROW1", "FEA1"],
		name: "an Arrow (Feather) file",
		fix: `Convert it: ${pandas("read_feather")}`
	},
	{
		begins: ["ÿÿÿÿ"],
		name: "a stream of Arrow tables",
		fix: `Convert it: python3 -c 'import pyarrow, sys; pyarrow.ipc.open_stream(sys.argv[1]).read_pandas().to_json(sys.argv[2], orient="records", lines=True)' FILE NEW`
	},
	{
		begins: ["ORC"],
		holds: ["\0"],
		name: "an ORC file",
		fix: `Convert it: ${pandas("read_orc")}`
	},
	{
		begins: ["Obj"],
		name: "an Avro file",
		fix: EXPORT
	},
	{
		begins: ["HDF\r\n\n"],
		name: "an HDF5 file",
		fix: EXPORT
	},
	{
		begins: ["NUMPY"],
		name: "a NumPy array",
		fix: EXPORT
	},
	{
		begins: ["SQLite format 3\0"],
		name: "an SQLite database",
		fix: "Export the table that holds the rows: sqlite3 -json FILE 'SELECT * FROM TABLE' | jq -c '.[]' > NEW"
	},
	{
		begins: [
			"",
			"",
			"",
			""
		],
		name: "a Python pickle",
		fix: `Convert it, only if you trust it (a pickle runs code when it is read): python3 -c 'import json, pickle, sys; [print(json.dumps(row)) for row in pickle.load(open(sys.argv[1], "rb"))]' FILE > NEW`
	},
	{
		begins: ["%PDF-"],
		name: "a PDF document",
		fix: "Write its text as rows: one JSON object on each line."
	},
	{
		begins: ["{\\rtf"],
		name: "an RTF document",
		fix: EXPORT
	},
	{
		begins: [
			"PNG",
			"ÿØÿ",
			"GIF8"
		],
		name: "a picture",
		fix: "Give a file of rows; pictures stand in them as URLs."
	}
];
function holds(text, { begins, at = 0, holds: wanted }) {
	if (!begins.some((beginning) => text.startsWith(beginning, at))) return false;
	return wanted === void 0 || wanted.some((inner) => text.includes(inner));
}
function wideKind(bytes) {
	const begins = (...wanted) => wanted.every((byte, index) => bytes[index] === byte);
	const fix = (encoding) => `Convert it: iconv -f ${encoding} -t UTF-8 FILE > NEW`;
	if (begins(255, 254, 0, 0) || begins(0, 0, 254, 255)) return {
		rule: "file/utf16",
		what: "is a text in UTF-32",
		fix: fix("UTF-32")
	};
	if (begins(255, 254) || begins(254, 255)) return {
		rule: "file/utf16",
		what: "is a text in UTF-16",
		fix: fix("UTF-16")
	};
	const start = bytes.subarray(0, 64);
	const [even = 0, odd = 0] = [0, 1].map((parity) => start.filter((byte, index) => byte === 0 && index % 2 === parity).length);
	if (start.length <= 16 || Math.max(even, odd) <= 8 || Math.min(even, odd) > 0) return void 0;
	return {
		rule: "file/utf16",
		what: "is a text in UTF-16",
		fix: fix(even > 0 ? "UTF-16BE" : "UTF-16LE")
	};
}
function binaryKind(bytes) {
	const text = bytes.toString("latin1");
	const found = SIGNATURES.find((signature) => holds(text, signature));
	if (found !== void 0) return {
		rule: "file/other-format",
		what: `is ${found.name}`,
		fix: found.fix
	};
	const wide = wideKind(bytes);
	if (wide !== void 0) return wide;
	if (bytes.subarray(0, 4096).every((byte) => byte === 0)) return {
		rule: "file/other-format",
		what: "is nothing but NUL bytes",
		fix: "Write it again; it was damaged where it was made, or on its way."
	};
	const end = bytes.indexOf(10);
	const start = bytes.subarray(0, end < 0 ? 512 : Math.min(end, 512));
	const strange = start.filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13).length;
	if (strange > 2 && strange * 20 > start.length) return {
		rule: "file/other-format",
		what: "is a binary file of a kind that is not known",
		fix: EXPORT
	};
}
// src/dataset/kinds/json-kinds.ts
const PRETTY = "Put each on one line: jq -c . FILE > NEW";
const other$1 = (what, fix) => ({
	rule: "file/other-format",
	what,
	fix
});
function parsed(line) {
	try {
		return { value: JSON.parse(line) };
	} catch {
		return;
	}
}
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isList = (value) => Array.isArray(value);
const haveKeys = (items, ...keys) => items.length > 0 && items.every((item) => isObject(item) && keys.every((key) => key in item));
function endsInString(text) {
	let open = false;
	for (let at = 0; at < text.length; at += 1) if (open && text[at] === "\\") at += 1;
	else if (text[at] === "\"") open = !open;
	return open;
}
function isSpread({ lines, whole }) {
	const [first = "", second] = lines;
	if (second === void 0) return !whole && first === "{";
	if (endsInString(first) || parsed(first) !== void 0 || jsonFault(first) < first.length) return false;
	return !isObject(parsed(second)?.value);
}
function fromLists(lists) {
	const all = (...keys) => lists.every((list) => haveKeys(list, ...keys));
	if (all("role", "content")) return "Convert it: jq -c '{messages: .}' FILE > NEW";
	if (all("from", "value")) return `Convert it: jq -c '{messages: map({role: ({human: "user", gpt: "assistant"}[.from] // .from), content: .value})}' FILE > NEW`;
	if (lists.every((list) => list.length === 2 && list.every((item) => typeof item === "string"))) return `If each is a question and its answer, convert it: jq -c '{messages: [{role: "user", content: .[0]}, {role: "assistant", content: .[1]}]}' FILE > NEW`;
	return "Write one JSON object on each line.";
}
const isConversation = (list) => haveKeys(list, "role", "content") || haveKeys(list, "from", "value");
function listKind({ text, lines }) {
	const values = lines.map(parsed);
	const lists = values.flatMap((line) => isList(line?.value) ? [line.value] : []);
	const [first] = lists;
	const lie = lists.length > 1 && lists.length * 2 > lines.length;
	if (first !== void 0 && values[0] !== void 0 && (lie || lines.length === 1 && isConversation(first))) return other$1("has a list on each line, not an object", fromLists(lists));
	if (values.some((line) => isObject(line?.value))) {
		if (lines[0] !== "[") return void 0;
	} else if (!/^\[\s*($|[[{"\d-])/.test(text)) return void 0;
	return {
		rule: "file/json-array",
		what: "is one JSON array, not lines",
		fix: "Convert it: jq -c '.[]' FILE > NEW"
	};
}
function objectKind(head) {
	const [first = ""] = head.lines;
	if (isSpread(head)) return {
		rule: "file/pretty-json",
		what: "has objects that are spread over several lines",
		fix: PRETTY
	};
	if (parsed(first) !== void 0) return void 0;
	if (/^\{\s*'/.test(first)) return other$1("has Python dictionaries, not JSON", `Convert it: python3 -c 'import ast, json, sys; [print(json.dumps(ast.literal_eval(row))) for row in open(sys.argv[1], encoding="utf-8") if row.strip()]' FILE > NEW`);
	const commas = head.lines.filter((line) => /^\{.*\},$/.test(line));
	if (commas.length > 1 && commas.length >= head.lines.length - 1 && parsed(first.slice(0, -1)) !== void 0) return other$1("has lines that end with commas", "Remove them: sed -e 's/,[[:space:]]*$//' FILE > NEW");
	const fault = jsonFault(first);
	if (first[fault] !== "{" || !isObject(parsed(first.slice(0, fault))?.value)) return void 0;
	return /\r\s*$/.test(first.slice(0, fault)) ? other$1("has lines that end in CR alone, where LF ends a line", "Convert it: tr '\\r' '\\n' < FILE > NEW") : {
		rule: "file/pretty-json",
		what: "has several objects on one line",
		fix: PRETTY
	};
}
function scalarKind({ lines }) {
	const values = lines.map(parsed);
	if (values.length < 2 || !values.every((line) => line !== void 0 && !isObject(line.value) && !isList(line.value))) return void 0;
	return values.map((line) => typeof line?.value === "string" ? parsed(line.value) : void 0).every((line) => isObject(line?.value)) ? other$1("has lines that were encoded as JSON twice", "Decode them once: jq -c fromjson FILE > NEW") : other$1("has one value on each line, not an object", "Write one JSON object on each line.");
}
function jsonKind(head) {
	if (head.text.startsWith("{")) return objectKind(head);
	return head.text.startsWith("[") ? listKind(head) : scalarKind(head);
}
// src/dataset/kinds/text-kinds.ts
const other = (name, fix) => ({
	rule: "file/other-format",
	what: `is ${name}`,
	fix
});
const ANNEX = [
	"/annex/objects/",
	".git/annex/objects/",
	"../.git/annex/objects/"
];
const fromTable = (options) => `Convert it: python3 -c 'import csv, json, sys; [print(json.dumps(row)) for row in csv.DictReader(open(sys.argv[1], newline="", encoding="utf-8-sig")${options})]' FILE > NEW`;
const DELIMITERS = [
	[
		",",
		"a CSV table",
		fromTable("")
	],
	[
		"	",
		"a table with tabs (TSV)",
		fromTable(", delimiter=\"\\t\"")
	],
	[
		";",
		"a CSV table with semicolons",
		fromTable(", delimiter=\";\"")
	],
	[
		"|",
		"a table with bars",
		fromTable(", delimiter=\"|\"")
	]
];
const YAML_ROWS = "python3 -c 'import json, sys, yaml; [print(json.dumps(row)) for part in yaml.safe_load_all(open(sys.argv[1], encoding=\"utf-8\")) for row in (part if isinstance(part, list) else [part])]' FILE > NEW";
const RECORDS = 5;
function records(text, delimiter) {
	const found = [];
	let fields = [];
	let field = "";
	let inQuotes = false;
	const close = () => {
		fields.push(field.trim());
		field = "";
	};
	for (let at = 0; at < text.length && found.length < RECORDS; at += 1) {
		const character = text[at] ?? "";
		if (inQuotes && character === "\"" && text[at + 1] === "\"") {
			field += "\"";
			at += 1;
		} else if (character === "\"" && (inQuotes || field.trim() === "")) inQuotes = !inQuotes;
		else if (!inQuotes && character === delimiter) close();
		else if (!inQuotes && character === "\n") {
			close();
			found.push(fields);
			fields = [];
		} else field += character;
	}
	if (found.length < RECORDS && !inQuotes && (field !== "" || fields.length > 0)) {
		close();
		found.push(fields);
	}
	return found.filter((record) => record.length > 1 || record[0] !== "");
}
const COLUMN = /^[\p{L}_][\p{L}\p{N}_ .()/-]{0,60}$/u;
function isTable({ text, whole }, delimiter) {
	const [head, ...rows] = records(text, delimiter);
	if (head === void 0 || head.length < 2 || !head.every((name) => COLUMN.test(name))) return false;
	return (whole ? rows : rows.slice(0, -1)).every((row) => row.length === head.length);
}
function textKind(head) {
	const { text, lines } = head;
	const small = text.slice(0, 64).toLowerCase();
	if (small.startsWith("version https://git-lfs.github.com/spec/")) return {
		rule: "file/git-lfs-pointer",
		what: "is a Git LFS pointer",
		fix: "Check out with lfs: true in actions/checkout."
	};
	if (ANNEX.some((beginning) => small.startsWith(beginning))) return other("a git-annex pointer", "Fetch the file with git-annex in a step before.");
	if (/^outs:\s/.test(text) && text.includes("md5:")) return other("a DVC pointer", "Fetch the file with DVC in a step before.");
	if (small.startsWith("<!doctype html") || small.startsWith("<html")) return other("an HTML page", "Download the file itself; this may be the page of a login, or of an error.");
	if (/^<\?xml|^<[a-z][\w:-]*(\s[^<]*)?>/.test(small)) return other("an XML document", "Write one JSON object on each line.");
	if (lines.some((line) => /^[[{]/.test(line) && isJson(line))) return void 0;
	for (const [delimiter, name, fix] of DELIMITERS) if (isTable(head, delimiter)) return other(name, fix);
	if (/^---\s*(\n|$)|^- (\{|[\w-]+:\s)|^[a-z_]+:(\s|$)/.test(text)) return other("YAML", `Convert it: ${YAML_ROWS}`);
	if (text.startsWith("{") || lines[0] === void 0 || isJson(lines[0])) return void 0;
	return other("text, but no JSON", "Write one JSON object on each line.");
}
function isJson(line) {
	try {
		JSON.parse(line);
		return true;
	} catch {
		return false;
	}
}
// src/dataset/kinds/file-kind.ts
const HEAD_BYTES = 65536;
const MARK = Buffer.of(239, 187, 191);
function fileKind({ bytes, whole }) {
	const inner = bytes.subarray(0, 3).equals(MARK) ? bytes.subarray(3) : bytes;
	const first = inner.toString("latin1").trimStart()[0];
	if (first === void 0) return void 0;
	const binary = binaryKind(inner);
	if (binary !== void 0) return binary;
	const text = inner.toString("utf8").replace(/^\s+/, "");
	const head = {
		text,
		lines: wholeLines(text, whole),
		whole
	};
	return /[[{"\d-]|[tfn]/.test(first) ? jsonKind(head) ?? textKind(head) : textKind(head);
}
const LOOKED_AT = 20;
function wholeLines(text, whole) {
	const lines = text.split("\n");
	if (!whole) lines.pop();
	return lines.map((line) => line.trim()).filter((line) => line !== "").slice(0, LOOKED_AT);
}
// src/dataset/likeness/first-rows.ts
const ROOM = 1.3;
var FirstRows = class {
	#keys;
	#rows;
	constructor(most) {
		const slots = Math.ceil(most * ROOM) + 1;
		this.#keys = new Int32Array(slots);
		this.#rows = new Int32Array(slots);
	}
	#slotOf(key) {
		const keys = this.#keys;
		let slot = Math.floor((key >>> 0) / 2 ** 32 * keys.length);
		for (;;) {
			const found = numberAt(keys, slot);
			if (found === key || found === 0) return slot;
			slot = slot + 1 === keys.length ? 0 : slot + 1;
		}
	}
	add(key) {
		this.#keys[this.#slotOf(key)] = key;
	}
	meet(key, row) {
		if (key === 0) return -1;
		const slot = this.#slotOf(key);
		if (this.#keys[slot] !== key) return -1;
		const first = numberAt(this.#rows, slot) - 1;
		if (first < 0) this.#rows[slot] = row + 1;
		return first;
	}
};
// src/dataset/likeness/row-table.ts
var RowTable = class {
	#count = 0;
	#blocks = [];
	#last = 0;
	#byKey;
	#byContent;
	get count() {
		return this.#count;
	}
	add(rows, path, offset, linesBefore) {
		if (rows.length === 0) return;
		this.#blocks.push({
			rows,
			path,
			offset,
			linesBefore,
			from: this.#count
		});
		this.#count += rows.length / 6;
	}
	#block(row) {
		const last = this.#blocks[this.#last];
		if (last !== void 0 && row >= last.from && (row - last.from) * 6 < last.rows.length) return last;
		this.#last = lastNotAbove(this.#blocks.length, (index) => this.#blocks[index]?.from ?? 0, row);
		const found = this.#blocks[this.#last];
		if (found === void 0 || row >= this.#count) throw new RangeError(`There is no row ${row} among ${this.#count}.`);
		return found;
	}
	#field(row, field) {
		const { rows, from } = this.#block(row);
		return numberAt(rows, (row - from) * 6 + field);
	}
	#state(row) {
		return stateIn(this.#field(row, 5));
	}
	#each(visit) {
		for (const { rows, from } of this.#blocks) for (let at = 0, row = from; at < rows.length; at += 6, row += 1) visit(row, rows, at);
	}
	#indexOf(field) {
		const pairs = new Pairs();
		const ofHash = field === 2 || field === 3;
		this.#each((row, rows, at) => {
			const key = numberAt(rows, at + field);
			if (key !== 0 && (!ofHash || stateIn(numberAt(rows, at + 5)) === STATE.hashed)) pairs.add(row, key);
		});
		return new KeyIndex(pairs);
	}
	withKey(key) {
		this.#byKey ??= this.#indexOf(0);
		for (const row of this.#byKey.rowsWith(key)) return row;
		return -1;
	}
	withContent(whole) {
		this.#byContent ??= this.#indexOf(2);
		return this.#byContent.rowsWith(whole);
	}
	*crowds(least, most) {
		for (const group of this.#indexOf(3).groups(least)) {
			const answers = new Map();
			for (const row of group) {
				const whole = this.#field(row, 2);
				if (!answers.has(whole)) answers.set(whole, row);
				if (answers.size === most) break;
			}
			if (answers.size >= least) yield [...answers.values()];
		}
	}
	#valuesOfHashed(field) {
		const values = new FirstRows(this.#hashed());
		this.#each((_, rows, at) => {
			const value = numberAt(rows, at + field);
			if (value !== 0 && stateIn(numberAt(rows, at + 5)) === STATE.hashed) values.add(value);
		});
		return values;
	}
	#hashed() {
		let count = 0;
		this.#each((_, rows, at) => {
			if (stateIn(numberAt(rows, at + 5)) === STATE.hashed) count += 1;
		});
		return count;
	}
	*meetings() {
		const [whole, prompt] = [this.#valuesOfHashed(0), this.#valuesOfHashed(1)];
		for (const { rows, from } of this.#blocks) for (let at = 0, row = from; at < rows.length; at += 6, row += 1) {
			const alike = whole.meet(numberAt(rows, at + 0), row);
			const asked = prompt.meet(numberAt(rows, at + 1), row);
			if (alike >= 0 || asked >= 0) yield {
				row,
				alike,
				asked
			};
		}
	}
	*suspects() {
		const [whole, prompt] = [this.#valuesOfHashed(2), this.#valuesOfHashed(3)];
		for (const { rows, from } of this.#blocks) for (let at = 0, row = from; at < rows.length; at += 6, row += 1) {
			const state = stateIn(numberAt(rows, at + 5));
			if (state === STATE.copy) yield {
				row,
				alike: numberAt(rows, at + 2),
				asked: -1
			};
			if (state !== STATE.hashed) continue;
			const alike = whole.meet(numberAt(rows, at + 2), row);
			const asked = prompt.meet(numberAt(rows, at + 3), row);
			if (alike >= 0 || asked >= 0) yield {
				row,
				alike,
				asked
			};
		}
	}
	key(row) {
		return this.#field(row, 0);
	}
	hash(row) {
		if (this.#state(row) !== STATE.hashed) return void 0;
		return {
			whole: this.#field(row, 2),
			prompt: this.#field(row, 3)
		};
	}
	#keep(row, state, whole, prompt) {
		const { rows, from } = this.#block(row);
		const at = (row - from) * 6;
		rows[at + 2] = whole;
		rows[at + 3] = prompt;
		rows[at + 5] = withState(numberAt(rows, at + 5), state);
	}
	keepHash(row, { whole, prompt }) {
		this.#keep(row, STATE.hashed, whole, prompt);
	}
	keepCopy(row, original) {
		this.#keep(row, STATE.copy, original, 0);
	}
	original(row) {
		return this.#state(row) === STATE.copy ? this.#field(row, 2) : row;
	}
	place(row) {
		const { rows, path, offset, linesBefore, from } = this.#block(row);
		const at = (row - from) * 6;
		return {
			path,
			line: linesBefore + numberAt(rows, at + 4),
			offset: offset + offsetIn(numberAt(rows, at + 5))
		};
	}
};
// src/dataset/scan/chunks.ts
const NEWLINE$1 = 10;
const LONGEST = 33554432;
const LARGEST = 4194304;
async function* pieces(paths, read) {
	let last = NEWLINE$1;
	for (const path of paths) {
		let begun = false;
		for await (const bytes of read(path)) {
			if (bytes.length === 0) continue;
			if (!begun && last !== NEWLINE$1) yield {
				path: void 0,
				bytes: Buffer.of(NEWLINE$1)
			};
			begun = true;
			last = bytes[bytes.length - 1];
			yield {
				path,
				bytes
			};
		}
	}
}
async function* joinedBytes(paths, read) {
	for await (const { bytes } of pieces(paths, read)) yield bytes;
}
var Cutter = class {
	#held = [];
	#size = 0;
	#offset = 0;
	#path;
	#position;
	constructor(path, position) {
		this.#path = path;
		this.#position = position;
	}
	#chunk(bytes, size) {
		const chunk = {
			path: this.#path,
			offset: this.#offset,
			position: this.#position + this.#offset,
			bytes
		};
		this.#offset += size;
		return chunk;
	}
	#endIn(bytes, from) {
		const end = bytes.lastIndexOf(NEWLINE$1, from + LARGEST - 1) + 1;
		return end > from ? end : bytes.indexOf(NEWLINE$1, from) + 1;
	}
	#hold(part) {
		this.#size += part.length;
		if (this.#size > 33554432) this.#held = [];
		else this.#held.push(new Uint8Array(part));
	}
	#takeHeld() {
		const chunk = this.#chunk(this.#size > 33554432 ? void 0 : Buffer.concat(this.#held), this.#size);
		this.#held = [];
		this.#size = 0;
		return chunk;
	}
	*add(bytes) {
		let from = 0;
		if (this.#size > 0) {
			const end = bytes.indexOf(NEWLINE$1) + 1;
			this.#hold(end > 0 ? bytes.subarray(0, end) : bytes);
			if (end === 0) return;
			yield this.#takeHeld();
			from = end;
		}
		for (let end = this.#endIn(bytes, from); end > from; from = end, end = this.#endIn(bytes, from)) yield this.#chunk(end - from > 33554432 ? void 0 : bytes.subarray(from, end), end - from);
		if (from < bytes.length) this.#hold(bytes.subarray(from));
	}
	*finish() {
		if (this.#size > 0) yield this.#takeHeld();
	}
};
async function* chunksOf(paths, read, onBytes) {
	let position = 0;
	let path;
	let cutter;
	for await (const piece of pieces(paths, read)) {
		onBytes(piece.bytes);
		if (piece.path !== void 0 && piece.path !== path) {
			if (cutter !== void 0) yield* cutter.finish();
			path = piece.path;
			cutter = new Cutter(path, position);
		}
		position += piece.bytes.length;
		if (piece.path !== void 0 && cutter !== void 0) yield* cutter.add(piece.bytes);
	}
	if (cutter !== void 0) yield* cutter.finish();
}
// src/dataset/scan/content-hash.ts
const CR = 13;
const LF = 10;
const HELD = Uint8Array.of(CR);
var ContentHash = class {
	#bytes = createHash("sha256");
	#content;
	#held = false;
	update(piece) {
		if (piece.length === 0) return;
		const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
		if (this.#content === void 0 && bytes.includes(CR)) this.#content = this.#bytes.copy();
		this.#bytes.update(piece);
		if (this.#content === void 0) return;
		if (this.#held && piece[0] !== LF) this.#content.update(HELD);
		this.#held = piece.at(-1) === CR;
		const end = this.#held ? piece.length - 1 : piece.length;
		let from = 0;
		for (let at = piece.indexOf(CR); at !== -1 && at < end; at = piece.indexOf(CR, at + 1)) {
			if (piece[at + 1] !== LF) continue;
			this.#content.update(piece.subarray(from, at));
			from = at + 1;
		}
		this.#content.update(piece.subarray(from, end));
	}
	digest() {
		if (this.#held) this.#content?.update(HELD);
		const sha256 = this.#bytes.digest("hex");
		return {
			sha256,
			contentSha256: this.#content?.digest("hex") ?? sha256
		};
	}
};
// src/dataset/scan/range-reader.ts
const BLOCK = 65536;
const KEPT = 64;
const HOT = 4;
const TURN = 1e3;
const NEWLINE = 10;
const RETURN = 13;
const lineIn = (bytes) => bytes.at(-1) === RETURN ? bytes.subarray(0, -1) : bytes;
var RangeReader = class {
	#readRange;
	#signal;
	#reads = 0;
	#blocks = [];
	constructor(readRange, signal) {
		this.#readRange = readRange;
		this.#signal = signal;
	}
	kept(path, offset) {
		this.#reads += 1;
		if (this.#reads >= TURN) return void 0;
		const block = this.#keptBlock(path, offset - offset % BLOCK);
		if (block === void 0) return void 0;
		const end = block.bytes.indexOf(NEWLINE, offset - block.begin);
		return end < 0 ? void 0 : lineIn(block.bytes.subarray(offset - block.begin, end));
	}
	areSameKept(one, other) {
		this.#reads += 1;
		if (this.#reads >= TURN) return void 0;
		const here = this.#keptBlock(one.path, one.offset - one.offset % BLOCK);
		const there = this.#keptBlock(other.path, other.offset - other.offset % BLOCK);
		if (here === void 0 || there === void 0) return void 0;
		const from = one.offset - here.begin;
		const end = here.bytes.indexOf(NEWLINE, from);
		const otherFrom = other.offset - there.begin;
		const otherEnd = otherFrom + end - from;
		if (end < 0 || otherEnd >= there.bytes.length) return void 0;
		if (there.bytes[otherEnd] !== NEWLINE) return void 0;
		return here.bytes.compare(there.bytes, otherFrom, otherEnd, from, end) === 0;
	}
	async line(path, offset) {
		this.#reads += 1;
		if (this.#reads >= TURN) {
			this.#reads = 0;
			await setImmediate();
		}
		this.#signal?.throwIfAborted();
		const parts = [];
		for (let at = offset; at - offset <= LONGEST;) {
			const begin = at - at % BLOCK;
			const { bytes } = await this.#block(path, begin);
			const end = bytes.indexOf(NEWLINE, at - begin);
			const part = bytes.subarray(at - begin, end < 0 ? void 0 : end);
			parts.push(part);
			at += part.length;
			if (end >= 0 || bytes.length < BLOCK) break;
		}
		return lineIn(parts.length === 1 ? parts[0] ?? Buffer.alloc(0) : Buffer.concat(parts));
	}
	async close() {
		this.#blocks = [];
		await this.#readRange.close?.();
	}
	#keptBlock(path, begin) {
		const blocks = this.#blocks;
		for (let at = blocks.length - 1; at >= 0; at -= 1) {
			const block = blocks[at];
			if (block?.begin !== begin || block.path !== path) continue;
			if (at < blocks.length - HOT) blocks.push(...blocks.splice(at, 1));
			return block;
		}
	}
	async #block(path, begin) {
		const kept = this.#keptBlock(path, begin);
		if (kept !== void 0) return kept;
		const { buffer, byteOffset, byteLength } = await this.#readRange(path, begin, BLOCK);
		const block = {
			path,
			begin,
			bytes: Buffer.from(buffer, byteOffset, byteLength)
		};
		this.#blocks.push(block);
		if (this.#blocks.length > KEPT) this.#blocks.shift();
		return block;
	}
};
// src/dataset/scan/read-buffers.ts
const SIZE = 2097152;
const COUNT = 4;
var ReadBuffers = class {
	#shared;
	#memory;
	returned = new Int32Array(new SharedArrayBuffer(4));
	#lent = 0;
	#until = new Int32Array(COUNT);
	#last = 3;
	constructor(shared) {
		this.#shared = shared;
	}
	get memory() {
		this.#memory ??= this.#shared ? new SharedArrayBuffer(COUNT * SIZE) : new ArrayBuffer(COUNT * SIZE);
		return this.#memory;
	}
	get pending() {
		return this.#lent - Atomics.load(this.returned, 0);
	}
	take() {
		const back = Atomics.load(this.returned, 0);
		let next = (this.#last + 1) % COUNT;
		while (next === this.#last || (this.#until[next] ?? 0) > back) next = (next + 1) % COUNT;
		this.#last = next;
		return new Uint8Array(this.memory, next * SIZE, SIZE);
	}
	holds(bytes) {
		return bytes.buffer === this.#memory;
	}
	lend(bytes) {
		this.#lent += 1;
		this.#until[Math.floor(bytes.byteOffset / SIZE)] = this.#lent;
	}
};
// src/dataset/scan/check.ts
const WORTH_A_THREAD = 4e6;
const WORTH_A_MESSAGE = 65536;
const MOST_PARTS = 32;
var Assembly = class {
	problems;
	table = new RowTable();
	statistics = new StatisticsTotal();
	rows = 0;
	imageRows = 0;
	firstImage;
	format;
	#ended = new Set();
	#counter;
	#blank = [];
	#moreBlank = 0;
	#path;
	#before = 0;
	constructor(problems, counter) {
		this.problems = problems;
		this.#counter = counter;
	}
	end(path, found) {
		this.#ended.add(path);
		this.problems.add(found, path, void 0);
	}
	isEnded(path) {
		return this.#ended.has(path);
	}
	get ended() {
		return this.#ended.size > 0;
	}
	add({ path, offset, examined }) {
		if (path !== this.#path) this.#before = 0;
		this.#path = path;
		if (this.#ended.has(path)) return;
		const before = this.#before;
		if (examined === void 0) {
			this.#before += 1;
			this.problems.add({
				rule: "row/too-long",
				detail: words`The line is longer than 32 MiB.`
			}, path, before + 1);
			return;
		}
		const placed = examined.found.map((one) => ({
			...one,
			line: one.line + before
		}));
		for (const one of this.#foreign(examined, before)) placed.push(one);
		placed.sort((left, right) => left.line - right.line);
		this.table.add(examined.readable, path, offset, before);
		if (examined.rows > 0) this.#tellBlank();
		for (const one of placed) if (one.rule === "file/blank-line" && one.line > before + examined.lastRow) this.#holdBlank(one, path);
		else if (one.rule !== "file/crlf" || !this.problems.has("file/crlf")) this.problems.add(one, path, one.line);
		this.#addMore(examined);
		this.#before += examined.lines;
		this.rows += examined.rows;
		this.imageRows += examined.imageRows;
		if (examined.firstImage > 0) this.firstImage ??= `${path}:${before + examined.firstImage}`;
		if (examined.tokens !== void 0) this.#counter?.merge(examined.tokens);
		if (examined.statistics !== void 0) this.statistics.add(examined.statistics, path, before);
	}
	#tellBlank() {
		for (const { found, path, line } of this.#blank.splice(0)) this.problems.add(found, path, line);
		if (this.#moreBlank > 0) this.problems.addCounted("file/blank-line", this.#moreBlank);
		this.#moreBlank = 0;
	}
	#holdBlank(found, path) {
		if (this.#blank.length < 25e3) this.#blank.push({
			found,
			path,
			line: found.line
		});
		else this.#moreBlank += 1;
	}
	#addMore({ more, blankAfter }) {
		for (const [rule, count] of more) {
			const certain = rule === "file/blank-line" ? count - blankAfter : count;
			if (certain > 0) this.problems.addCounted(rule, certain);
		}
		this.#moreBlank += blankAfter;
	}
	*#foreign({ readable, formats }, before) {
		if (this.format !== void 0 && formats === 1 << FORMAT_NAMES.indexOf(this.format)) return;
		for (const row of formatsOf(readable)) {
			const format = FORMAT_NAMES[row.format];
			if (format !== void 0 && this.format !== void 0 && format !== this.format) yield {
				rule: "row/mixed-formats",
				detail: words`The row is in the ${ours(format)} format, the data began with ${ours(this.format)}.`,
				line: row.line + before
			};
			this.format ??= format;
		}
	}
};
async function kindOf({ readRange }, { path, offset, bytes }) {
	const begins = offset === 0 && bytes !== void 0 && bytes.length >= 65536;
	const head = Buffer.from(begins ? bytes.subarray(0, HEAD_BYTES) : await readRange(path, 0, HEAD_BYTES));
	const kind = fileKind({
		bytes: head,
		whole: head.length < HEAD_BYTES
	});
	return kind === void 0 ? void 0 : {
		rule: kind.rule,
		detail: words`The file ${ours(kind.what)}.`,
		fix: kind.fix
	};
}
function mayLend(buffers, bytes) {
	return bytes.length > WORTH_A_MESSAGE && buffers.holds(bytes) && buffers.pending < 2;
}
async function examineAll(request, settings, assembly, onBytes) {
	const { paths, read, signal, entry } = request;
	const helped = entry !== void 0;
	const seen = helped ? new SharedArrayBuffer(SEEN_BYTES) : new ArrayBuffer(SEEN_BYTES);
	const own = await examinerOf(settings, seen);
	const buffers = new ReadBuffers(helped);
	const queue = [];
	const helper = entry === void 0 ? void 0 : (await import("./examiner-thread.js")).startHelper(entry, settings, buffers, seen);
	let path;
	try {
		for await (const chunk of chunksOf(paths, (name) => read(name, () => buffers.take()), onBytes)) {
			signal?.throwIfAborted();
			const { bytes, position, offset } = chunk;
			if (chunk.path !== path) {
				path = chunk.path;
				const kind = await kindOf(request, chunk);
				if (kind !== void 0) assembly.end(path, kind);
			}
			if (assembly.isEnded(path)) continue;
			const part = {
				path,
				offset,
				examined: void 0,
				waiting: void 0
			};
			queue.push(part);
			if (helper !== void 0 && bytes !== void 0 && mayLend(buffers, bytes)) {
				part.waiting = helper.examine({
					bytes,
					position
				}).then((examined) => {
					part.examined = examined;
					part.waiting = void 0;
				});
				part.waiting.catch(() => void 0);
			} else if (bytes !== void 0) part.examined = own.examine({
				bytes,
				position
			});
			while (queue[0] !== void 0 && (queue[0].waiting === void 0 || queue.length > MOST_PARTS)) {
				await queue[0].waiting;
				assembly.add(queue[0]);
				queue.shift();
			}
		}
		for (const part of queue) {
			await part.waiting;
			assembly.add(part);
		}
	} finally {
		await helper?.close();
	}
}
function wholeOf({ role, usesOutputJson, hasResponseFormat, unknownReferences = [] }, assembly, bytes) {
	const { rows, imageRows, firstImage, format, ended } = assembly;
	return {
		role,
		rows,
		bytes,
		imageRows,
		firstImage,
		format,
		ended,
		unknownReferences,
		usesOutputJson: usesOutputJson === true,
		hasResponseFormat: hasResponseFormat === true
	};
}
async function checkDataset(request) {
	const { role, paths, method, rules: profile, model, countTokens, exactTokensUpTo, tokenizer } = request;
	const hash = new ContentHash();
	let bytes = 0;
	const counting = {
		model,
		countTokens,
		exactTokensUpTo,
		tokenizer
	};
	const settings = {
		method,
		profile,
		graderItems: request.graderItems ?? [],
		...counting
	};
	const counter = countTokens ? await RowCounter.for(model, exactTokensUpTo, profile.picturesAsText, tokenizer) : void 0;
	const problems = new Problems((rule) => severityOf(rule, profile, request.allowSecrets));
	const assembly = new Assembly(problems, counter);
	await examineAll(request, settings, assembly, (piece) => {
		request.signal?.throwIfAborted();
		hash.update(piece);
		bytes += piece.length;
	});
	const known = {
		rows: assembly.table,
		reader: new RangeReader(request.readRange, request.signal),
		method
	};
	try {
		await findRepeats(known, ({ rule, place, found }) => {
			if (problems.keeps(rule)) problems.add(found(), place?.path ?? paths[0] ?? "", place?.line);
			else problems.addCounted(rule, 1);
		});
	} finally {
		await known.reader.close();
	}
	for (const found of faultsOf(FILE_RULES, wholeOf(request, assembly, bytes), settings)) problems.add(found, paths[0] ?? "", void 0);
	const dataset = {
		role,
		paths,
		format: assembly.format,
		rows: assembly.rows,
		bytes,
		...hash.digest(),
		problems: problems.inOrder(paths),
		counts: problems.counts,
		tokens: counter?.finish(),
		statistics: assembly.statistics.finish()
	};
	return {
		...known,
		dataset
	};
}
// src/evaluation/grader-reads.ts
const OTHER_SAMPLE_NAMES = [
	"output_audio",
	"model",
	"usage",
	"finish_reason"
];
const isMap = (value) => typeof value === "object" && value !== null;
function textsOf(value) {
	if (typeof value === "string") return {
		templates: [value],
		sources: []
	};
	if (!isMap(value)) return {
		templates: [],
		sources: []
	};
	const isPython = value.type === "python";
	const inner = Object.entries(value).map(([name, one]) => isPython && name === "source" && typeof one === "string" ? {
		templates: [],
		sources: [one]
	} : textsOf(one));
	return {
		templates: inner.flatMap(({ templates }) => templates),
		sources: inner.flatMap(({ sources }) => sources)
	};
}
const KEY = String.raw`"[^"\\\n]*"|'[^'\\\n]*'`;
const SUBSCRIPT = String.raw`\[\s*(?:${KEY}|\d+)\s*\]`;
const GET = String.raw`\.get\(\s*(?:${KEY})\s*\)`;
const STEP = new RegExp(`${SUBSCRIPT}|${GET}`, "g");
const ASKED = /["']([^"'\n]*)["']\s+(?:not\s+)?in\s+(\w+)/g;
const uncommented = (source) => source.replaceAll(/^[ \t]*#.*$/gm, "");
const itemName = (source) => /def\s+grade\s*\(\s*\w+[^,)]*,\s*(\w+)/.exec(source)?.[1] ?? "item";
function pythonReads(given) {
	const source = uncommented(given);
	const name = itemName(source);
	const askedFor = new Set([...source.matchAll(ASKED)].flatMap(([, key = "", held]) => held === name ? [key] : []));
	const catches = /\bexcept\b/.test(source);
	const reads = [];
	for (const match of source.matchAll(new RegExp(`(?<![\\w.])${name}((?:\\s*(?:${SUBSCRIPT}|${GET}))+)`, "g"))) {
		const steps = (match[1] ?? "").match(STEP) ?? [];
		const firstGet = steps.findIndex((step) => step.startsWith("."));
		const path = (firstGet < 0 ? steps : steps.slice(0, firstGet + 1)).map((step) => /["'](.*)["']|(\d+)/.exec(step)).map((found) => found?.[1] ?? found?.[2] ?? "");
		const after = match.index + match[0].length;
		const goesOn = /^\s*or\b/.test(source.slice(after, after + 20));
		if (askedFor.has(path[0] ?? "") || goesOn) continue;
		const optional = firstGet >= 0 || catches;
		reads.push(optional ? {
			path,
			optional
		} : { path });
	}
	return reads;
}
function itemReads(grader) {
	const { templates, sources } = textsOf(grader);
	const all = [...templates.flatMap(referencesIn).filter(([root, name]) => root === "item" && name !== void 0).map(([, ...path]) => ({
		path,
		printed: true
	})), ...sources.flatMap(pythonReads)];
	return [...new Map(all.map((read) => [JSON.stringify(read), read])).values()];
}
function unknownReferences(grader) {
	const known = new Set([...SAMPLE_NAMES, ...OTHER_SAMPLE_NAMES]);
	const isUnknown = ([root, name]) => root === "sample" ? name !== void 0 && !known.has(name) : root !== "item";
	const { templates } = textsOf(grader);
	return [...new Set(templates.flatMap(referencesIn).filter(isUnknown).map((steps) => steps.join(".")))];
}
function readsOutputJson(grader) {
	const { templates, sources } = textsOf(grader);
	return templates.flatMap(referencesIn).some(([root, name]) => root === "sample" && name === "output_json") || sources.some((source) => /\bsample\s*(?:\[\s*["']output_json["']\s*\]|\.get\(\s*["']output_json["'])/.test(source));
}
// src/dataset/tokens/estimate.ts
function defaultEpochs(rows) {
	if (rows <= 0) return 1;
	if (rows * 3 < 100) return Math.min(25, Math.floor(100 / rows));
	if (rows * 3 > 25e3) return Math.max(1, Math.floor(25e3 / rows));
	return 3;
}
function costOf(tokens, pricePerMillion) {
	return tokens / 1e6 * pricePerMillion;
}
function timesEpochs(count, epochs) {
	return {
		...count,
		tokens: count.tokens * epochs,
		low: count.low * epochs,
		high: count.high * epochs
	};
}
export { readsOutputJson as a, checkDataset as c, placeOf as d, contentHash as f, rereadRow as h, itemReads as i, chunksOf as l, canonicalJson as m, defaultEpochs as n, unknownReferences as o, relation as p, timesEpochs as r, WORTH_A_THREAD as s, costOf as t, joinedBytes as u };
