import { B as ENTRY, Et as optional, G as inert, H as actionsRunner, Mt as string, Tt as object, W as readContext, et as nearest, kt as record, pt as array, q as newRedactor, wt as number } from "./start.js";
import { rt as OPERATIONS } from "./main.js";
import { n as parseStructured } from "./structured.js";
const { parseArgs, styleText } = process.getBuiltinModule("node:util");
const path = process.getBuiltinModule("node:path");
const { existsSync, readFileSync } = process.getBuiltinModule("node:fs");
// src/adapters/terminal-runner.ts
const BAR = 30;
function progressBar(stream) {
	let shown = "";
	const clear = () => {
		if (shown !== "") stream.write("\r\x1B[2K");
		shown = "";
	};
	const show = (what, done, total) => {
		const share = total <= 0 ? 0 : Math.min(1, done / total);
		const filled = Math.round(share * BAR);
		const line = `${what} ${"█".repeat(filled)}${"░".repeat(BAR - filled)} ${Math.floor(share * 100)} %`;
		if (line === shown || !stream.isTTY || process.env.TERM === "dumb") return;
		stream.write(`\r\u001B[2K${line.slice(0, Math.max(10, (stream.columns || 80) - 1))}`);
		shown = line;
		if (share >= 1) clear();
	};
	return {
		clear,
		show
	};
}
function terminalRunner(environment, { debug, places }) {
	const outputs = new Map();
	const state = new Map();
	const secrets = newRedactor();
	const bar = progressBar(process.stderr);
	const hidden = (text) => secrets.redact(text);
	const say = (text, style, label = "") => {
		bar.clear();
		const head = style === void 0 ? label : styleText(style, label, { stream: process.stderr });
		process.stderr.write(`${head}${inert(hidden(text))}\n`);
	};
	const finding = (style, label) => (text, place) => {
		if (place === void 0 || places) say(text, style, label);
	};
	return {
		context: readContext(environment),
		outputs,
		redact: hidden,
		mask: (secret) => secrets.add(secret),
		debug: (text) => debug ? say(text, "dim", "debug: ") : void 0,
		info: (text) => say(text),
		notice: (text) => say(text, "cyan", "note: "),
		warning: finding("yellow", "warning: "),
		error: finding("red", "error: "),
		progress: (what, done, total) => bar.show(what, done, total),
		startGroup: (title) => say("", "bold", inert(hidden(title))),
		endGroup: () => void 0,
		setOutput: (name, value) => outputs.set(name, hidden(value)),
		saveState: (name, value) => state.set(name, value),
		getState: (name) => state.get(name) ?? "",
		savedStates: (prefix) => [...state].flatMap(([name, value]) => name.startsWith(prefix) && value !== "" ? [value] : []),
		writeSummary: async () => void 0,
		fail(cause) {
			process.exitCode = cause === "inputs" ? 2 : 1;
		}
	};
}
// src/command-line/contract.ts
const Contract = object({
	description: string(),
	inputs: record(string(), object({
		description: string(),
		default: optional(string())
	}))
});
const INTERNAL = /^(?:job_status|matrix|job_check_run_id|comment|github_token|artifact_name)$/;
function flagsOf({ inputs }) {
	return Object.keys(inputs).filter((name) => name !== "operation" && !INTERNAL.test(name));
}
function isSwitch({ inputs }, name) {
	return /^(?:true|false)$/.test(inputs[name]?.default ?? "");
}
function placeOf({ needs }) {
	return ["training_file", "evaluation_file"].find((name) => needs.some(({ input }) => input === name)) ?? "job_id";
}
// src/command-line/arguments.ts
const FORMATS = [
	"text",
	"json",
	"sarif",
	"github"
];
const usage = (message) => ({
	kind: "usage",
	message
});
const OWN = {
	help: {
		type: "boolean",
		short: "h"
	},
	version: {
		type: "boolean",
		short: "V"
	},
	format: { type: "string" },
	debug: { type: "boolean" }
};
function spelled(argument) {
	const [, name, rest = ""] = /^--((?:no-)?[\w-]+)(=[\s\S]*)?$/.exec(argument) ?? [];
	if (name === void 0) return argument;
	const negative = name.startsWith("no-") ? "no-" : "";
	return `--${negative}${name.slice(negative.length).replaceAll("-", "_")}${rest}`;
}
function unknownFlag(flag, known) {
	const near = nearest(flag.replace(/^(?:no-)?/, "").replaceAll("-", "_"), known);
	return usage(`--${flag} is no flag.${near === void 0 ? "" : ` Did you mean --${near}?`} See --help.`);
}
function readArguments(argv, contract, commands, format = "text") {
	const flags = flagsOf(contract);
	const switches = new Set(flags.filter((name) => isSwitch(contract, name)));
	const options = {
		...Object.fromEntries(flags.map((name) => [name, switches.has(name) ? { type: "boolean" } : {
			type: "string",
			multiple: true
		}])),
		...OWN
	};
	const parsed = parsedOrFault(argv.map(spelled), options);
	if ("fault" in parsed) {
		const flag = /^Unknown option '-{1,2}([^']+)'/.exec(parsed.fault)?.[1];
		return flag === void 0 ? usage(parsed.fault) : unknownFlag(flag, [...flags, ...Object.keys(OWN)]);
	}
	const { values, positionals } = parsed;
	const [name, ...words] = positionals;
	if (values.help === true) return {
		kind: "help",
		command: name
	};
	if (values.version === true) return { kind: "version" };
	const command = commands.find((one) => one.name === name);
	if (command === void 0) return wrongCommand(name, commands);
	const wanted = FORMATS.find((one) => one === (values.format ?? format));
	if (wanted === void 0) return usage(`--format is "${String(values.format)}"; it is one of ${FORMATS.join(", ")}.`);
	const own = new Set(Object.keys(OWN));
	const given = Object.entries(values).flatMap(([input, value]) => own.has(input) || value === void 0 ? [] : [[input, Array.isArray(value) ? value.join("\n") : String(value)]]);
	const inputs = {
		operation: command.name,
		...Object.fromEntries(given)
	};
	if (words.length > 0) {
		const place = placeOf(command);
		if (inputs[place] !== void 0) return usage(`${place} is given twice: by --${place}, and as "${words[0]}" without a flag.`);
		inputs[place] = words.join("\n");
	}
	return {
		kind: "run",
		inputs,
		format: wanted,
		debug: values.debug === true
	};
}
function wrongCommand(name, commands) {
	const names = commands.map((one) => one.name);
	if (name === void 0) return usage(`Write what to do: one of ${names.join(", ")}. See --help.`);
	const near = nearest(name, names);
	return usage(`"${name}" is nothing to do; it is one of ${names.join(", ")}.${near === void 0 ? "" : ` Did you mean ${near}?`}`);
}
function parsedOrFault(args, options) {
	try {
		return parseArgs({
			args,
			options,
			allowPositionals: true,
			allowNegative: true,
			strict: true
		});
	} catch (error) {
		return { fault: Error.isError(error) ? error.message : String(error) };
	}
}
// src/command-line/finding-lines.ts
const Sarif = object({ runs: array(object({ results: array(object({
	ruleId: string(),
	level: string(),
	message: object({ text: string() }),
	locations: array(object({ physicalLocation: object({
		artifactLocation: object({ uri: string() }),
		region: object({
			startLine: number(),
			startColumn: optional(number())
		})
	}) }))
})) })) });
function findingLines(sarif, paint) {
	const { runs } = Sarif.parse(JSON.parse(sarif));
	return runs.flatMap(({ results }) => results.map(({ ruleId, level, message, locations: [location] }) => {
		const { artifactLocation, region } = location?.physicalLocation ?? {};
		const place = `${decodeURIComponent(artifactLocation?.uri ?? "")}:${region?.startLine ?? 1}:${region?.startColumn ?? 1}:`;
		const severity = level === "error" ? "error" : "warning";
		return `${paint(place, "place")} ${paint(severity, severity)} ${message.text} ${paint(`(${ruleId})`, "rule")}`;
	}));
}
// src/command-line/help.ts
const WIDTH = 100;
function wrapped(markdown, indent) {
	return markdown.replace(/\[([^\]]+)\]\([^)]*\)/g, "$1").replaceAll("`", "").split(/\s+/).reduce((all, word) => {
		const last = all.at(-1);
		if (last !== void 0 && last.length + word.length < WIDTH - indent) all[all.length - 1] = `${last} ${word}`;
		else all.push(word);
		return all;
	}, []).map((line) => " ".repeat(indent) + line).join("\n");
}
function flag(contract, name) {
	const { description = "", default: otherwise } = contract.inputs[name] ?? {};
	return `  --${name}${isSwitch(contract, name) ? "" : " VALUE"}${otherwise && !otherwise.startsWith("${{") ? ` (default: ${otherwise})` : ""}\n${wrapped(description, 6)}`;
}
function helpText(contract, commands, name) {
	const command = commands.find((one) => one.name === name);
	const shown = command === void 0 ? commands : [command];
	const place = command === void 0 ? "FILE … | JOB" : placeOf(command) === "job_id" ? "JOB" : "FILE …";
	return `${wrapped(contract.description, 0)}

Usage: finetune-action ${command?.name ?? "COMMAND"} [${place}] [flags]

Commands
${shown.map((one) => `  ${one.name}\n${wrapped(one.does, 6)}`).join("\n")}

Flags (the inputs of the action, under their own names; - and _ are the same; a flag given twice is a list)
${flagsOf(contract).map((one) => flag(contract, one)).join("\n")}

Flags of the command line
  --format ${FORMATS.join("|")} (default: text; github in a workflow)
      How findings are written to standard output. The log goes to standard error.
  --debug
      Says more.
  -h, --help    -V, --version

Keys are best given by their variables (OPENAI_API_KEY, …): other processes can read flags.

Ends with 0 when all is well, 1 when something was found or went wrong, 2 when the command was not understood.
`;
}
// src/terminal.ts
const ROOT = path.join(path.dirname(ENTRY), "..");
function contractOf() {
	const parsed = parseStructured(readFileSync(path.join(ROOT, "action.yml"), "utf8"));
	return Contract.parse("value" in parsed ? parsed.value : void 0);
}
function versionOf() {
	return String(JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")).version);
}
function environmentOf(environment, inputs) {
	const own = Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(?:INPUT|STATE)_/.test(name)));
	const set = {
		show_rows: "true",
		allow_paths: path.parse(process.cwd()).root,
		artifact_name: "",
		...inputs
	};
	return {
		...own,
		GITHUB_WORKSPACE: process.cwd(),
		...Object.fromEntries(Object.entries(set).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]))
	};
}
const STYLES = {
	place: "bold",
	error: "red",
	warning: "yellow",
	rule: "dim"
};
const paint = (text, role) => styleText(STYLES[role], text, { stream: process.stdout });
function reportFile({ outputs }, name) {
	const summary = outputs.get("report_path");
	const file = summary === void 0 ? void 0 : path.join(path.dirname(summary), name);
	return file !== void 0 && existsSync(file) ? readFileSync(file, "utf8") : void 0;
}
const LONGEST = 300;
const NOTHING = new Set([
	"",
	"{}",
	"[]",
	"null"
]);
async function findings(runner, format) {
	if (format === "json") return [reportFile(runner, "result.json")?.trim() ?? "{}"];
	const sarif = reportFile(runner, "problems.sarif");
	if (format === "sarif") {
		if (sarif !== void 0) return [sarif.trim()];
		const { sarifWithoutData } = await import("./main.js").then((chunk) => ({ sarifWithoutData: chunk.d }));
		return [JSON.stringify(sarifWithoutData(runner.outputs.get("error_message")))];
	}
	const outputs = [...runner.outputs].filter(([name, value]) => !NOTHING.has(value) && name !== "error_message");
	return [...sarif === void 0 ? [] : findingLines(sarif, paint), ...outputs.map(([name, value]) => `${name}: ${value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value}`)];
}
async function run(argv, environment = process.env) {
	process.stdout.on("error", (error) => {
		if (!("code" in error) || error.code !== "EPIPE") process.exitCode = 1;
	});
	process.stderr.on("error", () => void 0);
	const contract = contractOf();
	const usual = environment.GITHUB_ACTIONS === "true" ? "github" : FORMATS[0];
	const request = readArguments(argv, contract, OPERATIONS, usual);
	if (request.kind === "help") return console.log(helpText(contract, OPERATIONS, request.command));
	if (request.kind === "version") return console.log(versionOf());
	if (request.kind === "usage") {
		console.error(styleText("red", "error: ", { stream: process.stderr }) + request.message);
		process.exitCode = 2;
		return;
	}
	const { format, debug } = request;
	const world = environmentOf(environment, request.inputs);
	const terminal = terminalRunner(world, {
		debug,
		places: false
	});
	const runner = format === "github" ? actionsRunner(world) : terminal;
	const { run: act } = await import("./main.js").then((chunk) => ({ run: chunk.t }));
	await act(world, runner);
	if (runner.getState("cancelled") === "true") {
		const { run: clean } = await import("./post.js");
		await clean(world, runner);
	}
	if (format !== "github") for (const line of await findings(terminal, format)) console.log(line);
}
export { run };
