import { n as ActionError } from "./errors.js";
import { l as baseOf, u as familyOf } from "./repository-path.js";
import { i as warn } from "./step.js";
// src/models/standing.ts
const DAY = 864e5;
const SOON_DAYS = 90;
function daysUntil(date, now) {
	const time = /^\d{4}-\d{2}-\d{2}/.test(date ?? "") ? Date.parse((date ?? "").slice(0, 10)) : NaN;
	return Number.isNaN(time) ? void 0 : Math.floor((time - now) / DAY);
}
const inDays = (days) => `in ${days} day${days === 1 ? "" : "s"}`;
function lifeOf({ model, now, minimumDays }, date) {
	const days = daysUntil(date, now);
	if (days === void 0) return void 0;
	const when = days < 0 ? `was shut down on ${date}` : `is shut down on ${date}, ${inDays(days)}`;
	const base = `The base model ${baseOf(model)} ${when}`;
	if (days < minimumDays) return {
		severity: "error",
		message: `${base}, and min_model_days is ${minimumDays}; nothing was uploaded. Choose a model that lives longer.`
	};
	return days < SOON_DAYS ? {
		severity: "warning",
		message: `${base}; models trained from it may go with it.`
	} : void 0;
}
const list = (names) => names.join(" and ");
function methodFault({ model, method }, { title, families }) {
	const family = familyOf(families, model);
	if (family === void 0 || family.methods.includes(method)) return void 0;
	const others = families.filter(({ methods, ends }) => methods.includes(method) && ends === void 0).map(({ name }) => name);
	const fix = family.methods.length === 0 ? "Choose another model." : `Write ${family.methods.map((name) => `method: ${name}`).join(" or ")}, or choose another model${others.length === 0 ? "" : `, such as ${others.slice(0, 3).join(", ")}`}.`;
	const offered = family.methods.length === 0 ? "it is not trained at all" : `it is trained by ${list(family.methods)}`;
	return {
		severity: "error",
		message: `${title} does not train ${baseOf(model)} by ${method}; ${offered}. ${fix}`
	};
}
function closingsOf({ now }, { title, closings }) {
	const said = closings.flatMap(({ from, what, forAll }) => {
		const days = daysUntil(from.length === 7 ? `${from}-01` : from, now) ?? Number.POSITIVE_INFINITY;
		if (days < 0) return forAll ? [{
			severity: "error",
			message: `Since ${from} ${title} ${what}; nothing was uploaded. Train on another platform.`
		}] : [{
			severity: "notice",
			message: `Since ${from} ${title} ${what}.`
		}];
		return days < SOON_DAYS ? [{
			severity: "warning",
			message: `From ${from} (${inDays(days)}) ${title} ${what}.`
		}] : [];
	});
	const closed = said.filter(({ severity }) => severity === "error");
	return closed.length > 0 ? closed : said;
}
// src/stages/model-standing.ts
const isOwnHost = ({ connection: { profile, baseUrl } }) => baseUrl === "" || URL.canParse(baseUrl) && profile.hosts.test(new URL(baseUrl).hostname);
const isChosen = ({ inputs }) => inputs.operation !== "validate" || inputs.provider !== "auto" || inputs.base_url !== void 0;
function checkStanding(world, told) {
	const { inputs, connection, clock, runner } = world;
	const known = connection.profile.models;
	if (inputs.model === void 0 || known?.certain !== true) return;
	const asked = {
		model: inputs.model,
		method: inputs.method?.type ?? "supervised",
		now: clock.now(),
		minimumDays: inputs.min_model_days
	};
	const ends = told === void 0 ? familyOf(known.families, inputs.model)?.ends : void 0;
	const days = isOwnHost(world) ? [lifeOf(asked, ends), ...closingsOf(asked, known)] : [];
	const said = [methodFault(asked, known), ...days.map((one) => one?.severity === "error" && !isChosen(world) ? {
		...one,
		severity: "warning"
	} : one)].filter((one) => one !== void 0);
	const refused = said.find(({ severity }) => severity === "error");
	if (refused !== void 0) throw new ActionError(refused.message);
	for (const { severity, message } of said) if (severity === "warning") warn(world, message);
	else runner.notice(message);
}
export { lifeOf as n, checkStanding as t };
