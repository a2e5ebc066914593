const os = process.getBuiltinModule("os");
const os$1 = process.getBuiltinModule("os");
const { EOL } = process.getBuiltinModule("os");
const crypto = process.getBuiltinModule("crypto");
const fs = process.getBuiltinModule("fs");
const { constants, promises } = process.getBuiltinModule("fs");
const { randomBytes } = process.getBuiltinModule("node:crypto");
const { mkdtemp, open, readdir, realpath, stat, writeFile: writeFile$1 } = process.getBuiltinModule("node:fs/promises");
const path = process.getBuiltinModule("node:path");
const { posix } = process.getBuiltinModule("node:path");
const { tmpdir } = process.getBuiltinModule("node:os");
const { createReadStream, fstatSync, mkdirSync, openSync, readFileSync: readFileSync$1, readSync, readdirSync, realpathSync, writeFileSync } = process.getBuiltinModule("node:fs");
const { setTimeout } = process.getBuiltinModule("node:timers/promises");
// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}
// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + os.EOL);
}
function issue$1(name, message = "") {
	issueCommand(name, {}, message);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}
// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!fs.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	fs.appendFileSync(filePath, `${toCommandValue(message)}${os.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${os.EOL}${convertedValue}${os.EOL}${delimiter}`;
}
// shims/http-client/lib/index.js
var HttpClient = class {
	#userAgent;
	#handlers;
	constructor(userAgent, handlers = []) {
		this.#userAgent = userAgent;
		this.#handlers = handlers;
	}
	async getJson(url) {
		const headers = {
			accept: "application/json",
			"user-agent": this.#userAgent
		};
		for (const handler of this.#handlers) handler.prepareHeaders(headers);
		const response = await fetch(url, {
			headers,
			redirect: "error",
			signal: AbortSignal.timeout(3e4)
		});
		if (!response.ok) {
			const error = new Error(`the service answered ${response.status}`);
			error.statusCode = response.status;
			throw error;
		}
		return {
			statusCode: response.status,
			result: await response.json(),
			headers: {}
		};
	}
};
// shims/http-client/lib/auth.js
var BearerCredentialHandler = class {
	#token;
	constructor(token) {
		this.#token = token;
	}
	prepareHeaders(headers) {
		headers.authorization = `Bearer ${this.#token}`;
	}
};
// node_modules/@actions/core/lib/oidc-utils.js
var __awaiter$3 = function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
var OidcClient = class OidcClient {
	static createHttpClient(allowRetry = true, maxRetry = 10) {
		const requestOptions = {
			allowRetries: allowRetry,
			maxRetries: maxRetry
		};
		return new HttpClient("actions/oidc-client", [new BearerCredentialHandler(OidcClient.getRequestToken())], requestOptions);
	}
	static getRequestToken() {
		const token = process.env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"];
		if (!token) throw new Error("Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable");
		return token;
	}
	static getIDTokenUrl() {
		const runtimeUrl = process.env["ACTIONS_ID_TOKEN_REQUEST_URL"];
		if (!runtimeUrl) throw new Error("Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable");
		return runtimeUrl;
	}
	static getCall(id_token_url) {
		return __awaiter$3(this, void 0, void 0, function* () {
			var _a;
			const id_token = (_a = (yield OidcClient.createHttpClient().getJson(id_token_url).catch((error) => {
				throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`);
			})).result) === null || _a === void 0 ? void 0 : _a.value;
			if (!id_token) throw new Error("Response json body do not have ID Token field");
			return id_token;
		});
	}
	static getIDToken(audience) {
		return __awaiter$3(this, void 0, void 0, function* () {
			try {
				let id_token_url = OidcClient.getIDTokenUrl();
				if (audience) {
					const encodedAudience = encodeURIComponent(audience);
					id_token_url = `${id_token_url}&audience=${encodedAudience}`;
				}
				debug(`ID token url is ${id_token_url}`);
				const id_token = yield OidcClient.getCall(id_token_url);
				setSecret(id_token);
				return id_token;
			} catch (error) {
				throw new Error(`Error message: ${error.message}`);
			}
		});
	}
};
// node_modules/@actions/core/lib/summary.js
var __awaiter$2 = function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { access, appendFile, writeFile } = promises;
const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
	constructor() {
		this._buffer = "";
	}
	filePath() {
		return __awaiter$2(this, void 0, void 0, function* () {
			if (this._filePath) return this._filePath;
			const pathFromEnv = process.env[SUMMARY_ENV_VAR];
			if (!pathFromEnv) throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
			try {
				yield access(pathFromEnv, constants.R_OK | constants.W_OK);
			} catch (_a) {
				throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
			}
			this._filePath = pathFromEnv;
			return this._filePath;
		});
	}
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
		return `<${tag}${htmlAttrs}>${content}</${tag}>`;
	}
	write(options) {
		return __awaiter$2(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile : appendFile)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	clear() {
		return __awaiter$2(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: true });
		});
	}
	stringify() {
		return this._buffer;
	}
	isEmptyBuffer() {
		return this._buffer.length === 0;
	}
	emptyBuffer() {
		this._buffer = "";
		return this;
	}
	addRaw(text, addEOL = false) {
		this._buffer += text;
		return addEOL ? this.addEOL() : this;
	}
	addEOL() {
		return this.addRaw(EOL);
	}
	addCodeBlock(code, lang) {
		const attrs = Object.assign({}, lang && { lang });
		const element = this.wrap("pre", this.wrap("code", code), attrs);
		return this.addRaw(element).addEOL();
	}
	addList(items, ordered = false) {
		const tag = ordered ? "ol" : "ul";
		const listItems = items.map((item) => this.wrap("li", item)).join("");
		const element = this.wrap(tag, listItems);
		return this.addRaw(element).addEOL();
	}
	addTable(rows) {
		const tableBody = rows.map((row) => {
			const cells = row.map((cell) => {
				if (typeof cell === "string") return this.wrap("td", cell);
				const { header, data, colspan, rowspan } = cell;
				const tag = header ? "th" : "td";
				const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
				return this.wrap(tag, data, attrs);
			}).join("");
			return this.wrap("tr", cells);
		}).join("");
		const element = this.wrap("table", tableBody);
		return this.addRaw(element).addEOL();
	}
	addDetails(label, content) {
		const element = this.wrap("details", this.wrap("summary", label) + content);
		return this.addRaw(element).addEOL();
	}
	addImage(src, alt, options) {
		const { width, height } = options || {};
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
		const element = this.wrap("img", null, Object.assign({
			src,
			alt
		}, attrs));
		return this.addRaw(element).addEOL();
	}
	addHeading(text, level) {
		const tag = `h${level}`;
		const allowedTag = [
			"h1",
			"h2",
			"h3",
			"h4",
			"h5",
			"h6"
		].includes(tag) ? tag : "h1";
		const element = this.wrap(allowedTag, text);
		return this.addRaw(element).addEOL();
	}
	addSeparator() {
		const element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	addBreak() {
		const element = this.wrap("br", null);
		return this.addRaw(element).addEOL();
	}
	addQuote(text, cite) {
		const attrs = Object.assign({}, cite && { cite });
		const element = this.wrap("blockquote", text, attrs);
		return this.addRaw(element).addEOL();
	}
	addLink(text, href) {
		const element = this.wrap("a", text, { href });
		return this.addRaw(element).addEOL();
	}
};
const summary = new Summary();
os$1.platform();
os$1.arch();
// node_modules/@actions/core/lib/core.js
var __awaiter = function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
var ExitCode;
(function(ExitCode) {
	ExitCode[ExitCode["Success"] = 0] = "Success";
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(os.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
function debug(message) {
	issueCommand("debug", {}, message);
}
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
	issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
	process.stdout.write(message + os.EOL);
}
function startGroup(name) {
	issue$1("group", name);
}
function endGroup() {
	issue$1("endgroup");
}
function saveState(name, value) {
	if (process.env["GITHUB_STATE"] || "") return issueFileCommand("STATE", prepareKeyValueMessage(name, value));
	issueCommand("save-state", { name }, toCommandValue(value));
}
function getState(name) {
	return process.env[`STATE_${name}`] || "";
}
function getIDToken(aud) {
	return __awaiter(this, void 0, void 0, function* () {
		return yield OidcClient.getIDToken(aud);
	});
}
// src/address-ranges.ts
const net = () => process.getBuiltinModule("node:net");
const mayBeAddress = (host) => /^[\d.]+$|:/.test(host);
const family = (address) => ipVersion(address) === 6 ? "ipv6" : "ipv4";
function ipVersion(host) {
	return mayBeAddress(host) ? net().isIP(host) : 0;
}
function withinRanges(...ranges) {
	let list;
	const build = () => {
		const built = new (net()).BlockList();
		for (const [network, bits] of ranges) built.addSubnet(network, bits, family(network));
		return built;
	};
	return (host) => {
		if (ipVersion(host) === 0) return false;
		list ??= build();
		return list.check(host, family(host));
	};
}
const LOOPBACK = withinRanges(["127.0.0.0", 8], ["::1", 128]);
// src/words.ts
const LEFT_OUT = "\"…\"";
function joined(parts) {
	const all = [];
	for (const part of parts) {
		const last = all.at(-1);
		if (typeof part === "string" && typeof last === "string") all[all.length - 1] = last + part;
		else if (part !== "") all.push(part);
	}
	return all;
}
function words$1(texts, ...inserted) {
	return joined(texts.flatMap((text, index) => {
		const value = inserted[index];
		if (value === void 0) return [text];
		return typeof value === "number" ? [text, String(value)] : "quote" in value ? [text, value] : [text, ...value];
	}));
}
const ours = (text) => [text];
function textOf(text, showRows) {
	if (typeof text === "string") return text;
	return text.map((part) => typeof part === "string" ? part : showRows ? part.quote : LEFT_OUT).join("");
}
const QUOTATION = /\{[^{}]{0,200}["'][\s\S]{0,4000}(?:\}|$)|(?<!\w)(["'`])([\s\S]{1,4000}?)(?:\1(?!\w)|$)|[\u201C\u2018\u00AB]([\s\S]{1,4000}?)(?:[\u201D\u2019\u00BB]|$)/g;
const NAME = 60;
const FIELD = /^(?:messages?|role|content|system|developer|user|assistant|tool|tools|tool_calls|function|name|arguments|parameters|weight|prompt|completion|input|text|image_url|detail|model|method|type|supervised|dpo|reinforcement|hyperparameters|beta|seed|suffix|auto|integrations|metadata|grader|status|id|json|jsonl)(?:[.[][\w.[\]]*)?$/;
const OF_PROGRAMS = /^(?:[a-z][a-z0-9]*(?:_[a-z0-9]+)+|(?:ft:|file-|ftjob-|gpt-|o\d)[\w.:-]*|[A-Za-z][\w.-]*\/[\w.-]*\d[\w.-]*)$/;
function foreignText(text, showRows, known = []) {
	if (showRows) return text;
	return text.replace(QUOTATION, (whole, _, plain, curly) => {
		const inside = plain ?? curly ?? whole;
		return inside !== whole && inside.length <= NAME && (known.includes(inside) || FIELD.test(inside) || OF_PROGRAMS.test(inside)) ? whole : LEFT_OUT;
	});
}
function kindOf(text) {
	return text.map((part) => typeof part === "string" ? part : part.key ? part.quote : LEFT_OUT).join("");
}
function cutWords(text, most) {
	let room = most;
	const kept = [];
	for (const part of text) {
		if (room <= 0) break;
		const whole = typeof part === "string" ? part : part.quote;
		kept.push(typeof part === "string" ? part.slice(0, room) : {
			...part,
			quote: part.quote.slice(0, room)
		});
		room -= whole.length;
	}
	return kept;
}
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
// node_modules/zod/v4/core/util.js
function getEnumValues(entries) {
	const numericValues = Object.values(entries).filter((v) => typeof v === "number");
	return Object.entries(entries).filter(([k, _]) => numericValues.indexOf(+k) === -1).map(([_, v]) => v);
}
function jsonStringifyReplacer(_, value) {
	if (typeof value === "bigint") return value.toString();
	return value;
}
var Cached = class {
	constructor(getter) {
		this._getter = getter;
		this._value = void 0;
	}
	get value() {
		const getter = this._getter;
		if (getter !== void 0) {
			this._value = getter();
			this._getter = void 0;
		}
		return this._value;
	}
};
function cached(getter) {
	return new Cached(getter);
}
function nullish$1(input) {
	return input === null || input === void 0;
}
function cleanRegex(source) {
	const start = source.startsWith("^") ? 1 : 0;
	const end = source.endsWith("$") ? source.length - 1 : source.length;
	return source.slice(start, end);
}
const EVALUATING = Symbol("evaluating");
function defineLazy(object, key, getter) {
	let value = void 0;
	Object.defineProperty(object, key, {
		get() {
			if (value === EVALUATING) return;
			if (value === void 0) {
				value = EVALUATING;
				value = getter();
			}
			return value;
		},
		set(v) {
			Object.defineProperty(object, key, { value: v });
		},
		configurable: true
	});
}
function assignProp(target, prop, value) {
	Object.defineProperty(target, prop, {
		value,
		writable: true,
		enumerable: true,
		configurable: true
	});
}
function rawShape(def) {
	const desc = Object.getOwnPropertyDescriptor(def, "shape");
	return desc?.get ? desc.get.raw : desc?.value;
}
function sourceShape(schema) {
	return rawShape(schema._zod.def) ?? schema._zod.def.shape;
}
function deferProp(target, key, getter) {
	Object.defineProperty(target, key, {
		get() {
			const value = getter();
			assignProp(this, key, value);
			return value;
		},
		enumerable: true,
		configurable: true
	});
}
function putProp(target, key, value) {
	if (key in target) assignProp(target, key, value);
	else target[key] = value;
}
function mirrorShape(target, source, keys, wrap) {
	const raw = sourceShape(source);
	for (const key of keys) {
		const desc = Object.getOwnPropertyDescriptor(raw, key);
		if (!desc.enumerable) continue;
		if (desc.get) deferProp(target, key, () => {
			const value = source._zod.def.shape[key];
			return wrap ? wrap(value, key) : value;
		});
		else putProp(target, key, wrap ? wrap(desc.value, key) : desc.value);
	}
}
function mergeDefs(...defs) {
	const mergedDescriptors = {};
	for (const def of defs) {
		const descriptors = Object.getOwnPropertyDescriptors(def);
		Object.assign(mergedDescriptors, descriptors);
	}
	return Object.defineProperties({}, mergedDescriptors);
}
const captureStackTrace = "captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => {};
function isObject(data) {
	return typeof data === "object" && data !== null && !Array.isArray(data);
}
function isPlainObject(o) {
	if (isObject(o) === false) return false;
	const ctor = o.constructor;
	if (ctor === void 0) return true;
	if (typeof ctor !== "function") return true;
	const prot = ctor.prototype;
	if (isObject(prot) === false) return false;
	if (Object.prototype.hasOwnProperty.call(prot, "isPrototypeOf") === false) return false;
	return true;
}
const propertyKeyTypes = new Set([
	"string",
	"number",
	"symbol"
]);
function escapeRegex(str) {
	return str.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function clone(inst, def, params) {
	const cl = new inst._zod.constr(def ?? inst._zod.def);
	if (!def || params?.parent) cl._zod.parent = inst;
	return cl;
}
function normalizeParams(_params) {
	const params = _params;
	if (!params) return {};
	if (typeof params === "string") return { error: () => params };
	if (params?.message !== void 0) {
		if (params?.error !== void 0) throw new Error("Cannot specify both `message` and `error` params");
		params.error = params.message;
	}
	delete params.message;
	if (typeof params.error === "string") return {
		...params,
		error: () => params.error
	};
	return params;
}
function optionalKeys(shape) {
	return Object.keys(shape).filter((k) => {
		return shape[k]._zod.optin !== void 0 && shape[k]._zod.optout === "optional";
	});
}
const NUMBER_FORMAT_RANGES = (() => ({
	safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
	int32: [-2147483648, 2147483647],
	uint32: [0, 4294967295],
	float32: [-34028234663852886e22, 34028234663852886e22],
	float64: [-Number.MAX_VALUE, Number.MAX_VALUE]
}))();
function pick$1(schema, mask) {
	const currDef = schema._zod.def;
	const checks = currDef.checks;
	if (checks && checks.length > 0) throw new Error(".pick() cannot be used on object schemas containing refinements");
	const newShape = {};
	mirrorShape(newShape, schema, maskedKeys(schema, mask));
	return clone(schema, mergeDefs(currDef, {
		shape: newShape,
		checks: []
	}));
}
function maskedKeys(schema, mask) {
	const raw = sourceShape(schema);
	const keys = [];
	for (const key of Reflect.ownKeys(mask)) {
		if (!Object.getOwnPropertyDescriptor(raw, key)?.enumerable) throw new Error(`Unrecognized key: "${String(key)}"`);
		if (mask[key]) keys.push(key);
	}
	return keys;
}
function aborted(x, startIndex = 0) {
	if (x.aborted === true) return true;
	for (let i = startIndex; i < x.issues.length; i++) if (x.issues[i]?.continue !== true) return true;
	return false;
}
function explicitlyAborted(x, startIndex = 0) {
	if (x.aborted === true) return true;
	for (let i = startIndex; i < x.issues.length; i++) if (x.issues[i]?.continue === false) return true;
	return false;
}
function prefixIssues(path, issues) {
	return issues.map((iss) => {
		var _a;
		(_a = iss).path ?? (_a.path = []);
		iss.path.unshift(path);
		return iss;
	});
}
function unwrapMessage(message) {
	return typeof message === "string" ? message : message?.message;
}
function sizeCaps(defChecks) {
	const caps = [];
	for (const ch of defChecks ?? []) {
		const d = ch._zod.def;
		if (!/_(length|size)$|_equals$/.test(d.check)) break;
		const max = d.maximum ?? d.length ?? d.size;
		if (max >= 0) caps.push([max, ch]);
	}
	return caps;
}
function attachSchema(issues, start, inst) {
	var _a;
	for (let i = start; i < issues.length; i++) (_a = issues[i]).schema ?? (_a.schema = inst);
}
function finalizeIssue(iss, ctx, config) {
	var _a;
	const traits = iss.inst?._zod?.traits;
	if (traits?.has("$ZodType")) {
		if (traits.has("$ZodCheck")) (_a = iss).schema ?? (_a.schema = iss.inst);
		else iss.schema = iss.inst;
	}
	const schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : void 0;
	const message = iss.message ? iss.message : unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ?? unwrapMessage(schemaError?.(iss)) ?? unwrapMessage(ctx?.error?.(iss)) ?? unwrapMessage(config.customError?.(iss)) ?? unwrapMessage(config.localeError?.(iss)) ?? "Invalid input";
	const full = {};
	for (const k of Object.keys(iss)) {
		if (k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__") continue;
		full[k] = iss[k];
	}
	full.path ?? (full.path = []);
	full.message = message;
	if (ctx?.reportInput) full.input = iss.input;
	return full;
}
const highSurrogate = /[\uD800-\uDBFF]/;
function codePointLength(str) {
	const units = str.length;
	if (!highSurrogate.test(str)) return units;
	let count = units;
	for (let i = 0; i < units - 1; i++) if ((str.charCodeAt(i) & 64512) === 55296 && (str.charCodeAt(i + 1) & 64512) === 56320) {
		count--;
		i++;
	}
	return count;
}
function getLengthableOrigin(input) {
	if (Array.isArray(input)) return "array";
	if (typeof input === "string") return "string";
	return "unknown";
}
function issue(...args) {
	const [iss, input, inst] = args;
	if (typeof iss === "string") return {
		message: iss,
		code: "custom",
		input,
		inst
	};
	return { ...iss };
}
function members(proto, table) {
	for (const key in table) {
		const desc = Object.getOwnPropertyDescriptor(table, key);
		if (desc.get) Object.defineProperty(proto, key, {
			...desc,
			enumerable: false
		});
		else defineBound(proto, key, desc.value);
	}
}
function own(inst, key, value, enumerable = true) {
	Object.defineProperty(inst, key, {
		configurable: true,
		writable: true,
		enumerable,
		value
	});
	return value;
}
function hide(inst, key, value) {
	return own(inst, key, value, false);
}
function defineBound(proto, key, fn) {
	Object.defineProperty(proto, key, {
		configurable: true,
		get() {
			return this == null ? fn : own(this, key, fn.bind(this));
		},
		set(value) {
			own(this, key, value);
		}
	});
}
function claim(inst, sentinel) {
	const proto = Object.getPrototypeOf(inst);
	return sentinel in proto ? void 0 : proto;
}
let installing;
let broke = false;
const breaker = {
	configurable: true,
	get() {
		broke = true;
	}
};
function defineLazyInternal(inst, key, compute) {
	const proto = Object.getPrototypeOf(inst._zod);
	if (key in proto && installing !== inst._zod) {
		installing = void 0;
		return;
	}
	installing = inst._zod;
	Object.defineProperty(proto, key, {
		configurable: true,
		get() {
			Object.defineProperty(this, key, breaker);
			const outer = broke;
			broke = false;
			try {
				const value = compute(this);
				if (broke) delete this[key];
				else Object.defineProperty(this, key, {
					configurable: true,
					writable: true,
					value
				});
				broke = broke || outer;
				return value;
			} catch (err) {
				delete this[key];
				broke = broke || outer;
				throw err;
			}
		},
		set(value) {
			Object.defineProperty(this, key, {
				configurable: true,
				writable: true,
				value
			});
		}
	});
}
function installLazyProp(inst, key, make, enumerable) {
	const proto = claim(inst, key);
	if (!proto) return;
	Object.defineProperty(proto, key, {
		configurable: true,
		get() {
			const desc = {
				configurable: true,
				writable: true,
				enumerable,
				value: void 0
			};
			Object.defineProperty(this, key, desc);
			desc.value = make(this);
			Object.defineProperty(this, key, desc);
			return desc.value;
		},
		set(value) {
			Object.defineProperty(this, key, {
				configurable: true,
				writable: true,
				enumerable,
				value
			});
		}
	});
}
const CONSTANT_CATCH = "~constantCatch";
function constantCatch(value) {
	const fn = () => value;
	fn[CONSTANT_CATCH] = true;
	return fn;
}
// node_modules/zod/v4/core/core.js
var _a;
const NEVER = Object.freeze({ status: "aborted" });
const _zodDesc = {
	value: void 0,
	enumerable: false
};
let _E = "captureStackTrace" in Error ? Error : null;
function newError(Definition) {
	const E = _E;
	if (E) {
		const saved = E.stackTraceLimit;
		if (typeof saved === "number") {
			try {
				E.stackTraceLimit = 0;
			} catch {
				_E = null;
				return new Definition();
			}
			try {
				return new Definition();
			} finally {
				E.stackTraceLimit = saved;
			}
		}
	}
	return new Definition();
}
function $constructor(name, initializer, proto, params) {
	const zodProto = {};
	function Internals(def) {
		this.def = def;
		this.constr = _;
		this.traits = new Set();
	}
	Internals.prototype = zodProto;
	const protoMembers = proto;
	const initialized = protoMembers && new WeakSet();
	function init(inst, def) {
		if (!inst._zod) {
			_zodDesc.value = new Internals(def);
			try {
				Object.defineProperty(inst, "_zod", _zodDesc);
			} finally {
				_zodDesc.value = void 0;
			}
		} else if (inst._zod.traits.has(name)) return;
		inst._zod.traits.add(name);
		initializer(inst, def);
		if (initialized) {
			const own = Object.getPrototypeOf(inst);
			const ctorProto = inst._zod.constr.prototype;
			let up = own;
			while (up && up !== ctorProto) up = Object.getPrototypeOf(up);
			const target = up ?? own;
			if (!initialized.has(target)) {
				initialized.add(target);
				members(target, protoMembers);
			}
		}
		const proto = _.prototype;
		for (const k in proto) {
			if (!Object.prototype.hasOwnProperty.call(proto, k)) continue;
			if (!(k in inst)) inst[k] = proto[k].bind(inst);
		}
	}
	const Parent = params?.Parent ?? Object;
	class Definition extends Parent {}
	Object.defineProperty(Definition, "name", { value: name });
	function _(def) {
		const inst = params?.Parent ? newError(Definition) : this;
		init(inst, def);
		const deferred = inst._zod.deferred;
		if (deferred) {
			for (const fn of deferred) fn();
			inst._zod.deferred = void 0;
		}
		const pp = globalThis.__zod_globalConfig?.postProcessor;
		if (pp) pp(inst);
		return inst;
	}
	Object.defineProperty(_, "init", { value: init });
	Object.defineProperty(_, Symbol.hasInstance, { value: (inst) => {
		if (params?.Parent && inst instanceof params.Parent) return true;
		return inst?._zod?.traits?.has(name);
	} });
	Object.defineProperty(_, "name", { value: name });
	return _;
}
var $ZodAsyncError = class extends Error {
	constructor() {
		super(`Encountered Promise during synchronous parse. Use .parseAsync() instead.`);
	}
};
var $ZodEncodeError = class extends Error {
	constructor(name) {
		super(`Encountered unidirectional transform during encode: ${name}`);
		this.name = "ZodEncodeError";
	}
};
(_a = globalThis).__zod_globalConfig ?? (_a.__zod_globalConfig = {});
const globalConfig = globalThis.__zod_globalConfig;
function config(newConfig) {
	if (newConfig) Object.assign(globalConfig, newConfig);
	return globalConfig;
}
// node_modules/zod/v4/core/errors.js
function _getMessage() {
	const internals = this._zod;
	internals.message ?? (internals.message = JSON.stringify(internals.def, jsonStringifyReplacer, 2));
	return internals.message;
}
function _setMessage(value) {
	this._zod.message = value;
}
const _messageDesc = {
	get: _getMessage,
	set: _setMessage,
	enumerable: true,
	configurable: true
};
const _issuesDesc = {
	value: void 0,
	enumerable: false
};
const _installedToString = new WeakSet([Object.prototype, Error.prototype]);
const initializer = (inst, def) => {
	inst.name = "$ZodError";
	_issuesDesc.value = def;
	Object.defineProperty(inst, "issues", _issuesDesc);
	_issuesDesc.value = void 0;
	Object.defineProperty(inst, "message", _messageDesc);
	const proto = Object.getPrototypeOf(inst);
	if (!_installedToString.has(proto)) {
		_installedToString.add(proto);
		Object.defineProperty(proto, "toString", {
			configurable: true,
			enumerable: false,
			get() {
				const value = () => this.message;
				Object.defineProperty(this, "toString", {
					value,
					configurable: true,
					writable: true
				});
				return value;
			},
			set(value) {
				Object.defineProperty(this, "toString", {
					value,
					configurable: true,
					writable: true
				});
			}
		});
	}
};
const $ZodRealError = $constructor("$ZodError", initializer, void 0, { Parent: Error });
// node_modules/zod/v4/core/parse.js
const _parse = (_Err) => {
	const fn = (schema, value, _ctx, _params) => {
		const ctx = _ctx ? {
			..._ctx,
			async: false
		} : { async: false };
		const result = schema._zod.run({
			value,
			issues: []
		}, ctx);
		if (result instanceof Promise) throw new $ZodAsyncError();
		if (result.issues.length) {
			const e = new ((_params?.Err) ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
			captureStackTrace(e, _params?.callee ?? fn);
			throw e;
		}
		return result.value;
	};
	return fn;
};
const parse = _parse($ZodRealError);
const _parseAsync = (_Err) => {
	const fn = async (schema, value, _ctx, params) => {
		const ctx = _ctx ? {
			..._ctx,
			async: true
		} : { async: true };
		let result = schema._zod.run({
			value,
			issues: []
		}, ctx);
		if (result instanceof Promise) result = await result;
		if (result.issues.length) {
			const e = new ((params?.Err) ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
			captureStackTrace(e, params?.callee ?? fn);
			throw e;
		}
		return result.value;
	};
	return fn;
};
const parseAsync = _parseAsync($ZodRealError);
const _safeParse = (_Err) => (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		async: false
	} : { async: false };
	const result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) throw new $ZodAsyncError();
	return result.issues.length ? failure(_Err, result.issues, ctx) : {
		success: true,
		data: result.value
	};
};
const safeParse = _safeParse($ZodRealError);
function failure(Err, issues, ctx) {
	let error;
	return {
		success: false,
		get error() {
			if (!error) {
				error = new Err(issues.map((iss) => finalizeIssue(iss, ctx, config())));
				issues = void 0;
				ctx = void 0;
			}
			return error;
		},
		set error(e) {
			error = e;
			issues = void 0;
			ctx = void 0;
		}
	};
}
const _safeParseAsync = (_Err) => async (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		async: true
	} : { async: true };
	let result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) result = await result;
	return result.issues.length ? failure(_Err, result.issues, ctx) : {
		success: true,
		data: result.value
	};
};
const safeParseAsync = _safeParseAsync($ZodRealError);
// node_modules/zod/v4/core/regexes.js
const anyString = /^[\s\S]{0,}$/;
const number$2 = /^-?\d+(?:\.\d+)?$/;
const boolean$1 = /^(?:true|false)$/i;
const _null$2 = /^null$/i;
// node_modules/zod/v4/core/checks.js
const $ZodCheck = $constructor("$ZodCheck", (inst, def) => {
	var _a;
	inst._zod ?? (inst._zod = {});
	inst._zod.def = def;
	(_a = inst._zod).onattach ?? (_a.onattach = []);
});
const _whenHasLength = (payload) => {
	const val = payload.value;
	return !nullish$1(val) && val.length !== void 0;
};
const numericOriginMap = {
	number: "number",
	bigint: "bigint",
	object: "date"
};
const $ZodCheckLessThan = $constructor("$ZodCheckLessThan", (inst, def) => {
	$ZodCheck.init(inst, def);
	const origin = numericOriginMap[typeof def.value];
	inst._zod.check = (payload) => {
		if (def.inclusive ? payload.value <= def.value : payload.value < def.value) return;
		payload.issues.push({
			origin: numericOriginMap[typeof payload.value] ?? origin,
			code: "too_big",
			maximum: typeof def.value === "object" ? def.value.getTime() : def.value,
			input: payload.value,
			inclusive: def.inclusive,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckGreaterThan = $constructor("$ZodCheckGreaterThan", (inst, def) => {
	$ZodCheck.init(inst, def);
	const origin = numericOriginMap[typeof def.value];
	inst._zod.check = (payload) => {
		if (def.inclusive ? payload.value >= def.value : payload.value > def.value) return;
		payload.issues.push({
			origin: numericOriginMap[typeof payload.value] ?? origin,
			code: "too_small",
			minimum: typeof def.value === "object" ? def.value.getTime() : def.value,
			input: payload.value,
			inclusive: def.inclusive,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckNumberFormat = $constructor("$ZodCheckNumberFormat", (inst, def) => {
	$ZodCheck.init(inst, def);
	def.format = def.format || "float64";
	const isInt = def.format?.includes("int");
	const origin = isInt ? "int" : "number";
	const [minimum, maximum] = NUMBER_FORMAT_RANGES[def.format];
	inst._zod.check = (payload) => {
		const input = payload.value;
		if (isInt) {
			if (!Number.isInteger(input)) {
				payload.issues.push({
					expected: origin,
					format: def.format,
					code: "invalid_type",
					continue: false,
					input,
					inst
				});
				return;
			}
			if (!Number.isSafeInteger(input)) {
				if (input > 0) payload.issues.push({
					input,
					code: "too_big",
					maximum: Number.MAX_SAFE_INTEGER,
					note: "Integers must be within the safe integer range.",
					inst,
					origin,
					inclusive: true,
					continue: !def.abort
				});
				else payload.issues.push({
					input,
					code: "too_small",
					minimum: Number.MIN_SAFE_INTEGER,
					note: "Integers must be within the safe integer range.",
					inst,
					origin,
					inclusive: true,
					continue: !def.abort
				});
				return;
			}
		}
		if (input < minimum) payload.issues.push({
			origin: "number",
			input,
			code: "too_small",
			minimum,
			inclusive: true,
			inst,
			continue: !def.abort
		});
		if (input > maximum) payload.issues.push({
			origin: "number",
			input,
			code: "too_big",
			maximum,
			inclusive: true,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckMaxLength = $constructor("$ZodCheckMaxLength", (inst, def) => {
	var _a;
	$ZodCheck.init(inst, def);
	(_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
	inst._zod.check = (payload) => {
		const input = payload.value;
		const units = input.length;
		if ((typeof input === "string" && units > def.maximum ? codePointLength(input) : units) <= def.maximum) return;
		const origin = getLengthableOrigin(input);
		payload.issues.push({
			origin,
			code: "too_big",
			maximum: def.maximum,
			inclusive: true,
			input,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckMinLength = $constructor("$ZodCheckMinLength", (inst, def) => {
	var _a;
	$ZodCheck.init(inst, def);
	(_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
	inst._zod.check = (payload) => {
		const input = payload.value;
		const units = input.length;
		if ((typeof input === "string" && units >= def.minimum && units < def.minimum * 2 ? codePointLength(input) : units) >= def.minimum) return;
		const origin = getLengthableOrigin(input);
		payload.issues.push({
			origin,
			code: "too_small",
			minimum: def.minimum,
			inclusive: true,
			input,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckStringFormat = $constructor("$ZodCheckStringFormat", (inst, def) => {
	var _a, _b;
	$ZodCheck.init(inst, def);
	if (def.pattern) (_a = inst._zod).check ?? (_a.check = (payload) => {
		def.pattern.lastIndex = 0;
		if (def.pattern.test(payload.value)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: def.format,
			input: payload.value,
			...def.pattern ? { pattern: def.pattern.toString() } : {},
			inst,
			continue: !def.abort
		});
	});
	else (_b = inst._zod).check ?? (_b.check = () => {});
});
const $ZodCheckRegex = $constructor("$ZodCheckRegex", (inst, def) => {
	$ZodCheckStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		def.pattern.lastIndex = 0;
		if (def.pattern.test(payload.value)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: "regex",
			input: payload.value,
			pattern: def.pattern.toString(),
			inst,
			continue: !def.abort
		});
	};
});
// node_modules/zod/v4/core/versions.js
const version = {
	major: 4,
	minor: 6,
	patch: 7
};
// node_modules/zod/v4/core/schemas.js
const $ZodType = $constructor("$ZodType", (inst, def) => {
	var _a;
	inst ?? (inst = {});
	inst._zod.def = def;
	inst._zod.bag = inst._zod.bag || {};
	inst._zod.version = version;
	const defChecks = inst._zod.def.checks;
	const checks = inst._zod.traits.has("$ZodCheck") ? [inst, ...defChecks ?? []] : defChecks?.length ? [...defChecks] : [];
	for (const ch of checks) for (const fn of ch._zod.onattach) fn(inst);
	if (checks.length === 0) {
		(_a = inst._zod).deferred ?? (_a.deferred = []);
		inst._zod.deferred?.push(() => {
			inst._zod.run = inst._zod.parse;
		});
	} else {
		const runChecks = (payload, checks, ctx) => {
			if (payload.memo) return payload;
			let isAborted = aborted(payload);
			let asyncResult;
			for (const ch of checks) {
				if (ch._zod.def.when) {
					if (explicitlyAborted(payload)) continue;
					if (!ch._zod.def.when(payload)) continue;
				} else if (isAborted) continue;
				const currLen = payload.issues.length;
				const _ = ch._zod.check(payload);
				if (_ instanceof Promise && ctx?.async === false) throw new $ZodAsyncError();
				if (asyncResult || _ instanceof Promise) asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
					await _;
					if (payload.issues.length === currLen) return;
					attachSchema(payload.issues, currLen, inst);
					if (!isAborted) isAborted = aborted(payload, currLen);
				});
				else {
					if (payload.issues.length === currLen) continue;
					attachSchema(payload.issues, currLen, inst);
					if (!isAborted) isAborted = aborted(payload, currLen);
				}
			}
			if (asyncResult) return asyncResult.then(() => {
				return payload;
			});
			return payload;
		};
		const handleCanaryResult = (canary, payload, ctx) => {
			if (aborted(canary)) {
				canary.aborted = true;
				return canary;
			}
			const checkResult = runChecks(payload, checks, ctx);
			if (checkResult instanceof Promise) {
				if (ctx.async === false) throw new $ZodAsyncError();
				return checkResult.then((checkResult) => inst._zod.parse(checkResult, ctx));
			}
			return inst._zod.parse(checkResult, ctx);
		};
		inst._zod.run = (payload, ctx) => {
			if (ctx.skipChecks) return inst._zod.parse(payload, ctx);
			if (ctx.direction === "backward") {
				const canary = inst._zod.parse({
					value: payload.value,
					issues: []
				}, {
					...ctx,
					skipChecks: true
				});
				if (canary instanceof Promise) return canary.then((canary) => {
					return handleCanaryResult(canary, payload, ctx);
				});
				return handleCanaryResult(canary, payload, ctx);
			}
			const result = inst._zod.parse(payload, ctx);
			if (result instanceof Promise) {
				if (ctx.async === false) throw new $ZodAsyncError();
				return result.then((result) => runChecks(result, checks, ctx));
			}
			return runChecks(result, checks, ctx);
		};
	}
}, {
	get "~standard"() {
		return hide(this, "~standard", standardProps(this));
	},
	set "~standard"(value) {
		own(this, "~standard", value);
	}
});
const toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => finalizeIssue(iss, ctx, config())) } : { value: r.value };
async function validateAsync(inst, value) {
	const ctx = { async: true };
	return toStandardResult(await inst._zod.run({
		value,
		issues: []
	}, ctx), ctx);
}
function standardProps(inst) {
	return {
		validate: (value) => {
			const ctx = { async: false };
			try {
				const r = inst._zod.run({
					value,
					issues: []
				}, ctx);
				if (!(r instanceof Promise)) return toStandardResult(r, ctx);
			} catch (_) {}
			return validateAsync(inst, value);
		},
		vendor: "zod",
		version: 1
	};
}
const $ZodString = $constructor("$ZodString", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.pattern = def.pattern ?? anyString;
	inst._zod.parse = (payload, _) => {
		if (def.coerce) try {
			payload.value = String(payload.value);
		} catch (_) {}
		if (typeof payload.value === "string") return payload;
		payload.issues.push({
			expected: "string",
			code: "invalid_type",
			input: payload.value,
			inst
		});
		return payload;
	};
});
const $ZodNumber = $constructor("$ZodNumber", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.pattern = number$2;
	inst._zod.parse = (payload, _ctx) => {
		if (def.coerce) try {
			payload.value = Number(payload.value);
		} catch (_) {}
		const input = payload.value;
		if (typeof input === "number" && !Number.isNaN(input) && Number.isFinite(input)) return payload;
		const received = typeof input === "number" ? Number.isNaN(input) ? "NaN" : !Number.isFinite(input) ? String(input) : void 0 : void 0;
		payload.issues.push({
			expected: "number",
			code: "invalid_type",
			input,
			inst,
			...received ? { received } : {}
		});
		return payload;
	};
});
const $ZodNumberFormat = $constructor("$ZodNumberFormat", (inst, def) => {
	$ZodCheckNumberFormat.init(inst, def);
	$ZodNumber.init(inst, def);
});
const $ZodBoolean = $constructor("$ZodBoolean", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.pattern = boolean$1;
	inst._zod.parse = (payload, _ctx) => {
		if (def.coerce) try {
			payload.value = Boolean(payload.value);
		} catch (_) {}
		const input = payload.value;
		if (typeof input === "boolean") return payload;
		payload.issues.push({
			expected: "boolean",
			code: "invalid_type",
			input,
			inst
		});
		return payload;
	};
});
const $ZodNull = $constructor("$ZodNull", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.pattern = _null$2;
	inst._zod.values = new Set([null]);
	inst._zod.parse = (payload, _ctx) => {
		const input = payload.value;
		if (input === null) return payload;
		payload.issues.push({
			expected: "null",
			code: "invalid_type",
			input,
			inst
		});
		return payload;
	};
});
const $ZodUnknown = $constructor("$ZodUnknown", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.parse = (payload) => payload;
});
const $ZodNever = $constructor("$ZodNever", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.parse = (payload, _ctx) => {
		payload.issues.push({
			expected: "never",
			code: "invalid_type",
			input: payload.value,
			inst
		});
		return payload;
	};
});
function capSize(inst, size) {
	const caps = sizeCaps(inst._zod.def.checks);
	if (!caps.length) return;
	const cap = Math.min(...caps.map((c) => c[0]));
	const parse = inst._zod.parse;
	inst._zod.parse = (payload, ctx) => {
		const n = size(payload.value);
		if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
			for (const [max, ch] of sizeCaps(inst._zod.def.checks)) if (n > max && ch._zod.def.when(payload)) {
				const start = payload.issues.length;
				ch._zod.check(payload);
				payload.issues[start].continue = false;
				attachSchema(payload.issues, start, inst);
				return payload;
			}
		}
		return parse(payload, ctx);
	};
}
const arraySize = (input) => Array.isArray(input) ? input.length : -1;
function handleArrayResult(result, final, index) {
	if (result.issues.length) final.issues.push(...prefixIssues(index, result.issues));
	final.value[index] = result.value;
}
const $ZodArray = $constructor("$ZodArray", (inst, def) => {
	$ZodType.init(inst, def);
	const memo = globalConfig.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		if (!Array.isArray(input)) {
			payload.issues.push({
				expected: "array",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		payload.value = memo ? memo.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
		const proms = [];
		const abortEarly = ctx?.abortEarly;
		for (let i = 0; i < input.length; i++) {
			const item = input[i];
			const result = def.element._zod.run({
				value: item,
				issues: []
			}, ctx);
			if (result instanceof Promise) proms.push(result.then((result) => handleArrayResult(result, payload, i)));
			else {
				handleArrayResult(result, payload, i);
				if (abortEarly && result.issues.length !== 0 && aborted(result)) break;
			}
		}
		if (proms.length) return Promise.all(proms).then(() => payload);
		return payload;
	};
	capSize(inst, arraySize);
});
function handlePropertyResult(result, final, key, input, optin, optout) {
	const isPresent = key in input;
	const isOptionalOut = optout === "optional";
	if (!isPresent && isOptionalOut && optin === "optional") return;
	if (result.issues.length) {
		if (optin !== void 0 && isOptionalOut && !isPresent) return;
		final.issues.push(...prefixIssues(key, result.issues));
	}
	if (!isPresent && optin === void 0) {
		if (!result.issues.length) final.issues.push({
			code: "invalid_type",
			expected: "nonoptional",
			input: void 0,
			path: [key]
		});
		return;
	}
	if (result.value === void 0) {
		if (isPresent || optin === "defaulted" && !isOptionalOut) final.value[key] = void 0;
	} else final.value[key] = result.value;
}
const NO_SYMBOL_KEYS = [];
function normalizeDef(def) {
	const keys = Object.keys(def.shape);
	const ownSymbols = Object.getOwnPropertySymbols(def.shape);
	const symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS;
	const allKeys = symbolKeys.length ? [...keys, ...symbolKeys] : keys;
	for (const k of allKeys) if (!def.shape?.[k]?._zod?.traits?.has("$ZodType")) throw new Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
	const okeys = optionalKeys(def.shape);
	return {
		...def,
		allKeys,
		symbolKeys,
		keySet: new Set(keys),
		numKeys: keys.length,
		optionalKeys: new Set(okeys)
	};
}
function handleCatchall(proms, input, payload, ctx, def, inst, abortEarly) {
	const unrecognized = [];
	const keySet = def.keySet;
	const _catchall = def.catchall._zod;
	const t = _catchall.def.type;
	const optin = _catchall.optin;
	const optout = _catchall.optout;
	let seen = 0;
	for (const key in input) {
		if (abortEarly && payload.issues.length !== seen) {
			if (aborted(payload, seen)) break;
			seen = payload.issues.length;
		}
		if (keySet.has(key)) continue;
		if (key === "__proto__") {
			if (t === "never") unrecognized.push(key);
			continue;
		}
		if (t === "never") {
			unrecognized.push(key);
			continue;
		}
		const r = _catchall.run({
			value: input[key],
			issues: []
		}, ctx);
		if (r instanceof Promise) proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
		else handlePropertyResult(r, payload, key, input, optin, optout);
	}
	if (unrecognized.length) payload.issues.push({
		code: "unrecognized_keys",
		keys: unrecognized,
		input,
		inst,
		continue: true
	});
	if (!proms.length) return payload;
	return Promise.all(proms).then(() => {
		return payload;
	});
}
const $ZodObject = $constructor("$ZodObject", (inst, def) => {
	$ZodType.init(inst, def);
	const desc = Object.getOwnPropertyDescriptor(def, "shape");
	const sh = desc?.get ? desc.get.raw : def.shape ?? {};
	if (sh) {
		const get = () => {
			const newSh = { ...sh };
			Object.defineProperty(def, "shape", { value: newSh });
			get.raw = newSh;
			return newSh;
		};
		get.raw = sh;
		Object.defineProperty(def, "shape", { get });
	}
	const _normalized = cached(() => normalizeDef(def));
	defineLazyInternal(inst, "propValues", (zod) => {
		const shape = zod.def.shape;
		const propValues = {};
		for (const key in shape) {
			const field = shape[key]._zod;
			if (field.values) {
				if (!Object.prototype.hasOwnProperty.call(propValues, key)) assignProp(propValues, key, new Set());
				for (const v of field.values) propValues[key].add(v);
				if (field.optin !== void 0) propValues[key].add(void 0);
			}
		}
		return propValues;
	});
	const isObject$1 = isObject;
	const catchall = def.catchall;
	let value;
	const memo = globalConfig.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		value ?? (value = _normalized.value);
		const input = payload.value;
		if (!isObject$1(input)) {
			payload.issues.push({
				expected: "object",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
		const proms = [];
		const shape = value.shape;
		const abortEarly = ctx?.abortEarly;
		let seen = payload.issues.length;
		for (const key of value.allKeys) {
			if (abortEarly && payload.issues.length !== seen) {
				if (aborted(payload, seen)) break;
				seen = payload.issues.length;
			}
			if (key === "__proto__") continue;
			const el = shape[key];
			const optin = el._zod.optin;
			const optout = el._zod.optout;
			const r = el._zod.run({
				value: input[key],
				issues: []
			}, ctx);
			if (r instanceof Promise) proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
			else handlePropertyResult(r, payload, key, input, optin, optout);
		}
		if (!catchall) return proms.length ? Promise.all(proms).then(() => payload) : payload;
		return handleCatchall(proms, input, payload, ctx, _normalized.value, inst, abortEarly === true);
	};
});
function handleUnionResults(results, final, inst, ctx) {
	for (const result of results) if (result.issues.length === 0) {
		final.value = result.value;
		return final;
	}
	const nonaborted = results.filter((r) => !aborted(r));
	if (nonaborted.length === 1) {
		final.value = nonaborted[0].value;
		return nonaborted[0];
	}
	final.issues.push({
		code: "invalid_union",
		input: final.value,
		inst,
		errors: results.map((result) => result.issues.map((iss) => finalizeIssue(iss, ctx, config())))
	});
	return final;
}
const $ZodUnion = $constructor("$ZodUnion", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.options.some((o) => o._zod.optin === "defaulted") ? "defaulted" : zod.def.options.some((o) => o._zod.optin !== void 0) ? "optional" : void 0);
	defineLazyInternal(inst, "optout", (zod) => zod.def.options.some((o) => o._zod.optout === "optional") ? "optional" : void 0);
	defineLazyInternal(inst, "values", (zod) => {
		if (zod.def.options.every((o) => o._zod.values)) return new Set(zod.def.options.flatMap((option) => Array.from(option._zod.values)));
	});
	defineLazyInternal(inst, "pattern", (zod) => {
		if (zod.def.options.every((o) => o._zod.pattern)) {
			const patterns = zod.def.options.map((o) => o._zod.pattern);
			return new RegExp(`^(${patterns.map((p) => cleanRegex(p.source)).join("|")})$`);
		}
	});
	const first = def.options.length === 1 ? def.options[0]._zod.run : null;
	inst._zod.parse = (payload, ctx) => {
		if (first) return first(payload, ctx);
		let async = false;
		const results = [];
		for (const option of def.options) {
			const result = option._zod.run({
				value: payload.value,
				issues: []
			}, ctx);
			if (result instanceof Promise) {
				results.push(result);
				async = true;
			} else {
				if (result.issues.length === 0) return result;
				results.push(result);
			}
		}
		if (!async) return handleUnionResults(results, payload, inst, ctx);
		return Promise.all(results).then((results) => {
			return handleUnionResults(results, payload, inst, ctx);
		});
	};
});
function discriminatorMap(def) {
	const map = new Map();
	for (const option of def.options) {
		const values = option._zod.propValues?.[def.discriminator];
		if (!values || values.size === 0) throw new Error(`Invalid discriminated union option at index "${def.options.indexOf(option)}"`);
		for (const value of values) if (map.has(value)) {
			if (value !== void 0) throw new Error(`Duplicate discriminator value "${String(value)}"`);
			map.set(value, null);
		} else map.set(value, option);
	}
	return map;
}
const $ZodDiscriminatedUnion = $constructor("$ZodDiscriminatedUnion", (inst, def) => {
	def.inclusive = false;
	$ZodUnion.init(inst, def);
	const _super = inst._zod.parse;
	defineLazyInternal(inst, "propValues", (zod) => {
		const propValues = {};
		let undefinedCount = 0;
		for (const option of zod.def.options) {
			const pv = option._zod.propValues;
			if (!pv || Object.keys(pv).length === 0) throw new Error(`Invalid discriminated union option at index "${zod.def.options.indexOf(option)}"`);
			if (pv[zod.def.discriminator]?.has(void 0)) undefinedCount++;
			for (const [k, v] of Object.entries(pv)) {
				if (!Object.prototype.hasOwnProperty.call(propValues, k)) assignProp(propValues, k, new Set());
				for (const val of v) propValues[k].add(val);
			}
		}
		if (!zod.def.unionFallback && undefinedCount > 1) propValues[zod.def.discriminator]?.delete(void 0);
		return propValues;
	});
	def.options.forEach((option, i) => {
		const propShape = rawShape(option._zod.def);
		if (propShape && !Object.prototype.hasOwnProperty.call(propShape, def.discriminator)) throw new Error(`Invalid discriminated union option at index "${i}"`);
	});
	const disc = cached(() => discriminatorMap(def));
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		if (!isObject(input)) {
			payload.issues.push({
				code: "invalid_type",
				expected: "object",
				input,
				inst
			});
			return payload;
		}
		const value = input?.[def.discriminator];
		const opt = disc.value.get(value);
		if (opt && (value !== void 0 || ctx.direction !== "backward")) return opt._zod.run(payload, ctx);
		if (def.unionFallback || ctx.direction === "backward") return _super(payload, ctx);
		payload.issues.push({
			code: "invalid_union",
			errors: [],
			note: "No matching discriminator",
			discriminator: def.discriminator,
			options: Array.from(disc.value.keys()).filter((value) => disc.value.get(value) !== null),
			input,
			path: [def.discriminator],
			inst
		});
		return payload;
	};
});
const $ZodIntersection = $constructor("$ZodIntersection", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		const left = def.left._zod.run({
			value: input,
			issues: []
		}, ctx);
		const right = def.right._zod.run({
			value: input,
			issues: []
		}, ctx);
		if (left instanceof Promise || right instanceof Promise) return Promise.all([left, right]).then(([left, right]) => {
			return handleIntersectionResults(payload, left, right);
		});
		return handleIntersectionResults(payload, left, right);
	};
});
function mergeValues(a, b) {
	if (a === b) return {
		valid: true,
		data: a
	};
	if (a instanceof Date && b instanceof Date && +a === +b) return {
		valid: true,
		data: a
	};
	if (isPlainObject(a) && isPlainObject(b)) {
		const bKeys = Object.keys(b);
		const sharedKeys = Object.keys(a).filter((key) => bKeys.indexOf(key) !== -1);
		const newObj = {
			...a,
			...b
		};
		if (Object.prototype.hasOwnProperty.call(newObj, "__proto__")) delete newObj.__proto__;
		for (const key of sharedKeys) {
			if (key === "__proto__") continue;
			const sharedValue = mergeValues(a[key], b[key]);
			if (!sharedValue.valid) return {
				valid: false,
				mergeErrorPath: [key, ...sharedValue.mergeErrorPath]
			};
			newObj[key] = sharedValue.data;
		}
		return {
			valid: true,
			data: newObj
		};
	}
	if (Array.isArray(a) && Array.isArray(b)) {
		if (a.length !== b.length) return {
			valid: false,
			mergeErrorPath: []
		};
		const newArray = [];
		for (let index = 0; index < a.length; index++) {
			const itemA = a[index];
			const itemB = b[index];
			const sharedValue = mergeValues(itemA, itemB);
			if (!sharedValue.valid) return {
				valid: false,
				mergeErrorPath: [index, ...sharedValue.mergeErrorPath]
			};
			newArray.push(sharedValue.data);
		}
		return {
			valid: true,
			data: newArray
		};
	}
	return {
		valid: false,
		mergeErrorPath: []
	};
}
function handleIntersectionResults(result, left, right) {
	const unrecKeys = new Map();
	let unrecIssue;
	const keyIssues = new Map();
	const collect = (iss, side) => {
		let keys;
		if (iss.code === "unrecognized_keys" && !iss.path?.length) {
			unrecIssue ?? (unrecIssue = iss);
			keys = iss.keys;
		} else if (iss.code === "invalid_key" && iss.origin === "record" && iss.path?.length === 1) {
			const k = String(iss.path[0]);
			if (!keyIssues.has(k)) keyIssues.set(k, iss);
			keys = [k];
		} else return false;
		for (const k of keys) {
			if (!unrecKeys.has(k)) unrecKeys.set(k, {});
			unrecKeys.get(k)[side] = true;
		}
		return true;
	};
	for (const iss of left.issues) if (!collect(iss, "l")) result.issues.push(iss);
	for (const iss of right.issues) if (!collect(iss, "r")) result.issues.push(iss);
	const bothKeys = [...unrecKeys].filter(([, f]) => f.l && f.r).map(([k]) => k);
	if (bothKeys.length) {
		const aggregated = unrecIssue ? bothKeys.filter((k) => unrecIssue.keys.includes(k)) : [];
		if (aggregated.length) result.issues.push({
			...unrecIssue,
			keys: aggregated
		});
		for (const k of bothKeys) if (!aggregated.includes(k) && keyIssues.has(k)) result.issues.push(keyIssues.get(k));
	}
	const merged = mergeValues(left.value, right.value);
	if (!merged.valid) {
		if (aborted(result)) return result;
		throw new Error(`Unmergable intersection. Error path: ${JSON.stringify(merged.mergeErrorPath)}`);
	}
	result.value = merged.data;
	return result;
}
const $ZodTuple = $constructor("$ZodTuple", (inst, def) => {
	$ZodType.init(inst, def);
	const items = def.items;
	const memo = globalConfig.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		if (!Array.isArray(input)) {
			payload.issues.push({
				input,
				inst,
				expected: "tuple",
				code: "invalid_type"
			});
			return payload;
		}
		payload.value = memo ? memo.alloc(inst, payload, [], ctx) : [];
		const proms = [];
		const optinStart = getTupleOptStart(items, "optin");
		const optoutStart = getTupleOptStart(items, "optout");
		if (!def.rest) {
			if (input.length < optinStart) {
				payload.issues.push({
					code: "too_small",
					minimum: optinStart,
					inclusive: true,
					input,
					inst,
					origin: "array"
				});
				return payload;
			}
			if (input.length > items.length) payload.issues.push({
				code: "too_big",
				maximum: items.length,
				inclusive: true,
				input,
				inst,
				origin: "array"
			});
		}
		const itemResults = new Array(items.length);
		const abortEarly = def.rest ? ctx?.abortEarly : void 0;
		let itemAborted = false;
		for (let i = 0; i < items.length; i++) {
			const r = items[i]._zod.run({
				value: input[i],
				issues: []
			}, ctx);
			if (r instanceof Promise) proms.push(r.then((rr) => {
				itemResults[i] = rr;
			}));
			else {
				itemResults[i] = r;
				if (abortEarly && !itemAborted && r.issues.length) itemAborted = aborted(r);
			}
		}
		if (def.rest && !itemAborted) {
			let i = items.length - 1;
			const rest = input.slice(items.length);
			let seen = payload.issues.length;
			for (const el of rest) {
				if (abortEarly && payload.issues.length !== seen) {
					if (aborted(payload, seen)) break;
					seen = payload.issues.length;
				}
				i++;
				const result = def.rest._zod.run({
					value: el,
					issues: []
				}, ctx);
				if (result instanceof Promise) proms.push(result.then((r) => handleTupleResult(r, payload, i)));
				else handleTupleResult(result, payload, i);
			}
		}
		if (proms.length) return Promise.all(proms).then(() => handleTupleResults(itemResults, payload, items, input, optoutStart));
		return handleTupleResults(itemResults, payload, items, input, optoutStart);
	};
});
function getTupleOptStart(items, key) {
	for (let i = items.length - 1; i >= 0; i--) if (!(key === "optin" ? items[i]._zod.optin !== void 0 : items[i]._zod.optout === "optional")) return i + 1;
	return 0;
}
function handleTupleResult(result, final, index) {
	if (result.issues.length) final.issues.push(...prefixIssues(index, result.issues));
	final.value[index] = result.value;
}
function handleTupleResults(itemResults, final, items, input, optoutStart) {
	for (let i = 0; i < items.length; i++) {
		const r = itemResults[i];
		const isPresent = i < input.length;
		if (!isPresent && i >= optoutStart && items[i]._zod.optin === "optional") {
			final.value.length = i;
			break;
		}
		if (r.issues.length) {
			if (!isPresent && i >= optoutStart) {
				final.value.length = i;
				break;
			}
			final.issues.push(...prefixIssues(i, r.issues));
		}
		final.value[i] = r.value;
	}
	for (let i = final.value.length - 1; i >= input.length; i--) if (items[i]._zod.optout === "optional" && final.value[i] === void 0) final.value.length = i;
	else break;
	return final;
}
const $ZodRecord = $constructor("$ZodRecord", (inst, def) => {
	$ZodType.init(inst, def);
	const memo = globalConfig.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		if (!isPlainObject(input)) {
			payload.issues.push({
				expected: "record",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		const proms = [];
		const values = def.keyType._zod.values;
		if (values && !def.partial) {
			payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
			const recordKeys = new Set();
			for (const key of values) if (typeof key === "string" || typeof key === "number" || typeof key === "symbol") {
				recordKeys.add(typeof key === "number" ? key.toString() : key);
				if (key === "__proto__") continue;
				const keyResult = def.keyType._zod.run({
					value: key,
					issues: []
				}, ctx);
				if (keyResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
				if (keyResult.issues.length) {
					payload.issues.push({
						code: "invalid_key",
						origin: "record",
						issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
						input: key,
						path: [key],
						inst
					});
					continue;
				}
				const outKey = keyResult.value;
				if (outKey === "__proto__") continue;
				const result = def.valueType._zod.run({
					value: input[key],
					issues: []
				}, ctx);
				if (result instanceof Promise) proms.push(result.then((result) => {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}));
				else {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}
			}
			let unrecognized;
			for (const key in input) if (!recordKeys.has(key)) {
				if (def.mode === "loose") {
					if (key === "__proto__") continue;
					payload.value[key] = input[key];
				} else {
					unrecognized = unrecognized ?? [];
					unrecognized.push(key);
				}
			}
			if (unrecognized && unrecognized.length > 0) payload.issues.push({
				code: "unrecognized_keys",
				input,
				inst,
				keys: unrecognized,
				continue: true
			});
		} else {
			payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
			let unrecognized;
			for (const key of Reflect.ownKeys(input)) {
				if (key === "__proto__") continue;
				if (!Object.prototype.propertyIsEnumerable.call(input, key)) continue;
				let keyResult = def.keyType._zod.run({
					value: key,
					issues: []
				}, ctx);
				if (keyResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
				if (typeof key === "string" && number$2.test(key) && keyResult.issues.length) {
					const retryResult = def.keyType._zod.run({
						value: Number(key),
						issues: []
					}, ctx);
					if (retryResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
					if (retryResult.issues.length === 0) keyResult = retryResult;
				}
				if (keyResult.issues.length) {
					if (def.mode === "loose") payload.value[key] = input[key];
					else if (values) {
						unrecognized = unrecognized ?? [];
						unrecognized.push(key);
					} else payload.issues.push({
						code: "invalid_key",
						origin: "record",
						issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
						input: key,
						path: [key],
						inst
					});
					continue;
				}
				const outKey = keyResult.value;
				if (outKey === "__proto__") continue;
				const result = def.valueType._zod.run({
					value: input[key],
					issues: []
				}, ctx);
				if (result instanceof Promise) proms.push(result.then((result) => {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}));
				else {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}
			}
			if (unrecognized && unrecognized.length > 0) payload.issues.push({
				code: "unrecognized_keys",
				input,
				inst,
				keys: unrecognized,
				continue: true
			});
		}
		if (proms.length) return Promise.all(proms).then(() => payload);
		return payload;
	};
});
const $ZodEnum = $constructor("$ZodEnum", (inst, def) => {
	$ZodType.init(inst, def);
	const values = getEnumValues(def.entries);
	const valuesSet = new Set(values);
	inst._zod.values = valuesSet;
	defineLazyInternal(inst, "pattern", (zod) => {
		const patternValues = getEnumValues(zod.def.entries).filter((k) => propertyKeyTypes.has(typeof k));
		return new RegExp(patternValues.length ? `^(${patternValues.map((o) => escapeRegex(o.toString())).join("|")})$` : "^[^\\s\\S]$");
	});
	inst._zod.parse = (payload, _ctx) => {
		const input = payload.value;
		if (valuesSet.has(input)) return payload;
		payload.issues.push({
			code: "invalid_value",
			values,
			input,
			inst
		});
		return payload;
	};
});
const $ZodLiteral = $constructor("$ZodLiteral", (inst, def) => {
	$ZodType.init(inst, def);
	const values = new Set(def.values);
	inst._zod.values = values;
	defineLazyInternal(inst, "pattern", (zod) => {
		const vals = zod.def.values;
		return new RegExp(vals.length ? `^(${vals.map((o) => typeof o === "string" ? escapeRegex(o) : o ? escapeRegex(o.toString()) : String(o)).join("|")})$` : "^[^\\s\\S]$");
	});
	inst._zod.parse = (payload, _ctx) => {
		const input = payload.value;
		if (values.has(input)) return payload;
		payload.issues.push({
			code: "invalid_value",
			values: def.values,
			input,
			inst
		});
		return payload;
	};
});
const $ZodTransform = $constructor("$ZodTransform", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.optin = "optional";
	globalConfig.memoizer?.guard(inst);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") throw new $ZodEncodeError(inst.constructor.name);
		const _out = def.transform(payload.value, payload);
		if (ctx.async) return (_out instanceof Promise ? _out : Promise.resolve(_out)).then((output) => {
			payload.value = output;
			return payload;
		});
		if (_out instanceof Promise) throw new $ZodAsyncError();
		payload.value = _out;
		return payload;
	};
});
function handleOptionalResult(payload, result) {
	payload.value = result.issues.length ? void 0 : result.value;
	return payload;
}
const $ZodOptional = $constructor("$ZodOptional", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
	inst._zod.optout = "optional";
	defineLazyInternal(inst, "values", (zod) => {
		const values = zod.def.innerType._zod.values;
		return values ? new Set([...values, void 0]) : void 0;
	});
	defineLazyInternal(inst, "pattern", (zod) => {
		const pattern = zod.def.innerType._zod.pattern;
		return pattern ? new RegExp(`^(${cleanRegex(pattern.source)})?$`) : void 0;
	});
	inst._zod.parse = (payload, ctx) => {
		if (payload.value === void 0) {
			if (def.innerType._zod.optin !== "defaulted") return payload;
			const result = def.innerType._zod.run({
				value: payload.value,
				issues: []
			}, ctx);
			if (result instanceof Promise) return result.then((result) => handleOptionalResult(payload, result));
			return handleOptionalResult(payload, result);
		}
		return def.innerType._zod.run(payload, ctx);
	};
});
const $ZodExactOptional = $constructor("$ZodExactOptional", (inst, def) => {
	$ZodOptional.init(inst, def);
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	defineLazyInternal(inst, "pattern", (zod) => zod.def.innerType._zod.pattern);
	inst._zod.parse = (payload, ctx) => {
		return def.innerType._zod.run(payload, ctx);
	};
});
const $ZodNullable = $constructor("$ZodNullable", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin);
	defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
	defineLazyInternal(inst, "pattern", (zod) => {
		const pattern = zod.def.innerType._zod.pattern;
		return pattern ? new RegExp(`^(${cleanRegex(pattern.source)}|null)$`) : void 0;
	});
	defineLazyInternal(inst, "values", (zod) => {
		return zod.def.innerType._zod.values ? new Set([...zod.def.innerType._zod.values, null]) : void 0;
	});
	inst._zod.parse = (payload, ctx) => {
		if (payload.value === null) return payload;
		return def.innerType._zod.run(payload, ctx);
	};
});
function handleCatchResult(payload, result, def, ctx) {
	if (!result.issues.length) {
		payload.value = result.value;
		if (result.memo) payload.memo = true;
		return payload;
	}
	payload.value = def.catchValue({
		...result,
		value: payload.value,
		error: { issues: result.issues.map((iss) => finalizeIssue(iss, ctx, config())) },
		input: payload.value
	});
	return payload;
}
const $ZodCatch = $constructor("$ZodCatch", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
	defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
		const result = def.innerType._zod.run({
			value: payload.value,
			issues: []
		}, ctx);
		if (result instanceof Promise) return result.then((result) => handleCatchResult(payload, result, def, ctx));
		return handleCatchResult(payload, result, def, ctx);
	};
});
const $ZodPipe = $constructor("$ZodPipe", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "values", (zod) => zod.def.in._zod.values);
	defineLazyInternal(inst, "optin", (zod) => zod.def.in._zod.optin);
	defineLazyInternal(inst, "optout", (zod) => zod.def.out._zod.optout);
	defineLazyInternal(inst, "propValues", (zod) => zod.def.in._zod.propValues);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") {
			const right = def.out._zod.run(payload, ctx);
			if (right instanceof Promise) return right.then((right) => handlePipeResult(right, def.in, ctx));
			return handlePipeResult(right, def.in, ctx);
		}
		const left = def.in._zod.run(payload, ctx);
		if (left instanceof Promise) return left.then((left) => handlePipeResult(left, def.out, ctx));
		return handlePipeResult(left, def.out, ctx);
	};
});
function handlePipeResult(left, next, ctx) {
	if (left.issues.some((iss) => iss.code !== "unrecognized_keys")) {
		left.aborted = true;
		return left;
	}
	return next._zod.run({
		value: left.value,
		issues: left.issues
	}, ctx);
}
const $ZodReadonly = $constructor("$ZodReadonly", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "propValues", (zod) => zod.def.innerType._zod.propValues);
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType?._zod?.optin);
	defineLazyInternal(inst, "optout", (zod) => zod.def.innerType?._zod?.optout);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
		const result = def.innerType._zod.run(payload, ctx);
		if (result instanceof Promise) return result.then(handleReadonlyResult);
		return handleReadonlyResult(result);
	};
});
function handleReadonlyResult(payload) {
	if (!payload.memo) payload.value = Object.freeze(payload.value);
	return payload;
}
const $ZodLazy = $constructor("$ZodLazy", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazy(inst._zod, "innerType", () => {
		const d = def;
		if (!d._cachedInner) d._cachedInner = def.getter();
		return d._cachedInner;
	});
	defineLazyInternal(inst, "pattern", (zod) => zod.innerType?._zod?.pattern);
	defineLazyInternal(inst, "propValues", (zod) => zod.innerType?._zod?.propValues);
	defineLazyInternal(inst, "optin", (zod) => zod.innerType?._zod?.optin ?? void 0);
	defineLazyInternal(inst, "optout", (zod) => zod.innerType?._zod?.optout ?? void 0);
	inst._zod.parse = (payload, ctx) => {
		return inst._zod.innerType._zod.run(payload, ctx);
	};
});
const $ZodCustom = $constructor("$ZodCustom", (inst, def) => {
	$ZodCheck.init(inst, def);
	$ZodType.init(inst, def);
	inst._zod.parse = (payload, _) => {
		return payload;
	};
	inst._zod.check = (payload) => {
		const input = payload.value;
		const r = def.fn(input);
		if (r instanceof Promise) return r.then((r) => handleRefineResult(r, payload, input, inst));
		handleRefineResult(r, payload, input, inst);
	};
});
function handleRefineResult(result, payload, input, inst) {
	if (!result) {
		const _iss = {
			code: "custom",
			input,
			inst,
			path: [...inst._zod.def.path ?? []],
			continue: !inst._zod.def.abort
		};
		if (inst._zod.def.params) _iss.params = inst._zod.def.params;
		payload.issues.push(issue(_iss));
	}
}
// node_modules/zod/v4/core/api.js
function snapshotChecks(def) {
	if (def.checks) def.checks = [...def.checks];
	return def;
}
function _string(Class, params) {
	return new Class(snapshotChecks({
		type: "string",
		...normalizeParams(params)
	}));
}
function _number(Class, params) {
	return new Class(snapshotChecks({
		type: "number",
		checks: [],
		...normalizeParams(params)
	}));
}
function _int(Class, params) {
	return new Class({
		type: "number",
		check: "number_format",
		abort: false,
		format: "safeint",
		...normalizeParams(params)
	});
}
function _boolean(Class, params) {
	return new Class({
		type: "boolean",
		...normalizeParams(params)
	});
}
function _null$1(Class, params) {
	return new Class({
		type: "null",
		...normalizeParams(params)
	});
}
function _unknown(Class) {
	return new Class({ type: "unknown" });
}
function _never(Class, params) {
	return new Class({
		type: "never",
		...normalizeParams(params)
	});
}
function _lte(value, params) {
	return new $ZodCheckLessThan({
		check: "less_than",
		...normalizeParams(params),
		value,
		inclusive: true
	});
}
function _gte(value, params) {
	return new $ZodCheckGreaterThan({
		check: "greater_than",
		...normalizeParams(params),
		value,
		inclusive: true
	});
}
function _maxLength(maximum, params) {
	return new $ZodCheckMaxLength({
		check: "max_length",
		...normalizeParams(params),
		maximum
	});
}
function _minLength(minimum, params) {
	return new $ZodCheckMinLength({
		check: "min_length",
		...normalizeParams(params),
		minimum
	});
}
function _regex(pattern, params) {
	return new $ZodCheckRegex({
		check: "string_format",
		format: "regex",
		...normalizeParams(params),
		pattern
	});
}
function _custom(Class, fn, _params) {
	const norm = normalizeParams(_params);
	norm.abort ?? (norm.abort = true);
	return new Class({
		type: "custom",
		check: "custom",
		fn,
		...norm
	});
}
function _refine(Class, fn, _params) {
	return new Class({
		type: "custom",
		check: "custom",
		fn,
		...normalizeParams(_params)
	});
}
// node_modules/zod/v4/mini/schemas.js
const ZodMiniType = $constructor("ZodMiniType", (inst, def) => {
	if (!inst._zod) throw new Error("Uninitialized schema in ZodMiniType.");
	$ZodType.init(inst, def);
	inst.def = def;
	inst.type = def.type;
}, {
	get with() {
		return this.check;
	},
	set with(value) {
		own(this, "with", value);
	},
	parse(data, params) {
		return parse(this, data, params, { callee: this.parse });
	},
	parseAsync(data, params) {
		return parseAsync(this, data, params, { callee: this.parseAsync });
	},
	safeParse(data, params) {
		return safeParse(this, data, params);
	},
	safeParseAsync(data, params) {
		return safeParseAsync(this, data, params);
	},
	check(...checks) {
		const def = this.def;
		return this.clone({
			...def,
			checks: [...def.checks ?? [], ...checks.map((ch) => typeof ch === "function" ? { _zod: {
				check: ch,
				def: { check: "custom" },
				onattach: []
			} } : ch)]
		}, { parent: true });
	},
	clone(_def, params) {
		return clone(this, _def, params);
	},
	brand() {
		return this;
	},
	register(reg, meta) {
		reg.add(this, meta);
		return this;
	},
	apply(fn, ...args) {
		return args.length === 0 ? fn(this) : fn(this, ...args);
	}
});
const ZodMiniString = $constructor("ZodMiniString", (inst, def) => {
	$ZodString.init(inst, def);
	ZodMiniType.init(inst, def);
});
function string(params) {
	return _string(ZodMiniString, params);
}
const ZodMiniNumber = $constructor("ZodMiniNumber", (inst, def) => {
	$ZodNumber.init(inst, def);
	ZodMiniType.init(inst, def);
});
function number$1(params) {
	return _number(ZodMiniNumber, params);
}
const ZodMiniNumberFormat = $constructor("ZodMiniNumberFormat", (inst, def) => {
	$ZodNumberFormat.init(inst, def);
	ZodMiniNumber.init(inst, def);
});
function int(params) {
	return _int(ZodMiniNumberFormat, params);
}
const ZodMiniBoolean = $constructor("ZodMiniBoolean", (inst, def) => {
	$ZodBoolean.init(inst, def);
	ZodMiniType.init(inst, def);
});
function boolean(params) {
	return _boolean(ZodMiniBoolean, params);
}
const ZodMiniNull = $constructor("ZodMiniNull", (inst, def) => {
	$ZodNull.init(inst, def);
	ZodMiniType.init(inst, def);
});
function _null(params) {
	return _null$1(ZodMiniNull, params);
}
const ZodMiniUnknown = $constructor("ZodMiniUnknown", (inst, def) => {
	$ZodUnknown.init(inst, def);
	ZodMiniType.init(inst, def);
});
function unknown() {
	return _unknown(ZodMiniUnknown);
}
const ZodMiniNever = $constructor("ZodMiniNever", (inst, def) => {
	$ZodNever.init(inst, def);
	ZodMiniType.init(inst, def);
});
function never(params) {
	return _never(ZodMiniNever, params);
}
const ZodMiniArray = $constructor("ZodMiniArray", (inst, def) => {
	$ZodArray.init(inst, def);
	ZodMiniType.init(inst, def);
});
function array(element, params) {
	return new ZodMiniArray({
		type: "array",
		element,
		...normalizeParams(params)
	});
}
const ZodMiniObject = $constructor("ZodMiniObject", (inst, def) => {
	$ZodObject.init(inst, def);
	ZodMiniType.init(inst, def);
	installLazyProp(inst, "shape", (self) => self._zod.def.shape, false);
});
function object(shape, params) {
	const def = {
		type: "object",
		shape: shape ?? {},
		...normalizeParams(params)
	};
	return new ZodMiniObject(def);
}
function strictObject(shape, params) {
	return new ZodMiniObject({
		type: "object",
		shape,
		catchall: never(),
		...normalizeParams(params)
	});
}
function looseObject(shape, params) {
	return new ZodMiniObject({
		type: "object",
		shape,
		catchall: unknown(),
		...normalizeParams(params)
	});
}
function pick(schema, mask) {
	return pick$1(schema, mask);
}
const ZodMiniUnion = $constructor("ZodMiniUnion", (inst, def) => {
	$ZodUnion.init(inst, def);
	ZodMiniType.init(inst, def);
});
function union(options, params) {
	return new ZodMiniUnion({
		type: "union",
		options,
		...normalizeParams(params)
	});
}
const ZodMiniDiscriminatedUnion = $constructor("ZodMiniDiscriminatedUnion", (inst, def) => {
	$ZodDiscriminatedUnion.init(inst, def);
	ZodMiniType.init(inst, def);
});
function discriminatedUnion(discriminator, options, params) {
	return new ZodMiniDiscriminatedUnion({
		type: "union",
		options,
		discriminator,
		...normalizeParams(params)
	});
}
const ZodMiniIntersection = $constructor("ZodMiniIntersection", (inst, def) => {
	$ZodIntersection.init(inst, def);
	ZodMiniType.init(inst, def);
});
function intersection(left, right) {
	return new ZodMiniIntersection({
		type: "intersection",
		left,
		right
	});
}
const ZodMiniTuple = $constructor("ZodMiniTuple", (inst, def) => {
	$ZodTuple.init(inst, def);
	ZodMiniType.init(inst, def);
});
function tuple(items, _paramsOrRest, _params) {
	const hasRest = _paramsOrRest instanceof $ZodType;
	return new ZodMiniTuple({
		type: "tuple",
		items,
		rest: hasRest ? _paramsOrRest : null,
		...normalizeParams(hasRest ? _params : _paramsOrRest)
	});
}
const ZodMiniRecord = $constructor("ZodMiniRecord", (inst, def) => {
	$ZodRecord.init(inst, def);
	ZodMiniType.init(inst, def);
});
function record(keyType, valueType, params) {
	if (!valueType || !valueType._zod) return new ZodMiniRecord({
		type: "record",
		keyType: string(),
		valueType: keyType,
		...normalizeParams(valueType)
	});
	return new ZodMiniRecord({
		type: "record",
		keyType,
		valueType,
		...normalizeParams(params)
	});
}
const ZodMiniEnum = $constructor("ZodMiniEnum", (inst, def) => {
	$ZodEnum.init(inst, def);
	ZodMiniType.init(inst, def);
	inst.options = [...inst._zod.values];
});
function _enum(values, params) {
	const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
	return new ZodMiniEnum({
		type: "enum",
		entries,
		...normalizeParams(params)
	});
}
const ZodMiniLiteral = $constructor("ZodMiniLiteral", (inst, def) => {
	$ZodLiteral.init(inst, def);
	ZodMiniType.init(inst, def);
});
function literal(value, params) {
	return new ZodMiniLiteral({
		type: "literal",
		values: Array.isArray(value) ? value : [value],
		...normalizeParams(params)
	});
}
const ZodMiniTransform = $constructor("ZodMiniTransform", (inst, def) => {
	$ZodTransform.init(inst, def);
	ZodMiniType.init(inst, def);
});
function transform(fn) {
	return new ZodMiniTransform({
		type: "transform",
		transform: fn
	});
}
const ZodMiniOptional = $constructor("ZodMiniOptional", (inst, def) => {
	$ZodOptional.init(inst, def);
	ZodMiniType.init(inst, def);
});
function optional(innerType) {
	return new ZodMiniOptional({
		type: "optional",
		innerType
	});
}
const ZodMiniExactOptional = $constructor("ZodMiniExactOptional", (inst, def) => {
	$ZodExactOptional.init(inst, def);
	ZodMiniType.init(inst, def);
});
function exactOptional(innerType) {
	return new ZodMiniExactOptional({
		type: "optional",
		innerType
	});
}
const ZodMiniNullable = $constructor("ZodMiniNullable", (inst, def) => {
	$ZodNullable.init(inst, def);
	ZodMiniType.init(inst, def);
});
function nullable(innerType) {
	return new ZodMiniNullable({
		type: "nullable",
		innerType
	});
}
function nullish(innerType) {
	return optional(nullable(innerType));
}
const ZodMiniCatch = $constructor("ZodMiniCatch", (inst, def) => {
	$ZodCatch.init(inst, def);
	ZodMiniType.init(inst, def);
});
function _catch(innerType, catchValue) {
	return new ZodMiniCatch({
		type: "catch",
		innerType,
		catchValue: typeof catchValue === "function" ? catchValue : constantCatch(catchValue)
	});
}
const ZodMiniPipe = $constructor("ZodMiniPipe", (inst, def) => {
	$ZodPipe.init(inst, def);
	ZodMiniType.init(inst, def);
});
function pipe(in_, out) {
	return new ZodMiniPipe({
		type: "pipe",
		in: in_,
		out
	});
}
const ZodMiniReadonly = $constructor("ZodMiniReadonly", (inst, def) => {
	$ZodReadonly.init(inst, def);
	ZodMiniType.init(inst, def);
});
function readonly(innerType) {
	return new ZodMiniReadonly({
		type: "readonly",
		innerType
	});
}
const ZodMiniLazy = $constructor("ZodMiniLazy", (inst, def) => {
	$ZodLazy.init(inst, def);
	ZodMiniType.init(inst, def);
});
function _lazy(getter) {
	return new ZodMiniLazy({
		type: "lazy",
		getter
	});
}
const ZodMiniCustom = $constructor("ZodMiniCustom", (inst, def) => {
	$ZodCustom.init(inst, def);
	ZodMiniType.init(inst, def);
});
function custom(fn, _params) {
	return _custom(ZodMiniCustom, fn ?? (() => true), _params);
}
function refine(fn, _params = {}) {
	return _refine(ZodMiniCustom, fn, _params);
}
// src/adapters/http.ts
let done;
function useEnvironmentProxies() {
	done ??= import("./dispatcher.js").then(({ routeRequests }) => routeRequests());
	return done;
}
// src/unseen.ts
const PLAIN$1 = /^[ -~]*$/;
const PLAIN_LINES = /^[\n\t -~]*$/;
let unseen;
function replaced(text, replace) {
	unseen ??= /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
	return text.replace(unseen, replace);
}
const written = (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
const isPlainAscii = (text) => PLAIN$1.test(text);
function withUnseenWritten(text) {
	return isPlainAscii(text) ? text : replaced(text, written);
}
function linesWithUnseenWritten(text) {
	if (PLAIN_LINES.test(text)) return text;
	return replaced(text, (character) => character === "\n" || character === "	" ? character : written(character));
}
// src/api/method.ts
function isMap(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function methodName(method) {
	return isMap(method) && typeof method.type === "string" ? method.type : "supervised";
}
function hyperparametersOf({ method, hyperparameters }) {
	const settings = isMap(method) ? method[methodName(method)] : void 0;
	return [isMap(settings) ? settings.hyperparameters : void 0, hyperparameters].find(isMap);
}
function baseOf(model) {
	return model.startsWith("ft:") ? model.split(":")[1] ?? model : model;
}
// src/inputs/nearest.ts
function distance(left, right) {
	let row = Array.from({ length: right.length + 1 }, (_, index) => index);
	for (const [above, letter] of [...left].entries()) {
		const next = [above + 1];
		for (const [index, other] of [...right].entries()) next.push(Math.min((next[index] ?? 0) + 1, (row[index + 1] ?? 0) + 1, (row[index] ?? 0) + (letter === other ? 0 : 1)));
		row = next;
	}
	return row.at(-1) ?? 0;
}
const LONGEST$1 = 64;
const plain$1 = (name) => name.toLowerCase().replaceAll(/[- ]/g, "_");
function nearest$1(name, known) {
	if (name.length > LONGEST$1) return void 0;
	const written = plain$1(name);
	const [best] = known.map((candidate) => ({
		candidate,
		edits: distance(written, plain$1(candidate))
	})).sort((left, right) => left.edits - right.edits);
	return best !== void 0 && best.edits <= Math.min(3, (written.length - 1) / 2) ? best.candidate : void 0;
}
const SHORT = 6;
const SLIP = 2;
function slipOf(name, known) {
	if (known.includes(name) || name.length < SHORT || name.length > LONGEST$1) return void 0;
	const written = plain$1(name);
	return known.find((one) => one.length > SHORT && distance(written, plain$1(one)) <= SLIP);
}
// src/inputs/secret-names.ts
const words = (text) => new Set(text.split(" "));
const CERTAIN = words("password passwords passwd pwd passphrase passcode secret secrets credential credentials cred creds auth oauth authorization authentication bearer pat pats sas dsn jwt cookie cookies");
const LETS_IN$1 = words("api access auth authorization client private secret bearer refresh id session service account license signing encryption ssh master storage shared admin user bot app webhook deploy registry gateway hf db database");
const FINDS = words("prompt text input inputs output outputs message messages label answer completion content primary sort partition foreign public cache group row column field metric reward reference image tool system role sample item");
const SPOKEN = words("pad eos bos unk sep cls mask stop end start begin system user assistant special image audio video tool extra additional added");
const COUNTED = words("max min num n no count total limit budget per new prompt completion input output reasoning cached trained train training context sequence target used billable estimated average avg mean all");
const TAIL = /^(\d+|v\d+|pem|b64|base64|json|raw|value|values|text|string|header|headers|prod|production|dev|staging|test|old|new|primary|secondary|backup)$/;
const COMPOUND = /^(.+?)(keys?|tokens?|secrets?|passwords?|credentials?)$/;
function wordsOf(name) {
	return name.slice(0, 200).replace(/([a-z\d])([A-Z])/g, "$1_$2").replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2").toLowerCase().split(/[^a-z\d]+/).filter((word) => word !== "").flatMap((word) => {
		const [, head = "", noun = ""] = COMPOUND.exec(word) ?? [];
		return LETS_IN$1.has(head) ? [head, noun] : [word];
	});
}
function looksRandom(value) {
	return typeof value === "string" && /^[\w.~+/=:-]{16,}$/.test(value) && /\d/.test(value) && /[A-Za-z]/.test(value);
}
function isSecretName(name, value = "") {
	if (value === null || value === void 0 || typeof value === "boolean") return false;
	const all = wordsOf(name);
	if (/(^| )(connection strings?|connstr|connectionstrings?|access key id)$/.test(all.join(" "))) return true;
	while (all.length > 1 && TAIL.test(all.at(-1) ?? "")) all.pop();
	const noun = all.at(-1) ?? "";
	const before = all.at(-2) ?? "";
	if (CERTAIN.has(noun)) return true;
	if (typeof value === "number") return /^(key|token)$/.test(noun) && LETS_IN$1.has(before);
	switch (noun) {
		case "key": return !FINDS.has(before);
		case "keys": return LETS_IN$1.has(before) || looksRandom(value);
		case "token": return !SPOKEN.has(before) || looksRandom(value);
		case "tokens": return !all.some((word) => COUNTED.has(word) || SPOKEN.has(word)) || looksRandom(value);
		default: return false;
	}
}
// src/inputs/leniently.ts
function leniently(schema, given) {
	const read = safeParse(schema, given);
	if (read.success) return {
		value: read.data,
		issues: []
	};
	const wrong = read.error.issues.map(({ path }) => [String(path[0]), void 0]);
	return {
		value: parse(schema, {
			...given,
			...Object.fromEntries(wrong)
		}),
		issues: read.error.issues
	};
}
// src/inputs/problems.ts
const EXAMPLES = {
	operation: "create",
	training_file: "data/train.jsonl",
	hyperparameters: "{n_epochs: 3}",
	integrations: "[{type: wandb, wandb: {project: support-bot}}]",
	metadata: "team=support",
	seed: "42",
	suffix: "support-bot",
	timeout_minutes: "330",
	poll_interval_seconds: "30",
	limit: "20",
	price_per_million_tokens: "3.00",
	max_cost_usd: "25",
	max_tokens: "5000000",
	status: "succeeded"
};
const METHODS = {
	supervised: "{type: supervised, supervised: {hyperparameters: {n_epochs: 3}}}",
	dpo: "{type: dpo, dpo: {hyperparameters: {beta: 0.1}}}",
	reinforcement: "{type: reinforcement, reinforcement: {grader: {type: string_check, name: exact, input: \"{{sample.output_text}}\", reference: \"{{item.answer}}\", operation: eq}}}"
};
const ALIASES = {
	sft: "supervised",
	preference: "dpo",
	rft: "reinforcement",
	ppo: "reinforcement",
	grpo: "reinforcement"
};
function exampleOf(name, value) {
	const pair = typeof value === "string" ? /^([\w.-]+)\s*[=:]\s*([^\s{}[\],]+)$/.exec(value) : null;
	if (pair !== null && [
		"method",
		"hyperparameters",
		"extra_body"
	].includes(name)) return `{${pair[1]}: ${pair[2]}}`;
	if (name !== "method") return EXAMPLES[name];
	const given = isMap(value) ? value.type : value;
	const word = typeof given === "string" ? given.toLowerCase() : "";
	const type = ALIASES[word] ?? nearest$1(word, Object.keys(METHODS)) ?? word;
	return isMap(value) || type === "reinforcement" ? METHODS[type] : type in METHODS ? type : void 0;
}
const SHOWN = 100;
function shown$1(value, name = "") {
	if (value === void 0 || value === "") return "missing";
	if (isSecretName(name)) return "***";
	if (Array.isArray(value)) return `a list of ${value.length}`;
	if (typeof value === "object" && value !== null) {
		const names = Object.keys(value);
		return names.length === 0 ? "an empty map" : `a map of ${names.slice(0, 5).join(", ")}${names.length > 5 ? ", …" : ""}`;
	}
	const written = JSON.stringify(value) ?? String(value);
	return written.length > SHOWN ? `${written.slice(0, SHOWN)}…" (${written.length - 2} characters)` : written;
}
function valueAt(value, path) {
	return path.reduce((inner, key) => typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : void 0, value);
}
function problemOf(path, allowed, values) {
	const [input, ...inside] = path.map(String);
	const name = input ?? "inputs";
	const place = [name, ...inside].join(".");
	const veiled = name === "extra_query" || name === "extra_headers";
	const value = valueAt(values[name], inside);
	const phrase = allowed === "Invalid input" ? "of the form that the API describes" : allowed;
	const example = inside.length === 0 || name === "method" && value === void 0 ? exampleOf(name, values[name]) : void 0;
	const fix = example === void 0 ? "" : ` For example: ${name}: ${example}`;
	const held = [name, ...inside].find((one) => isSecretName(one)) ?? "";
	return {
		place,
		message: `Input ${place} is ${veiled && typeof value === "string" ? "***" : shown$1(value, held)}; it must be ${phrase}.${fix}`
	};
}
function readable(name, text) {
	const pair = name === "metadata" ? /^\s*([\w.-]+)\s*:\s*(\S.*)$/m.exec(text) : null;
	if (pair !== null) return `${pair[1]}=${pair[2]}`;
	const type = name === "method" ? Object.keys(METHODS).find((word) => text.includes(word)) : void 0;
	return type === void 0 ? EXAMPLES[name] : METHODS[type];
}
function unreadableProblem(name, text, { fault, line }) {
	const example = readable(name, text);
	const fix = example === void 0 ? "" : ` For example: ${name}: ${example}`;
	return {
		place: name,
		message: `Input ${name} cannot be read as JSON or YAML: ${line === void 0 || !text.includes("\n") ? "" : `line ${line}: `}${fault.replace(/\.$/, "")}.${fix}`
	};
}
// src/inputs/fields.ts
function refuse$1(issues, input, allowed) {
	issues.push({
		code: "custom",
		message: allowed,
		input
	});
	return NEVER;
}
const raw = optional(string());
const text = pipe(raw, transform((value) => value || void 0));
const lines = pipe(raw, transform((value) => (value ?? "").split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "")));
function choice(...words) {
	const allowed = `one of ${words.join(", ")}`;
	return pipe(raw, transform((value, context) => {
		return words.find((candidate) => candidate === (value || words[0])) ?? refuse$1(context.issues, value, allowed);
	}));
}
function optionalChoice(...words) {
	const required = choice(...words);
	return pipe(raw, transform((value, context) => {
		if (!value) return void 0;
		const parsed = required.safeParse(value);
		return parsed.success ? parsed.data : refuse$1(context.issues, value, `one of ${words.join(", ")}`);
	}));
}
function flag(otherwise) {
	return pipe(raw, transform((value, context) => {
		if (!value) return otherwise;
		if (/^(true|True|TRUE)$/.test(value)) return true;
		if (/^(false|False|FALSE)$/.test(value)) return false;
		return refuse$1(context.issues, value, "true or false");
	}));
}
function numberIn(value, range) {
	if (!/^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(value)) return void 0;
	const number = Number(value);
	return (range.above ? number > range.low : number >= range.low) && number <= (range.high ?? Number.MAX_SAFE_INTEGER) && (!range.whole || Number.isInteger(number)) ? number : void 0;
}
function phrase(range) {
	const start = `a ${range.whole ? "whole" : "decimal"} number ${range.above ? "above" : "from"} ${range.low}`;
	return range.high === void 0 ? range.above ? start : `${start} up` : `${start} to ${range.high}`;
}
function optionalNumber(range) {
	return pipe(raw, transform((value, context) => {
		if (!value) return void 0;
		return numberIn(value, range) ?? refuse$1(context.issues, value, phrase(range));
	}));
}
function number(range, otherwise) {
	return pipe(raw, transform((value, context) => {
		if (!value) return otherwise;
		return numberIn(value, range) ?? refuse$1(context.issues, value, phrase(range));
	}));
}
function structured(schema) {
	return pipe(unknown(), transform((value, context) => {
		if (value === void 0) return void 0;
		const parsed = safeParse(schema, value);
		if (parsed.success) return parsed.data;
		for (const { message, path } of parsed.error.issues) context.issues.push({
			code: "custom",
			message,
			input: value,
			path: [...path]
		});
		return NEVER;
	}));
}
// src/spread-secret.ts
const FEWEST = 16;
const END = 8;
const CUT$1 = /(?:^|…|\.{3}|[*•]{2})$/;
const isDigit = (code) => code >= 48 && code <= 57;
const isSmall = (code) => code >= 97 && code <= 122;
const BACKSLASH = 92;
const BLANKS = new Set([
	110,
	114,
	116,
	98,
	102
]);
const U = 117;
function escapedAt(text, at) {
	const code = text.charCodeAt(at);
	return code === U ? 5 : BLANKS.has(code) ? 1 : 0;
}
function eachSign(text, hear) {
	for (let at = 0; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		if (code === BACKSLASH) at += escapedAt(text, at + 1);
		else {
			const small = code >= 65 && code <= 90 ? code + 32 : code;
			if (isDigit(small) || isSmall(small)) hear(small, at);
		}
	}
}
function spreadOf(secret) {
	const signs = [];
	eachSign(secret.replaceAll("\\", ""), (sign) => signs.push(sign));
	return signs.length >= FEWEST && signs.some(isDigit) && signs.some(isSmall) ? Buffer.from(signs) : void 0;
}
const WINDOW = 65536;
function spreadAmong(spreads, text) {
	const carried = Math.max(...spreads.map(({ length }) => length)) - 1;
	const window = Buffer.allocUnsafe(Math.min(WINDOW, text.length) + carried);
	const found = [];
	let size = 0;
	let before = 0;
	const look = () => {
		const signs = window.subarray(0, size);
		for (const spread of spreads) for (let at = signs.indexOf(spread); at >= 0; at = signs.indexOf(spread, at + spread.length)) found.push([before + at, before + at + spread.length - 1]);
		const kept = Math.min(size, carried);
		window.copyWithin(0, size - kept, size);
		before += size - kept;
		size = kept;
	};
	eachSign(text, (sign) => {
		window[size] = sign;
		size += 1;
		if (size === window.length) look();
	});
	look();
	return found;
}
function spreadRanges(spreads, text) {
	if (text.length < FEWEST || spreads.length === 0) return [];
	const found = spreadAmong(spreads, text);
	if (found.length === 0) return [];
	const places = new Map(found.flat().map((count) => [count, 0]));
	let count = 0;
	eachSign(text, (_, at) => {
		if (places.has(count)) places.set(count, at);
		count += 1;
	});
	return found.map(([first, last]) => [places.get(first) ?? 0, (places.get(last) ?? 0) + 1]);
}
function endRanges(secret, text) {
	if (secret.length < FEWEST) return [];
	const end = secret.slice(-8);
	const found = [];
	for (let at = text.indexOf(end); at >= 0; at = text.indexOf(end, at + END)) {
		let more = 0;
		while (more < secret.length - END && text[at - more - 1] === secret[secret.length - END - more - 1]) more += 1;
		if (CUT$1.test(text.slice(Math.max(0, at - more - 3), at - more))) found.push([at - more, at + END]);
	}
	return found;
}
function replacedRanges(text, ranges, word) {
	let left = "";
	let from = 0;
	for (const [start, end] of ranges.toSorted((one, other) => one[0] - other[0])) {
		if (end <= from) continue;
		left += start < from ? "" : text.slice(from, start) + word;
		from = end;
	}
	return left + text.slice(from);
}
const CUT = 8;
const LINE$1 = 8;
const HIDDEN = "***";
const REFERENCES = {
	"&": "amp",
	"<": "lt",
	">": "gt",
	"\"": "quot",
	"'": "apos",
	"-": "hyphen|dash",
	_: "lowbar",
	"/": "sol",
	"=": "equals",
	"+": "plus",
	".": "period",
	":": "colon",
	"@": "commat"
};
const hex = (value, digits = 1) => value.toString(16).padStart(digits, "0").replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
const SPACE = "(?:\\s|\\+|\\\\{1,8}[nrtf]|\\\\{1,8}(?:u\\{?|x)0{0,8}(?:20|[9aAcCdD])\\}?|%(?:25){0,4}(?:20|0[9aAcCdD])|&(?:amp;){0,4}(?:#0{0,8}(?:32|9|10|12|13)|#[xX]0{0,8}(?:20|[9aAcCdD])|nbsp);){1,99}";
function formsOf(character) {
	if (/\s/.test(character)) return SPACE;
	const code = character.codePointAt(0) ?? 0;
	const units = Array.from({ length: character.length }, (_, at) => `\\\\{1,8}(?:u\\{?|x)0{0,8}${hex(character.charCodeAt(at))}\\}?`);
	const bytes = Array.from(new TextEncoder().encode(character), (byte) => `%(?:25){0,4}${hex(byte, 2)}`);
	const name = REFERENCES[character] === void 0 ? "" : `|${REFERENCES[character]}`;
	const reference = `&(?:amp;){0,4}(?:#0{0,8}${code}|#[xX]0{0,8}${hex(code)}${name});`;
	const literal = character.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&");
	const plain = character === "\\" ? "\\\\{1,8}" : `\\\\{0,8}${literal}`;
	return `(?:${[
		units.join(""),
		bytes.join(""),
		reference,
		plain
	].join("|")})`;
}
function before(next) {
	return next === void 0 ? "" : `(?=${formsOf(next)}|[&%\\\\…]|\\.\\.\\.|$)`;
}
const sticky = new Map();
function stickyForms(character, next) {
	const key = `${character}${next ?? ""}`;
	const known = sticky.get(key);
	if (known !== void 0) return known;
	const form = new RegExp(`${formsOf(character)}${before(next)}`, "uy");
	sticky.set(key, form);
	return form;
}
function needleOf(text, of) {
	const characters = [...text.replace(/\s+/g, " ")];
	const beginning = characters.slice(0, CUT);
	const forms = `${beginning.map(formsOf).join("")}${before(characters[CUT])}`;
	const number = /^\d+$/.test(text);
	return {
		text,
		of,
		number,
		beginning: new RegExp(number ? `(?<![\\d.])${forms}` : forms, "gu"),
		rest: characters.slice(CUT),
		plain: /\s/.test(text) ? void 0 : beginning.join("")
	};
}
function endOf({ number, rest }, text, from) {
	let at = from;
	for (const [index, character] of rest.entries()) {
		const form = stickyForms(character, rest[index + 1]);
		form.lastIndex = at;
		if (!form.test(text)) return ENDS.test(text.slice(at, at + 12)) ? at : void 0;
		at = form.lastIndex;
	}
	return number && /\d/.test(text[at] ?? "") ? void 0 : at;
}
const ENDS = /^(?:&#?[xX]?\w{0,8}|%\w?|\\{1,8}u?\w{0,4})?(?:…|\.\.\.|$)/;
const ESCAPED = /[\\%&]/;
function without(needle, text, escaped) {
	if (!escaped && needle.plain !== void 0 && !text.includes(needle.plain)) return text;
	if (!needle.number && text.includes(needle.text)) return without(needle, text.replaceAll(needle.text, HIDDEN), escaped);
	const kept = [];
	let from = 0;
	const looking = needle.beginning;
	looking.lastIndex = 0;
	for (let match = looking.exec(text); match !== null; match = looking.exec(text)) {
		const end = endOf(needle, text, looking.lastIndex);
		looking.lastIndex = end ?? match.index + 1;
		if (end === void 0) continue;
		kept.push(text.slice(from, match.index), HIDDEN);
		from = end;
	}
	return from === 0 ? text : [...kept, text.slice(from)].join("");
}
function base64Of(secret) {
	const bytes = Buffer.from(secret);
	return [
		0,
		1,
		2
	].flatMap((offset) => {
		const same = Buffer.concat([Buffer.alloc(offset), bytes]).toString("base64").slice(offset === 0 ? 0 : offset + 1, Math.floor((offset + bytes.length) * 8 / 6));
		return [same, same.replaceAll("+", "-").replaceAll("/", "_")];
	});
}
function partsOf(secret) {
	const lines = secret.split(/[\r\n]+/).map((line) => line.trim());
	const [, token] = /^(?:bearer|basic|token|apikey|key) +(\S+)$/i.exec(secret) ?? [];
	const [, password = ""] = /^[a-z][\w+.-]*:\/\/[^:@/?#\s]*:([^@/\s]+)@/i.exec(secret) ?? [];
	const named = [...secret.matchAll(/(?:^|[;&?])\s*[\w .-]{2,40}=([^;&\s]{12,})/g)].map(([, value = ""]) => value);
	const parts = [
		...lines.length > 1 ? lines.filter((line) => line.length >= LINE$1) : [],
		token ?? "",
		password,
		...named
	];
	return [...parts, ...parts.map(decoded)];
}
function decoded(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
function isJson(text) {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
function newRedactor() {
	const known = new Set();
	let needles = [];
	let spreads = [];
	const replaced = (text, shortest) => {
		const escaped = ESCAPED.test(text);
		const plain = needles.reduce((left, needle) => needle.of < shortest ? left : without(needle, left, escaped), text);
		const ends = [...known].flatMap((secret) => endRanges(secret, plain));
		return replacedRanges(plain, [...spreadRanges(spreads, plain), ...ends], HIDDEN);
	};
	const whole = (text, changed, shortest) => changed !== text && isJson(text) && !isJson(changed) ? JSON.stringify(mapTexts(JSON.parse(text), (inner) => replaced(inner, shortest))) : changed;
	return {
		add(secret) {
			const fresh = [secret.trim(), ...partsOf(secret.trim())].filter((text) => text.length >= 6 && !known.has(text));
			if (fresh.length === 0) return;
			for (const text of fresh) known.add(text);
			const forms = fresh.flatMap((text) => [
				text,
				...base64Of(text),
				Buffer.from(text).toString("hex")
			].map((form) => needleOf(form, text.length)));
			spreads = [...spreads, ...forms.flatMap((form) => form.number ? [] : spreadOf(form.text) ?? [])];
			needles = [...needles, ...forms].sort((left, right) => right.text.length - left.text.length);
		},
		redact(text, shortest = 6) {
			const changed = replaced(text, shortest);
			if (changed === text) return text;
			const before = text.split("\n");
			const after = changed.split("\n");
			if (isJson(text) || before.length !== after.length) return whole(text, changed, shortest);
			return after.map((line, at) => whole(before[at] ?? "", line, shortest)).join("\n");
		}
	};
}
const DEEPEST$1 = 200;
function mapTexts(value, change, depth = 0) {
	if (typeof value === "string") return change(value);
	if (typeof value === "number") return change(String(value)) === String(value) ? value : HIDDEN;
	if (typeof value !== "object" || value === null) return value;
	if (depth > DEEPEST$1) return "…";
	if (Array.isArray(value)) {
		const mapped = value.map((inner) => mapTexts(inner, change, depth + 1));
		return mapped.every((inner, at) => inner === value[at]) ? value : mapped;
	}
	if (Object.getPrototypeOf(value) !== Object.prototype) return value;
	const entries = Object.entries(value);
	const mapped = entries.map(([name, inner]) => [change(name), mapTexts(inner, change, depth + 1)]);
	return mapped.every(([name, inner], at) => name === entries[at]?.[0] && inner === entries[at]?.[1]) ? value : Object.fromEntries(mapped);
}
// src/adapters/commands.ts
const LINE = 4e3;
function inert(text) {
	return linesWithUnseenWritten(text.replace(/\r\n?/g, "\n").split("\n").map((line) => line.length > LINE ? `${line.slice(0, LINE)}…` : line).join("\n")).replace(/^(\s*):(?=:)/gm, "$1: ").replaceAll("##[", "## [");
}
// src/adapters/context.ts
const Payload = _lazy(() => {
	const Repository = nullish(looseObject({
		full_name: nullish(string()),
		private: nullish(boolean())
	}));
	const PullRequest = looseObject({
		number: nullish(number$1()),
		head: nullish(looseObject({
			sha: nullish(string()),
			repo: nullish(looseObject({ full_name: nullish(string()) }))
		})),
		base: nullish(looseObject({ sha: nullish(string()) }))
	});
	return looseObject({
		repository: Repository,
		pull_request: nullish(PullRequest),
		workflow_run: nullish(looseObject({
			head_repository: Repository,
			head_branch: nullish(string()),
			head_sha: nullish(string()),
			pull_requests: nullish(array(PullRequest))
		})),
		before: nullish(string())
	});
});
const COMMIT = /^[0-9a-f]{40}([0-9a-f]{24})?$/;
function readPayload(file) {
	if (!file) return {};
	try {
		const parsed = Payload.safeParse(JSON.parse(readFileSync$1(file, "utf8")));
		return parsed.success ? parsed.data : {};
	} catch {
		return {};
	}
}
const ABOUT_ANOTHER_COMMIT = new Set([
	"issue_comment",
	"check_run",
	"check_suite"
]);
function isFork(eventName, payload, repository, isOwnCommit) {
	if (eventName.startsWith("pull_request")) return payload.pull_request?.head?.repo?.full_name !== repository;
	if (eventName === "workflow_run") return payload.workflow_run?.head_repository?.full_name !== repository;
	return ABOUT_ANOTHER_COMMIT.has(eventName) && !isOwnCommit();
}
function pullRequestOf({ pull_request, workflow_run }) {
	const own = workflow_run?.pull_requests?.find(({ head }) => head?.sha === workflow_run.head_sha);
	const { number, base, head } = pull_request ?? own ?? {};
	if (number == null) return void 0;
	return {
		number,
		baseSha: base?.sha ?? "",
		headSha: head?.sha ?? ""
	};
}
function triggerOf({ workflow_run }) {
	if (workflow_run == null) return void 0;
	const { head_repository, head_branch, head_sha } = workflow_run;
	return {
		repository: head_repository?.full_name ?? "",
		branch: head_branch ?? "",
		sha: head_sha ?? ""
	};
}
function checkedOut(workspace) {
	const read = (name) => readFileSync$1(path.join(workspace, ".git", name), "utf8");
	try {
		const head = read("HEAD").trim();
		const branch = /^ref: (refs\/.+)$/.exec(head)?.[1];
		const commit = branch === void 0 ? head : read(branch).trim();
		return COMMIT.test(commit) ? commit : void 0;
	} catch {
		return;
	}
}
function commitOf(eventName, sha, payload, workspace) {
	if (eventName === "pull_request_target" || eventName === "workflow_run") return checkedOut(workspace) ?? "";
	const head = payload.pull_request?.head?.sha;
	return head && checkedOut(workspace) === head ? head : sha;
}
function readContext(environment) {
	const payload = readPayload(environment.GITHUB_EVENT_PATH);
	const eventName = environment.GITHUB_EVENT_NAME ?? "";
	const repository = environment.GITHUB_REPOSITORY ?? "";
	const actor = environment.GITHUB_ACTOR ?? "";
	const workspace = path.resolve(environment.GITHUB_WORKSPACE || process.cwd());
	const isOwnCommit = () => (checkedOut(workspace) ?? environment.GITHUB_SHA) === environment.GITHUB_SHA;
	const fork = isFork(eventName, payload, repository, isOwnCommit);
	return {
		eventName,
		repository,
		sha: commitOf(eventName, environment.GITHUB_SHA ?? "", payload, workspace),
		ref: environment.GITHUB_REF ?? "",
		workflow: environment.GITHUB_WORKFLOW ?? "",
		job: environment.GITHUB_JOB ?? "",
		step: environment.GITHUB_ACTION ?? "",
		runId: environment.GITHUB_RUN_ID ?? "",
		runAttempt: environment.GITHUB_RUN_ATTEMPT ?? "",
		actor,
		serverUrl: environment.GITHUB_SERVER_URL || "https://github.com",
		apiUrl: (environment.GITHUB_API_URL || "https://api.github.com").replace(/\/+$/, ""),
		workspace,
		temp: path.resolve(environment.RUNNER_TEMP || tmpdir()),
		fork,
		withoutSecrets: eventName.startsWith("pull_request") && (fork || actor === "dependabot[bot]"),
		privateRepository: payload.repository?.private === true,
		pullRequest: pullRequestOf(payload),
		triggeredBy: eventName === "workflow_run" ? triggerOf(payload) : void 0,
		before: payload.before != null && COMMIT.test(payload.before) && !/^0+$/.test(payload.before) ? payload.before : void 0
	};
}
// src/adapters/actions-runner.ts
const VARIABLE = "INPUT_";
function rawInputs(environment, names) {
	const given = Object.keys(environment).filter((name) => name.startsWith(VARIABLE)).map((name) => [name.slice(6).toLowerCase(), environment[name]]);
	return Object.fromEntries([...names.map((name) => [name, void 0]), ...given]);
}
function properties(place, redact) {
	if (place?.file === void 0) return {};
	return {
		file: redact(place.file),
		...place.line === void 0 ? {} : { startLine: place.line },
		...place.column === void 0 ? {} : { startColumn: place.column }
	};
}
const MESSAGE = 4e3;
const LONG = 16;
function actionsRunner(environment) {
	const secrets = newRedactor();
	const redact = (text) => secrets.redact(text);
	const line = (text) => inert(redact(text));
	const message = (text) => line(text).slice(0, MESSAGE);
	const masked = new Set();
	return {
		context: readContext(environment),
		redact,
		mask(secret) {
			secrets.add(secret);
			const forms = new Set([
				secret,
				JSON.stringify(secret).slice(1, -1),
				encodeURIComponent(secret.toWellFormed()),
				...secret.split(/\r?\n/)
			]);
			for (const form of forms) {
				if (form.trim().length >= 3 && !masked.has(form)) setSecret(form);
				masked.add(form);
			}
		},
		debug: (text) => debug(line(text)),
		info: (text) => info(line(text)),
		notice: (text) => notice(message(text)),
		warning: (text, place) => warning(message(text), properties(place, redact)),
		error: (text, place) => error(message(text), properties(place, redact)),
		startGroup: (title) => startGroup(line(title)),
		endGroup: () => endGroup(),
		setOutput: (name, value) => setOutput(name, redact(value)),
		saveState: (name, value) => saveState(name, secrets.redact(value, LONG)),
		getState: (name) => getState(name),
		savedStates: (prefix) => Object.entries(environment).flatMap(([name, value]) => name.startsWith(`STATE_${prefix}`) && value ? [value] : []),
		async writeSummary(markdown) {
			if (!environment.GITHUB_STEP_SUMMARY) return debug("There is no GITHUB_STEP_SUMMARY to write the summary to.");
			await summary.emptyBuffer().addRaw(redact(markdown)).write({ overwrite: true });
		},
		fail() {
			process.exitCode = ExitCode.Failure;
		}
	};
}
async function githubIdentityToken(audience) {
	if (!process.env.ACTIONS_ID_TOKEN_REQUEST_URL || !process.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN) throw new ActionError("This job may not ask GitHub for an identity token. Give it the permission id-token: write, beside contents: read.");
	return getIDToken(audience);
}
// src/adapters/clock.ts
const systemClock = {
	now: () => Date.now(),
	async sleep(milliseconds, signal) {
		if (signal?.aborted) return;
		try {
			await setTimeout(milliseconds, void 0, signal === void 0 ? {} : { signal });
		} catch (error) {
			if (!Error.isError(error) || error.name !== "AbortError") throw error;
		}
	}
};
// src/entry.ts
const ENTRY = path.join(import.meta.dirname, `index${path.extname(import.meta.filename)}`);
// src/api/statuses.ts
const STATUSES = [
	"validating_files",
	"queued",
	"running",
	"paused",
	"succeeded",
	"failed",
	"cancelled"
];
const STATES = {
	validating_files: "queued",
	queued: "queued",
	pending: "queued",
	created: "queued",
	notrunning: "queued",
	running: "running",
	pausing: "pausing",
	paused: "paused",
	resuming: "running",
	cancelling: "cancelling",
	cancel_requested: "cancelling",
	cancellation_requested: "cancelling",
	succeeded: "succeeded",
	success: "succeeded",
	successful: "succeeded",
	completed: "succeeded",
	complete: "succeeded",
	failed: "failed",
	failure: "failed",
	error: "failed",
	errored: "failed",
	expired: "failed",
	cancelled: "cancelled",
	canceled: "cancelled",
	aborted: "cancelled",
	deleted: "cancelled",
	canceling: "cancelling"
};
function plainWord(word) {
	return word.trim().toLowerCase().replace(/[\s-]+/g, "_");
}
function hasEndedUnclearly({ unknownStatus, finished_at }, now) {
	return unknownStatus !== void 0 && finished_at != null && finished_at * 1e3 <= now;
}
function wordOf({ unknownStatus = "" }) {
	return JSON.stringify(unknownStatus.slice(0, 80));
}
function statusOf(state, word) {
	if (state === "queued") return word === "validating_files" ? word : state;
	return state === "pausing" || state === "cancelling" ? "running" : state;
}
function meantStatus(word) {
	const plain = plainWord(word);
	const state = Object.hasOwn(STATES, plain) ? STATES[plain] : void 0;
	return state === void 0 ? void 0 : statusOf(state, plain);
}
// src/providers/profile.ts
const USUAL_POLL = [5, 60];
const NO_HOST = /^(?!)/;
const VERBS = {
	pause: "pause a job",
	resume: "resume a job",
	events: "list the events of a job",
	checkpoints: "list the checkpoints of a job"
};
function withoutLacking(provider, { lacks }) {
	return {
		...provider,
		...Object.fromEntries(lacks.map((verb) => [verb, void 0]))
	};
}
function lacking(profile, verb) {
	if (!profile.lacks.includes(verb)) return void 0;
	return `${profile.title} cannot ${VERBS[verb] ?? verb}; nothing was asked of it.`;
}
// src/providers/azure/address.ts
const PUBLIC_AUTHORITY = "https://login.microsoftonline.com";
const GUID_OR_DOMAIN = /^[A-Za-z0-9][A-Za-z0-9.-]{0,253}$/;
function identityOf(own, environment, checkUrl) {
	const { azure_tenant_id: tenant, azure_client_id: client } = own;
	if (tenant === void 0 && client === void 0) return void 0;
	const problems = Object.entries({
		azure_tenant_id: tenant,
		azure_client_id: client
	}).flatMap(([place, value]) => {
		if (value === void 0) return [{
			place,
			message: `Input ${place} is missing; keyless access needs azure_tenant_id and azure_client_id.`
		}];
		return GUID_OR_DOMAIN.test(value) ? [] : [{
			place,
			message: `Input ${place} is ${JSON.stringify(value.slice(0, 100))}; it must be an ID such as 00000000-0000-0000-0000-000000000000.`
		}];
	});
	if (problems.length > 0 || tenant === void 0 || client === void 0) throw new InputError(problems);
	const url = checkUrl(environment.AZURE_AUTHORITY_HOST?.trim() || PUBLIC_AUTHORITY, {
		input: "azure_tenant_id",
		words: "The variable AZURE_AUTHORITY_HOST",
		example: PUBLIC_AUTHORITY
	});
	return {
		authority: `${url.origin}${url.pathname.replace(/\/+$/, "")}`,
		tenant,
		client
	};
}
function scopeOf({ hostname, pathname }) {
	if (/\/api\/projects\//.test(pathname)) return "https://ai.azure.com/.default";
	return `https://cognitiveservices.azure.${hostname.endsWith(".us") ? "us" : "com"}/.default`;
}
function keylessAccess({ own, environment, url, checkUrl }) {
	const identity = identityOf(own, environment, checkUrl);
	if (identity === void 0) return void 0;
	const scope = scopeOf(url);
	let tokens;
	return {
		kind: "minted",
		mint: async (options, audience = scope) => {
			tokens ??= import("./entra.js").then(({ tokensOf }) => tokensOf(identity, options));
			return (await tokens)(audience);
		}
	};
}
// src/providers/azure/platform.ts
const profile$5 = {
	name: "azure",
	title: "Azure OpenAI",
	exampleUrl: "https://RESOURCE.openai.azure.com/openai/v1",
	hosts: /^[a-z0-9-]+\.(openai\.azure\.com|services\.ai\.azure\.com|cognitiveservices\.azure\.com|openai\.azure\.us)$/,
	rootPath: "/openai/v1",
	keyVariable: "AZURE_OPENAI_API_KEY",
	keyHeaders: ["api-key"],
	keyForms: "a key, or an Entra token",
	inputs: [
		"azure_tenant_id",
		"azure_client_id",
		"azure_arm_token"
	],
	signIn: {
		way: "keyless by `azure_tenant_id` and `azure_client_id`",
		credential: keylessAccess
	},
	lacks: [],
	terms: async () => (await import("./terms.js")).TERMS,
	pollSeconds: USUAL_POLL,
	models: async () => (await import("./models.js")).MODELS,
	data: {
		minimumRows: 10,
		bom: "warning",
		imagesPerRow: 64,
		maximumBytes: 512e6,
		developerRole: true,
		picturesAsText: true,
		severities: {
			"chat/last-not-assistant": "error",
			"reinforcement/system-role": "error"
		}
	},
	maximumTrainingTokens: 2e9,
	jobPage: () => "https://ai.azure.com",
	onResume: "A reinforcement job that Azure paused at its spending limit has no further limit once it is resumed: it runs, and costs, to its end.",
	serving: {
		kind: "deployment",
		terms: async () => (await import("./deployment-terms2.js").then((chunk) => ({ DEPLOYMENT_TERMS: chunk.t }))).DEPLOYMENT_TERMS
	},
	beforeUse: "Deploy the model (`operation: deploy`) before it can be called.",
	prices: [{
		model: /^o4-mini/,
		perMillion: void 0,
		source: "Microsoft's cost page",
		date: "2026-03-31"
	}]
};
const azure = {
	profile: profile$5,
	async open(address, options) {
		const { azureProvider } = await import("./client.js");
		return withoutLacking(azureProvider(address, options), profile$5);
	}
};
// src/dataset/profile.ts
const USUAL_PROFILE = {
	minimumRows: 1,
	bom: "error",
	imagesPerRow: 10,
	developerRole: false
};
// src/providers/bedrock/platform.ts
const HOST = /^bedrock-mantle\.([a-z0-9-]+)\.api\.aws$/;
function credentialOfRole({ environment, url }) {
	const region = HOST.exec(url.hostname)?.[1];
	const accessKeyId = environment.AWS_ACCESS_KEY_ID?.trim();
	const secretAccessKey = environment.AWS_SECRET_ACCESS_KEY?.trim();
	const sessionToken = environment.AWS_SESSION_TOKEN?.trim();
	if (region === void 0 || !accessKeyId || !secretAccessKey) return void 0;
	const role = {
		accessKeyId,
		secretAccessKey,
		...sessionToken ? { sessionToken } : {}
	};
	return {
		kind: "minted",
		mint: async () => (await import("./token.js")).keyOfRole(role, region)
	};
}
const profile$4 = {
	name: "bedrock",
	title: "Amazon Bedrock",
	exampleUrl: "https://bedrock-mantle.us-west-2.api.aws/v1",
	hosts: HOST,
	keyVariable: "AWS_BEARER_TOKEN_BEDROCK",
	secretVariables: ["AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"],
	signIn: {
		way: "assume a role in a step before, as aws-actions/configure-aws-credentials does",
		credential: credentialOfRole
	},
	lacks: ["pause", "resume"],
	terms: async () => (await import("./terms2.js")).TERMS,
	pollSeconds: USUAL_POLL,
	models: async () => (await import("./models2.js")).MODELS,
	data: {
		...USUAL_PROFILE,
		minimumRows: 100,
		maximumRows: 2e4
	},
	prices: [{
		model: /^(openai\.|qwen\.)/,
		perMillion: void 0,
		source: "Amazon Bedrock's documentation",
		date: "2026-11-25"
	}]
};
const bedrock = {
	profile: profile$4,
	async open(address, options) {
		const { wireProvider } = await import("./provider.js").then((chunk) => ({ wireProvider: chunk.t }));
		const { dialectOf } = await import("./dialect2.js").then((chunk) => ({ dialectOf: chunk.t }));
		const dialect = dialectOf({
			sendsMetadata: false,
			takesParts: false
		});
		const { credential } = address;
		if (credential?.kind !== "minted") return withoutLacking(wireProvider(address, dialect, options), profile$4);
		const minted = {
			kind: "key",
			key: await credential.mint(options)
		};
		options.mask(minted.key);
		const inferenceCredential = address.inferenceCredential === credential ? minted : address.inferenceCredential;
		return withoutLacking(wireProvider({
			...address,
			credential: minted,
			inferenceCredential
		}, dialect, options), profile$4);
	}
};
// src/providers/openai-wire/shared-wire.ts
function sharedWire(profile, differences = {}) {
	return {
		profile,
		async open(address, options) {
			const [{ wireProvider }, { dialectOf }, own] = await Promise.all([
				import("./provider.js").then((chunk) => ({ wireProvider: chunk.t })),
				import("./dialect2.js").then((chunk) => ({ dialectOf: chunk.t })),
				typeof differences === "function" ? differences() : differences
			]);
			return withoutLacking(wireProvider(address, dialectOf(own), options), profile);
		}
	};
}
// src/providers/compatible/platform.ts
const compatible = sharedWire({
	name: "compatible",
	title: "a compatible server",
	exampleUrl: "https://llm.example.com/v1",
	hosts: NO_HOST,
	servers: "any other server with OpenAI’s fine-tuning API, by `base_url`",
	keyOptional: true,
	tenant: {},
	lacks: [],
	terms: async () => ({ optional: ["validation_file"] }),
	pollSeconds: USUAL_POLL,
	models: async () => ({
		...(await import("./models3.js")).MODELS,
		certain: false
	}),
	data: {
		...USUAL_PROFILE,
		bom: "warning",
		severities: {
			"row/unknown-key": "warning",
			"chat/unknown-message-key": "warning"
		}
	},
	serving: {
		kind: "by hand",
		way: "Whether and how its models are made callable is known to the one who runs it: follow its documentation."
	},
	prices: []
}, async () => ({ explanations: (await import("./explanations.js")).EXPLANATIONS }));
// src/providers/crusoe/prices.ts
const PAGE$2 = {
	source: "Crusoe's pricing page, as read by a third party",
	date: "2026-09-20"
};
const PRICES$2 = [{
	model: /llama-3\.1-8b/i,
	perMillion: .4,
	...PAGE$2
}, {
	model: /gpt-oss-120b/i,
	perMillion: 6,
	...PAGE$2
}];
// src/providers/crusoe/platform.ts
const profile$3 = {
	name: "crusoe",
	title: "Crusoe",
	ownBaseUrl: "https://api.intelligence.crusoecloud.com/v1",
	ownInferenceUrl: "https://api.inference.crusoecloud.com/v1",
	exampleUrl: "https://api.intelligence.crusoecloud.com/v1",
	hosts: /^api\.intelligence\.crusoecloud\.com$/,
	keyVariable: "CRUSOE_API_KEY",
	lacks: [
		"pause",
		"resume",
		"model"
	],
	terms: async () => (await import("./terms3.js")).TERMS,
	pricesJobs: true,
	pollSeconds: USUAL_POLL,
	data: {
		...USUAL_PROFILE,
		maximumBytes: 16 * 1024 ** 3,
		severities: { "chat/last-not-assistant": "error" }
	},
	beforeUse: "Load it as an adapter, or deploy it, before it can be called.",
	serving: {
		kind: "deployment",
		terms: async () => (await import("./deployment-terms4.js").then((chunk) => ({ DEPLOYMENT_TERMS: chunk.t }))).DEPLOYMENT_TERMS
	},
	prices: PRICES$2
};
const crusoe = {
	profile: profile$3,
	async open(address, options) {
		const { crusoeProvider } = await import("./client2.js");
		return withoutLacking(crusoeProvider(address, options), profile$3);
	}
};
// src/providers/fireworks/data.ts
const DATA$1 = {
	...USUAL_PROFILE,
	minimumRows: 3,
	maximumRows: 3e6,
	systemFirst: true,
	severities: {
		"chat/developer-role": "error",
		"chat/nothing-learned": "error",
		"chat/weight-role": "warning"
	}
};
// src/providers/fireworks/prices.ts
const PAGE$1 = {
	source: "Fireworks' pricing page, as read by a third party",
	date: "2026-10-07"
};
const sized = (billions) => new RegExp(`[-/](?:${billions})b(?:-|$)`, "i");
const PART = "(?:[.p]\\d+)?";
const PRICES$1 = [
	{
		model: sized(`\\d${PART}|1[0-5]${PART}|16`),
		perMillion: .5,
		...PAGE$1
	},
	{
		model: sized(`1[6-9]${PART}|[2-7]\\d${PART}|80`),
		perMillion: 3,
		...PAGE$1
	},
	{
		model: sized(`[89]\\d${PART}|[12]\\d\\d${PART}|300`),
		perMillion: 6,
		...PAGE$1
	},
	{
		model: sized(`\\d{3,4}${PART}`),
		perMillion: 10,
		...PAGE$1
	}
];
function surcharge({ method, hyperparameters, extra_body }) {
	const rank = extra_body?.loraRank ?? hyperparametersOf({
		method,
		hyperparameters
	})?.lora_rank;
	const reasons = [...methodName(method) === "dpo" ? ["dpo"] : [], ...rank === 0 ? ["all parameters"] : []];
	return reasons.length === 0 ? void 0 : {
		times: 2 ** reasons.length,
		why: reasons.join(" and ")
	};
}
function billing({ method, hyperparameters, extra_body }) {
	const asked = extra_body?.epochs ?? hyperparametersOf({
		method,
		hyperparameters
	})?.n_epochs;
	const epochs = typeof asked === "number" ? asked : void 0;
	return {
		epochs: epochs ?? 1,
		epochsAsked: epochs !== void 0,
		looks: 0
	};
}
// src/providers/fireworks/platform.ts
const ACCOUNT = "FIREWORKS_ACCOUNT_ID";
const profile$2 = {
	name: "fireworks",
	title: "Fireworks AI",
	ownBaseUrl: "https://api.fireworks.ai/v1",
	inferencePath: (path) => path.replace(/(\/v1)?(\/accounts\/[^/]+)?$/, "/inference/v1"),
	exampleUrl: "https://api.fireworks.ai/v1/accounts/ACCOUNT",
	hosts: /^api\.fireworks\.ai$/,
	account: {
		pathWith(path, environment) {
			if (/\/accounts\/[^/]+$/.test(path)) return path;
			const account = environment[ACCOUNT]?.trim();
			if (!(path === "" || path.endsWith("/v1") && !path.endsWith("/inference/v1")) || account === void 0 || !/^[a-z0-9-]{1,63}$/.test(account)) return void 0;
			return `${path || "/v1"}/accounts/${account}`;
		},
		way: `Write base_url: https://api.fireworks.ai/v1/accounts/ACCOUNT, or leave it out and set the variable ${ACCOUNT} to the account's ID.`
	},
	keyVariable: "FIREWORKS_API_KEY",
	lacks: [
		"pause",
		"events",
		"checkpoints"
	],
	terms: async () => (await import("./terms4.js")).TERMS,
	pricesJobs: true,
	pollSeconds: USUAL_POLL,
	data: DATA$1,
	onResume: "Fireworks pauses the jobs of a suspended account: what is resumed there runs, and costs, on.",
	beforeUse: "Deploy it (operation: deploy) before it can be called.",
	serving: {
		kind: "deployment",
		terms: async () => (await import("./deployment-terms6.js").then((chunk) => ({ DEPLOYMENT_TERMS: chunk.t }))).DEPLOYMENT_TERMS
	},
	billing,
	prices: PRICES$1,
	surcharge
};
const fireworks = {
	profile: profile$2,
	async open(address, options) {
		const { fireworksProvider } = await import("./client3.js");
		return withoutLacking(fireworksProvider(address, options), profile$2);
	}
};
// src/providers/litellm/platform.ts
const BEHIND = "custom_llm_provider";
const profile$1 = {
	name: "litellm",
	title: "LiteLLM",
	exampleUrl: "https://litellm.example.com/v1",
	hosts: NO_HOST,
	servers: "a gateway of your own, by `base_url`",
	keyVariable: "LITELLM_API_KEY",
	selfHosted: true,
	demandsQuery: {
		names: [BEHIND, "target_model_names"],
		instead: `Write extra_query: {${BEHIND}: …} with the provider that it is to ask: openai, azure or vertex_ai.`
	},
	lacks: [
		"pause",
		"resume",
		"events",
		"checkpoints",
		"model"
	],
	terms: async () => (await import("./terms5.js")).TERMS,
	pollSeconds: USUAL_POLL,
	data: {
		...USUAL_PROFILE,
		bom: "warning"
	},
	serving: {
		kind: "by hand",
		way: "Deploy the model on the platform behind it (provider and base_url of that one), and add it to the model list of the gateway."
	},
	prices: []
};
const litellm = {
	profile: profile$1,
	async open(address, options) {
		const { wireProvider } = await import("./provider.js").then((chunk) => ({ wireProvider: chunk.t }));
		const { dialectOf } = await import("./dialect2.js").then((chunk) => ({ dialectOf: chunk.t }));
		const { settingsAlone } = await import("./requests3.js").then((chunk) => ({ flatMethod: chunk.n, settingsAlone: chunk.r }));
		const behind = address.extraQuery?.[BEHIND];
		const own = behind === void 0 ? {} : { [BEHIND]: behind };
		return withoutLacking(wireProvider(address, dialectOf({
			form: (fields) => ({
				...settingsAlone(fields),
				...own
			}),
			cancelBody: own,
			sendsMetadata: false,
			takesParts: false
		}), options), profile$1);
	}
};
// src/providers/llmariner/platform.ts
const llmariner = sharedWire({
	name: "llmariner",
	title: "LLMariner",
	exampleUrl: "https://llmariner.example.com/v1",
	hosts: NO_HOST,
	servers: "a Kubernetes cluster of your own, by `base_url`",
	keyVariable: "LLMARINER_API_KEY",
	selfHosted: true,
	lacks: [
		"pause",
		"resume",
		"events",
		"checkpoints",
		"result"
	],
	terms: async () => ({
		methods: {
			names: ["supervised", "dpo"],
			instead: "Write method: supervised or method: dpo, or train on a platform that trains by reinforcement."
		},
		suffix: {
			longest: 18,
			characters: /^[\s\S]+$/,
			allowed: "a text of 1 to 18 characters",
			required: true
		},
		metadata: "keeps no metadata but resources.gpu, so no job can be searched by them"
	}),
	pollSeconds: USUAL_POLL,
	data: {
		...USUAL_PROFILE,
		bom: "warning"
	},
	prices: []
}, async () => ({
	form: (await import("./requests3.js").then((chunk) => ({ flatMethod: chunk.n, settingsAlone: chunk.r }))).flatMethod,
	takesParts: false
}));
// src/providers/nebius/platform.ts
const nebius = sharedWire({
	name: "nebius",
	title: "Nebius Token Factory",
	ownBaseUrl: "https://api.tokenfactory.nebius.com/v1",
	exampleUrl: "https://api.tokenfactory.nebius.com/v1",
	hosts: /^api\.(tokenfactory|studio)\.nebius\.(com|ai)$/,
	keyVariable: "NEBIUS_API_KEY",
	lacks: ["pause", "resume"],
	terms: async () => (await import("./terms6.js")).TERMS,
	namedWithin: 60,
	pollSeconds: USUAL_POLL,
	data: {
		...USUAL_PROFILE,
		maximumBytes: 5e9
	},
	beforeUse: "Download its weights from its checkpoints, or have Nebius serve them from a dedicated endpoint, before it can be called.",
	serving: {
		kind: "by hand",
		way: "Deploy the model as a dedicated endpoint in Nebius's console, and call it there."
	},
	prices: []
}, async () => ({
	form: (await import("./requests3.js").then((chunk) => ({ flatMethod: chunk.n, settingsAlone: chunk.r }))).settingsAlone,
	sendsMetadata: false,
	takesParts: false
}));
// src/providers/openai/prices.ts
const PAGE = {
	source: "OpenAI's pricing page",
	date: "2025-12-31"
};
const THIRD_PARTY = {
	source: "a third party",
	date: "2026-04-30"
};
const PRICES = [
	{
		model: /^gpt-4\.1-mini/,
		perMillion: 5,
		...PAGE
	},
	{
		model: /^gpt-4\.1-nano/,
		perMillion: 1.5,
		...PAGE
	},
	{
		model: /^gpt-4\.1-2/,
		perMillion: 25,
		...PAGE
	},
	{
		model: /^gpt-4o-mini/,
		perMillion: 3,
		...THIRD_PARTY
	},
	{
		model: /^gpt-4o-2/,
		perMillion: 25,
		...THIRD_PARTY
	},
	{
		model: /^o4-mini/,
		perMillion: void 0,
		...PAGE
	}
];
// src/providers/openai/platform.ts
const openai = sharedWire({
	name: "openai",
	title: "OpenAI",
	ownBaseUrl: "https://api.openai.com/v1",
	exampleUrl: "https://api.openai.com/v1",
	hosts: /^([a-z]{2}\.)?api\.openai\.com$/,
	keyVariable: "OPENAI_API_KEY",
	secretVariables: ["OPENAI_ADMIN_KEY"],
	keyless: true,
	tenant: {
		organization: "OPENAI_ORG_ID",
		project: "OPENAI_PROJECT_ID"
	},
	lacks: [],
	pollSeconds: USUAL_POLL,
	models: async () => (await import("./models3.js")).MODELS,
	data: {
		...USUAL_PROFILE,
		minimumRows: 10,
		developerRole: true,
		severities: { "chat/last-not-assistant": "error" }
	},
	jobPage: (jobId) => `https://platform.openai.com/finetune/${encodeURIComponent(jobId.toWellFormed())}`,
	prices: PRICES
}, async () => ({
	keepsMetadata: true,
	explanations: (await import("./explanations.js")).EXPLANATIONS,
	environmentHeaders: true
}));
// src/providers/portkey/platform.ts
const portkey = sharedWire({
	name: "portkey",
	title: "Portkey",
	ownBaseUrl: "https://aigw.portkey.ai/v1",
	exampleUrl: "https://aigw.portkey.ai/v1",
	hosts: /^(aigw|api)\.portkey\.ai$/,
	keyVariable: "PORTKEY_API_KEY",
	keyHeaders: ["x-portkey-api-key"],
	lacks: [
		"pause",
		"resume",
		"events",
		"checkpoints",
		"model"
	],
	terms: async () => ({
		methods: {
			names: ["supervised"],
			instead: "In front of Azure it drops the method of a request without a word: write method: supervised, or ask the platform behind it directly."
		},
		lacksSettings: { learning_rate_multiplier: "In front of Fireworks it becomes the learning rate itself, which ruins the model: leave it out, or, in front of OpenAI or Azure, write it under extra_body." },
		metadata: "drops metadata in front of most platforms, so they are not sent"
	}),
	pollSeconds: USUAL_POLL,
	data: {
		...USUAL_PROFILE,
		bom: "warning"
	},
	serving: {
		kind: "by hand",
		way: "Deploy the model on the platform behind it (provider and base_url of that one), and call it through the gateway."
	},
	prices: []
}, {
	sendsMetadata: false,
	takesParts: false,
	unlisted: "Portkey hands no list of jobs on"
});
// src/providers/sandbox/platform.ts
const sandbox = sharedWire({
	name: "sandbox",
	title: "the sandbox",
	exampleUrl: "http://127.0.0.1/v1",
	hosts: NO_HOST,
	servers: "embedded, on loopback",
	embedded: true,
	rehearsal: true,
	lacks: [],
	pollSeconds: [.5, 5],
	models: async () => ({
		...(await import("./models3.js")).MODELS,
		certain: false
	}),
	data: {
		...USUAL_PROFILE,
		developerRole: true,
		minimumRows: 10,
		severities: { "file/too-few-rows": "warning" }
	},
	prices: [],
	free: "the sandbox costs nothing"
}, { keepsMetadata: true });
// src/providers/together/billing.ts
function settingsOf({ method, hyperparameters, extra_body }) {
	return {
		...hyperparametersOf({
			method,
			hyperparameters
		}),
		...extra_body
	};
}
const countOf = (value) => typeof value === "number" && value >= 0 ? value : void 0;
function togetherBilling(asked) {
	const { n_epochs, n_evals, packing, max_seq_length } = settingsOf(asked);
	const epochs = countOf(n_epochs);
	const longest = countOf(max_seq_length);
	return {
		epochs: epochs ?? 1,
		epochsAsked: epochs !== void 0,
		looks: asked.hasValidation ? countOf(n_evals) ?? 1 : 0,
		...packing === false ? { rowTokens: longest ?? "the longest sequence that the model takes" } : {}
	};
}
// src/providers/together/platform.ts
const profile = {
	name: "together",
	title: "Together AI",
	ownBaseUrl: "https://api.together.ai/v1",
	exampleUrl: "https://api.together.ai/v1",
	hosts: /^api(-inference)?\.together\.(ai|xyz)$/,
	keyVariable: "TOGETHER_API_KEY",
	lacks: [
		"pause",
		"resume",
		"model"
	],
	terms: async () => (await import("./terms7.js")).TERMS,
	pricesJobs: true,
	pollSeconds: USUAL_POLL,
	data: {
		...USUAL_PROFILE,
		minimumRows: 1,
		maximumBytes: 501e8,
		textRows: true,
		takesTurns: true,
		severities: {
			"chat/developer-role": "error",
			"chat/weight-role": "warning",
			"preference/output-count": "error",
			"preference/last-assistant": "error"
		}
	},
	beforeUse: "Deploy it (operation: deploy) before it can be called.",
	serving: {
		kind: "deployment",
		terms: async () => (await import("./deployment-terms8.js").then((chunk) => ({ DEPLOYMENT_TERMS: chunk.t }))).DEPLOYMENT_TERMS
	},
	billing: togetherBilling,
	prices: []
};
// src/providers/registry.ts
const PLATFORMS = [
	openai,
	azure,
	crusoe,
	{
		profile,
		async open(address, options) {
			const { DIALECT, togetherProvider } = await import("./client4.js");
			return withoutLacking(togetherProvider(address, DIALECT, options), profile);
		}
	},
	fireworks,
	bedrock,
	nebius,
	llmariner,
	litellm,
	portkey,
	compatible,
	sandbox
];
const DEFAULT_PLATFORM = openai;
const ANY_SERVER = compatible;
const PLATFORM_NAMES = PLATFORMS.map(({ profile }) => profile.name);
const PLATFORM_INPUTS = PLATFORMS.flatMap(({ profile }) => profile.inputs ?? []);
const SECRET_VARIABLES = PLATFORMS.flatMap(({ profile: { keyVariable, secretVariables = [] } }) => [...keyVariable === void 0 ? [] : [keyVariable], ...secretVariables]);
function platformNamed(name) {
	const found = PLATFORMS.find(({ profile }) => profile.name === name);
	if (found === void 0) throw new TypeError(`No platform is called ${name}.`);
	return found;
}
function platformOfHost(host) {
	return PLATFORMS.find(({ profile }) => profile.hosts.test(host)) ?? ANY_SERVER;
}
// src/inputs/inputs.ts
const STATUS = pipe(text, transform((value, context) => {
	if (value === void 0) return void 0;
	const words = value.split(",").map((word) => word.trim());
	const wrong = words.find((word) => meantStatus(word) === void 0);
	if (wrong === void 0) return words.flatMap((word) => meantStatus(word) ?? []);
	const meant = nearest$1(wrong, Object.keys(STATES));
	context.issues.push({
		code: "custom",
		input: value,
		message: `one or several of ${STATUSES.join(", ")}, separated by commas${meant === void 0 ? "" : ` (did you mean ${meant}?)`}`
	});
	return NEVER;
}));
const PLAIN = {
	model: text,
	training_file: lines,
	validation_file: lines,
	seed: optionalNumber({
		low: 0,
		high: 2147483647,
		whole: true
	}),
	suffix: pipe(text, transform((value, context) => {
		if (value === void 0 || [...value].length <= 64) return value;
		context.issues.push({
			code: "custom",
			input: value,
			message: "a text of 1 to 64 characters"
		});
		return NEVER;
	})),
	provider: choice("auto", ...PLATFORM_NAMES),
	base_url: text,
	inference_base_url: text,
	allow_http: flag(false),
	api_key: text,
	organization: text,
	project: text,
	identity_provider_id: text,
	service_account_id: text,
	audience: text,
	wait: flag(true),
	timeout_minutes: number({
		low: 0,
		above: true,
		high: 50400
	}, 330),
	poll_interval_seconds: number({
		low: 0,
		high: 3600
	}, 0),
	on_timeout: choice("fail", "detach", "cancel"),
	on_cancel: optionalChoice("cancel", "detach"),
	reuse: flag(true),
	job_id: text,
	status: STATUS,
	if_not_found: choice("fail", "empty"),
	any_repository: flag(false),
	limit: number({
		low: 1,
		high: 1e4,
		whole: true
	}, 20),
	min_model_days: number({
		low: 0,
		high: 3650,
		whole: true
	}, 0),
	price_per_million_tokens: optionalNumber({ low: 0 }),
	max_cost_usd: optionalNumber({ low: 0 }),
	max_tokens: optionalNumber({
		low: 1,
		whole: true
	}),
	exact_tokens_up_to_mb: number({ low: 0 }, 200),
	tokenizer: text,
	evaluation_file: lines,
	baseline: text,
	baseline_base_url: text,
	baseline_api_key: text,
	grader_model_base_url: text,
	grader_model_api_key: text,
	repeat: number({
		low: 1,
		high: 20,
		whole: true
	}, 1),
	concurrency: number({
		low: 1,
		high: 256,
		whole: true
	}, 8),
	cluster_by: text,
	tag_by: text,
	max_drop: number({
		low: 0,
		high: 1
	}, .05),
	min_gain: optionalNumber({
		low: -1,
		high: 1
	}),
	min_score: optionalNumber({ low: -1e6 }),
	max_regressions: optionalNumber({
		low: 0,
		whole: true
	}),
	confidence: number({
		low: .5,
		above: true,
		high: .9999
	}, .95),
	on_inconclusive: choice("fail", "pass"),
	min_rows: number({
		low: 2,
		whole: true
	}, 30),
	min_coverage: number({
		low: 0,
		above: true,
		high: 1
	}, .98),
	price_per_million_input_tokens: optionalNumber({ low: 0 }),
	price_per_million_output_tokens: optionalNumber({ low: 0 }),
	answers_path: text,
	strict: flag(false),
	allow_secrets: flag(false),
	allow_paths: lines,
	allow_untrusted_data: flag(false),
	show_rows: choice("auto", "true", "false"),
	delete_files: choice("never", "after_success"),
	artifact_name: pipe(optional(string()), transform((value) => value ?? "auto")),
	comment: flag(false),
	github_token: text,
	job_status: text,
	matrix: text,
	job_check_run_id: text
};
const schemaFor = (operations) => object({
	operation: choice(...operations),
	...PLAIN
});
const CONNECTION = pick(object(PLAIN), {
	provider: true,
	base_url: true,
	inference_base_url: true,
	allow_http: true,
	api_key: true,
	organization: true,
	project: true,
	identity_provider_id: true,
	service_account_id: true,
	audience: true
});
const STRUCTURED = [
	"method",
	"hyperparameters",
	"integrations",
	"metadata",
	"extra_body",
	"extra_query",
	"extra_headers",
	"grader",
	"sampling_params",
	"deployment"
];
const INPUT_NAMES = [
	"operation",
	...Object.keys(PLAIN),
	...STRUCTURED,
	...PLATFORM_INPUTS
];
function ownInputs(given) {
	return Object.fromEntries(PLATFORM_INPUTS.flatMap((name) => given[name] ? [[name, given[name]]] : []));
}
// src/api/merge.ts
function merged(lower, upper) {
	const laid = Object.entries(upper ?? {}).map(([name, value]) => {
		const below = lower[name];
		return [name, isMap(below) && isMap(value) ? merged(below, value) : value];
	});
	return {
		...lower,
		...Object.fromEntries(laid)
	};
}
// src/inputs/needs.ts
const MODEL = {
	input: "model",
	fix: "Write the name of the base model, for example model: gpt-4.1-mini-2025-04-14"
};
const TRAINING_FILE = {
	input: "training_file",
	fix: "Write the path of the training data, for example training_file: data/train.jsonl"
};
const VALIDATION_FILE = {
	input: "validation_file",
	only: {
		words: "for reinforcement",
		method: "reinforcement"
	},
	fix: "Reinforcement fine-tuning requires validation data, for example validation_file: data/valid.jsonl"
};
const ONE_JOB = {
	input: "job_id",
	enough: [["job_id"], ["metadata"]],
	fix: "Write job_id, or metadata that the job carries."
};
const ONE_JOB_OR_ITS_INPUTS = {
	input: "job_id",
	enough: [
		["job_id"],
		["metadata"],
		["model", "training_file"]
	],
	fix: "Write job_id, or metadata that the job carries, or the same model and training_file as the create step."
};
const CANDIDATE = {
	input: "model",
	enough: [
		["model"],
		["job_id"],
		["metadata"]
	],
	fix: "Write the name of the model, for example model: ${{ steps.train.outputs.fine_tuned_model }}, or the job_id or metadata of its job."
};
const EVALUATION_FILE = {
	input: "evaluation_file",
	fix: "Write the path of rows that no model was trained on, for example evaluation_file: data/eval.jsonl"
};
const GRADER = {
	input: "grader",
	fix: "Write how an answer is graded: a word such as ilike or rouge_l, or a grader as the API takes it"
};
const FINE_TUNED_MODEL = {
	input: "model",
	enough: [
		["model"],
		["job_id"],
		["metadata"]
	],
	fix: "Write model with the name of the fine-tuned model, or job_id, or metadata that its job carries."
};
const DEPLOYMENT = {
	input: "deployment",
	enough: [
		["deployment"],
		["model"],
		["job_id"],
		["metadata"]
	],
	fix: "Write deployment with its name, or model, job_id or metadata as the deploy step has them."
};
const isGiven = (value) => value !== void 0 && !(Array.isArray(value) && value.length === 0);
function missingInputs(given, operation, { type, wrong, optional }) {
	return operation.needs.filter(({ input, enough = [[input]], only }) => {
		return !optional.includes(input) && (only === void 0 || only.method === type) && !enough.some((group) => group.every((name) => wrong.has(name) || isGiven(given[name])));
	}).map(({ input, fix }) => ({
		place: input,
		message: `Input ${input} is missing; operation ${operation.name} needs it. ${fix}`
	}));
}
// src/inputs/combinations.ts
function combinationProblems(inputs, operation, reading) {
	return [
		...operation === void 0 ? [] : missingInputs(inputs, operation, reading),
		...exclusions(inputs),
		...keyless(inputs)
	];
}
function exclusions(inputs) {
	const problems = [];
	if (inputs.method !== void 0 && inputs.hyperparameters !== void 0) problems.push({
		place: "hyperparameters",
		message: `Inputs method and hyperparameters are both given; the API takes one. Move the hyperparameters to method.${inputs.method.type}.hyperparameters.`
	});
	const type = methodName(inputs.method);
	const other = methodName(merged({ method: inputs.method }, inputs.extra_body).method);
	if (other !== type) problems.push({
		place: "extra_body.method.type",
		message: `Input extra_body.method.type is ${other}, and the data is checked for ${type}. Write it into the input method.`
	});
	const reserved = Object.keys(inputs.extra_body ?? {}).filter((name) => [
		"model",
		"training_file",
		"validation_file",
		"metadata"
	].includes(name));
	for (const name of reserved) problems.push({
		place: `extra_body.${name}`,
		message: `Input extra_body.${name} would replace what the action itself sends. Use the input ${name} instead.`
	});
	return problems;
}
function keyless(inputs) {
	const parts = {
		identity_provider_id: inputs.identity_provider_id,
		service_account_id: inputs.service_account_id,
		audience: inputs.audience
	};
	if (Object.entries(parts).filter(([, value]) => value !== void 0).length === 0) return [];
	const problems = Object.entries(parts).filter(([, value]) => value === void 0).map(([place]) => ({
		place,
		message: `Input ${place} is missing; keyless access needs identity_provider_id, service_account_id and audience together.`
	}));
	if (inputs.api_key !== void 0) problems.push({
		place: "api_key",
		message: "Input api_key is given beside identity_provider_id; use one of the two ways to sign in."
	});
	const keyless = PLATFORMS.flatMap(({ profile }) => profile.keyless ? [profile.name] : []);
	if (inputs.provider !== "auto" && !keyless.includes(inputs.provider)) problems.push({
		place: "provider",
		message: `Input provider is ${inputs.provider}; keyless access with identity_provider_id works with ${keyless.join(" and ")} only. Use api_key for ${inputs.provider}.`
	});
	return problems;
}
// src/inputs/read-inputs.ts
function plain(value) {
	const trimmed = value?.trim();
	return trimmed !== void 0 && /^\$\{\{[\s\S]*\}\}$/.test(trimmed) ? "" : trimmed;
}
const NO_SERVER = {
	ownNames: [],
	ownFields: [],
	optional: [],
	problems: []
};
async function readInputs(raw, readText, operations, serverOf = async () => NO_SERVER) {
	const given = trimmed(raw);
	const plainly = leniently(schemaFor(operations.map(({ name }) => name)), given);
	const { structures, problems: wrong, values } = await structuresOf(given, readText);
	const server = await serverOf({
		...leniently(CONNECTION, given).value,
		...structures,
		own: ownInputs(given)
	});
	const type = methodName(values.method);
	const strays = await straysOf(raw, type);
	const slips = await slipsOf(values, server);
	const inputs = {
		...plainly.value,
		...structures,
		own: ownInputs(given)
	};
	const each = [
		...plainly.issues.map((issue) => problemOf(issue.path, issue.message, given)),
		...wrong,
		...slips,
		...strays.problems
	];
	const said = new Set(each.map(({ place }) => place.split(".")[0] ?? place));
	const combined = [...combinationProblems(inputs, said.has("operation") ? void 0 : operations.find(({ name }) => name === inputs.operation), {
		type,
		wrong: said,
		optional: server.optional
	}), ...server.problems];
	const problems = [...each, ...combined.filter(({ place }) => !said.has(place.split(".")[0] ?? place))];
	if (problems.length > 0) throw new InputError(problems);
	return Object.freeze({
		...inputs,
		remarks: strays.remarks
	});
}
async function readConnection(raw) {
	const given = trimmed(raw);
	const { value, issues } = leniently(CONNECTION, given);
	const { extra_query, extra_headers } = given;
	const { structures, problems } = await structuresOf({
		extra_query,
		extra_headers
	}, () => Promise.resolve(""));
	const all = [...issues.map((issue) => problemOf(issue.path, issue.message, given)), ...problems];
	if (all.length > 0) throw new InputError(all);
	return {
		...value,
		extra_query: structures.extra_query,
		extra_headers: structures.extra_headers,
		own: ownInputs(given)
	};
}
function trimmed(raw) {
	return Object.fromEntries(INPUT_NAMES.map((name) => [name, plain(raw[name])]));
}
const NOTHING = {
	structures: {
		method: void 0,
		hyperparameters: void 0,
		integrations: void 0,
		metadata: void 0,
		extra_body: void 0,
		extra_query: void 0,
		extra_headers: void 0,
		grader: void 0,
		sampling_params: void 0,
		deployment: void 0
	},
	problems: [],
	values: {}
};
async function structuresOf(given, readText) {
	if (STRUCTURED.every((name) => !given[name])) return NOTHING;
	const { readStructures } = await import("./read-structures.js");
	const method = given.method ?? "";
	if (!/^[^\n{}]+\.(json|ya?ml)$/i.test(method)) return readStructures(given);
	try {
		return readStructures({
			...given,
			method: await readText(method)
		});
	} catch (error) {
		if (!(error instanceof ActionError)) throw error;
		const message = `Input method names a file that cannot be read: ${error.message}`;
		const { problems, ...others } = readStructures({
			...given,
			method: ""
		});
		return {
			...others,
			problems: [{
				place: "method",
				message
			}, ...problems]
		};
	}
}
async function slipsOf(values, { ownNames, ownFields }) {
	const { method, hyperparameters, integrations, extra_body } = values;
	if ([
		method,
		hyperparameters,
		integrations,
		extra_body
	].every((value) => value === void 0)) return [];
	const [{ unknownNames }, { bodySlips }] = await Promise.all([import("./unknown-names2.js").then((chunk) => ({ METHOD_NAMES: chunk.t, SETTINGS: chunk.n, flow: chunk.r, placeOfSetting: chunk.i, unknownNames: chunk.a })), import("./body-slips.js")]);
	return [...unknownNames(values, ownNames, INPUT_NAMES), ...bodySlips(extra_body, [...ownNames, ...ownFields])];
}
async function straysOf(raw, type) {
	if (Object.keys(raw).every((name) => INPUT_NAMES.includes(name))) return {
		problems: [],
		remarks: []
	};
	return (await import("./stray-inputs.js")).strayInputs(raw, INPUT_NAMES, type);
}
// src/providers/base-url.ts
const bare = (host) => host.replace(/^\[|\]$/g, "").replace(/\.$/, "").toLowerCase();
const PRIVATE = withinRanges(["10.0.0.0", 8], ["172.16.0.0", 12], ["192.168.0.0", 16], ["100.64.0.0", 10], ["fc00::", 7]);
const METADATA = withinRanges(["169.254.0.0", 16], ["fe80::", 10], ["fd00:ec2::254", 128], ["100.100.100.200", 32]);
const METADATA_NAMES = [
	"metadata",
	"metadata.google.internal",
	"metadata.goog",
	"instance-data",
	"instance-data.ec2.internal"
];
function isLoopback(given) {
	const host = bare(given);
	return host === "localhost" || host.endsWith(".localhost") || LOOPBACK(host);
}
function isPrivate(given) {
	const host = bare(given);
	if (ipVersion(host) !== 0) return PRIVATE(host);
	return !host.includes(".") || /\.(svc\.cluster\.local|internal)$/.test(host);
}
function isMetadata(given) {
	const host = bare(given);
	return METADATA_NAMES.includes(host) || METADATA(host);
}
const PRIVATE_WORDS = "private addresses (10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10, fc00::/7), names without a dot, *.svc.cluster.local and *.internal";
function shown(text) {
	const safe = text.replace(/\/\/[\s\S]*@/, "//***@").replace(/[?#][\s\S]*$/, "");
	return JSON.stringify(safe.length > 200 ? `${safe.slice(0, 200)}…` : safe);
}
function checkBaseUrl(text, place) {
	const { input, words, allowHttp } = place;
	const refuse = (message) => {
		throw new InputError([{
			place: input,
			message
		}]);
	};
	const is = `${words} is ${shown(text)}`;
	if (!URL.canParse(text)) return refuse(`${is}; it must be a URL such as ${place.example}.`);
	const url = new URL(text);
	if (url.username || url.password) return refuse(`${words} carries a user name or password. Take it out and use the input api_key.`);
	if (url.search) {
		const names = [...new Set([...url.searchParams].flatMap(([name, value]) => value === "" ? [] : [name]))].slice(0, 5);
		return refuse(`${is} with a query; it must be the root of the API. Move ${names.join(", ") || "it"} to extra_query${names.length === 0 ? "" : `: {${names.map((name) => `${name}: …`).join(", ")}}`}.`);
	}
	if (url.hash) return refuse(`${is} with a #fragment; it must be the root of the API. Leave the fragment out.`);
	if (url.protocol !== "https:" && url.protocol !== "http:") return refuse(`${is}; it must begin with https://.`);
	if (isMetadata(url.hostname)) return refuse(`${is}; that is where a cloud keeps the machine's credentials, and no API. Give the address of the server.`);
	if (url.protocol === "https:" || isLoopback(url.hostname) || allowHttp && isPrivate(url.hostname)) return url;
	if (isPrivate(url.hostname)) return refuse(`${is}; plain http to a private address needs allow_http: true. Add it, or use https.`);
	return refuse(`${is}; plain http is allowed to loopback and, with allow_http: true, to ${PRIVATE_WORDS}. Use https.`);
}
// src/providers/closed.ts
const CLOSED = [
	{
		title: "Mistral",
		hosts: /(^|\.)mistral\.ai$/,
		what: "answers job creation with 410 Gone",
		since: "2026-07",
		source: "mistralai/client-ts, pull request 255 of 2026-07-13"
	},
	{
		title: "Cohere",
		hosts: /(^|\.)cohere\.(com|ai)$/,
		what: "takes no training jobs",
		since: "2025-09",
		source: "its documentation"
	},
	{
		title: "Databricks",
		hosts: /(^|\.)(cloud\.databricks\.com|azuredatabricks\.net|gcp\.databricks\.com)$/,
		what: "has no Foundation Model Fine-tuning",
		since: "2026-08-14",
		source: "its documentation"
	}
];
// src/providers/extras.ts
const OWN = /^(host|content-(type|length|encoding)|transfer-encoding|connection|expect|upgrade|te|trailer|cookie)$/i;
const ELSEWHERE = /^(forwarded|x-forwarded-.*|x-original-.*|x-rewrite-.*|proxy-.*|.*custom-host|api_?base|base_?url|custom_?host)$/i;
const HEADER = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
function faultOf(input, name, value, profile) {
	const isHeader = input === "extra_headers";
	const keys = ["authorization", ...profile.keyHeaders ?? []];
	if (isHeader && keys.includes(name.toLowerCase())) return "carries the key. Use the input api_key for it";
	if (isHeader && OWN.test(name)) return "is set by the action itself. Leave it out";
	if (ELSEWHERE.test(name)) return "would take the request, and your key with it, to another server. Set base_url to that server";
	if (isHeader && !HEADER.test(name)) return "is no name of a header; letters, digits and hyphens are allowed";
	if (name === "") return "is empty. Give each pair a name";
	if (isHeader && !/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) return "has a value that no header can carry; it must be one line of plain characters";
}
function checkExtras(given, profile) {
	const problems = ["extra_query", "extra_headers"].flatMap((input) => Object.entries(given[input] ?? {}).flatMap(([name, value]) => {
		const fault = faultOf(input, name, value, profile);
		const place = `${input}.${name.slice(0, 100)}`;
		return fault === void 0 ? [] : [{
			place,
			message: `Input ${place} ${fault}.`
		}];
	}));
	for (const [lower, names] of Map.groupBy(Object.keys(given.extra_headers ?? {}), (name) => name.toLowerCase())) {
		if (names.length === 1) continue;
		const message = `Input extra_headers has ${names.join(" and ")}, which are one header: capital and small letters do not differ there. Give it once.`;
		problems.push({
			place: `extra_headers.${lower}`,
			message
		});
	}
	const { title, demandsQuery } = profile;
	if (!(demandsQuery?.names.some((name) => given.extra_query?.[name]) ?? true)) {
		const message = `Input extra_query has no ${demandsQuery?.names.join(" or ")}; ${title} needs it. ${demandsQuery?.instead}`;
		problems.push({
			place: "extra_query",
			message
		});
	}
	if (problems.length > 0) throw new InputError(problems);
	return {
		extraQuery: given.extra_query,
		extraHeaders: given.extra_headers
	};
}
// src/providers/connection.ts
const ADDRESS_VARIABLE = "OPENAI_BASE_URL";
function refuse(place, message) {
	throw new InputError([{
		place,
		message
	}]);
}
function resolveConnection(inputs, environment, offline = false) {
	const named = inputs.provider === "auto" ? void 0 : platformNamed(inputs.provider).profile;
	if (named?.embedded || offline && named !== void 0 && inputs.base_url === void 0) return {
		profile: named,
		baseUrl: "",
		credential: void 0,
		organization: void 0,
		project: void 0
	};
	const fromEnvironment = inputs.base_url === void 0 && Boolean(environment[ADDRESS_VARIABLE]?.trim());
	const given = inputs.base_url ?? (environment[ADDRESS_VARIABLE]?.trim() || void 0);
	const text = given ?? (named ?? DEFAULT_PLATFORM.profile).ownBaseUrl;
	if (text === void 0) return refuse("base_url", `Input base_url is missing; provider ${inputs.provider} needs it, for example ${(named ?? ANY_SERVER.profile).exampleUrl}.`);
	const place = {
		allowHttp: inputs.allow_http,
		example: (named ?? ANY_SERVER.profile).exampleUrl
	};
	const words = fromEnvironment ? `The variable ${ADDRESS_VARIABLE}` : "Input base_url";
	const url = checkBaseUrl(text, {
		...place,
		input: "base_url",
		words
	});
	refuseClosed(url.hostname);
	const profile = named ?? platformOfHost(url.hostname).profile;
	const path = pathOf(url, profile, environment, given === void 0 ? "Input base_url is missing" : `${words} is ${JSON.stringify(`${url.origin}${url.pathname}`)}`);
	if (profile.rootPath !== void 0 && !path.endsWith(profile.rootPath)) refuse("base_url", `${words} is ${JSON.stringify(`${url.origin}${path}`)}; for ${profile.title} it must end in ${profile.rootPath}: ${url.origin}${ending(path, profile.rootPath)}.`);
	const foreign = Object.keys(inputs.own ?? {}).find((name) => !profile.inputs?.includes(name));
	if (foreign !== void 0) refuse(foreign, `Input ${foreign} is given, and the provider is ${profile.name}, which has no such input. Take it out, or set provider to the platform that it belongs to.`);
	const own = profile.hosts.test(url.hostname) ? profile.ownInferenceUrl : void 0;
	const beside = profile.inferencePath === void 0 ? void 0 : `${url.origin}${profile.inferencePath(path)}`;
	const inference = inputs.inference_base_url ?? own ?? beside;
	const extras = checkExtras(inputs, profile);
	const { tenant } = profile;
	const fromVariable = (name) => name === void 0 ? void 0 : environment[name] || void 0;
	const calls = inference === void 0 ? void 0 : checkBaseUrl(inference, {
		...place,
		input: "inference_base_url",
		words: "Input inference_base_url"
	});
	const credential = credentialFor(inputs, environment, profile, url, fromEnvironment);
	return {
		profile,
		baseUrl: `${url.origin}${path}`,
		credential,
		organization: tenant === void 0 ? void 0 : inputs.organization ?? fromVariable(tenant.organization),
		project: tenant === void 0 ? void 0 : inputs.project ?? fromVariable(tenant.project),
		inferenceUrl: calls === void 0 ? void 0 : rootOf(calls),
		inferenceCredential: calls !== void 0 && serves(calls, url, profile, inputs) ? credential : void 0,
		...extras,
		own: inputs.own,
		checkUrl: urlCheck(inputs)
	};
}
const urlCheck = ({ allow_http }) => (text, place) => checkBaseUrl(text, {
	...place,
	allowHttp: allow_http
});
function serves(other, own, { hosts, ownInferenceUrl }, { api_key }) {
	if (api_key !== void 0 || other.origin === own.origin) return true;
	const isVendors = hosts.test(other.hostname) || ownInferenceUrl?.startsWith(`${other.origin}/`) === true;
	return hosts.test(own.hostname) && isVendors;
}
const rootOf = (url) => `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
function pathOf(url, { account, title }, environment, words) {
	const path = url.pathname.replace(/\/+$/, "");
	return (account === void 0 ? path : account.pathWith(path, environment)) ?? refuse("base_url", `${words}; it names no account of ${title}. ${account?.way}`);
}
function ending(path, end) {
	const begun = end.split("/").map((_, count, all) => all.slice(0, count + 1).join("/")).findLast((part) => part !== "" && path.endsWith(part)) ?? "";
	return `${path.slice(0, path.length - begun.length)}${end}`;
}
async function serverSide(inputs, environment, offline = false) {
	try {
		return {
			...await termsOf(resolveConnection(inputs, environment, offline).profile),
			problems: []
		};
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		return {
			...await termsOf(inputs.provider === "auto" ? void 0 : platformNamed(inputs.provider).profile),
			problems: error.problems
		};
	}
}
async function termsOf(profile) {
	const { settings = {}, fields = [], optional = [] } = await profile?.terms?.() ?? {};
	return {
		ownNames: Object.keys(settings),
		ownFields: fields,
		optional
	};
}
function refuseClosed(host) {
	const closed = CLOSED.find(({ hosts }) => hosts.test(host));
	if (closed === void 0) return;
	const { title, what, since, source } = closed;
	refuse("base_url", `Input base_url is at ${host}; ${title} ${what} since ${since} (${source}). Train elsewhere: input provider takes ${onward()}.`);
}
function onward() {
	return `${PLATFORM_NAMES.slice(0, -1).join(", ")} or ${PLATFORM_NAMES.at(-1)}`;
}
function credentialFor(inputs, environment, profile, url, fromEnvironment) {
	const { identity_provider_id, service_account_id, audience } = inputs;
	if (identity_provider_id !== void 0 && service_account_id !== void 0 && audience !== void 0) {
		const keyless = PLATFORMS.flatMap((platform) => platform.profile.keyless ? [platform.profile] : []);
		if (!keyless.some(({ hosts }) => hosts.test(url.hostname))) refuse("base_url", `Input base_url is ${JSON.stringify(url.href)}; keyless access with identity_provider_id works with ${keyless.map(({ ownBaseUrl }) => ownBaseUrl).join(" and ")} only.`);
		return {
			kind: "identity",
			identityProviderId: identity_provider_id,
			serviceAccountId: service_account_id,
			audience
		};
	}
	const given = {
		environment,
		url,
		own: inputs.own ?? {},
		checkUrl: urlCheck(inputs)
	};
	const [asked] = Object.keys(given.own);
	const signedIn = asked === void 0 ? void 0 : profile.signIn?.credential(given);
	if (signedIn !== void 0 && inputs.api_key !== void 0) refuse("api_key", `Input api_key is given beside ${asked}; use one of the two ways to sign in.`);
	if (signedIn !== void 0) return signedIn;
	if (inputs.api_key === "none") return { kind: "none" };
	if (inputs.api_key !== void 0) return keyOf(inputs.api_key, "Input api_key");
	const own = ownVariable(profile, url.hostname);
	const ambient = fromEnvironment && platformOfHost(url.hostname) === ANY_SERVER;
	const variable = own ?? (ambient ? DEFAULT_PLATFORM.profile.keyVariable : void 0);
	const value = variable === void 0 ? void 0 : environment[variable]?.trim();
	if (value) return keyOf(value, `The variable ${variable}`);
	return profile.hosts.test(url.hostname) ? profile.signIn?.credential(given) : void 0;
}
function ownVariable({ keyVariable, hosts, selfHosted }, host) {
	return hosts.test(host) || selfHosted && platformOfHost(host) === ANY_SERVER ? keyVariable : void 0;
}
function keyOf(key, place) {
	if (!/^[\x21-\x7e]+$/.test(key)) refuse("api_key", `${place} holds white space or characters that no key has. Copy the key again, without quotes or line breaks.`);
	return {
		kind: "key",
		key
	};
}
function credentialAdvice(connection) {
	const { profile, baseUrl } = connection;
	const variable = ownVariable(profile, new URL(baseUrl).hostname);
	return `There is no credential for ${baseUrl}. ${variable === void 0 ? "Write api_key with a secret" : `Write api_key: \${{ secrets.${variable} }}, or set the variable ${variable}`}${profile.signIn === void 0 ? "" : `, or ${profile.signIn.way}`}${profile.keyOptional ? ", or api_key: none for a server that asks for no key" : ""}. A variable of another vendor is never sent there.`;
}
// src/adapters/answer-folder.ts
const ENDING = ".answers.jsonl";
const BLOCK = 4194304;
const isInside$1 = (folder, file) => file === folder || file.startsWith(`${folder}${path.sep}`);
function nearest(folder) {
	try {
		return realpathSync(folder);
	} catch {
		return nearest(path.dirname(folder));
	}
}
async function* blocksOf(file) {
	const handle = await open(file);
	try {
		const { size } = await handle.stat();
		const memory = Buffer.allocUnsafe(Math.min(BLOCK, Math.max(1, size)));
		for (;;) {
			const { bytesRead } = await handle.read(memory, 0, memory.length);
			if (bytesRead === 0) return;
			yield memory.subarray(0, bytesRead);
		}
	} finally {
		await handle.close();
	}
}
function answerFolder(given, workspace, roots) {
	const folder = path.resolve(workspace, given);
	const real = nearest(folder);
	if (!roots.some((root) => root !== "" && isInside$1(nearest(path.resolve(workspace, root)), real))) throw new ActionError(`Input answers_path is ${JSON.stringify(given)}, which lies outside the workspace and RUNNER_TEMP. Name its folder in the input allow_paths if it is meant.`);
	try {
		mkdirSync(folder, { recursive: true });
	} catch (error) {
		throw new ActionError(`Input answers_path is ${JSON.stringify(given)}, and no folder can be made there. Give another path.`, { cause: error });
	}
	const opened = new Map();
	const own = path.join(folder, `${Date.now()}-${randomBytes(4).toString("hex")}${ENDING}`);
	let appending;
	return {
		names: async () => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => entry.isFile() && entry.name.endsWith(ENDING) ? [entry.name] : []).sort(),
		scan: (name) => blocksOf(path.join(folder, name)),
		read(name, offset, length) {
			const file = opened.get(name) ?? openSync(path.join(folder, name), "r");
			opened.set(name, file);
			const bytes = Buffer.alloc(Math.min(length, fstatSync(file).size - offset));
			readSync(file, bytes, 0, bytes.length, offset);
			return bytes;
		},
		append(text) {
			appending ??= openSync(own, "a");
			writeFileSync(appending, text);
		}
	};
}
// src/globs/braces.ts
const MOST_PATTERNS = 1e3;
const LONGEST = 4096;
const RANGE = /^(?:(-?\d+)\.\.(-?\d+)|([a-zA-Z])\.\.([a-zA-Z]))(?:\.\.-?(\d+))?$/;
function rangeOf(text) {
	const [, first, last, firstLetter, lastLetter, step] = RANGE.exec(text) ?? [];
	const from = firstLetter === void 0 ? Number(first) : firstLetter.charCodeAt(0);
	const to = lastLetter === void 0 ? Number(last) : lastLetter.charCodeAt(0);
	return Number.isNaN(from) ? void 0 : {
		from,
		to,
		step: Math.max(1, Number(step ?? 1))
	};
}
function counted(text) {
	const range = rangeOf(text);
	if (range === void 0) return void 0;
	const { from, to, step } = range;
	const [first = "", last = ""] = text.split("..");
	const isLetters = /^[a-zA-Z]/.test(first);
	const width = /^-?0\d|\.\.-?0\d/.test(text) ? Math.max(first.length, last.length) : 0;
	const padded = (number) => `${number < 0 ? "-" : ""}${String(Math.abs(number)).padStart(number < 0 ? width - 1 : width, "0")}`;
	return Array.from({ length: Math.floor(Math.abs(to - from) / step) + 1 }, (_, at) => from + at * (to < from ? -step : step)).map((number) => isLetters ? String.fromCharCode(number) : padded(number));
}
function patternsIn(pattern) {
	if (pattern.length > LONGEST) return Number.POSITIVE_INFINITY;
	const open = [];
	let count = 1;
	for (let at = 0; at < pattern.length; at += 1) {
		const sign = pattern[at];
		const inner = open.at(-1);
		if (sign === "{") {
			open.push({
				before: count,
				alternatives: 0,
				from: at + 1
			});
			count = 1;
		} else if (sign === "," && inner !== void 0) {
			inner.alternatives += count;
			count = 1;
		} else if (sign === "}" && inner !== void 0) {
			open.pop();
			const range = rangeOf(pattern.slice(inner.from, at));
			count = inner.before * (inner.alternatives + (range === void 0 ? count : Math.abs(range.to - range.from) + 1));
		}
	}
	return open.reduce((all, { before, alternatives }) => all * before * Math.max(1, alternatives), count);
}
function groupAt(pattern, from) {
	const alternatives = [];
	let depth = 0;
	let begin = from + 1;
	for (let at = from; at < pattern.length; at += 1) {
		const sign = pattern[at];
		if (sign === "{") depth += 1;
		else if (sign === "}") depth -= 1;
		if (depth === 0 || depth === 1 && sign === ",") {
			alternatives.push(pattern.slice(begin, at));
			begin = at + 1;
		}
		if (depth > 0) continue;
		const all = alternatives.length > 1 ? alternatives : counted(alternatives[0] ?? "");
		return all === void 0 ? void 0 : {
			alternatives: all,
			end: at + 1
		};
	}
}
function withoutBraces(pattern) {
	for (let from = pattern.indexOf("{"); from >= 0; from = pattern.indexOf("{", from + 1)) {
		const group = groupAt(pattern, from);
		if (group === void 0) continue;
		const before = pattern.slice(0, from);
		const after = withoutBraces(pattern.slice(group.end));
		return group.alternatives.flatMap(withoutBraces).flatMap((one) => after.map((rest) => `${before}${one}${rest}`));
	}
	return [pattern];
}
// src/globs/pattern.ts
const STAR = Symbol("*");
const MAGIC = /[*?[]/;
function setOf(inside) {
	const isNot = /^[!^]/.test(inside);
	const letters = [...isNot ? inside.slice(1) : inside];
	const ranges = [];
	for (let at = 0; at < letters.length; at += 1) {
		const from = letters[at] ?? "";
		const isRange = letters[at + 1] === "-" && at + 2 < letters.length;
		ranges.push([from, isRange ? letters[at + 2] ?? from : from]);
		if (isRange) at += 2;
	}
	return (letter) => ranges.some(([from, to]) => from <= letter && letter <= to) !== isNot;
}
function* signsOf(text) {
	for (let at = 0; at < text.length;) {
		const letter = String.fromCodePoint(text.codePointAt(at) ?? 0);
		const [set, inside = ""] = letter === "[" ? /^\[([!^]?\]?[^\]]*)\]/.exec(text.slice(at)) ?? [] : [];
		if (letter === "*") yield STAR;
		else if (letter === "?") yield () => true;
		else if (set !== void 0) yield setOf(inside);
		else yield (other) => other === letter;
		at += set?.length ?? letter.length;
	}
}
function isNamed(signs, letters) {
	let sign = 0;
	let star = -1;
	let taken = 0;
	for (let at = 0; at < letters.length;) {
		const test = signs[sign];
		if (test === STAR) {
			star = sign;
			taken = at;
			sign += 1;
		} else if (test?.(letters[at] ?? "") === true) {
			sign += 1;
			at += 1;
		} else if (star >= 0) {
			sign = star + 1;
			taken += 1;
			at = taken;
		} else return false;
	}
	return signs.slice(sign).every((test) => test === STAR);
}
const isHidden = (name) => name.startsWith(".");
function partOf(text, folded) {
	if (text === "**") return {
		anywhere: true,
		names: (name) => !isHidden(name)
	};
	const written = folded(text);
	if (!MAGIC.test(text)) return {
		anywhere: false,
		names: (name) => folded(name) === written
	};
	const signs = [...signsOf(written)];
	return {
		anywhere: false,
		names: (name) => isHidden(name) === isHidden(text) && isNamed(signs, [...folded(name)])
	};
}
function patternsOf(glob, foldCase = false) {
	const folded = foldCase ? (text) => text.toLowerCase() : (text) => text;
	return withoutBraces(glob.replaceAll("\\", "/")).map((text) => {
		const all = posix.normalize(text).split("/");
		const magic = all.findIndex((part) => MAGIC.test(part));
		const base = (magic < 0 ? all : all.slice(0, magic)).join("/");
		return {
			base: base === "" && all[0] === "" ? "/" : base,
			parts: magic < 0 ? [] : all.slice(magic).map((part) => partOf(part, folded))
		};
	});
}
function withNone({ parts }, places) {
	const all = new Set();
	for (const place of places) for (let at = place; !all.has(at); at += 1) {
		all.add(at);
		if (parts[at]?.anywhere !== true || at === parts.length - 1) break;
	}
	return all;
}
const beginningOf = (pattern) => withNone(pattern, [0]);
function followed(pattern, places, name) {
	const { parts } = pattern;
	return withNone(pattern, [...places].flatMap((place) => {
		const part = parts[place];
		if (part?.names(name) !== true) return [];
		if (!part.anywhere) return [place + 1];
		return place === parts.length - 1 ? [place, parts.length] : [place];
	}));
}
const isWhole = ({ parts }, places) => places.has(parts.length);
const goesOn = ({ parts }, places) => [...places].some((place) => place < parts.length);
function namesPath(pattern, file) {
	const { base, parts } = pattern;
	if (parts.length === 0) return file === base;
	if (base !== "" && !file.startsWith(`${base}/`)) return false;
	const names = file.slice(base === "" ? 0 : base.length + 1).split("/");
	return isWhole(pattern, names.reduce((places, name) => followed(pattern, places, name), beginningOf(pattern)));
}
// src/adapters/globber.ts
const FOLDS_CASE = process.platform === "darwin" || process.platform === "win32";
const isFileAt = async (file) => (await stat(file).catch(() => void 0))?.isFile() ?? false;
const entriesOf = (folder) => readdir(folder, { withFileTypes: true }).catch(() => []);
async function* filesBelow(root, folder, pattern, places) {
	for (const entry of await entriesOf(path.resolve(root, folder))) {
		const next = followed(pattern, places, entry.name);
		const file = path.posix.join(folder, entry.name);
		if (entry.isDirectory() && goesOn(pattern, next)) yield* filesBelow(root, file, pattern, next);
		if (!isWhole(pattern, next)) continue;
		if (entry.isFile() || entry.isSymbolicLink() && await isFileAt(path.resolve(root, file))) yield file;
	}
}
async function globbed(root, glob) {
	const found = new Set();
	for (const pattern of patternsOf(glob, FOLDS_CASE)) if (pattern.parts.length > 0) for await (const file of filesBelow(root, pattern.base, pattern, beginningOf(pattern))) found.add(file);
	else if (await isFileAt(path.resolve(root, pattern.base))) found.add(pattern.base);
	return found;
}
// src/adapters/files.ts
const CHUNK = 1048576;
const LARGEST_TEXT = 67108864;
function isInside(folder, file) {
	const relative = path.relative(folder, file);
	return relative !== "" && !relative.startsWith(`..${path.sep}`) && relative !== ".." && !path.isAbsolute(relative);
}
async function realFolder(folder) {
	return realpath(folder).catch(() => void 0);
}
function turning() {
	const buffers = [new Uint8Array(CHUNK), new Uint8Array(CHUNK)];
	let turn = 0;
	return () => {
		turn += 1;
		return buffers[turn % 2] ?? buffers[0];
	};
}
function localFiles(options) {
	const { workspace, temp, allowPaths, fork, redact } = options;
	const absolute = (given) => path.resolve(workspace, given);
	let folders;
	async function resolve(given) {
		const asked = absolute(given);
		const real = await realpath(asked).catch(() => void 0);
		if (real === void 0) throw new ActionError(`There is no file ${given}. Paths are relative to the workspace; check its spelling and the checkout.`);
		folders ??= Promise.all([
			workspace,
			temp,
			...allowPaths.map(absolute)
		].map(realFolder));
		const roots = await folders;
		const [realWorkspace] = roots;
		const inWorkspace = realWorkspace !== void 0 && isInside(realWorkspace, real);
		if (fork && isInside(workspace, asked) && !inWorkspace) throw new ActionError(`${given} is a link that leaves the workspace; with a fork's content it is not followed. Commit the file itself.`);
		if (!roots.some((root) => root !== void 0 && isInside(root, real))) throw new ActionError(`${given} lies outside the workspace and RUNNER_TEMP. Name its folder in the input allow_paths if it is meant to be read.`);
		if (inWorkspace && path.relative(realWorkspace, real).split(path.sep).includes(".git")) throw new ActionError(`${given} lies in the .git folder, which is never read as data. Give the path of the data file.`);
		const facts = await stat(real);
		if (!facts.isFile()) throw new ActionError(`${given} is ${facts.isDirectory() ? "a folder" : "no regular file"}. Give a file, or a glob such as ${given}/*.jsonl.`);
		return real;
	}
	let reportFolder;
	return {
		async exists(given) {
			return (await stat(absolute(given)).catch(() => void 0))?.isFile() ?? false;
		},
		async identity(given) {
			return realpath(absolute(given)).catch(() => absolute(given));
		},
		async glob(pattern) {
			const many = patternsIn(pattern);
			if (many > 1e3) throw new ActionError(`The glob ${pattern.slice(0, 200)} stands for ${Number.isFinite(many) ? many : "countless"} patterns; at most ${MOST_PATTERNS} are looked for. Give several shorter ones, one a line.`);
			return [...await globbed(workspace, pattern)].sort((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right)));
		},
		async readText(given, most = LARGEST_TEXT) {
			const chunks = [];
			for await (const chunk of createReadStream(await resolve(given), { end: most })) chunks.push(chunk);
			const bytes = Buffer.concat(chunks);
			if (bytes.length > most) throw new ActionError(`${given} is larger than ${Math.round(most / 1024 / 1024)} MiB, which is the most that is read of it.`);
			return bytes.toString("utf8");
		},
		async size(given) {
			return (await stat(await resolve(given))).size;
		},
		async *read(given) {
			yield* createReadStream(await resolve(given), { highWaterMark: CHUNK });
		},
		async *scan(given, take = turning()) {
			const file = await open(await resolve(given));
			let reading;
			try {
				reading = file.read(take());
				for (;;) {
					const { bytesRead, buffer } = await reading;
					if (bytesRead === 0) return;
					reading = file.read(take());
					yield buffer.subarray(0, bytesRead);
				}
			} finally {
				await reading?.catch(() => void 0);
				await file.close();
			}
		},
		ranges() {
			const opened = new Map();
			const readRange = async (given, offset, length) => {
				const opening = opened.get(given) ?? resolve(given).then((real) => open(real));
				opened.set(given, opening);
				const { bytesRead, buffer } = await (await opening).read(Buffer.allocUnsafeSlow(length), 0, length, offset);
				return buffer.subarray(0, bytesRead);
			};
			const close = async () => {
				const all = [...opened.values()];
				opened.clear();
				await Promise.all(all.map(async (opening) => (await opening.catch(() => void 0))?.close()));
			};
			return Object.assign(readRange, { close });
		},
		async writeReport(name, content) {
			reportFolder ??= mkdtemp(path.join(temp, "fine-tune-report-"));
			const file = path.join(await reportFolder, redact(name));
			await writeFile$1(file, redact(content));
			return file;
		}
	};
}
// src/run/connect.ts
function connector(connection, runner, closing) {
	let opened;
	const open = async () => {
		await useEnvironmentProxies();
		const platform = platformNamed(connection.profile.name);
		const options = {
			identityToken: githubIdentityToken,
			mask: (secret) => runner.mask(secret)
		};
		if (!connection.profile.embedded) return platform.open(connection, options);
		const { startSandbox } = await import("./server.js");
		const apiKey = randomBytes(16).toString("hex");
		const sandbox = await startSandbox({
			folder: path.join(runner.context.temp, "fine-tune-sandbox"),
			entry: ENTRY,
			apiKey
		});
		closing.defer(() => sandbox.close());
		if (sandbox.lost !== void 0) runner.warning(sandbox.lost);
		return platform.open({
			...connection,
			baseUrl: sandbox.url,
			credential: {
				kind: "key",
				key: apiKey
			}
		}, options);
	};
	return () => {
		opened ??= open();
		return opened;
	};
}
function filesFor(raw, { context, redact }) {
	const allowPaths = allowedPaths(raw);
	return localFiles({
		workspace: context.workspace,
		temp: context.temp,
		allowPaths,
		fork: context.fork,
		redact
	});
}
function answerFolderFor(raw, { context, redact }) {
	const { workspace, temp } = context;
	return (given) => {
		const folder = answerFolder(given, workspace, [
			workspace,
			temp,
			...allowedPaths(raw)
		]);
		return {
			...folder,
			append: (text) => folder.append(redact(text))
		};
	};
}
function allowedPaths({ allow_paths = "" }) {
	return allow_paths.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");
}
// src/inputs/secrets.ts
const DEEPEST = 100;
const OF_WHAT_KIND = /^(type|kind|scheme|region|in|provider|auth_?type)$/i;
const NO_SECRET = /^(true|false|none|null|auto|)$/i;
function isHeldIn(pair, field, value) {
	const named = [
		pair.name,
		pair.key,
		pair.header
	].find((name) => typeof name === "string");
	if (!("value" in pair) || typeof named !== "string") return isSecretName(field, value);
	return field === "value" ? isSecretName(named, value) : field !== "key" && isSecretName(field, value);
}
function secretTexts(value, isSecret, below = false, depth = 0) {
	if (depth > DEEPEST) return [];
	if (Array.isArray(value)) return value.flatMap((inner) => secretTexts(inner, isSecret, below, depth + 1));
	if (isMap(value)) {
		const inside = below || isSecret(value);
		return Object.entries(value).flatMap(([name, inner]) => inside && OF_WHAT_KIND.test(name) ? [] : secretTexts(inner, (one) => isHeldIn(value, name, one), inside, depth + 1));
	}
	if (typeof value !== "string" && typeof value !== "number") return [];
	return below || isSecret(value) ? [String(value)] : [];
}
function secretsByEye(text) {
	return [...text.matchAll(/(["']?)([\w.-]{2,80})\1\s*[:=]\s*(["']?)([^\s"',}\]]{3,})/g)].flatMap(([, , name = "", , value = ""]) => isSecretName(name) ? [value] : []);
}
function secretsOfAddresses(text) {
	const passwords = [...text.matchAll(/:\/\/[^\s:@/"']*:([^\s@"']+)@/g)].map(([, password = ""]) => password);
	const [, query = ""] = /^\s*[a-z][\w+.-]*:\/\/[^\s?#]*\?(\S+)\s*$/i.exec(text) ?? [];
	return [...passwords, ...query.split("&").map((pair) => pair.slice(pair.indexOf("=") + 1))];
}
const worthHiding = (values) => [...new Set(values)].filter((value) => value.length >= 3 && !NO_SECRET.test(value));
async function secretsInside(text) {
	if (!/[{[]|:\s|=/.test(text)) return [];
	const { parseTextMap } = await import("./structured.js").then((chunk) => ({ parseTextMap: chunk.r }));
	const parsed = parseTextMap(text);
	return worthHiding("fault" in parsed ? secretsByEye(text) : secretTexts(parsed.value, () => false));
}
const LETS_IN = /^(code|sig|signature)$/i;
const LETS_NOBODY_IN = /^(accept(-language)?|content-type|user-agent|(x-)?([\w-]+-)?(provider|region|version|environment|beta|features?|retry|trace-id))$/i;
const isPlain = (value) => value.length <= 40 && /^[a-z]+([-/.][a-z]+)*$/.test(value);
async function secretsSent(input, text) {
	if (input !== "extra_query" && input !== "extra_headers") return [];
	const { parseTextMap } = await import("./structured.js").then((chunk) => ({ parseTextMap: chunk.r }));
	const parsed = parseTextMap(text);
	return ("fault" in parsed ? [] : Object.entries(Object(parsed.value))).flatMap(([name, value]) => typeof value === "string" && (LETS_IN.test(name) || input === "extra_headers" && !(LETS_NOBODY_IN.test(name) && isPlain(value))) ? [value] : []);
}
async function secretsIn(raw) {
	const given = Object.entries(raw).flatMap(([name, value]) => value?.trim() ? [[name, value.trim()]] : []);
	const found = await Promise.all(given.map(async ([name, value]) => [
		...isSecretName(name) ? [value] : [],
		...secretsOfAddresses(value),
		...await secretsInside(value),
		...await secretsSent(name, value)
	]));
	return worthHiding(found.flat());
}
function secretsOfEnvironment(environment, names) {
	return Object.entries(environment).flatMap(([name, value = ""]) => {
		if (names.includes(name)) return value.trim() === "" ? [] : [value.trim()];
		if (/^(https?|all)_proxy$/i.test(name) || name.endsWith("_URL")) return secretsOfAddresses(value);
		return value.length >= 16 && /\d/.test(value) && /[A-Za-z]/.test(value) && !/^[~./\\]|^[A-Z]:\\/.test(value) && !name.startsWith("INPUT_") && isSecretName(name) ? [value] : [];
	});
}
function withoutSecrets(value) {
	const hidden = (inner, isSecret, below, depth) => {
		if (depth > DEEPEST) return "…";
		if (Array.isArray(inner)) return inner.map((one) => hidden(one, isSecret, below, depth + 1));
		if (isMap(inner)) {
			const inside = below || isSecret(inner);
			return Object.fromEntries(Object.entries(inner).map(([name, one]) => [name, hidden(one, (field) => isHeldIn(inner, name, field), inside, depth + 1)]));
		}
		if (inner === null || inner === void 0 || typeof inner === "boolean") return inner;
		return below || isSecret(inner) ? "***" : inner;
	};
	return hidden(value, () => false, false, 0);
}
const TOKENIZER_NAME = /(^|[_-])(pad|eos|bos|unk|sep|cls|mask|stop|end|start|begin|system|user|assistant|special|image|tool)[_-]?token$/i;
function isRotated(name, value) {
	if (!isSecretName(name, value)) return false;
	const plain = name.replace(/([a-z])([A-Z])/g, "$1_$2");
	if (!/token$/i.test(plain) || /^(api|access|auth|refresh|bearer|id)?[_-]?token$/i.test(plain)) return true;
	return !TOKENIZER_NAME.test(plain) && typeof value === "string" && /^[\w.~+/=-]{16,}$/.test(value) && /\d/.test(value);
}
function dropSecrets(value) {
	if (Array.isArray(value)) return value.map(dropSecrets);
	if (typeof value !== "object" || value === null) return value;
	const kept = Object.entries(value).filter(([name, inner]) => !isRotated(name, inner));
	return Object.fromEntries(kept.map(([name, inner]) => [name, dropSecrets(inner)]));
}
// src/run/mask-secrets.ts
async function maskSecrets(raw, environment, runner) {
	for (const secret of secretsOfEnvironment(environment, SECRET_VARIABLES)) runner.mask(secret);
	for (const secret of await secretsIn(raw)) runner.mask(secret);
}
const LARGEST_INPUT = 1048576;
function maskingReader(files, runner) {
	return async (file) => {
		const text = await files.readText(file, LARGEST_INPUT);
		for (const secret of await secretsInside(text)) runner.mask(secret);
		return text;
	};
}
// src/api/objects.ts
const ENDED = new Set([
	"succeeded",
	"failed",
	"cancelled"
]);
function isTerminal(state) {
	return ENDED.has(state);
}
function timeOf(seconds) {
	const date = new Date((seconds ?? NaN) * 1e3);
	return Number.isNaN(date.getTime()) ? "" : date.toISOString();
}
export { isSecretName as $, DataError as $t, countOf as A, refine as At, ENTRY as B, _minLength as Bt, ONE_JOB as C, nullish as Ct, merged as D, pipe as Dt, VALIDATION_FILE as E, optional as Et, STATES as F, union as Ft, inert as G, $ZodOptional as Gt, actionsRunner as H, $ZodArray as Ht, hasEndedUnclearly as I, unknown as It, structured as J, parse as Jt, mapTexts as K, $ZodRecord as Kt, plainWord as L, _gte as Lt, USUAL_PROFILE as M, string as Mt, scopeOf as N, transform as Nt, INPUT_NAMES as O, readonly as Ot, lacking as P, tuple as Pt, leniently as Q, ActionError as Qt, statusOf as R, _lte as Rt, MODEL as S, nullable as St, TRAINING_FILE as T, object as Tt, rawInputs as U, $ZodNullable as Ut, systemClock as V, _regex as Vt, readContext as W, $ZodObject as Wt, shown$1 as X, NEVER as Xt, problemOf as Y, safeParse as Yt, unreadableProblem as Z, AbortedError as Zt, CANDIDATE as _, info as _n, exactOptional as _t, dropSecrets as a, unlessMissing as an, methodName as at, FINE_TUNED_MODEL as b, literal as bt, connector as c, kindOf as cn, useEnvironmentProxies as ct, patternsOf as d, words$1 as dn, _lazy as dt, InputError as en, nearest$1 as et, credentialAdvice as f, LOOPBACK as fn, _null as ft, readInputs as g, error as gn, discriminatedUnion as gt, readConnection as h, debug as hn, custom as ht, maskingReader as i, messageOf as in, isMap as it, settingsOf as j, strictObject as jt, PLATFORMS as k, record as kt, filesFor as l, ours as ln, _catch as lt, serverSide as m, withinRanges as mn, boolean as mt, timeOf as n, LimitError as nn, baseOf as nt, withoutSecrets as o, cutWords as on, isPlainAscii as ot, resolveConnection as p, ipVersion as pn, array as pt, newRedactor as q, $ZodUnion as qt, maskSecrets as r, ProviderError as rn, hyperparametersOf as rt, answerFolderFor as s, foreignText as sn, withUnseenWritten as st, isTerminal as t, JobError as tn, slipOf as tt, namesPath as u, textOf as un, _enum as ut, DEPLOYMENT as v, setSecret as vn, int as vt, ONE_JOB_OR_ITS_INPUTS as w, number$1 as wt, GRADER as x, looseObject as xt, EVALUATION_FILE as y, warning as yn, intersection as yt, wordOf as z, _maxLength as zt };
