import { i as ours, o as words } from "./words.js";
import { t as AbortedError } from "./errors.js";
import { H as quote } from "./text-row.js";
import { r as ruleOf } from "./rules.js";
import { n as hyperparametersOf, t as baseOf$1 } from "./method.js";
import { r as PLATFORMS } from "./registry.js";
import { t as merged } from "./merge.js";
import { a as readsOutputJson, c as checkDataset, d as placeOf, f as contentHash, i as itemReads, n as defaultEpochs, o as unknownReferences, p as relation, r as timesEpochs, t as costOf } from "./estimate.js";
import path from "node:path";
import { availableParallelism } from "node:os";
// src/dataset/likeness/overlap.ts
const MOST_LOOKED_AT = 32;
const PAIR_RULES = ["pair/overlap", "pair/near-overlap"];
function isOfBoth(rule) {
	return PAIR_RULES.some((one) => one === rule);
}
function overlapCounts(shared) {
	return PAIR_RULES.flatMap((rule) => {
		const count = shared.filter((problem) => problem.rule === rule).length;
		return count === 0 ? [] : [{
			rule,
			severity: ruleOf(rule).severity,
			count
		}];
	});
}
async function twinOf(training, validation, row) {
	const hash = validation.rows.hash(validation.rows.original(row));
	if (hash === void 0) return void 0;
	let alike;
	let looked = 0;
	for (const other of training.rows.withContent(hash.whole)) {
		const found = await relation(validation, row, training, other);
		if (found?.is === "same") return {
			found,
			row: other
		};
		if (found?.is === "alike") alike ??= {
			found,
			row: other
		};
		looked += 1;
		if (looked === MOST_LOOKED_AT) break;
	}
	return alike;
}
function foundBy(found, there) {
	if (!("difference" in found)) return {
		rule: "pair/overlap",
		detail: words`The row stands in the training data too (${there}).`
	};
	const written = words`${quote(found.difference.here)} here, ${quote(found.difference.there)} there`;
	return {
		rule: "pair/near-overlap",
		detail: words`The row equals one of the training data (${there}) but for how it is written: ${written}.`
	};
}
async function overlap(training, validation) {
	try {
		return await compared(training, validation);
	} finally {
		await Promise.all([training.reader.close(), validation.reader.close()]);
	}
}
async function compared(training, validation) {
	const problems = [];
	for (let row = 0; row < validation.rows.count; row += 1) {
		const first = training.rows.withKey(validation.rows.key(row));
		if (first >= 0) await Promise.all([contentHash(training, first), contentHash(validation, row)]);
	}
	for (let row = 0; row < validation.rows.count; row += 1) {
		const twin = await twinOf(training, validation, row);
		if (twin === void 0) continue;
		const { path, line } = validation.rows.place(row);
		const { rule, detail } = foundBy(twin.found, placeOf(training.rows.place(twin.row)));
		const { severity, fix } = ruleOf(rule);
		problems.push({
			rule,
			severity,
			message: words`${detail} ${ours(fix)}`,
			path,
			line,
			column: void 0
		});
	}
	return problems;
}
// src/models/family.ts
function baseOf(model) {
	const name = model.trim();
	const [, tuned] = /^ft:([^:]+)/.exec(name) ?? [];
	if (tuned !== void 0) return tuned;
	return /^(.+?)\.ft-[0-9a-f]/i.exec(name)?.[1] ?? /^([^:]+):ft-/.exec(name)?.[1] ?? name;
}
function familyOf(families, model) {
	const base = baseOf(model).toLowerCase();
	return families.find((family) => family.base.test(base));
}
// src/models/takes.ts
function takesOf(model, known) {
	const family = known === void 0 ? void 0 : familyOf(known.families, model);
	if (known === void 0 || family === void 0) return void 0;
	const { title, certain, families } = known;
	const seeing = families.filter(({ pictures }) => pictures === true).map(({ name }) => name);
	return {
		name: family.name,
		title,
		formats: family.formats,
		pictures: family.pictures,
		seeing,
		certain
	};
}
// src/stages/check-data.ts
async function checkData(world, role, paths, countTokens = true) {
	const { inputs, connection, files, runner } = world;
	const bytes = (await Promise.all(paths.map((path) => files.size(path)))).reduce((sum, size) => sum + size, 0);
	const asked = role === "evaluation_file";
	const reinforcement = inputs.method?.type === "reinforcement" && !asked ? inputs.method.reinforcement : void 0;
	const { data } = connection.profile;
	let done = 0;
	const watched = async function* (pieces) {
		for await (const piece of pieces) {
			yield piece;
			done += piece.length;
			runner.progress?.("Checking", done, bytes);
		}
	};
	return checkDataset({
		role,
		paths,
		method: asked ? "supervised" : inputs.method?.type ?? "supervised",
		model: inputs.model ?? "",
		read: (path, take) => watched(files.scan(path, take)),
		readRange: files.ranges(),
		entry: availableParallelism() > 1 && bytes > 4e6 ? world.entry : void 0,
		rules: {
			...asked ? forAsking(data, inputs.min_rows) : data,
			model: takesOf(inputs.model ?? "", connection.profile.models)
		},
		allowSecrets: inputs.allow_secrets,
		countTokens,
		tokenizer: await givenTokenizer(world),
		exactTokensUpTo: inputs.exact_tokens_up_to_mb * 1e6,
		graderItems: itemReads(reinforcement?.grader),
		unknownReferences: unknownReferences(reinforcement?.grader),
		usesOutputJson: readsOutputJson(reinforcement?.grader),
		hasResponseFormat: reinforcement?.response_format !== void 0,
		signal: world.signal
	}).catch(asCancelled(world));
}
function forAsking({ textRows: _, takesTurns: __, systemFirst: ___, severities: ____, ...data }, minimumRows) {
	return {
		...data,
		minimumRows
	};
}
async function givenTokenizer({ inputs: { tokenizer: path }, files }) {
	return path === void 0 ? void 0 : {
		path,
		json: await files.readText(path)
	};
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
const UNKNOWN = {
	perMillion: void 0,
	why: "no price is known for this model (price_per_million_tokens gives one)",
	fix: "Give price_per_million_tokens."
};
const HOURLY = {
	perMillion: void 0,
	why: "this model is priced by the hour of training, so tokens do not say its cost",
	fix: "Take max_cost_usd out; timeout_minutes with on_timeout: cancel limits the hours."
};
const asGiven = (perMillion) => ({
	perMillion,
	basis: `US$ ${perMillion} a million tokens, as given`
});
const entryFor = ({ prices }, model) => prices.find((price) => price.model.test(baseOf$1(model)));
function priceOf$1({ perMillion, source, date }, now) {
	if (perMillion === void 0) return HOURLY;
	const basis = `US$ ${perMillion} a million tokens by ${source}, ${date}`;
	const days = Math.floor((now - Date.parse(date)) / DAY);
	return days > FRESH_DAYS ? {
		perMillion,
		basis: `${basis}, an old price of ${days} days ago`,
		old: true
	} : {
		perMillion,
		basis
	};
}
function trainingPrice(profile, model, given, now) {
	if (profile.free !== void 0) return {
		perMillion: 0,
		basis: profile.free
	};
	if (given !== void 0) return asGiven(given);
	const entry = entryFor(profile, model);
	return entry === void 0 ? UNKNOWN : priceOf$1(entry, now);
}
function homePrice({ free }, model, given, now, platforms) {
	if (free === void 0) return void 0;
	const home = platforms.find(({ profile }) => entryFor(profile, model) !== void 0)?.profile;
	const title = home?.title ?? "the real platform";
	if (given !== void 0) return {
		title,
		...asGiven(given)
	};
	const price = home === void 0 ? UNKNOWN : trainingPrice(home, model, void 0, now);
	return price.perMillion === void 0 ? void 0 : {
		title,
		perMillion: price.perMillion,
		basis: price.basis
	};
}
// src/stages/estimate.ts
function askedEpochs({ inputs }) {
	const { method, hyperparameters, extra_body } = inputs;
	const epochs = hyperparametersOf(merged({
		method,
		hyperparameters
	}, extra_body))?.n_epochs;
	return typeof epochs === "number" ? epochs : void 0;
}
function billingOf({ inputs, connection }, { rows }) {
	const { billing } = connection.profile;
	if (billing !== void 0) return billing({
		...inputs,
		hasValidation: inputs.validation_file.length > 0
	});
	const asked = askedEpochs({ inputs });
	return {
		epochs: asked ?? defaultEpochs(rows),
		epochsAsked: asked !== void 0,
		looks: 0
	};
}
function priceFor({ inputs, connection, started }, model, method) {
	const given = inputs.price_per_million_tokens;
	const price = trainingPrice(connection.profile, model, given, started);
	const more = connection.profile.surcharge?.({
		...inputs,
		method
	});
	if (price.perMillion === void 0 || given !== void 0 || more === void 0) return price;
	const basis = `${price.basis}, ${more.times} times for ${more.why}`;
	return {
		...price,
		perMillion: price.perMillion * more.times,
		basis
	};
}
function costAt(perMillion, { tokens, low, high }) {
	return {
		usd: costOf(tokens, perMillion),
		low: costOf(low, perMillion),
		high: costOf(high, perMillion)
	};
}
function uncounted({ rowTokens, looks }, validation) {
	if (typeof rowTokens === "string") return `each row is billed as ${rowTokens}`;
	if (looks === 0 || validation?.tokens !== void 0) return void 0;
	return "the validation data is billed too, and the tokens of a file ID cannot be counted";
}
function billedTokens({ tokens, rows }, { rowTokens }) {
	if (tokens === void 0 || typeof rowTokens !== "number") return tokens;
	const all = rows * rowTokens;
	return {
		kind: "estimated",
		tokens: all,
		low: all,
		high: all,
		basis: `${rowTokens} for each row, whatever it holds`
	};
}
function paidFor(trained, validation, billing) {
	const looked = validation === void 0 ? void 0 : billedTokens(validation, billing);
	if (looked === void 0 || billing.looks === 0) return trained;
	const { tokens, low, high, unpriced } = timesEpochs(looked, billing.looks);
	const sum = {
		...trained,
		tokens: trained.tokens + tokens,
		low: trained.low + low,
		high: trained.high + high
	};
	return unpriced === void 0 ? sum : {
		...sum,
		unpriced
	};
}
function estimateOf(pricing, training, validation) {
	const { inputs, connection, started } = pricing;
	const billing = billingOf(pricing, training);
	const counted = billedTokens(training, billing);
	if (counted === void 0) return void 0;
	const { epochs, epochsAsked, looks } = billing;
	const tokens = timesEpochs(counted, epochs);
	const paid = paidFor(tokens, validation, billing);
	const asking = [
		connection.profile,
		inputs.model ?? "",
		inputs.price_per_million_tokens,
		started
	];
	const price = priceFor(pricing, inputs.model ?? "", inputs.method);
	const home = homePrice(...asking, PLATFORMS);
	const known = {
		epochs,
		epochsAsked,
		tokens,
		...looks === 0 || validation?.tokens === void 0 ? {} : { looks: {
			times: looks,
			tokens: paid.tokens - tokens.tokens
		} },
		...home === void 0 ? {} : { elsewhere: {
			title: home.title,
			basis: home.basis,
			...costAt(home.perMillion, paid)
		} }
	};
	const unknown = uncounted(billing, validation);
	if (unknown !== void 0) return {
		...known,
		cost: void 0,
		withoutCost: unknown,
		toCost: "Take max_cost_usd out."
	};
	if (price.perMillion === void 0) return {
		...known,
		cost: void 0,
		withoutCost: paid.unpriced ?? price.why,
		toCost: price.fix
	};
	const cost = costAt(price.perMillion, paid);
	if (paid.unpriced !== void 0) return {
		...known,
		cost: void 0,
		withoutCost: paid.unpriced,
		atMost: {
			usd: cost.high,
			basis: price.basis
		}
	};
	const { basis, old } = price;
	return {
		...known,
		cost: {
			...cost,
			basis,
			...old ? { old } : {}
		},
		withoutCost: void 0
	};
}
function priceOf(pricing, model, method = pricing.inputs.method) {
	const price = priceFor(pricing, model, method);
	return price.perMillion === void 0 ? void 0 : {
		perMillion: price.perMillion,
		basis: price.basis
	};
}
// src/stages/repository-path.ts
function repositoryPath(line, workspace, root = workspace) {
	const relative = path.relative(root, path.resolve(workspace, line));
	return relative === "" || relative === ".." || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative) ? void 0 : relative.split(path.sep).join("/");
}
async function checkoutOf({ files, runner }, file) {
	const { workspace } = runner.context;
	let folder = path.dirname(path.resolve(workspace, file));
	while (repositoryPath(folder, workspace) !== void 0) {
		if (await files.exists(path.join(folder, ".git", "HEAD"))) return folder;
		folder = path.dirname(folder);
	}
	return workspace;
}
async function repositoryPaths(world, datasets) {
	const { workspace } = world.runner.context;
	const roots = new Map();
	const found = await Promise.all([...new Set(datasets.flatMap(({ paths }) => paths))].map(async (file) => {
		const folder = path.dirname(file);
		const root = roots.get(folder) ?? checkoutOf(world, file);
		roots.set(folder, root);
		return [file, repositoryPath(file, workspace, await root)];
	}));
	return new Map(found.flatMap(([file, place]) => place === void 0 ? [] : [[file, place]]));
}
export { priceOf as a, givenTokenizer as c, PAIR_RULES as d, isOfBoth as f, estimateOf as i, baseOf as l, overlapCounts as m, repositoryPath as n, asCancelled as o, overlap as p, repositoryPaths as r, checkData as s, checkoutOf as t, familyOf as u };
