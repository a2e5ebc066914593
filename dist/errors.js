import { a as textOf } from "./words.js";
// src/errors.ts
var ActionError = class extends Error {
	name = "ActionError";
	fix;
	constructor(message, options) {
		super(options?.fix ? `${message} ${options.fix}` : message, options);
		this.fix = options?.fix || void 0;
	}
};
var InputError = class extends ActionError {
	name = "InputError";
	problems;
	constructor(problems) {
		const lines = problems.map((problem) => problem.message);
		super(lines.length === 1 ? lines.join("") : `${lines.length} inputs are wrong: ${lines.join(" ")}`);
		this.problems = problems;
	}
};
var DataError = class extends ActionError {
	name = "DataError";
	words;
	constructor(text, options) {
		super(textOf(text, true), options);
		this.words = typeof text === "string" ? [this.message] : text;
	}
};
var LimitError = class extends ActionError {
	name = "LimitError";
};
var ProviderError = class extends ActionError {
	name = "ProviderError";
	facts;
	constructor(message, facts, options) {
		super(message, options);
		this.facts = facts;
	}
};
function unlessMissing(error) {
	if (error instanceof ProviderError && error.facts.kind === "missing") return void 0;
	throw error;
}
var JobError = class extends ActionError {
	name = "JobError";
	code;
	constructor(message, code, options) {
		super(message, options);
		this.code = code;
	}
};
var AbortedError = class extends ActionError {
	name = "AbortedError";
};
function messageOf(error) {
	return Error.isError(error) ? error.message : String(error);
}
export { JobError as a, messageOf as c, InputError as i, unlessMissing as l, ActionError as n, LimitError as o, DataError as r, ProviderError as s, AbortedError as t };
