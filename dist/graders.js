import { _ as fill } from "./data.js";
// src/evaluation/formula.ts
const FUNCTIONS = new Map([
	["min", {
		apply: Math.min,
		most: Number.POSITIVE_INFINITY
	}],
	["max", {
		apply: Math.max,
		most: Number.POSITIVE_INFINITY
	}],
	["abs", {
		apply: Math.abs,
		most: 1
	}],
	["floor", {
		apply: Math.floor,
		most: 1
	}],
	["ceil", {
		apply: Math.ceil,
		most: 1
	}],
	["exp", {
		apply: Math.exp,
		most: 1
	}],
	["sqrt", {
		apply: Math.sqrt,
		most: 1
	}],
	["log", {
		apply: Math.log,
		most: 1
	}]
]);
const SUMS = new Map([["+", (left, right) => left + right], ["-", (left, right) => left - right]]);
const PRODUCTS = new Map([["*", (left, right) => left * right], ["/", (left, right) => left / right]]);
const TOKEN = /\s*((?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|[A-Za-z_]\w*|[-+*/^(),])/y;
const DEEPEST = 100;
function tokensOf(formula) {
	const tokens = [];
	const text = formula.trimEnd();
	for (let at = 0; at < text.length;) {
		TOKEN.lastIndex = at;
		const match = TOKEN.exec(text);
		if (match?.[1] === void 0) throw new Error(`calculate_output has ${JSON.stringify(text.slice(at, at + 10))} where a number, a name or a sign belongs.`);
		tokens.push(match[1]);
		at = TOKEN.lastIndex;
	}
	return tokens;
}
const finite = (value, written) => Number.isFinite(value) ? { value } : { fault: `${written()} has no finite value` };
function call(name, { apply }, parts) {
	return (values) => {
		const given = [];
		for (const part of parts) {
			const outcome = part(values);
			if ("fault" in outcome) return outcome;
			given.push(outcome.value);
		}
		return finite(apply(...given), () => `${name}(${given.join(", ")})`);
	};
}
const negative = (inner) => (values) => {
	const outcome = inner(values);
	return "fault" in outcome ? outcome : { value: -outcome.value };
};
function chained(first, steps) {
	return (values) => {
		let left = first(values);
		for (const { sign, apply, node } of steps) {
			if ("fault" in left) return left;
			const before = left.value;
			const right = node(values);
			if ("fault" in right) return right;
			left = finite(apply(before, right.value), () => `${before} ${sign} ${right.value}`);
		}
		return left;
	};
}
function parseFormula(text) {
	const tokens = tokensOf(text);
	const names = new Set();
	let at = 0;
	let depth = 0;
	const take = (expected) => {
		const token = tokens[at];
		if (token === void 0 || expected !== void 0 && token !== expected) throw new Error(`calculate_output has ${token === void 0 ? "its end" : JSON.stringify(token)} where ${expected ?? "a value"} belongs.`);
		at += 1;
		return token;
	};
	const nested = (inner) => {
		depth += 1;
		if (depth > DEEPEST) throw new Error(`calculate_output is nested more than ${DEEPEST} deep.`);
		const node = inner();
		depth -= 1;
		return node;
	};
	const chain = (inner, operations) => {
		const first = inner();
		const steps = [];
		for (let apply = operations.get(tokens[at] ?? ""); apply !== void 0; apply = operations.get(tokens[at] ?? "")) {
			const sign = take();
			steps.push({
				sign,
				apply,
				node: inner()
			});
		}
		return steps.length === 0 ? first : chained(first, steps);
	};
	const sum = () => nested(() => chain(product, SUMS));
	const product = () => chain(signed, PRODUCTS);
	const signed = () => nested(() => {
		if (tokens[at] !== "-" && tokens[at] !== "+") return powered();
		const sign = take();
		const inner = signed();
		return sign === "-" ? negative(inner) : inner;
	});
	const powered = () => {
		const base = value();
		if (tokens[at] !== "^") return base;
		take("^");
		return chained(base, [{
			sign: "^",
			apply: Math.pow,
			node: signed()
		}]);
	};
	const called = (name, operation) => {
		take("(");
		const given = [sum()];
		while (tokens[at] === ",") {
			take(",");
			given.push(sum());
		}
		take(")");
		if (given.length > operation.most) throw new Error(`calculate_output gives ${name} ${given.length} values; it takes one.`);
		return call(name, operation, given);
	};
	const value = () => {
		const token = take();
		if (token === "(") {
			const inner = sum();
			take(")");
			return inner;
		}
		if (/^[\d.]/.test(token)) {
			const number = Number(token);
			if (!Number.isFinite(number)) throw new Error(`calculate_output has ${token}, which is too large a number.`);
			return () => ({ value: number });
		}
		if (!/^\w/.test(token)) throw new Error(`calculate_output has ${JSON.stringify(token)} where a value belongs.`);
		const operation = tokens[at] === "(" ? FUNCTIONS.get(token) : void 0;
		if (operation !== void 0) return called(token, operation);
		names.add(token);
		return (values) => {
			const known = values.get(token);
			return known === void 0 ? { fault: `${token} has no value` } : { value: known };
		};
	};
	const evaluate = sum();
	if (at < tokens.length) throw new Error(`calculate_output goes on with ${JSON.stringify(tokens[at])} after its end.`);
	return {
		names: [...names],
		evaluate
	};
}
// src/evaluation/similarity/cells.ts
function cell(cells, at) {
	return cells[at] ?? 0;
}
// src/evaluation/similarity/common.ts
const BITS = 31;
const WORDS = 8;
const BLOCK = 248;
const ONES = 2147483647;
const MOST_PAIRS = 2 ** 34;
function ones(word) {
	let bits = word - (word >>> 1 & 1431655765);
	bits = (bits & 858993459) + (bits >>> 2 & 858993459);
	return Math.imul(bits + (bits >>> 4) & 252645135, 16843009) >>> 24;
}
function runBlock(table, text, carries) {
	let v0 = ONES;
	let v1 = ONES;
	let v2 = ONES;
	let v3 = ONES;
	let v4 = ONES;
	let v5 = ONES;
	let v6 = ONES;
	let v7 = ONES;
	const places = rowOf;
	for (let at = 0; at < text.length; at += 1) {
		const row = cell(places, cell(text, at));
		let met = v0 & cell(table, row);
		let sum = v0 + met + cell(carries, at) | 0;
		v0 = sum & ONES | v0 ^ met;
		met = v1 & cell(table, row + 1);
		sum = v1 + met + (sum >>> BITS) | 0;
		v1 = sum & ONES | v1 ^ met;
		met = v2 & cell(table, row + 2);
		sum = v2 + met + (sum >>> BITS) | 0;
		v2 = sum & ONES | v2 ^ met;
		met = v3 & cell(table, row + 3);
		sum = v3 + met + (sum >>> BITS) | 0;
		v3 = sum & ONES | v3 ^ met;
		met = v4 & cell(table, row + 4);
		sum = v4 + met + (sum >>> BITS) | 0;
		v4 = sum & ONES | v4 ^ met;
		met = v5 & cell(table, row + 5);
		sum = v5 + met + (sum >>> BITS) | 0;
		v5 = sum & ONES | v5 ^ met;
		met = v6 & cell(table, row + 6);
		sum = v6 + met + (sum >>> BITS) | 0;
		v6 = sum & ONES | v6 ^ met;
		met = v7 & cell(table, row + 7);
		sum = v7 + met + (sum >>> BITS) | 0;
		v7 = sum & ONES | v7 ^ met;
		carries[at] = sum >>> BITS;
	}
	return BLOCK - ones(v0) - ones(v1) - ones(v2) - ones(v3) - ones(v4) - ones(v5) - ones(v6) - ones(v7);
}
let rowOf = new Int32Array(0);
function bitParallel(pattern, text) {
	const most = Math.max(highest(pattern), highest(text)) + 1;
	if (rowOf.length < most) rowOf = new Int32Array(most);
	const carries = new Int32Array(text.length);
	const table = new Int32Array(1992);
	let length = 0;
	for (let from = 0; from < pattern.length; from += BLOCK) {
		const size = Math.min(BLOCK, pattern.length - from);
		let used = 0;
		for (let offset = 0; offset < size; offset += 1) {
			const symbol = cell(pattern, from + offset);
			if (rowOf[symbol] === 0) {
				used += WORDS;
				rowOf[symbol] = used;
			}
			const at = cell(rowOf, symbol) + Math.floor(offset / BITS);
			table[at] = cell(table, at) | 1 << offset % BITS;
		}
		length += runBlock(table, text, carries);
		for (let offset = 0; offset < size; offset += 1) rowOf[cell(pattern, from + offset)] = 0;
		table.fill(0, 0, used + WORDS);
	}
	return length;
}
function highest(symbols) {
	let most = 0;
	for (let at = 0; at < symbols.length; at += 1) most = Math.max(most, cell(symbols, at));
	return most;
}
function commonLength(left, right) {
	const shorter = Math.min(left.length, right.length);
	let before = 0;
	while (before < shorter && left[before] === right[before]) before += 1;
	let after = 0;
	while (after < shorter - before && left[left.length - 1 - after] === right[right.length - 1 - after]) after += 1;
	const a = left.subarray(before, left.length - after);
	const b = right.subarray(before, right.length - after);
	if (a.length * b.length > MOST_PAIRS) return void 0;
	return before + after + (a.length < b.length ? bitParallel(a, b) : bitParallel(b, a));
}
// src/evaluation/similarity/stem.ts
const IRREGULAR = {
	skies: "sky",
	sky: "sky",
	dying: "die",
	lying: "lie",
	tying: "tie",
	news: "news",
	innings: "inning",
	inning: "inning",
	outings: "outing",
	outing: "outing",
	cannings: "canning",
	canning: "canning",
	howe: "howe",
	proceed: "proceed",
	exceed: "exceed",
	succeed: "succeed"
};
function shapeOf(word) {
	let consonant = false;
	return Array.from({ length: word.length }, (_, at) => {
		const letter = word[at] ?? "";
		consonant = !("aeiou".includes(letter) || letter === "y" && consonant);
		return consonant ? "c" : "v";
	}).join("");
}
const measure = (word) => shapeOf(word).split("vc").length - 1;
function endsDouble(word) {
	return word.length > 1 && word.at(-1) === word.at(-2) && shapeOf(word).endsWith("c");
}
function endsShort(word) {
	const shape = shapeOf(word);
	return shape === "vc" || shape.endsWith("cvc") && !/[wxy]$/.test(word);
}
function replaced(word, endings) {
	const found = endings.find(([suffix]) => word.endsWith(suffix));
	if (found === void 0) return word;
	const [suffix, instead, passes] = found;
	const rest = word.slice(0, word.length - suffix.length);
	return passes(rest) ? rest + instead : word;
}
const measured = (least, pairs) => pairs.split(" ").map((pair) => {
	const [suffix = "", instead = ""] = pair.split(">");
	return [
		suffix,
		instead,
		(rest) => measure(rest) >= least
	];
});
const SECOND = [
	...measured(1, "ational>ate tional>tion enci>ence anci>ance izer>ize bli>ble alli>al entli>ent eli>e ousli>ous ization>ize"),
	...measured(1, "ation>ate ator>ate alism>al iveness>ive fulness>ful ousness>ous aliti>al iviti>ive biliti>ble fulli>ful"),
	[
		"logi",
		"log",
		(rest) => measure(`${rest}l`) >= 1
	]
];
const THIRD = measured(1, "icate>ic ative> alize>al iciti>ic ical>ic ful> ness>");
const FOURTH = [
	...measured(2, "al ance ence er ic able ible ant ement ment ent"),
	[
		"ion",
		"",
		(rest) => measure(rest) >= 2 && /[st]$/.test(rest)
	],
	...measured(2, "ou ism ate iti ous ive ize")
];
function plural(word) {
	if (word.endsWith("ies")) return word.length === 4 ? word.slice(0, -1) : word.slice(0, -2);
	if (word.endsWith("sses")) return word.slice(0, -2);
	return word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}
function past(word) {
	if (word.endsWith("ied")) return word.length === 4 ? word.slice(0, -1) : word.slice(0, -2);
	if (word.endsWith("eed")) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
	const suffix = ["ed", "ing"].find((ending) => word.endsWith(ending));
	const rest = suffix === void 0 ? "" : word.slice(0, -suffix.length);
	if (!shapeOf(rest).includes("v")) return word;
	if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
	if (endsDouble(rest)) return /[lsz]$/.test(rest) ? rest : rest.slice(0, -1);
	return measure(rest) === 1 && endsShort(rest) ? `${rest}e` : rest;
}
function lastY(word) {
	const rest = word.slice(0, -1);
	return word.endsWith("y") && rest.length > 1 && shapeOf(rest).endsWith("c") ? `${rest}i` : word;
}
function second(word) {
	return word.endsWith("alli") && measure(word.slice(0, -4)) > 0 ? second(word.slice(0, -2)) : replaced(word, SECOND);
}
function lastE(word) {
	if (!word.endsWith("e")) return word;
	const rest = word.slice(0, -1);
	const size = measure(rest);
	return size > 1 || size === 1 && !endsShort(rest) ? rest : word;
}
const doubleL = (word) => word.endsWith("ll") && measure(word.slice(0, -1)) > 1 ? word.slice(0, -1) : word;
function stem(word) {
	if (Object.hasOwn(IRREGULAR, word)) return IRREGULAR[word] ?? word;
	if (word.length < 3) return word;
	return [
		...[
			plural,
			past,
			lastY,
			second,
			(one) => replaced(one, THIRD),
			(one) => replaced(one, FOURTH)
		],
		lastE,
		doubleL
	].reduce((rest, step) => step(rest), word);
}
// src/evaluation/similarity/vocabulary.ts
const MOST = 2e4;
const numbers = new Map();
const words$1 = [];
const stems = [];
function forgetMany() {
	if (numbers.size < MOST) return;
	numbers.clear();
	words$1.length = 0;
	stems.length = 0;
}
function vocabularySize() {
	return words$1.length;
}
function numberOf(spelling) {
	const known = numbers.get(spelling);
	if (known !== void 0) return known;
	const word = spelling.toLowerCase();
	const number = numbers.get(word) ?? words$1.push(word) - 1;
	numbers.set(word, number);
	numbers.set(spelling, number);
	return number;
}
function stemNumberOf(number) {
	const known = stems[number];
	if (known !== void 0) return known;
	const result = numberOf(stem(words$1[number] ?? ""));
	stems[number] = result;
	return result;
}
// src/evaluation/similarity/word-tokens.ts
const SIGNS = ";@#$%&?!«“‘„";
const BRACKETS = "[](){}<>*»”’";
const BEFORE_OPENING = " ([{<«“‘„`";
const AFTER_PERIOD = "])}>\"'»”’ ";
const WORD = /^[\p{L}\p{N}_]$/u;
const DIGIT = /^\p{Nd}$/u;
function isSpace(code) {
	if (code <= 32) return code >= 28 || code >= 9 && code <= 13;
	if (code < 5760) return code === 133 || code === 160;
	if (code <= 8233) return code === 5760 || code >= 8192 && code <= 8202 || code >= 8232;
	return code === 8239 || code === 8287 || code === 12288;
}
const ENDS = new Uint8Array(65536);
for (const sign of `${SIGNS}${BRACKETS}:,.\`"'-`) ENDS[sign.charCodeAt(0)] = 1;
for (let code = 0; code <= 12288; code += 1) if (isSpace(code)) ENDS[code] = 1;
const LETTER = "[\\p{L}\\p{N}_]";
const CONTRACTED = /cannot|d'ye|gimme|gonna|gotta|lemme|more'n|wanna|'tis|'twas/i;
const CONTRACTIONS = [
	...[
		"(can)(not)",
		"(d)('ye)",
		"(gim)(me)",
		"(gon)(na)",
		"(got)(ta)",
		"(lem)(me)",
		"(more)('n)"
	].map((parts) => `(?<!${LETTER})${parts}(?!${LETTER})`),
	`(?<!${LETTER})(wan)(na)(?= )`,
	`(?<= )('t)(is)(?!${LETTER})`,
	`(?<= )('t)(was)(?!${LETTER})`
].map((pattern) => new RegExp(pattern, "giu"));
function characterAt(text, at) {
	const code = text.codePointAt(at);
	return code === void 0 ? "" : String.fromCodePoint(code);
}
function opensAt(text, at) {
	return at > 0 && (BEFORE_OPENING.includes(text[at - 1] ?? "") || at === 1 && text[0] === "\"");
}
function lastPeriod(text) {
	const period = text.lastIndexOf(".");
	if (period < 1 || text[period - 1] === ".") return -1;
	let at = period + 1;
	for (; at < text.length && AFTER_PERIOD.includes(text[at] ?? ""); at += 1) if ((text[at] === "\"" || text[at] === "'" && text[at + 1] === "'") && opensAt(text, at)) return -1;
	for (; at < text.length; at += 1) if (!isSpace(text.charCodeAt(at))) return -1;
	return period;
}
function cutsAfter(text, at) {
	const letter = characterAt(text, at + 1);
	return letter !== "" && !"mtsdnMTSDN".includes(letter) && WORD.test(letter) && !WORD.test(characterAt(text, at + 1 + letter.length));
}
function cutEnding(chunk, early) {
	let rest = chunk;
	const tail = [];
	const cut = (length) => {
		tail.unshift(rest.slice(-length));
		rest = rest.slice(0, -length);
	};
	if (early && /[^']'$/.test(rest)) cut(1);
	if (/[^']'[sSmMdD]$/.test(rest)) cut(2);
	else if (/[^']'$/.test(rest)) cut(1);
	if (/[^'](?:'ll|'LL|'re|'RE|'ve|'VE|n't|N'T)$/.test(rest)) cut(3);
	return [rest, ...tail];
}
function wordTokens(text) {
	const tokens = [];
	const period = lastPeriod(text);
	let from = 0;
	let apostrophe = false;
	const end = (at, next, early) => {
		if (at > from) {
			const chunk = text.slice(from, at);
			if (apostrophe) tokens.push(...cutEnding(chunk, early));
			else tokens.push(chunk);
		}
		apostrophe = false;
		from = next;
	};
	const alone = (at, length, early, as = text.slice(at, at + length)) => {
		end(at, at + length, early);
		tokens.push(as);
	};
	const runAt = (at) => {
		let length = 1;
		while (text[at + length] === text[at]) length += 1;
		return length;
	};
	let passed = -1;
	for (let at = 0; at < text.length; at = Math.max(at + 1, from)) {
		const code = text.charCodeAt(at);
		if (ENDS[code] === 0) continue;
		const sign = text[at] ?? "";
		if (isSpace(code)) end(at, at + 1, sign === " ");
		else if (sign === "'") {
			if (text[at + 1] === "'") alone(at, 2, false, opensAt(text, at) ? "``" : "''");
			else {
				apostrophe = true;
				if (cutsAfter(text, at)) end(at + 1, at + 1, true);
			}
		} else if (sign === "\"") alone(at, 1, at === 0 || opensAt(text, at), at === 0 || opensAt(text, at) ? "``" : "''");
		else if (sign === ":" || sign === ",") {
			const next = characterAt(text, at + 1);
			const last = next === "" || next === "\n" && at + 2 === text.length;
			if (at === passed ? last : next === "" || !DIGIT.test(next)) alone(at, 1, true);
			if (at !== passed && (next === ":" || next === ",")) passed = at + 1;
		} else if (sign === ".") {
			const length = runAt(at);
			if (at === period || length > 1) alone(at, length, true);
		} else if (sign === "-") {
			if (text[at + 1] === "-") alone(at, 2, false);
		} else if (sign === "`") {
			const length = runAt(at);
			end(at, at + length, true);
			for (let pair = at; pair < at + length; pair += 2) tokens.push(text.slice(pair, Math.min(pair + 2, at + length)));
		} else alone(at, 1, SIGNS.includes(sign));
	}
	end(text.length, text.length, false);
	return CONTRACTED.test(text) ? tokens.flatMap(cutContraction) : tokens;
}
function cutContraction(token) {
	if (!CONTRACTED.test(token)) return [token];
	return CONTRACTIONS.reduce((text, pattern) => text.replace(pattern, " $1 $2 "), ` ${token} `).split(" ").filter((part) => part !== "");
}
// src/evaluation/similarity/meteor.ts
function stemsOf({ words, places }, taken) {
	const stems = new Int32Array(words.length);
	const kept = new Int32Array(words.length);
	let count = 0;
	for (let index = 0; index < words.length; index += 1) {
		if (taken[index] === 1) continue;
		stems[count] = stemNumberOf(cell(words, index));
		kept[count] = cell(places, index);
		count += 1;
	}
	return {
		words: stems.subarray(0, count),
		places: kept.subarray(0, count)
	};
}
let last = new Int32Array(0);
function match(output, reference, partners) {
	const { words } = output;
	const others = reference.words;
	if (last.length < vocabularySize()) last = new Int32Array(2 * vocabularySize());
	const before = new Int32Array(others.length);
	for (let index = 0; index < others.length; index += 1) {
		const word = cell(others, index);
		before[index] = cell(last, word);
		last[word] = index + 1;
	}
	const matched = new Uint8Array(words.length);
	const taken = new Uint8Array(others.length);
	for (let index = words.length - 1; index >= 0; index -= 1) {
		const word = cell(words, index);
		const found = cell(last, word) - 1;
		if (found < 0) continue;
		partners[cell(output.places, index)] = cell(reference.places, found) + 1;
		matched[index] = 1;
		taken[found] = 1;
		last[word] = cell(before, found);
	}
	for (let index = 0; index < others.length; index += 1) last[cell(others, index)] = 0;
	return [matched, taken];
}
function placed(text) {
	const tokens = wordTokens(text);
	const words = new Int32Array(tokens.length);
	const places = new Int32Array(tokens.length);
	let at = 0;
	for (const token of tokens) {
		words[at] = numberOf(token);
		places[at] = at;
		at += 1;
	}
	return {
		words,
		places
	};
}
function meteor(text, reference) {
	forgetMany();
	const output = placed(text);
	const wanted = placed(reference);
	const partners = new Int32Array(output.words.length);
	const [matched, taken] = match(output, wanted, partners);
	match(stemsOf(output, matched), stemsOf(wanted, taken), partners);
	let matches = 0;
	let chunks = 0;
	let before = 0;
	for (const partner of partners) {
		if (partner > 0) matches += 1;
		if (partner > 0 && (before === 0 || partner !== before + 1)) chunks += 1;
		before = partner;
	}
	if (matches === 0) return 0;
	const precision = matches / output.words.length;
	const recall = matches / wanted.words.length;
	const mean = precision * recall / (.9 * precision + .1 * recall);
	return (1 - .5 * (chunks / matches) ** 3) * mean;
}
// src/evaluation/similarity/grams.ts
function numberTokens(tokens, numbers) {
	const result = new Int32Array(tokens.length);
	let at = 0;
	for (const token of tokens) {
		let number = numbers.get(token);
		if (number === void 0) {
			number = numbers.size;
			numbers.set(token, number);
		}
		result[at] = number;
		at += 1;
	}
	return result;
}
function numbered(left, right) {
	const numbers = new Map();
	return [numberTokens(left, numbers), numberTokens(right, numbers)];
}
var PairNumbers = class {
	#mask;
	#slots;
	#size = 0;
	constructor(most) {
		const slots = 2 ** Math.ceil(Math.log2(2 * most + 2));
		this.#mask = slots - 1;
		this.#slots = new Int32Array(4 * slots);
	}
	of(first, second) {
		const slots = this.#slots;
		let hash = Math.imul(first ^ Math.imul(second, 2246822507), 2654435761);
		hash ^= hash >>> 15;
		for (let slot = hash & this.#mask;; slot = slot + 1 & this.#mask) {
			const at = slot << 2;
			const held = cell(slots, at + 2);
			if (held === 0) {
				this.#size += 1;
				slots[at] = first;
				slots[at + 1] = second;
				slots[at + 2] = this.#size;
				return this.#size - 1;
			}
			if (slots[at] === first && slots[at + 1] === second) return held - 1;
		}
	}
};
function overlap(left, right, numbers) {
	const counts = new Int32Array(numbers);
	for (let at = 0; at < right.length; at += 1) {
		const gram = cell(right, at);
		counts[gram] = cell(counts, gram) + 1;
	}
	let both = 0;
	for (let at = 0; at < left.length; at += 1) {
		const gram = cell(left, at);
		const count = cell(counts, gram);
		if (count > 0) both += 1;
		counts[gram] = count - 1;
	}
	return both;
}
function longer(grams, tokens, size, pairs) {
	const result = new Int32Array(Math.max(0, tokens.length - size + 1));
	for (let at = 0; at < result.length; at += 1) result[at] = pairs.of(cell(grams, at), cell(tokens, at + size - 1));
	return result;
}
function gramCounts(left, right, largest) {
	const [a, b] = numbered(left, right);
	const most = a.length + b.length;
	let [gramsA, gramsB] = [a, b];
	return Array.from({ length: largest }, (_, index) => {
		if (index > 0) {
			const pairs = new PairNumbers(most);
			gramsA = longer(gramsA, a, index + 1, pairs);
			gramsB = longer(gramsB, b, index + 1, pairs);
		}
		return {
			left: gramsA.length,
			right: gramsB.length,
			both: overlap(gramsA, gramsB, most)
		};
	});
}
// src/evaluation/similarity/overlap.ts
const K = 5;
function bleu(output, reference) {
	const counts = gramCounts(wordTokens(output), wordTokens(reference), 4);
	const [{ left: length, right: wanted, both }] = [counts[0] ?? {
		left: 0,
		right: 0,
		both: 0
	}];
	if (both === 0) return 0;
	let missing = 0;
	let logs = 0;
	for (const count of counts) {
		const total = Math.max(1, count.left);
		if (count.both > 0) logs += Math.log(count.both / total);
		else if (length > 1) {
			missing += 1;
			logs += Math.log(Math.log(length) / (2 ** missing * K) / total);
		}
	}
	return Math.exp(Math.min(0, 1 - wanted / length) + logs / 4);
}
function gleu(output, reference) {
	const counts = gramCounts(wordTokens(output), wordTokens(reference), 4);
	const sum = (pick) => counts.reduce((total, count) => total + count[pick], 0);
	const most = Math.max(sum("left"), sum("right"));
	return most === 0 ? 0 : sum("both") / most;
}
const onlyAscii = (text) => {
	for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
	return true;
};
function words(text) {
	const lower = text.toLowerCase();
	return lower.match(onlyAscii(lower) ? /[a-z0-9]+/g : /[\p{L}\p{N}\p{M}]+/gu) ?? [];
}
const balanced = (both, left, right) => both === 0 ? 0 : 2 * both / (left + right);
function rouge(output, reference, size) {
	const count = gramCounts(words(output), words(reference), size)[size - 1];
	return count === void 0 ? 0 : balanced(count.both, count.left, count.right);
}
function rougeL(output, reference) {
	const [a, b] = numbered(words(output), words(reference));
	const both = commonLength(a, b);
	return both === void 0 ? void 0 : balanced(both, a.length, b.length);
}
// src/evaluation/similarity/similarity.ts
function charactersOf(text) {
	const codes = new Int32Array(text.length);
	let length = 0;
	for (let at = 0; at < text.length; length += 1) {
		const unit = text.charCodeAt(at);
		const code = unit < 55296 || unit > 56319 ? unit : text.codePointAt(at) ?? 0;
		codes[length] = code;
		at += code > 65535 ? 2 : 1;
	}
	return codes.subarray(0, length);
}
function fuzzyMatch(output, reference) {
	const a = charactersOf(output);
	const b = charactersOf(reference);
	const all = a.length + b.length;
	const both = commonLength(a, b);
	if (both === void 0) return void 0;
	return all === 0 ? 1 : 2 * both / all;
}
const MEASURES = {
	fuzzy_match: fuzzyMatch,
	bleu,
	gleu,
	meteor,
	rouge_1: (output, reference) => rouge(output, reference, 1),
	rouge_2: (output, reference) => rouge(output, reference, 2),
	rouge_3: (output, reference) => rouge(output, reference, 3),
	rouge_4: (output, reference) => rouge(output, reference, 4),
	rouge_5: (output, reference) => rouge(output, reference, 5),
	rouge_l: rougeL
};
function similarity(metric, output, reference) {
	return MEASURES[metric](output, reference);
}
// src/evaluation/graders.ts
function isTextGrader(grader) {
	return grader.type === "string_check" || grader.type === "text_similarity";
}
const isOne = (graders) => "type" in graders && typeof graders.type === "string";
function namedParts(graders) {
	if (Array.isArray(graders)) return graders.map((one) => [one.name, one]);
	return isOne(graders) ? [[graders.name, graders]] : Object.entries(graders);
}
function partsOf(grader) {
	if (grader.type !== "multi") return {
		parts: new Map([[grader.name, grader]]),
		formula: void 0
	};
	const named = namedParts(grader.graders);
	const parts = new Map(named);
	if (parts.size < named.length) throw new Error("Two graders have one name, so calculate_output cannot tell them apart.");
	const formula = parseFormula(grader.calculate_output);
	const unknown = formula.names.find((name) => !parts.has(name));
	if (unknown !== void 0) throw new Error(`calculate_output uses ${JSON.stringify(unknown)}, which is no grader; there are ${[...parts.keys()].join(", ")}.`);
	return {
		parts,
		formula
	};
}
function check({ operation }, input, reference) {
	switch (operation) {
		case "eq": return input === reference;
		case "ne": return input !== reference;
		case "like": return input.includes(reference);
		case "ilike": return input.toLowerCase().includes(reference.toLowerCase());
	}
}
function gradeByText(grader, sample, item) {
	const input = fill(grader.input, sample, item);
	const reference = fill(grader.reference, sample, item);
	const missing = [input, reference].flatMap((filled) => "missing" in filled ? [filled] : []);
	const faulty = missing.find(({ fault }) => fault === "row") ?? missing[0];
	if (faulty !== void 0) return faulty.fault === "answer" ? {
		score: 0,
		remarks: [faulty.missing]
	} : { unscored: faulty.missing };
	if (!("text" in input) || !("text" in reference)) return { unscored: "A template cannot be filled." };
	const score = grader.type === "string_check" ? Number(check(grader, input.text, reference.text)) : similarity(grader.evaluation_metric, input.text, reference.text);
	if (score === void 0) return { unscored: `Both texts of grader ${grader.name} are too long to be compared.` };
	const remarks = [...new Set([...input.remarks, ...reference.remarks])];
	return remarks.length === 0 ? { score } : {
		score,
		remarks
	};
}
function refuse(grader) {
	return { unscored: `Grader ${grader.name} of type ${grader.type} cannot be computed here.` };
}
function grade({ parts, formula }, sample, item, others = refuse) {
	const gradeOne = (part) => isTextGrader(part) ? gradeByText(part, sample, item) : others(part, sample, item);
	const values = new Map();
	const remarks = [];
	for (const [name, part] of parts) {
		if (formula !== void 0 && !formula.names.includes(name)) continue;
		const one = gradeOne(part);
		if (formula === void 0) return one;
		if ("unscored" in one) return { unscored: `Grader ${name}: ${one.unscored}` };
		values.set(name, one.score);
		remarks.push(...(one.remarks ?? []).map((remark) => `Grader ${name}: ${remark}`));
	}
	const outcome = formula?.evaluate(values) ?? { fault: "there is no grader" };
	if ("fault" in outcome) return { unscored: `calculate_output has no value: ${outcome.fault}.` };
	return remarks.length === 0 ? { score: outcome.value } : {
		score: outcome.value,
		remarks
	};
}
export { similarity as a, refuse as i, isTextGrader as n, partsOf as r, grade as t };
