import { Z as formatFor } from "./data.js";
const { readFileSync, renameSync, writeFileSync } = process.getBuiltinModule("node:fs");
// src/sandbox/trainer/data.ts
function parse(line, method) {
	const value = JSON.parse(line);
	const fields = typeof value === "object" && value !== null ? { ...value } : {};
	const format = formatFor(fields, method);
	if (format === void 0) throw new Error("the row is in no known format");
	return format.read(fields);
}
function readRows(path, method) {
	return readFileSync(path, "utf8").replace(/^\ufeff/, "").split("\n").flatMap((line, index) => {
		if (line.trim() === "") return [];
		try {
			return [parse(line, method)];
		} catch (error) {
			throw new Error(`Line ${index + 1} is no row for ${method}: ${Error.isError(error) ? error.message.split("\n")[0] : error}`);
		}
	});
}
// src/sandbox/trainer/pieces.ts
const VOCABULARY = 4096;
const PIECE = / ?\p{L}[\p{L}\p{M}]*|\p{N}{1,3}|\s+|[^\s\p{L}\p{N}]/gu;
function hashText(text, seed = 2166136261) {
	let hash = seed;
	for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
	return hash >>> 0;
}
function piecesOf(text) {
	return (text.match(PIECE) ?? []).map((piece) => hashText(piece) % VOCABULARY);
}
function messageText(message) {
	const { content } = message;
	const parts = typeof content === "string" ? [content] : (content ?? []).map((part) => typeof part.text === "string" ? part.text : "");
	const calls = (message.tool_calls ?? []).map(({ function: called }) => `${called.name}(${called.arguments})`);
	if (message.function_call) calls.push(`${message.function_call.name}(${message.function_call.arguments})`);
	return [
		...parts,
		...calls,
		message.refusal ?? ""
	].join(" ");
}
const START = (role) => hashText(`<${role}>`) % VOCABULARY;
const END = hashText("<end>") % VOCABULARY;
var SequenceBuilder = class {
	#pieces = [];
	#learned = [];
	add(role, text, learned) {
		const pieces = piecesOf(text);
		this.#pieces.push(START(role), ...pieces, END);
		this.#learned.push(0, ...pieces.map(() => learned ? 1 : 0), learned ? 1 : 0);
		return this;
	}
	build() {
		return {
			pieces: Int32Array.from(this.#pieces),
			learned: Uint8Array.from(this.#learned)
		};
	}
};
function conversation(messages, learn = true) {
	const builder = new SequenceBuilder();
	for (const message of messages) builder.add(message.role, messageText(message), learn && message.role === "assistant" && message.weight !== 0);
	return builder.build();
}
// src/sandbox/trainer/model.ts
const CLASS_ROWS = 8192;
const PIECE_ROWS = 16384;
const ORDERS = 4;
const MAGIC = 1179926834;
function softmax(scores) {
	let most = Number.NEGATIVE_INFINITY;
	for (const score of scores) if (score > most) most = score;
	let sum = 0;
	for (let at = 0; at < scores.length; at += 1) {
		const value = Math.exp((scores[at] ?? 0) - most);
		scores[at] = value;
		sum += value;
	}
	for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) / sum;
}
function largest(values) {
	let best = 0;
	for (let at = 1; at < values.length; at += 1) if ((values[at] ?? 0) > (values[best] ?? 0)) best = at;
	return best;
}
var LanguageModel = class LanguageModel {
	#classTable = new Float32Array(CLASS_ROWS * 64);
	#pieceTable = new Float32Array(PIECE_ROWS * 64);
	#classRows = new Int32Array(ORDERS);
	#pieceRows = new Int32Array(ORDERS);
	#classScores = new Float64Array(64);
	#pieceScores = new Float64Array(64);
	#predict(pieces, at) {
		const target = Math.floor((pieces[at] ?? 0) / 64);
		let hash = 2654435761;
		for (let order = 0; order < ORDERS; order += 1) {
			if (order > 0) hash = Math.imul(hash ^ (pieces[at - order] ?? -1) + 1, 2246822507) ^ hash >>> 13;
			const mixed = Math.imul(hash ^ order * 668265263, 3266489909) >>> 0;
			this.#classRows[order] = mixed % CLASS_ROWS * 64;
			this.#pieceRows[order] = (Math.imul(mixed ^ target * 374761393, 2246822507) >>> 0) % PIECE_ROWS * 64;
		}
		this.#sum(this.#classTable, this.#classRows, this.#classScores);
		this.#sum(this.#pieceTable, this.#pieceRows, this.#pieceScores);
	}
	#sum(table, rows, scores) {
		scores.fill(0);
		for (const row of rows) for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) + (table[row + at] ?? 0);
		softmax(scores);
	}
	#move(table, rows, scores, target, rate) {
		for (const row of rows) for (let at = 0; at < scores.length; at += 1) table[row + at] = (table[row + at] ?? 0) - rate * ((scores[at] ?? 0) - (at === target ? 1 : 0));
	}
	pass({ pieces, learned }, rate, tally) {
		for (let at = 0; at < pieces.length; at += 1) {
			if (learned[at] !== 1) continue;
			this.#predict(pieces, at);
			const piece = pieces[at] ?? 0;
			const group = Math.floor(piece / 64);
			const inner = piece % 64;
			tally.loss -= Math.log(Math.max(1e-12, (this.#classScores[group] ?? 0) * (this.#pieceScores[inner] ?? 0)));
			tally.count += 1;
			if (largest(this.#classScores) === group && largest(this.#pieceScores) === inner) tally.right += 1;
			if (rate === 0) continue;
			this.#move(this.#classTable, this.#classRows, this.#classScores, group, rate);
			this.#move(this.#pieceTable, this.#pieceRows, this.#pieceScores, inner, rate);
		}
	}
	logProbability(sequence) {
		const tally = {
			loss: 0,
			right: 0,
			count: 0
		};
		this.pass(sequence, 0, tally);
		return -tally.loss;
	}
	save(path) {
		const parts = [{
			table: this.#classTable,
			width: 64
		}, {
			table: this.#pieceTable,
			width: 64
		}].flatMap(({ table, width }) => {
			const rows = [];
			for (let row = 0; row * width < table.length; row += 1) if (table.subarray(row * width, (row + 1) * width).some((value) => value !== 0)) rows.push(row);
			const values = new Float32Array(rows.length * width);
			for (const [index, row] of rows.entries()) values.set(table.subarray(row * width, (row + 1) * width), index * width);
			return [
				Int32Array.of(rows.length),
				Int32Array.from(rows),
				values
			];
		});
		const bytes = Buffer.concat([Int32Array.of(MAGIC), ...parts].map((part) => Buffer.from(part.buffer)));
		writeFileSync(`${path}.part`, bytes);
		renameSync(`${path}.part`, path);
	}
	static load(path) {
		const file = readFileSync(path);
		const bytes = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
		const model = new LanguageModel();
		const head = new Int32Array(bytes);
		const values = new Float32Array(bytes);
		if (head[0] !== MAGIC) throw new Error(`${path} holds no weights of the sandbox.`);
		let at = 1;
		for (const { table, width } of [{
			table: model.#classTable,
			width: 64
		}, {
			table: model.#pieceTable,
			width: 64
		}]) {
			const count = head[at] ?? 0;
			const rows = head.subarray(at + 1, at + 1 + count);
			at += 1 + count;
			for (const row of rows) {
				table.set(values.subarray(at, at + width), row * width);
				at += width;
			}
		}
		return model;
	}
};
// src/sandbox/trainer/random.ts
function randomOf(seed) {
	let state = seed | 0;
	return () => {
		state = state + 1831565813 | 0;
		let mixed = Math.imul(state ^ state >>> 15, 1 | state);
		mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed;
		return ((mixed ^ mixed >>> 14) >>> 0) / 4294967296;
	};
}
function shuffled(items, random) {
	return items.map((item) => ({
		item,
		key: random()
	})).sort((left, right) => left.key - right.key).map(({ item }) => item);
}
export { conversation as a, piecesOf as c, SequenceBuilder as i, readRows as l, shuffled as n, hashText as o, LanguageModel as r, messageText as s, randomOf as t };
