import { i as words, n as ours } from "./words.js";
import { t as AbortedError } from "./errors.js";
import { n as ruleOf } from "./rules.js";
import { n as hyperparametersOf, t as baseOf } from "./method.js";
import { a as checkDataset, c as sameRows, n as defaultEpochs, r as timesEpochs, s as contentHash, t as costOf } from "./estimate.js";
import { n as itemNames, r as readsOutputJson } from "./templates.js";
import { availableParallelism } from "node:os";
// src/dataset/likeness/overlap.ts
async function overlap(training, validation) {
	const { severity, fix } = ruleOf("pair/overlap");
	const problems = [];
	for (let row = 0; row < validation.rows.count; row += 1) {
		const first = training.rows.withKey(validation.rows.key(row));
		if (first >= 0) await Promise.all([contentHash(training, first), contentHash(validation, row)]);
	}
	for (let row = 0; row < validation.rows.count; row += 1) {
		const hash = validation.rows.hash(row);
		const twin = hash === void 0 ? -1 : training.rows.withContent(hash.whole);
		if (twin < 0 || !await sameRows(validation, row, training, twin)) continue;
		const place = validation.rows.place(row);
		const there = training.rows.place(twin);
		const message = words`The row stands in the training data too (${ours(there.path)}:${there.line}). ${ours(fix)}`;
		problems.push({
			rule: "pair/overlap",
			severity,
			message,
			path: place.path,
			line: place.line,
			column: void 0
		});
	}
	return problems;
}
// src/canonical.ts
function canonicalJson(value) {
	if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(",")}]`;
	if (typeof value !== "object" || value === null) return JSON.stringify(value);
	return `{${Object.entries(value).filter(([, inner]) => inner !== void 0).sort(([left], [right]) => left < right ? -1 : left > right ? 1 : 0).map(([name, inner]) => `${JSON.stringify(name)}:${canonicalJson(inner)}`).join(",")}}`;
}
// src/stages/check-data.ts
async function checkData(world, role, paths, countTokens = true) {
	const { inputs, connection, files } = world;
	const bytes = (await Promise.all(paths.map((path) => files.size(path)))).reduce((sum, size) => sum + size, 0);
	const reinforcement = inputs.method?.type === "reinforcement" ? inputs.method.reinforcement : void 0;
	return checkDataset({
		role,
		paths,
		method: inputs.method?.type ?? "supervised",
		model: inputs.model ?? "",
		read: (path, take) => files.scan(path, take),
		readRange: (path, offset, length) => files.readRange(path, offset, length),
		entry: availableParallelism() > 1 && bytes > 4e6 ? world.entry : void 0,
		rules: connection.profile.data,
		allowSecrets: inputs.allow_secrets,
		countTokens,
		exactTokensUpTo: inputs.exact_tokens_up_to_mb * 1e6,
		graderItems: itemNames(reinforcement?.grader),
		usesOutputJson: readsOutputJson(reinforcement?.grader),
		hasResponseFormat: reinforcement?.response_format !== void 0,
		signal: world.signal
	}).catch(asCancelled(world));
}
function asCancelled({ signal }) {
	return (error) => {
		if (!signal.aborted) throw error;
		throw new AbortedError("The workflow run was cancelled while the data was being checked; nothing was sent.");
	};
}
// src/providers/prices.ts
const DAY = 864e5;
const FRESH_DAYS = 180;
function trainingPrice({ prices, free }, model, given, now) {
	if (given !== void 0) return {
		perMillion: given,
		basis: `US$ ${given} a million tokens, as given`
	};
	if (free !== void 0) return {
		perMillion: 0,
		basis: free
	};
	const advice = "give price_per_million_tokens to see one";
	const base = baseOf(model);
	const entry = prices.find((price) => price.model.test(base));
	if (entry === void 0) return {
		perMillion: void 0,
		why: `no price is known for this model; ${advice}`
	};
	if (entry.perMillion === void 0) return {
		perMillion: void 0,
		why: `this model is priced by the hour of training, so tokens do not tell its cost`
	};
	const basis = `US$ ${entry.perMillion} a million tokens by ${entry.source}, ${entry.date}`;
	if (now - Date.parse(entry.date) > FRESH_DAYS * DAY) return {
		perMillion: void 0,
		why: `the last known price (${basis}) is older than ${FRESH_DAYS} days; ${advice}`
	};
	return {
		perMillion: entry.perMillion,
		basis
	};
}
// src/stages/estimate.ts
function askedEpochs({ inputs }) {
	const epochs = hyperparametersOf(inputs)?.n_epochs;
	return typeof epochs === "number" ? epochs : void 0;
}
function estimateOf(step, training) {
	if (training.tokens === void 0) return void 0;
	const asked = askedEpochs(step);
	const epochs = asked ?? defaultEpochs(training.rows);
	const tokens = timesEpochs(training.tokens, epochs);
	const { inputs, connection, started } = step;
	const price = trainingPrice(connection.profile, inputs.model ?? "", inputs.price_per_million_tokens, started);
	const known = {
		epochs,
		epochsAsked: asked !== void 0,
		tokens
	};
	if (price.perMillion === void 0) return {
		...known,
		cost: void 0,
		withoutCost: price.why
	};
	const { perMillion, basis } = price;
	const [usd = 0, low = 0, high = 0] = [
		tokens.tokens,
		tokens.low,
		tokens.high
	].map((count) => costOf(count, perMillion));
	return {
		...known,
		cost: {
			usd,
			low,
			high,
			basis
		},
		withoutCost: void 0
	};
}
function priceOf({ inputs, connection, started }, model) {
	const price = trainingPrice(connection.profile, model, inputs.price_per_million_tokens, started);
	return price.perMillion === void 0 ? void 0 : {
		perMillion: price.perMillion,
		basis: price.basis
	};
}
export { canonicalJson as a, checkData as i, priceOf as n, overlap as o, asCancelled as r, estimateOf as t };
