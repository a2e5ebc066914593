import { $t as DataError, At as refine, B as ENTRY, Bt as _minLength, C as ONE_JOB, Ct as nullish, D as merged, Dt as pipe, E as VALIDATION_FILE, Et as optional, Ft as union, H as actionsRunner, It as unknown, K as mapTexts, Mt as string, Nt as transform, O as INPUT_NAMES, Qt as ActionError, S as MODEL, T as TRAINING_FILE, U as rawInputs, V as systemClock, Vt as _regex, Zt as AbortedError, _ as CANDIDATE, at as methodName, b as FINE_TUNED_MODEL, bt as literal, c as connector, ct as useEnvironmentProxies, dn as words, dt as _lazy, en as InputError, g as readInputs, i as maskingReader, in as messageOf, it as isMap, l as filesFor, ln as ours, m as serverSide, mt as boolean, n as timeOf, nn as LimitError, o as withoutSecrets, ot as isPlainAscii, p as resolveConnection, pt as array, r as maskSecrets, rn as ProviderError, rt as hyperparametersOf, s as answerFolderFor, sn as foreignText, st as withUnseenWritten, t as isTerminal, tn as JobError, un as textOf, ut as _enum, v as DEPLOYMENT, w as ONE_JOB_OR_ITS_INPUTS, x as GRADER, xt as looseObject, y as EVALUATION_FILE, zt as _maxLength } from "./start.js";
const { createHash } = process.getBuiltinModule("node:crypto");
const path = process.getBuiltinModule("node:path");
// src/dataset/secrets/placeholders.ts
const ANYWHERE = /example|sample|placeholder|change[-_]?me|redacted|removed|hidden|dummy|replace|insert|foobar|invalid|revoked|expired|secret|token|passw|qwerty|asdfgh|deadbeef|cafebabe|letmein|my[-_]?(?:api|key)|(?:your|my|the)[-_]?(?:own|real|actual|api|access|account|open|key|github|stripe|google|personal)|(?:api|access)[-_]?key/i;
const BETWEEN_DASHES = /(?:^|[-_])(?:your|yours|fake|mock|test|here|todo|demo|temp|none|null)(?:[-_]|$)/i;
const FILLING = /([\w*.#•…-])\1{5}/;
const PRINTED = [
	"16C7e42F292c6912E7",
	"DaGmWKa4JsXZ-HjGw7",
	"pdFZKVeTuE8sk7oOcH",
	"SflKxwRJSMeKKF2QT4",
	"AAoIBAQC7VJTUt9Us8cKj",
	"Eby8vdM02xNOcqFlqU",
	"C2y6yDjf5/R+ob0N8A",
	"wJalrXUtnFEMI"
];
function isPlaceholder(key) {
	return ANYWHERE.test(key) || BETWEEN_DASHES.test(key) || FILLING.test(key) || isPrinted(key);
}
function isPrinted(key) {
	return PRINTED.some((piece) => key.includes(piece));
}
const TEMPLATE = /[<>{}[\]$*…•]|%(?![0-9A-Fa-f]{2})|\.{3}/;
const ORDINARY = new Set(`abc admin administrator alice and api app application backend bar base baz bob change changeit changeme client com db
  database default demo dev development docker dummy example fake foo foobar for guest hello here hidden host hunter in
  insert is it john key letmein local localhost login long me mongo mongodb my mypass mypassword mysql name none null
  of omitted or oracle owner pass passphrase passw passwd password pg placeholder please postgres postgresql prod
  production pw pwd qwerty rabbit rabbitmq random read readonly real redacted redis replace replaceme root safe sample
  secret secure server service some somepass strong super supersecret sys system test tester testing testpass testuser the
  this to todo token use user username value very w welcome with word world write x xx xxx xxxx xyz you your yourpass
  yourpassword yours`.split(/\s+/).filter((word) => word !== ""));
const DISGUISED = {
	"0": "o",
	"1": "i",
	"3": "e",
	"4": "a",
	"5": "s",
	"7": "t",
	"@": "a",
	$: "s"
};
function isOrdinary(text) {
	const pieces = text.match(/[A-Z]?[a-z]+|[A-Z]+/g) ?? [];
	return pieces.some(({ length }) => length > 2) && pieces.every((piece) => ORDINARY.has(piece.toLowerCase()));
}
function isNoPassword(password) {
	if (TEMPLATE.test(password) || FILLING.test(password)) return true;
	if (/^[A-Z]+(?:_[A-Z]+)*$/.test(password)) return true;
	if (/^\d{1,6}$/.test(password) || "01234567890123456789".includes(password) || "9876543210".includes(password)) return true;
	const letters = password.replace(/[01345@7$]/g, (sign) => DISGUISED[sign] ?? sign);
	const bare = password.replace(/[\d!?.]+$/, "");
	return [
		password,
		bare,
		letters,
		bare.replace(/[01345@7$]/g, (sign) => DISGUISED[sign] ?? sign)
	].some(isOrdinary);
}
function isExampleHost(host) {
	return /(?:^|\.)(?:example(?:\.[a-z]+)?|test|invalid)$/i.test(host) || /^(?:your|some)[-_]?[a-z]/i.test(host) || /^(?:[\w-]+\.)?(?:my)?(?:host|hostname|domain|server|company|site|acme|database)\.(?:com|org|net|io)$/i.test(host);
}
function isLocalHost(host) {
	return /^(?:127\.\d+\.\d+\.\d+|0\.0\.0\.0|host\.docker\.internal|[^.]*|.*\.(?:localhost|local))$/i.test(host);
}
// src/dataset/secrets/private-keys.ts
const KEY_BEGINNING = /-----BEGIN (?:[A-Z0-9]{2,12} ){0,2}PRIVATE KEY(?: BLOCK)?-----/g;
const LONGEST = 16e3;
const SHORTEST = 64;
const ABOUT = /(?:^|\\n)[ \t]*[A-Za-z][A-Za-z-]{2,30}: [^\n\\]*/gm;
const BETWEEN = /\\[nrt]|["'`,\\\s]/g;
const DIGITS = /^[A-Za-z0-9+/=]*/;
function isKey(base64) {
	if (base64.length < SHORTEST || isPrinted(base64)) return false;
	const counts = new Map();
	for (const character of base64) counts.set(character, (counts.get(character) ?? 0) + 1);
	return counts.size >= 24 && Math.max(...counts.values()) < base64.length * .25;
}
function readPrivateKey(text, from) {
	const slice = text.slice(from, from + LONGEST);
	const next = slice.indexOf("-----");
	const body = next < 0 ? slice : slice.slice(0, next);
	const base64 = DIGITS.exec(body.replace(ABOUT, "").replace(BETWEEN, ""))?.[0] ?? "";
	return {
		end: from + body.length,
		opens: isKey(base64)
	};
}
// src/dataset/secrets/randomness.ts
const LETTERS = /[A-Z]?[a-z]+|[A-Z]+/g;
const PAIRS = new Set(`th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve co me de hi ri ro ic ne ea
  ra ce li ch ll be ma si om ur ca el ta la ns di fo ho pe ec pr no ct us ac ot il tr ly nc et ut ss so rs un lo wa ge ie
  wh ee wi em ad ol rt po we na ul ni ts mo ow pa im mi ai sh ir su id os iv ia am fi ci vi pl ig tu ev ld ry mp fe bl ab
  gh ty op wo sa ay ex ke fr oo av ag if ap gr od bo sp rd do uc bu ei ov by rm ep oc fa ef cu rn sc gi da yo cr cl du ga
  ue ba va um up go ht ck au lt pt xt sk ey`.split(/\s+/));
function isWordy(part) {
	const words = part.match(LETTERS) ?? [];
	if (words.join("").length < words.length * 3) return false;
	let pairs = 0;
	for (const letters of words) {
		const small = letters.toLowerCase();
		for (let at = 1; at < small.length; at += 1) if (PAIRS.has(small.slice(at - 1, at + 1))) pairs += 1;
	}
	return pairs >= part.length * .45;
}
function withoutWords(text) {
	return text.split(/[-_.~]/).filter((part) => !isWordy(part) && !/^(?:v?\d{1,4}|[a-z]{1,2})$/.test(part)).join("");
}
function patterns(text) {
	const counts = new Map();
	let equal = 0;
	let same = 0;
	let climb = 0;
	let climbing = 0;
	let before = -1;
	for (const character of text) {
		const code = character.charCodeAt(0);
		counts.set(character, (counts.get(character) ?? 0) + 1);
		same = code === before ? same + 1 : 1;
		climb = code === before + 1 ? climb + 1 : 1;
		if (climb >= 4) climbing += climb === 4 ? 4 : 1;
		equal = Math.max(equal, same);
		before = code;
	}
	return {
		equal,
		climbing,
		top: Math.max(0, ...counts.values()),
		kinds: counts.size
	};
}
function isRepeated(text) {
	for (let period = 1; period * 2 <= text.length; period += 1) if (text.startsWith(text.slice(period))) return true;
	return false;
}
function looksRandom(text, least) {
	const rest = withoutWords(text);
	return rest.length >= least && isUneven(rest);
}
function isUneven(text) {
	if (isRepeated(text)) return false;
	const { equal, climbing, top, kinds } = patterns(text);
	return equal < 6 && climbing < text.length * .35 && top <= text.length * .4 && kinds >= Math.min(8, text.length / 2.5);
}
// src/dataset/secrets/url-passwords.ts
const URL_MIDDLE = /:\\{0,2}\/\\{0,2}\//g;
const REST = /([^\s:@/"'`\\]{0,100}):([^\s:@/"'`\\]{6,100})@([\w.-]{1,100})/y;
const SCHEME = /[a-z][a-z0-9+.-]{0,20}$/i;
const SCHEME_LENGTH = 21;
const LEAST_RANDOM = 12;
function repeatsUser(user, password) {
	if (user === "" || !password.toLowerCase().startsWith(user.toLowerCase())) return false;
	const rest = password.slice(user.length);
	return /^[\d!?._-]*$/.test(rest) || isNoPassword(rest.replace(/^[._-]/, ""));
}
function isPassword(user, password, host) {
	if (isNoPassword(password) || /[<>{}[\]$*%]/.test(user) || repeatsUser(user, password) || isExampleHost(host)) return false;
	if (isLocalHost(host)) return looksRandom(password, LEAST_RANDOM);
	return withoutWords(password) !== "" && !/^[A-Za-z]?[a-z]{0,9}$/.test(password);
}
function urlWithPassword(text, middle, rest) {
	REST.lastIndex = rest;
	const [whole = "", user = "", password = "", host = ""] = REST.exec(text) ?? [];
	if (whole === "") return void 0;
	const scheme = SCHEME.exec(text.slice(Math.max(0, middle - SCHEME_LENGTH), middle))?.[0];
	if (scheme === void 0 || !isPassword(user, password, host.replace(/[.-]+$/, ""))) return void 0;
	return {
		start: middle - scheme.length,
		end: rest + whole.length
	};
}
// src/dataset/secrets/web-tokens.ts
const HEADER = /[\w-]{10,2001}/y;
const CLAIMS = /[\w-]{2,8001}/y;
const SIGNATURE = /[\w-]{20,1401}/y;
function decoded(part) {
	try {
		const text = Buffer.from(part, "base64url").toString("utf8");
		const value = text.endsWith("}") ? JSON.parse(text) : void 0;
		return typeof value === "object" && value !== null ? value : void 0;
	} catch {
		return;
	}
}
const SAMPLE_CLAIMS = /"(?:sub|user_?id|id)":"?1234567890\b|John Doe|Jane Doe|1516239022|[@/.]example\.(?:com|org|net)|"iss":"joe"/;
function runEnd(run, text, from) {
	run.lastIndex = from;
	return run.test(text) ? run.lastIndex : from;
}
function readWebToken(text, from) {
	const header = runEnd(HEADER, text, from);
	if (header === from || text[header] !== ".") return {
		end: Math.max(header, from + 1),
		opens: false
	};
	const claims = runEnd(CLAIMS, text, header + 1);
	if (text[claims] !== "." || claims === header + 1) return {
		end: header,
		opens: false
	};
	const end = runEnd(SIGNATURE, text, claims + 1);
	if (end === claims + 1) return {
		end: claims,
		opens: false
	};
	const [head, said] = [decoded(text.slice(from, header)), decoded(text.slice(header + 1, claims))];
	if (head === void 0 || said === void 0 || !("alg" in head)) return {
		end: claims,
		opens: false
	};
	const signature = text.slice(claims + 1, end);
	return {
		end,
		opens: !SAMPLE_CLAIMS.test(JSON.stringify(said)) && !isPlaceholder(signature) && looksRandom(signature, 20)
	};
}
// src/dataset/secrets/kinds.ts
const WORD = /\w/;
function isWordStart(text, at) {
	const before = text[at - 1];
	if (before === void 0 || !WORD.test(before)) return true;
	return /\\(?:[bfnrt]|u[0-9a-fA-F]{4})$/.test(text.slice(Math.max(0, at - 6), at));
}
function token(name, begins, { of, least, most, random = least, anywhere = false, but }) {
	const isRandom = (held) => random === "capitals" ? isUneven(held) : looksRandom(held, random);
	const body = new RegExp(`${of.source}{0,${most + 1}}`, "y");
	return {
		name,
		begins: new RegExp(begins.source, "g"),
		read(text, start, after) {
			if (!anywhere && !isWordStart(text, start)) return {
				end: after,
				opens: false
			};
			body.lastIndex = after;
			body.test(text);
			const end = body.lastIndex;
			const held = text.slice(after, end);
			const fits = held.length >= least && held.length <= most && !but?.(held);
			return {
				end: Math.max(end, after),
				opens: fits && !isPlaceholder(held) && isRandom(held)
			};
		}
	};
}
const BASE62 = /[A-Za-z0-9]/;
const BASE64_URL = /[A-Za-z0-9_-]/;
const BASE64 = /[A-Za-z0-9+/]/;
const GIVES = /(?:["'`\\]{0,3}\s{0,3}(?:=>|:=|=|:)\s{0,3}["'`\\]{0,3})/;
function isMixed(body) {
	return /[a-z]/.test(body) && /[A-Z]/.test(body) && /[0-9]/.test(body);
}
const KINDS$1 = [
	{
		name: "a private key",
		begins: KEY_BEGINNING,
		read: (text, _, after) => readPrivateKey(text, after)
	},
	token("an AWS access key", /(?:AKIA|ASIA)/, {
		of: /[0-9A-Z]/,
		least: 16,
		most: 16,
		random: "capitals"
	}),
	token("an AWS secret key", new RegExp(`[Ss](?:ecret_?[Aa]ccess_?[Kk]ey|ECRET_ACCESS_KEY)${GIVES.source}`), {
		of: BASE64,
		least: 40,
		most: 40,
		random: 30,
		anywhere: true,
		but: (body) => !isMixed(body)
	}),
	token("an Azure storage key", /AccountKey=/, {
		of: BASE64,
		least: 86,
		most: 86,
		random: 60
	}),
	{
		name: "an Azure key",
		begins: /JQQJ9[9DH][A-Za-z0-9][A-L][A-Za-z0-9]{16}[A-Za-z][A-Za-z0-9]{7}/g,
		read(text, start, after) {
			const from = start - 52;
			const held = text.slice(Math.max(0, from), start);
			return {
				start: from,
				end: after,
				opens: /^[A-Za-z0-9]{52}$/.test(held) && isWordStart(text, from) && !isPlaceholder(held) && looksRandom(held, 40)
			};
		}
	},
	token("a GitHub token", /gh[pousr]_/, {
		of: BASE62,
		least: 36,
		most: 255
	}),
	token("a GitHub token", /github_pat_/, {
		of: /\w/,
		least: 60,
		most: 255
	}),
	token("a GitLab token", /glpat-/, {
		of: /[A-Za-z0-9_.-]/,
		least: 20,
		most: 300,
		random: 12
	}),
	token("an Anthropic key", /sk-ant-/, {
		of: BASE64_URL,
		least: 20,
		most: 200,
		random: 18
	}),
	token("an OpenAI key", /sk-(?!ant-)/, {
		of: BASE64_URL,
		least: 32,
		most: 250,
		random: 24
	}),
	token("a Google API key", /AIza/, {
		of: BASE64_URL,
		least: 35,
		most: 35,
		random: 20
	}),
	token("a Groq key", /gsk_/, {
		of: BASE62,
		least: 48,
		most: 60
	}),
	token("an xAI key", /xai-/, {
		of: BASE62,
		least: 60,
		most: 120
	}),
	token("a Perplexity key", /pplx-/, {
		of: BASE62,
		least: 40,
		most: 60
	}),
	token("a Replicate token", /r8_/, {
		of: BASE62,
		least: 37,
		most: 40
	}),
	token("a Slack token", /xox[abeprs]-/, {
		of: /[0-9A-Za-z-]/,
		least: 20,
		most: 250,
		random: 16
	}),
	token("a Stripe key", /[rs]k_live_/, {
		of: BASE62,
		least: 20,
		most: 250
	}),
	token("an npm token", /npm_/, {
		of: BASE62,
		least: 36,
		most: 36
	}),
	token("a PyPI token", /pypi-AgE/, {
		of: BASE64_URL,
		least: 80,
		most: 400,
		random: 60
	}),
	token("a Hugging Face token", /hf_/, {
		of: BASE62,
		least: 34,
		most: 40
	}),
	{
		name: "a JSON Web Token",
		begins: /eyJ/g,
		read: (text, start, after) => isWordStart(text, start) ? readWebToken(text, start) : {
			end: after,
			opens: false
		}
	},
	{
		name: "a password in a URL",
		begins: URL_MIDDLE,
		read(text, start, after) {
			const url = urlWithPassword(text, start, after);
			return url === void 0 ? {
				end: after,
				opens: false
			} : {
				...url,
				opens: true
			};
		}
	}
];
// src/dataset/secrets/credentials.ts
function endsAtUnderscore(text, at) {
	const before = text[at - 1];
	const second = text[at - 2];
	if (second === "h") return before === "f" || text[at - 3] === "g";
	if (second === "s") return before === "s" || before === "k";
	if (before === "8") return second === "r";
	return second === "v" && before === "e" || second === "p" && before === "m" || second === "a" && before === "t" || second === "S" && before === "S";
}
function endsAtDash(text, at) {
	const before = text[at - 1];
	if (before === "-") return text.startsWith("-BEGIN ", at);
	const second = text[at - 2];
	const third = text[at - 3];
	if (before === "i") return second === "a" && third === "x" || second === "p" && third === "y";
	if (second === "l") return before === "x" && third === "p";
	if (second === "a") return before === "t" && third === "p";
	return before === "k" && second === "s" || second === "x" && third === "o";
}
function endsAtI(text, at) {
	const before = text[at - 1];
	return before === "A" || (before === "K" || before === "S") && text[at - 2] === "A";
}
function endsAtJ(text, at) {
	const before = text[at - 1];
	return before === "y" && text[at - 2] === "e" || before === "Q" && text[at - 2] === "Q";
}
function endsAtK(text, at) {
	const before = text[at - 1];
	return before === "t" && text[at - 2] === "n" || before === "s" && text[at - 2] === "s";
}
const HINTS = [
	["_", endsAtUnderscore],
	["-", endsAtDash],
	["I", endsAtI],
	["J", endsAtJ],
	["K", endsAtK]
];
function mayHoldSecret(text) {
	for (const [sign, ends] of HINTS) for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) if (ends(text, at)) return true;
	return text.includes("@") && (text.includes("://") || text.includes(":\\"));
}
function* spansOf(text) {
	for (const { name, begins, read } of KINDS$1) {
		const looking = new RegExp(begins);
		for (let match = looking.exec(text); match !== null; match = looking.exec(text)) {
			const { start = match.index, end, opens } = read(text, match.index, looking.lastIndex);
			looking.lastIndex = Math.max(looking.lastIndex, end);
			if (opens) yield {
				kind: name,
				start,
				end
			};
		}
	}
}
function secretsOf(text) {
	if (!mayHoldSecret(text)) return [];
	const found = new Map();
	for (const { kind, start } of spansOf(text)) if (!found.has(kind)) found.set(kind, text.slice(start, start + 4));
	return Array.from(found, ([kind, beginning]) => ({
		kind,
		beginning
	}));
}
function masked(text) {
	if (!mayHoldSecret(text)) return text;
	let rest = text;
	for (const { start, end } of spansOf(text)) rest = rest.slice(0, start + 4) + "*".repeat(Math.max(0, end - start - 4)) + rest.slice(end);
	return rest;
}
// src/dataset/quote.ts
const QUOTED = 60;
const REACH = 8e3;
function quote(text) {
	const safe = masked(text.slice(0, REACH));
	const short = safe.length > QUOTED ? `${safe.slice(0, QUOTED)}…` : safe;
	return { quote: `"${withUnseenWritten(short)}"` };
}
const quoteKey = (key) => ({
	...quote(key),
	key: true
});
const quoteValue = (value) => ({ quote: String(value) });
// src/dataset/rules/rule.ts
function rule(made) {
	return made;
}
const SFT = "https://developers.openai.com/api/docs/guides/supervised-fine-tuning";
const BEST = "https://developers.openai.com/api/docs/guides/fine-tuning-best-practices";
const DPO = "https://developers.openai.com/api/docs/guides/direct-preference-optimization";
const RFT = "https://developers.openai.com/api/docs/guides/reinforcement-fine-tuning";
const VISION = "https://developers.openai.com/api/docs/guides/vision-fine-tuning";
const BEDROCK = "https://docs.aws.amazon.com/bedrock/latest/userguide/rft-prepare-data-open-weight.html";
const AZURE = "https://learn.microsoft.com/azure/ai-foundry/openai/quotas-limits";
const TOGETHER = "https://github.com/togethercomputer/together-typescript/blob/main/src/lib/check-file.ts";
const FIREWORKS = "https://docs.fireworks.ai/fine-tuning/fine-tuning-models";
const COOKBOOK = "https://github.com/openai/openai-cookbook/blob/main/examples/Chat_finetuning_data_prep.ipynb";
const RFC = "https://www.rfc-editor.org/rfc/rfc8259";
const PRACTICE = "practice";
// src/dataset/rules/tool-order.ts
function* breaksIn(before, messages) {
	const open = new Set();
	const answered = new Set();
	const left = new Set();
	for (const [at, message] of [...before, ...messages].entries()) for (const found of stepOf(message, {
		open,
		answered,
		left
	})) if (at >= before.length) yield {
		...found,
		index: at - before.length
	};
}
function* stepOf(message, { open, answered, left }) {
	if (message.role === "tool") {
		const id = message.tool_call_id ?? void 0;
		const [expected] = open;
		if (id !== void 0 && (open.delete(id) || left.delete(id))) answered.add(id);
		else if (id !== void 0 && answered.has(id)) yield {
			kind: "answered-twice",
			id,
			open: []
		};
		else {
			yield {
				kind: "unasked",
				id,
				open: [...open]
			};
			if (expected !== void 0) open.delete(expected);
		}
		return;
	}
	const [waiting] = open;
	if (waiting !== void 0) {
		yield {
			kind: "unanswered",
			id: waiting,
			open: [...open]
		};
		for (const id of open) left.add(id);
		open.clear();
	}
	for (const { id } of message.tool_calls ?? []) {
		if (open.has(id)) yield {
			kind: "same-id",
			id,
			open: []
		};
		open.add(id);
		answered.delete(id);
	}
}
function* functionBreaksIn(before, messages) {
	let called;
	for (const [at, { role, name, function_call }] of [...before, ...messages].entries()) {
		const answers = role === "function";
		if ((answers || called !== void 0) && (!answers || called === void 0 || name !== called) && at >= before.length) yield {
			index: at - before.length,
			called
		};
		called = function_call?.name;
	}
}
// src/dataset/rules/talk.ts
const EMBEDDED = /^data:image\/(?<type>jpe?g|png|webp);base64,/i;
function embeddedIn(url) {
	const type = EMBEDDED.exec(url.slice(0, 40))?.groups?.type?.toLowerCase();
	if (type === void 0) return void 0;
	const data = url.slice(url.indexOf(",") + 1);
	return {
		type,
		data,
		size: Math.floor(data.length * 3 / 4)
	};
}
function imageOf(placed) {
	const given = placed.part.image_url;
	const held = typeof given === "object" && given !== null;
	const url = held ? Reflect.get(given, "url") : void 0;
	const detail = held ? Reflect.get(given, "detail") : void 0;
	return typeof url === "string" ? {
		...placed,
		url,
		detail,
		embedded: embeddedIn(url)
	} : {
		...placed,
		url: void 0,
		detail,
		embedded: void 0
	};
}
function* callsOf({ tool_calls, function_call }, index) {
	for (const [at, { id, function: called }] of (tool_calls ?? []).entries()) yield {
		index,
		id,
		name: called.name,
		args: called.arguments,
		at: `tool_calls[${at}].function`
	};
	if (function_call != null) yield {
		index,
		id: void 0,
		name: function_call.name,
		args: function_call.arguments,
		at: "function_call"
	};
}
function talkOf(conversation, list = "messages", before = []) {
	const calls = [];
	const parts = [];
	for (const [index, message] of conversation.messages.entries()) {
		for (const call of callsOf(message, index)) calls.push(call);
		const { role, content } = message;
		if (Array.isArray(content)) for (const [at, part] of content.entries()) parts.push({
			index,
			role,
			at,
			part
		});
	}
	const images = parts.filter(({ part }) => part.type === "image_url").map(imageOf);
	const hasAnswers = conversation.messages.some(({ role }) => role === "tool" || role === "function");
	const isOrdered = calls.length === 0 && !hasAnswers && !before.some(isCall);
	const breaks = isOrdered ? [] : [...breaksIn(before, conversation.messages)];
	const functionBreaks = isOrdered ? [] : [...functionBreaksIn(before, conversation.messages)];
	return {
		...conversation,
		list,
		before,
		calls,
		parts,
		images,
		breaks,
		functionBreaks
	};
}
const placeIn = ({ list }, index, inside = "") => ours(`${list}[${index}]${inside === "" ? "" : `.${inside}`}`);
const isAnswer = ({ role }) => role === "assistant";
const isCall = ({ tool_calls, function_call }) => (tool_calls?.length ?? 0) > 0 || function_call != null;
// src/dataset/rules/chat.ts
const CHAT_RULES = [
	rule({
		id: "chat/no-assistant-message",
		severity: "error",
		summary: "The conversation has no message of the assistant to learn from",
		fix: "Add the answer.",
		source: COOKBOOK,
		check({ messages }, report) {
			if (!messages.some(isAnswer)) report(words`The conversation has no message of the assistant.`);
		}
	}),
	rule({
		id: "chat/last-not-assistant",
		severity: "warning",
		summary: "The last message is not by the assistant",
		fix: "End the conversation with the answer.",
		source: SFT,
		once: "warning",
		check({ messages }, report) {
			const role = messages.at(-1)?.role ?? "";
			if (role !== "assistant" && messages.some(isAnswer)) report(words`The last message is by ${quote(role)}.`);
		}
	}),
	rule({
		id: "chat/nothing-learned",
		severity: "warning",
		summary: "Every message of the assistant has weight 0, so nothing is learned",
		fix: "Give the answer weight 1, or remove the row.",
		source: SFT,
		check({ messages }, report) {
			const answers = messages.filter(isAnswer);
			if (answers.length > 0 && answers.every(({ weight }) => weight === 0)) report(words`Every answer has weight 0.`);
		}
	}),
	rule({
		id: "chat/missing-user",
		severity: "warning",
		summary: "The conversation has no message by a user",
		fix: "Add the question.",
		source: COOKBOOK,
		once: "warning",
		check({ messages }, report) {
			if (!messages.some(({ role }) => role === "user")) report(words`No message is by a user.`);
		}
	})
];
// src/dataset/formats/messages.ts
const ToolCall = _lazy(() => looseObject({
	id: string(),
	type: literal("function"),
	function: looseObject({
		name: string(),
		arguments: string()
	})
}));
const ContentPart = _lazy(() => pipe(looseObject({
	type: string(),
	text: nullish(string()),
	refusal: nullish(string())
}).check(refine(({ type, text }) => type !== "text" || text != null, "a part of type text with its text"), refine(({ type, refusal }) => type !== "refusal" || refusal != null, "a part of type refusal with its refusal")), transform(({ text, refusal, ...part }) => ({
	...part,
	...text == null ? {} : { text },
	...refusal == null ? {} : { refusal }
}))));
const ROLES$1 = [
	"system",
	"developer",
	"user",
	"assistant",
	"tool",
	"function"
];
const Message = _lazy(() => looseObject({
	role: _enum(ROLES$1, { error: `one of ${ROLES$1.join(", ")}` }),
	content: nullish(union([string(), array(ContentPart)], { error: "a text, a list of parts, or null" })),
	name: nullish(string({ error: "a text" })),
	weight: nullish(union([literal(0), literal(1)], { error: "0 or 1" })),
	refusal: nullish(string({ error: "a text" })),
	tool_calls: nullish(array(ToolCall, { error: "a list of tool calls" })),
	tool_call_id: nullish(string({ error: "a text" })),
	function_call: nullish(looseObject({
		name: string(),
		arguments: string()
	}))
}));
const messages = _lazy(() => array(Message, { error: "a list of messages" }).check(_minLength(1, "a list of at least one message")));
const Tool = _lazy(() => looseObject({
	type: optional(unknown()),
	function: optional(unknown())
}, { error: "the definition of a tool" }));
const tools = nullish(_lazy(() => array(Tool, { error: "a list of tools" })));
const parallel_tool_calls = nullish(boolean({ error: "true or false" }));
const functions = nullish(_lazy(() => array(looseObject({ name: string() })).check(_maxLength(128, "a list of at most 128 functions"))));
function plainText(content) {
	if (typeof content === "string") return content;
	return (content ?? []).map((part) => typeof part.text === "string" ? part.text : "").join("");
}
// src/dataset/rules/content.ts
const LARGEST_IMAGE = 1e7;
const PARTS = new Set([
	"text",
	"refusal",
	"image_url"
]);
const DETAILS = new Set([
	void 0,
	null,
	"auto",
	"low",
	"high"
]);
const HTTP = /^http:\/\//i;
const HTTPS_OR_DATA = /^(?:https:\/\/|data:image\/(?:jpe?g|png|webp);base64,)/i;
const isJpeg = (bytes) => bytes.subarray(0, 3).toString("hex") === "ffd8ff";
const BEGINNINGS = {
	jpeg: isJpeg,
	jpg: isJpeg,
	png: (bytes) => bytes.subarray(0, 8).toString("hex") === "89504e470d0a1a0a",
	webp: (bytes) => bytes.toString("latin1", 0, 4) === "RIFF" && bytes.toString("latin1", 8, 12) === "WEBP"
};
const partIn = (talk, { index, at }, inside = "") => placeIn(talk, index, `content[${at}]${inside}`);
function described(value) {
	if (value === void 0) return ours("missing");
	if (typeof value === "string") return quote(value);
	return typeof value === "object" && value !== null ? ours("an object without it") : quoteValue(value);
}
const CONTENT_RULES = [
	rule({
		id: "chat/part-type",
		severity: "error",
		summary: "A part of the content is of a type that cannot be trained on",
		fix: "Keep parts of the types text and image_url.",
		source: SFT,
		check(talk, report) {
			for (const placed of talk.parts) if (!PARTS.has(placed.part.type)) report(words`${partIn(talk, placed)} is of the type ${quote(placed.part.type)}.`);
		}
	}),
	rule({
		id: "chat/image-role",
		severity: "error",
		summary: "An image stands in a message that is not by the user",
		fix: "Move it to a message of the user.",
		source: VISION,
		check(talk, report) {
			for (const { index, role } of talk.images) if (role !== "user") report(words`${placeIn(talk, index)} is by ${quote(role)} and holds an image.`);
		}
	}),
	rule({
		id: "chat/image-detail",
		severity: "error",
		summary: "The detail of an image is not one that the API knows",
		fix: "Write \"auto\", \"low\" or \"high\", or take detail out.",
		source: VISION,
		check(talk, report) {
			for (const placed of talk.images) if (!DETAILS.has(placed.detail)) report(words`${partIn(talk, placed, ".image_url.detail")} is ${quote(String(placed.detail))}.`);
		}
	}),
	rule({
		id: "chat/image-url",
		severity: "error",
		summary: "An image has no URL that is read: neither https nor a data URL of a JPEG, PNG or WEBP, in an object",
		fix: "Write {\"type\": \"image_url\", \"image_url\": {\"url\": \"https://…\"}}, or embed it in base64.",
		source: VISION,
		check(talk, report) {
			for (const placed of talk.images) {
				const { url, part } = placed;
				if (url === void 0) report(words`${partIn(talk, placed, ".image_url")} is ${described(part.image_url)}; it must be an object with url.`);
				else if (!HTTPS_OR_DATA.test(url.slice(0, 40)) && !HTTP.test(url)) report(words`${partIn(talk, placed, ".image_url.url")} is ${quote(url)}.`);
			}
		}
	}),
	rule({
		id: "chat/image-http",
		severity: "warning",
		summary: "The URL of an image is plain http, which not every platform fetches",
		fix: "Write https.",
		source: VISION,
		once: "warning",
		check({ images }, report) {
			for (const { url } of images) if (url !== void 0 && HTTP.test(url)) report(words`An image is at ${quote(url)}.`);
		}
	}),
	rule({
		id: "chat/image-too-large",
		severity: "error",
		summary: "An embedded image has more than 10 MB",
		fix: "Make it smaller.",
		source: VISION,
		check(talk, report) {
			for (const placed of talk.images) if (placed.embedded !== void 0 && placed.embedded.size > LARGEST_IMAGE) report(words`${partIn(talk, placed)} embeds an image of ${placed.embedded.size} bytes.`);
		}
	}),
	rule({
		id: "chat/image-data",
		severity: "error",
		summary: "What an embedded image holds is not the picture that its URL promises; providers leave such pictures out in silence",
		fix: "Encode the file in base64 again, under its own type.",
		source: VISION,
		check(talk, report) {
			for (const placed of talk.images) {
				const { embedded } = placed;
				if (embedded === void 0 || embedded.size > LARGEST_IMAGE) continue;
				const { type, data } = embedded;
				if (/[^A-Za-z0-9+/=]/.test(data)) report(words`${partIn(talk, placed)} embeds an image that is not base64.`);
				else if (BEGINNINGS[type]?.(Buffer.from(data.slice(0, 24), "base64")) !== true) report(words`${partIn(talk, placed)} embeds an image that is not ${ours(type)}.`);
			}
		}
	}),
	rule({
		id: "chat/too-many-images",
		severity: "error",
		summary: "The row has more images than the provider takes",
		fix: "Take images out.",
		source: VISION,
		check({ images }, report, { profile: { imagesPerRow } }) {
			if (images.length > imagesPerRow) report(words`The row has ${images.length} images; ${imagesPerRow} are allowed.`);
		}
	})
];
// src/dataset/rules/examples.ts
const user = {
	role: "user",
	content: "Tell me."
};
const assistant = {
	role: "assistant",
	content: "All right."
};
const row = (...messages) => JSON.stringify({ messages });
row(user, assistant);
row({
	role: "user",
	content: "And then?"
}, {
	role: "assistant",
	content: "Nothing more."
});
[
	"q7Rk",
	"Zp2x",
	"VbN8",
	"sLd4",
	"TgYw",
	"9MfJ",
	"hC3u",
	"Xe6K",
	"aWzB",
	"r5Qt",
	"Hn1v",
	"Pj8D"
].join("");
// src/dataset/rules/message.ts
const KEYS = new Set([
	"role",
	"content",
	"name",
	"weight",
	"refusal",
	"tool_calls",
	"tool_call_id",
	"function_call",
	"audio"
]);
const NAME$1 = /^[^\s<|\\/>]+$/;
const MAY_BE_EMPTY = new Set([
	"assistant",
	"tool",
	"function"
]);
const isEmpty = ({ content }) => content == null || content.length === 0;
const saysNothing = ({ content }) => content === "" || Array.isArray(content) && content.length > 0 && content.every(({ type, text }) => type === "text" && text === "");
function isBlank$1(content) {
	return typeof content === "string" ? content.trim() === "" : (content ?? []).every(({ type, text }) => type === "text" && typeof text === "string" && text.trim() === "");
}
function lacksContent({ role, content }) {
	if (role === "assistant") return false;
	return content == null || Array.isArray(content) && content.length === 0 && role !== "tool" && role !== "function";
}
const TALKERS = new Set([
	"system",
	"user",
	"assistant"
]);
const MESSAGE_RULES = [
	rule({
		id: "chat/unknown-message-key",
		severity: "error",
		summary: "A message has a key that the API does not take",
		fix: "Remove it.",
		source: COOKBOOK,
		check(talk, report) {
			for (const [index, message] of talk.messages.entries()) for (const key of Object.keys(message)) if (!KEYS.has(key)) report(words`${placeIn(talk, index)} has the key ${quoteKey(key)}.`);
		}
	}),
	rule({
		id: "chat/name",
		severity: "warning",
		summary: "A name has a blank or a character that the API refuses",
		fix: "Write it without blanks and without < | \\ / >.",
		source: SFT,
		once: "warning",
		check({ messages }, report) {
			for (const { role, name } of messages) if (name != null && role !== "function" && !NAME$1.test(name)) report(words`The name of a message is ${quote(name)}.`);
		}
	}),
	rule({
		id: "chat/weight-role",
		severity: "error",
		summary: "A weight stands on a message that is not by the assistant",
		fix: "Remove the weight.",
		source: SFT,
		check(talk, report) {
			for (const [index, { role, weight }] of talk.messages.entries()) if (role !== "assistant" && weight != null) report(words`${placeIn(talk, index)} is by ${quote(role)} and has a weight.`);
		}
	}),
	rule({
		id: "chat/developer-role",
		severity: "warning",
		summary: "The role developer is not known to every server of this API",
		fix: "Write system, unless your server takes developer.",
		source: PRACTICE,
		once: "warning",
		check({ messages }, report, { profile: { developerRole } }) {
			if (!developerRole && messages.some(({ role }) => role === "developer")) report(words`A message is by ${quote("developer")}.`);
		}
	}),
	rule({
		id: "chat/turns",
		severity: "warning",
		summary: "Two messages in a row are by the same speaker, and the platform asks for turns",
		fix: "Join them, or write what was said between them.",
		source: TOGETHER,
		once: "warning",
		check(talk, report, { profile: { takesTurns } }) {
			if (!takesTurns) return;
			const { messages } = talk;
			const at = messages.findIndex(({ role }, index) => TALKERS.has(role) && role === messages[index - 1]?.role);
			if (at > 0) report(words`${placeIn(talk, at)} is by ${quote(messages[at]?.role ?? "")}, as the one before it.`);
		}
	}),
	rule({
		id: "chat/system-first",
		severity: "error",
		summary: "A message by the system is not the first one, and the platform takes it there alone",
		fix: "Move it to the beginning, or join it with the one that is there.",
		source: FIREWORKS,
		check(talk, report, { profile: { systemFirst } }) {
			if (!systemFirst) return;
			const at = talk.messages.findIndex(({ role }, index) => index > 0 && role === "system");
			if (at > 0) report(words`${placeIn(talk, at)} is by ${quote("system")}.`);
		}
	}),
	rule({
		id: "chat/no-content",
		severity: "error",
		summary: "A message that must have content has none",
		fix: "Write its content, or remove the message.",
		source: SFT,
		check(talk, report) {
			for (const [index, message] of talk.messages.entries()) if (lacksContent(message)) report(words`${placeIn(talk, index)} is by ${quote(message.role)} and has no content.`);
		}
	}),
	rule({
		id: "chat/empty-message",
		severity: "warning",
		summary: "A message has an empty text",
		fix: "Write its text, or remove the message.",
		source: PRACTICE,
		once: "warning",
		check({ messages }, report) {
			for (const message of messages) if (!MAY_BE_EMPTY.has(message.role) && saysNothing(message)) report(words`The message of the ${ours(message.role)} is empty.`);
		}
	}),
	rule({
		id: "chat/empty-answer",
		severity: "error",
		summary: "A message of the assistant has neither content nor calls",
		fix: "Add the answer, or remove the message.",
		source: SFT,
		check(talk, report) {
			for (const [index, message] of talk.messages.entries()) if (isAnswer(message) && !isCall(message) && isEmpty(message) && message.refusal == null) report(words`${placeIn(talk, index)} has neither content nor calls.`);
		}
	}),
	rule({
		id: "chat/blank-answer",
		severity: "warning",
		summary: "The answer is white space alone",
		fix: "Write the answer, or remove the message.",
		source: PRACTICE,
		check(talk, report) {
			for (const [index, message] of talk.messages.entries()) if (isAnswer(message) && !isCall(message) && !isEmpty(message) && isBlank$1(message.content)) report(words`${placeIn(talk, index)} answers ${quote(plainText(message.content))}.`);
		}
	})
];
// src/dataset/rules/tool-answers.ts
const TOOL_ANSWER_RULES = [
	rule({
		id: "chat/tool-call-unanswered",
		severity: "error",
		summary: "A tool call is not followed at once by its answer",
		fix: "Put the message of the tool right after the call, or end the conversation at the call.",
		source: SFT,
		check(given, report) {
			for (const { kind, index, id, open } of given.breaks) {
				if (kind !== "unanswered") continue;
				const more = open.length > 1 ? words` and ${open.length - 1} more` : words``;
				report(words`The call ${quote(id ?? "")}${more} has no answer before ${placeIn(given, index)}.`);
			}
		}
	}),
	rule({
		id: "chat/tool-answer-without-call",
		severity: "error",
		summary: "A tool answers a call that was not made, or that is answered already",
		fix: "Set tool_call_id to the ID of the call before it.",
		source: SFT,
		check(given, report) {
			for (const { kind, index, id, open } of given.breaks) {
				const at = placeIn(given, index);
				if (kind === "answered-twice") report(words`${at} answers ${quote(id ?? "")} a second time.`);
				if (kind !== "unasked") continue;
				const [expected] = open;
				const what = id === void 0 ? words`${at} has no tool_call_id` : words`${at} answers ${quote(id)}, which is not called before it`;
				report(expected === void 0 ? words`${what}.` : words`${what}; the call that waits is ${quote(expected)}.`);
			}
		}
	}),
	rule({
		id: "chat/tool-call-id-twice",
		severity: "warning",
		summary: "Two calls of one message have the same ID, so it is not clear which one an answer is for",
		fix: "Give each call its own ID.",
		source: SFT,
		check(given, report) {
			for (const { kind, index, id } of given.breaks) if (kind === "same-id") report(words`${placeIn(given, index)} makes another call ${quote(id ?? "")}.`);
		}
	}),
	rule({
		id: "chat/function-answer",
		severity: "warning",
		summary: "A function is called and not answered at once, or answered and not called",
		fix: "Put the message of the function right after its call, under its name.",
		source: PRACTICE,
		check(given, report) {
			for (const { index, called } of given.functionBreaks) {
				const what = called === void 0 ? words`, and no function is called before it` : words`, and ${quote(called)} is called before it`;
				report(words`${placeIn(given, index)} is by ${quote(given.messages[index]?.role ?? "")}${what}.`);
			}
		}
	}),
	rule({
		id: "chat/tool-content-parts",
		severity: "warning",
		summary: "The answer of a tool is a list of parts, which not every platform takes",
		fix: "Write it as a text.",
		source: PRACTICE,
		once: "warning",
		check({ messages }, report) {
			if (messages.some(({ role, content }) => (role === "tool" || role === "function") && Array.isArray(content))) report(words`The message of a tool has a list of parts.`);
		}
	})
];
// src/dataset/rules/tools.ts
const NAME = /^[\w-]{1,64}$/;
const Definition = looseObject({
	type: literal("function"),
	function: looseObject({ name: string().check(_regex(NAME)) })
});
const CALL_KEYS = new Set([
	"id",
	"type",
	"function"
]);
const FUNCTION_KEYS = new Set(["name", "arguments"]);
function nameOf$1(tool) {
	return typeof tool.function === "object" && tool.function !== null ? Reflect.get(tool.function, "name") : void 0;
}
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
const isObjectInText = (value) => typeof value === "string" && isMap(parsed(value));
function definedFor({ tools: given, functions }, { id }) {
	return id === void 0 ? (functions ?? []).map(({ name }) => name) : (given ?? []).map(nameOf$1);
}
const TOOL_RULES = [
	rule({
		id: "chat/tool-definition",
		severity: "error",
		summary: "A tool or a function is not defined as the API describes it",
		fix: "Write {\"type\": \"function\", \"function\": {\"name\", \"parameters\"}}, the name of 1 to 64 letters, digits, _ and -.",
		source: SFT,
		check({ tools: given, functions: old, list, before }, report) {
			if (before.length > 0) return;
			const at = list.slice(0, list.lastIndexOf("messages"));
			for (const [index, tool] of (given ?? []).entries()) if (!Definition.safeParse(tool).success) report(words`${[at]}tools[${index}] is ${quote(JSON.stringify(tool))}.`);
			for (const [index, { name }] of (old ?? []).entries()) if (!NAME.test(name)) report(words`${[at]}functions[${index}].name is ${quote(name)}.`);
		}
	}),
	rule({
		id: "chat/no-calls",
		severity: "warning",
		summary: "A list of tool calls is empty",
		fix: "Take tool_calls out of messages that call nothing.",
		source: SFT,
		once: "warning",
		check({ messages }, report) {
			if (messages.some(({ tool_calls }) => tool_calls?.length === 0)) report(words`A message has tool_calls: [].`);
		}
	}),
	rule({
		id: "chat/caller",
		severity: "error",
		summary: "A message that is not by the assistant calls a tool",
		fix: "Move the call to a message of the assistant.",
		source: SFT,
		check(talk, report) {
			for (const [index, message] of talk.messages.entries()) if (message.role !== "assistant" && isCall(message)) report(words`${placeIn(talk, index)} is by ${quote(message.role)} and calls a tool.`);
		}
	}),
	rule({
		id: "chat/unknown-call-key",
		severity: "warning",
		summary: "A call has a key that the API does not describe",
		fix: "Remove it.",
		source: SFT,
		once: "warning",
		check({ messages }, report) {
			const look = (value, known) => {
				for (const key of Object.keys(value)) if (!known.has(key)) report(words`A call has the key ${quoteKey(key)}.`);
			};
			for (const { tool_calls, function_call } of messages) {
				for (const made of tool_calls ?? []) {
					look(made, CALL_KEYS);
					look(made.function, FUNCTION_KEYS);
				}
				if (function_call != null) look(function_call, FUNCTION_KEYS);
			}
		}
	}),
	rule({
		id: "chat/tool-arguments",
		severity: "error",
		summary: "The arguments of a call are not a JSON object, written as a text",
		fix: "Write them as the text of a JSON object.",
		source: SFT,
		check(talk, report) {
			for (const { index, at, name, args } of talk.calls) {
				const value = parsed(args);
				if (!isMap(value) && !isObjectInText(value)) report(words`${placeIn(talk, index, at)}.arguments, of ${quote(name)}, is ${quote(args)}.`);
			}
		}
	}),
	rule({
		id: "chat/arguments-encoded-twice",
		severity: "warning",
		summary: "The arguments of a call are encoded twice, and so the model learns to write them",
		fix: "Encode them once: they are the text of a JSON object, not the text of such a text.",
		source: PRACTICE,
		once: "warning",
		check({ calls: made }, report) {
			for (const { name, args } of made) if (isObjectInText(parsed(args))) report(words`The arguments of ${quote(name)} are encoded twice: ${quote(args)}.`);
		}
	}),
	rule({
		id: "chat/call-name",
		severity: "error",
		summary: "A call names what no tool can be called",
		fix: "Write a name of 1 to 64 letters, digits, _ and -.",
		source: SFT,
		check(talk, report) {
			for (const made of talk.calls) {
				const { index, at, name } = made;
				if (!NAME.test(name) && !definedFor(talk, made).includes(name)) report(words`${placeIn(talk, index, at)}.name is ${quote(name)}.`);
			}
		}
	}),
	rule({
		id: "chat/tool-unknown",
		severity: "warning",
		summary: "A tool is called that tools does not define",
		fix: "Add it to tools.",
		source: SFT,
		check(talk, report) {
			for (const made of talk.calls) {
				const defined = definedFor(talk, made);
				if (defined.length > 0 && NAME.test(made.name) && !defined.includes(made.name)) report(words`${placeIn(talk, made.index)} calls ${quote(made.name)}.`);
			}
		}
	}),
	rule({
		id: "chat/no-tools",
		severity: "warning",
		summary: "Tools are called in rows that define none",
		fix: "Give each row the tools that it calls.",
		source: SFT,
		once: "warning",
		check(talk, report) {
			const made = talk.calls.find((one) => NAME.test(one.name) && definedFor(talk, one).length === 0);
			if (made !== void 0) report(words`The row calls ${quote(made.name)} and defines no tools.`);
		}
	}),
	rule({
		id: "chat/parallel-calls",
		severity: "warning",
		summary: "A message makes several calls, but parallel_tool_calls is false",
		fix: "Make one call in each message, or take parallel_tool_calls out.",
		source: SFT,
		once: "warning",
		check({ messages, parallel_tool_calls }, report) {
			if (parallel_tool_calls === false && messages.some(({ tool_calls }) => (tool_calls?.length ?? 0) > 1)) report(words`A message makes several calls.`);
		}
	}),
	rule({
		id: "chat/deprecated-functions",
		severity: "warning",
		summary: "functions and function_call are deprecated",
		fix: "Write tools and tool_calls.",
		source: SFT,
		once: "warning",
		check({ messages, functions: old }, report) {
			if (old != null || messages.some(({ function_call, role }) => function_call != null || role === "function")) report(words`The row uses functions, function_call or the role function.`);
		}
	})
];
// src/dataset/rules/talk-rules.ts
const WRITTEN_RULES = [
	...MESSAGE_RULES,
	...TOOL_RULES,
	...TOOL_ANSWER_RULES
];
const TALK_RULES = [...WRITTEN_RULES, ...CONTENT_RULES];
// src/dataset/rules/completion.ts
const COMPLETION_RULES = [rule({
	id: "completion/empty",
	severity: "error",
	summary: "The completion is empty",
	fix: "Add the text to learn.",
	source: SFT,
	check({ completion: text }, report) {
		if (text.trim() === "") report(words`The completion is empty.`);
	}
})];
// src/dataset/rules/preference.ts
const outputsOf$1 = ({ preferred_output, non_preferred_output }) => [["preferred_output", preferred_output], ["non_preferred_output", non_preferred_output]];
const PREFERENCE_RULES = [
	rule({
		id: "preference/output-role",
		severity: "error",
		summary: "An output has a message that is not by the assistant",
		fix: "Keep the message of the assistant only.",
		source: DPO,
		check(pair, report) {
			for (const [name, messages] of outputsOf$1(pair)) {
				const foreign = messages.find(({ role }) => role !== "assistant" && role !== "tool");
				if (foreign !== void 0) report(words`${ours(name)} has a message by ${quote(foreign.role)}.`);
				if (!messages.some(({ role }) => role === "assistant")) report(words`${ours(name)} has no message by the assistant.`);
			}
		}
	}),
	rule({
		id: "preference/output-count",
		severity: "warning",
		summary: "An output has more than one message",
		fix: "Keep one message in each output.",
		source: DPO,
		once: "warning",
		check(pair, report) {
			for (const [name, messages] of outputsOf$1(pair)) if (messages.length > 1) report(words`${ours(name)} has ${messages.length} messages.`);
		}
	}),
	rule({
		id: "preference/not-text",
		severity: "error",
		summary: "The row holds something other than text",
		fix: "Write text only.",
		source: DPO,
		check(pair, report) {
			for (const [name, messages] of [["input", pair.input.messages], ...outputsOf$1(pair)]) if (messages.some(({ content }) => Array.isArray(content) && content.some(({ type }) => type !== "text"))) report(words`${ours(name)} holds a part that is not text.`);
		}
	}),
	rule({
		id: "preference/identical",
		severity: "warning",
		summary: "Both outputs are the same, so there is nothing to prefer",
		fix: "Change one of them, or remove the row.",
		source: DPO,
		check({ preferred_output, non_preferred_output }, report) {
			if (JSON.stringify(preferred_output) === JSON.stringify(non_preferred_output)) report(words`Both outputs are the same.`);
		}
	}),
	rule({
		id: "preference/last-assistant",
		severity: "warning",
		summary: "The last message of the input is by the assistant",
		fix: "End the input with the question.",
		source: DPO,
		once: "warning",
		check({ input }, report) {
			if (input.messages.at(-1)?.role === "assistant") report(words`The input ends with a message by the assistant.`);
		}
	})
];
// src/dataset/rules/reinforcement.ts
const isIndex = (step) => /^\d+$/.test(step);
const named = (path) => path.reduce((text, step) => isIndex(step) ? `${text}[${step}]` : `${text}.${step}`, "item");
function kindOf(value) {
	if (value === null || value === void 0) return "null";
	if (Array.isArray(value)) return "a list";
	return typeof value === "object" ? "an object" : typeof value === "string" ? "a text" : `a ${typeof value}`;
}
function gapIn(row, { path, printed }) {
	let value = row;
	for (const [index, step] of path.entries()) {
		const before = named(path.slice(0, index));
		if (typeof value !== "object" || value === null) return `${before} is ${kindOf(value)}`;
		if (!Object.hasOwn(value, step) || Array.isArray(value) && !isIndex(step)) return index === 0 ? "" : `${before} has no ${step}`;
		value = Reflect.get(value, step);
	}
	return printed === true && (value === null || value === void 0) ? `${named(path)} is null` : void 0;
}
function* gapsIn(row, reads, optional) {
	for (const read of reads) {
		if (read.optional === true !== optional) continue;
		const gap = gapIn(row, read);
		if (gap !== void 0) yield `The grader uses ${named(read.path)}, which the row does not have${gap === "" ? "" : `: ${gap}`}.`;
	}
}
const REINFORCEMENT_RULES = [
	rule({
		id: "reinforcement/missing-item",
		severity: "error",
		summary: "The grader uses a field that the row does not have",
		fix: "Add the field to the row, or take it out of the grader.",
		source: RFT,
		check(given, report, { graderItems }) {
			for (const gap of gapsIn(given, graderItems, false)) report(ours(gap));
		}
	}),
	rule({
		id: "reinforcement/absent-item",
		severity: "warning",
		summary: "The grader asks for a field that rows do not have, and goes on without it",
		fix: "Add the field to the rows, if the grader is to see it.",
		source: RFT,
		once: "warning",
		check(given, report, { graderItems }) {
			for (const gap of gapsIn(given, graderItems, true)) report(ours(gap));
		}
	}),
	rule({
		id: "reinforcement/system-role",
		severity: "warning",
		summary: "The API describes no role system for reinforcement",
		fix: "Write developer.",
		source: RFT,
		once: "warning",
		check({ messages }, report, { profile: { developerRole } }) {
			if (developerRole && messages.some(({ role }) => role === "system")) report(words`A message is by ${quote("system")}.`);
		}
	}),
	rule({
		id: "reinforcement/last-not-user",
		severity: "error",
		summary: "The last message is not by the user",
		fix: "End the prompt with the message of the user.",
		source: RFT,
		check({ messages }, report) {
			const role = messages.at(-1)?.role ?? "";
			if (role !== "user") report(words`The last message is by ${quote(role)}.`);
		}
	})
];
// src/dataset/rules/text-row.ts
const TEXT_ROW_RULES = [rule({
	id: "text/empty",
	severity: "error",
	summary: "The text is empty",
	fix: "Write the text to learn, or remove the row.",
	source: TOGETHER,
	check({ text }, report) {
		if (text.trim() === "") report(words`The text is empty.`);
	}
})];
// src/dataset/rules/secrets.ts
[
	"AKIA",
	"Q3ZT",
	"WPH7",
	"LX5M",
	"BDJ2"
].join("");
const SECRET_RULES = [rule({
	id: "row/secret",
	severity: "error",
	severityFor: (_, allowSecrets) => allowSecrets ? "warning" : "error",
	summary: "The text holds what looks like a credential, which a model memorises",
	fix: "Remove it, or write allow_secrets: true.",
	source: PRACTICE,
	check(row, report) {
		if (!mayHoldSecret(row.line) && !row.hides) return;
		const found = new Map(row.texts.flatMap(secretsOf).map((secret) => [secret.kind, secret]));
		for (const { kind, beginning } of found.values()) report(words`The text holds what looks like ${ours(kind)} (${ours(beginning)}…).`);
	}
})];
// src/dataset/rules/text.ts
const SPECIAL = /<\|(?:endoftext|endofprompt|im_start|im_end|im_sep|fim_prefix|fim_middle|fim_suffix|start|end|message|channel|return|call)\|>/;
const HALF = /\\u[dD][89a-fA-F]/;
const TEXT_RULES = [
	rule({
		id: "row/special-token",
		severity: "error",
		summary: "The text holds a special token of the model, which fails the job",
		fix: "Remove it, or break it up.",
		source: PRACTICE,
		check(row, report) {
			if (!row.line.includes("<|") && !row.hides) return;
			for (const text of row.texts) {
				const special = SPECIAL.exec(text)?.[0];
				if (special === void 0) continue;
				report(words`The text holds ${quote(special)}.`);
				return;
			}
		}
	}),
	rule({
		id: "row/lone-surrogate",
		severity: "error",
		summary: "The text holds half of a surrogate pair",
		fix: "Write the whole character, or remove it.",
		source: RFC,
		check(row, report) {
			if (HALF.test(row.line) && !row.texts.every((text) => text.isWellFormed())) report(words`The text holds half of a surrogate pair.`);
		}
	}),
	rule({
		id: "row/nul",
		severity: "warning",
		summary: "The text holds a NUL character",
		fix: "Remove it.",
		source: PRACTICE,
		check(row, report) {
			if (row.line.includes("\\u0000") && row.texts.some((text) => text.includes("\0"))) report(words`The text holds a NUL character.`);
		}
	})
];
// src/dataset/rules/beginning.ts
const BEGINNING_RULES = [
	rule({
		id: "file/git-lfs-pointer",
		severity: "error",
		summary: "The file is a Git LFS pointer, not the data",
		fix: "Check out with lfs: true in actions/checkout.",
		source: PRACTICE,
		whole: true
	}),
	rule({
		id: "file/utf16",
		severity: "error",
		summary: "The file is UTF-16, or UTF-32",
		fix: "Convert it: iconv -f UTF-16 -t UTF-8 FILE > NEW",
		source: SFT,
		whole: true
	}),
	rule({
		id: "file/other-format",
		severity: "error",
		summary: "The file is not JSON Lines, but of another kind, which is named",
		fix: "Convert it; the command stands with the name.",
		source: SFT,
		whole: true
	}),
	rule({
		id: "file/json-array",
		severity: "error",
		summary: "The file is one JSON array, not lines",
		fix: "Convert it: jq -c '.[]' FILE > NEW",
		source: SFT,
		whole: true
	}),
	rule({
		id: "file/pretty-json",
		severity: "error",
		summary: "The objects are spread over several lines, or several stand on one",
		fix: "Put each on one line: jq -c . FILE > NEW",
		source: SFT,
		whole: true
	})
];
// src/dataset/rules/evaluation.ts
const EVALUATION_RULES = [
	rule({
		id: "evaluation/leak",
		severity: "error",
		summary: "The prompt of an evaluation row stands in the training or validation data too",
		fix: "Remove it from one of the files: an answer that a model has memorised says nothing of it.",
		source: PRACTICE
	}),
	rule({
		id: "evaluation/no-prompt",
		severity: "error",
		summary: "An evaluation row asks nothing",
		fix: "Begin the row with what is asked, for example a message of the user.",
		source: PRACTICE
	}),
	rule({
		id: "evaluation/missing-item",
		severity: "error",
		summary: "An evaluation row lacks a field that the grader, cluster_by or tag_by reads",
		fix: "Add the field, or take it out of the grader or the input.",
		source: RFT
	})
];
// src/dataset/rules/file.ts
const ROWS = {
	training_file: 5e4,
	validation_file: 1e3
};
const IMAGE_ROWS = 5e4;
const KINDS = {
	chat: "messages",
	completion: "prompt and completion"
};
const isKnown = (format) => format !== void 0 && format in KINDS;
const CONVERSIONS = {
	chat: `jq -c '{messages: [{role: "user", content: .prompt}, {role: "assistant", content: (.completion | ltrimstr(" "))}]}' FILE > NEW`,
	completion: `jq -c '{prompt: ([.messages[:-1][].content] | join("\\n\\n")), completion: .messages[-1].content}' FILE > NEW`
};
const forModel = ({ model }) => model?.certain === false ? "warning" : "error";
const FILE_RULES = [
	rule({
		id: "file/empty",
		severity: "error",
		summary: "The file has no rows",
		fix: "Write one JSON object on each line.",
		source: SFT,
		whole: true,
		check({ rows, ended }, report) {
			if (rows === 0 && !ended) report(words`There are no rows.`);
		}
	}),
	rule({
		id: "file/too-few-rows",
		severity: "error",
		summary: "There are fewer rows than the provider takes",
		fix: "Add rows; 50 to 100 good ones are a beginning.",
		source: SFT,
		whole: true,
		check({ role, rows, ended }, report, { profile: { minimumRows } }) {
			if (rows > 0 && rows < minimumRows && role !== "validation_file" && !ended) report(words`The file has ${rows} row${ours(rows === 1 ? "" : "s")}; at least ${minimumRows} are needed.`);
		}
	}),
	rule({
		id: "file/too-many-rows",
		severity: "error",
		summary: "There are more rows than the provider takes",
		fix: "Take rows out.",
		source: BEDROCK,
		whole: true,
		check({ role, rows }, report, { profile: { maximumRows } }) {
			if (maximumRows !== void 0 && rows > maximumRows && role === "training_file") report(words`The file has ${rows} rows; at most ${maximumRows} are taken.`);
		}
	}),
	rule({
		id: "file/too-large",
		severity: "error",
		summary: "The file is larger than the provider takes",
		fix: "Take rows out.",
		source: AZURE,
		whole: true,
		check({ bytes }, report, { profile: { maximumBytes } }) {
			if (maximumBytes !== void 0 && bytes > maximumBytes) report(words`The file has ${bytes} bytes; at most ${maximumBytes} are taken.`);
		}
	}),
	rule({
		id: "file/too-many-image-rows",
		severity: "error",
		summary: "More rows hold images than the provider takes",
		fix: "Take rows out.",
		source: VISION,
		whole: true,
		check({ imageRows }, report) {
			if (imageRows > IMAGE_ROWS) report(words`${imageRows} rows hold images; at most ${IMAGE_ROWS} are taken.`);
		}
	}),
	rule({
		id: "file/format-for-model",
		severity: "error",
		severityFor: forModel,
		summary: "The rows are in a format that the model does not take",
		fix: "Or choose a model that takes them.",
		source: SFT,
		whole: true,
		check({ format }, report, { method, profile: { model } }) {
			if (model === void 0 || method !== "supervised" || !isKnown(format)) return;
			const [taken] = model.formats;
			if (taken !== void 0 && !model.formats.includes(format)) report(words`${ours(model.name)} takes ${ours(KINDS[taken])}, and the rows have ${ours(KINDS[format])}. Convert them: ${ours(CONVERSIONS[taken])}`);
		}
	}),
	rule({
		id: "file/pictures-for-model",
		severity: "error",
		severityFor: forModel,
		summary: "Rows hold pictures, on which the model is not trained",
		fix: "Take them out, or choose a model that is trained on pictures.",
		source: VISION,
		whole: true,
		check({ imageRows, firstImage }, report, { profile: { model } }) {
			if (model?.pictures !== false || imageRows === 0) return;
			const seeing = model.seeing.length === 0 ? "" : `; of its models ${model.seeing.join(" and ")} ${model.seeing.length === 1 ? "is" : "are"}`;
			report(words`${imageRows} row${ours(imageRows === 1 ? "" : "s")} hold pictures, the first at ${ours(firstImage ?? "")}, and ${ours(model.title)} does not train ${ours(model.name)} on pictures${ours(seeing)}.`);
		}
	}),
	rule({
		id: "file/too-many-rows",
		severity: "error",
		summary: "There are more rows than the provider takes",
		fix: "Take rows out.",
		source: RFT,
		whole: true,
		check({ role, rows }, report, { method }) {
			if (method === "reinforcement" && role !== "evaluation_file" && rows > ROWS[role]) report(words`There are ${rows} rows; at most ${ROWS[role]} are taken.`);
		}
	}),
	rule({
		id: "reinforcement/unknown-reference",
		severity: "error",
		summary: "A template of the grader names what nothing fills",
		fix: "Write item. and a field of the rows, or sample. and one of output_text, output_json, output_tools, choices.",
		source: RFT,
		whole: true,
		check({ role, unknownReferences }, report) {
			if (role !== "training_file") return;
			for (const name of unknownReferences) report(ours(`The grader has the template {{${name}}}, which nothing fills.`));
		}
	}),
	rule({
		id: "reinforcement/no-response-format",
		severity: "error",
		summary: "The grader reads output_json, but method has no response_format",
		fix: "Add response_format to method.reinforcement.",
		source: RFT,
		whole: true,
		check({ role, usesOutputJson, hasResponseFormat }, report) {
			if (usesOutputJson && !hasResponseFormat && role === "training_file") report(words`The grader reads sample.output_json.`);
		}
	})
];
// src/dataset/rules/format.ts
const FORMAT_RULES = [
	rule({
		id: "row/unknown-format",
		severity: "error",
		summary: "The row is in no format of this API",
		fix: "Write {\"messages\": […]}, {\"prompt\", \"completion\"} or {\"input\", \"preferred_output\", \"non_preferred_output\"}.",
		source: SFT
	}),
	rule({
		id: "row/foreign-format",
		severity: "error",
		summary: "The row is in the form of another tool, which is named",
		fix: "Convert it; the command stands with the name.",
		source: SFT,
		once: true
	}),
	rule({
		id: "row/wrong-format",
		severity: "error",
		summary: "The row is in the format of another method",
		fix: "Change the row, or the input method.",
		source: SFT,
		once: true
	}),
	rule({
		id: "row/mixed-formats",
		severity: "error",
		summary: "The row is in another format than the rows before it",
		fix: "Keep one format in a file.",
		source: SFT,
		once: true
	}),
	rule({
		id: "row/shape",
		severity: "error",
		summary: "A field has a wrong form",
		fix: "Write it as the API describes it.",
		source: SFT
	}),
	rule({
		id: "row/unknown-key",
		severity: "error",
		summary: "The row has a key that the API does not take",
		fix: "Remove it.",
		source: PRACTICE
	}),
	rule({
		id: "pair/format",
		severity: "error",
		summary: "The validation data is in another format than the training data",
		fix: "Write both in one format.",
		source: SFT,
		whole: true
	})
];
// src/dataset/rules/line.ts
const REMOVE_MARKS = "Remove it: perl -pe 's/^\\xEF\\xBB\\xBF//' FILE > NEW";
const LINE_RULES = [
	rule({
		id: "file/utf8-bom",
		severity: "error",
		severityFor: ({ bom }) => bom,
		summary: "The file begins with a byte order mark",
		fix: REMOVE_MARKS,
		source: PRACTICE
	}),
	rule({
		id: "row/byte-order-mark",
		severity: "error",
		summary: "A byte order mark stands in the middle of the upload, where files are joined",
		fix: REMOVE_MARKS,
		source: PRACTICE
	}),
	rule({
		id: "file/crlf",
		severity: "warning",
		summary: "Lines end in CR LF",
		fix: "Convert it: tr -d '\\r' < FILE > NEW (or, where a checkout made them, a line *.jsonl text eol=lf in .gitattributes)",
		harmless: true,
		source: PRACTICE
	}),
	rule({
		id: "file/blank-line",
		severity: "warning",
		summary: "A line is blank",
		fix: "Remove it: grep -v '^[[:space:]]*$' FILE > NEW",
		source: PRACTICE
	}),
	rule({
		id: "file/not-utf8",
		severity: "error",
		summary: "The text is not UTF-8",
		fix: "Convert it, for example: iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW",
		source: SFT,
		once: true
	}),
	rule({
		id: "row/too-long",
		severity: "error",
		summary: "The line is longer than 32 MiB",
		fix: "Split the row, or take out what is embedded in it.",
		source: PRACTICE
	}),
	rule({
		id: "row/too-many-values",
		severity: "error",
		summary: "The row holds more than 200,000 values",
		fix: "Take out what is no message; what is embedded in one stands in it as a text.",
		source: PRACTICE
	}),
	rule({
		id: "row/not-json",
		severity: "error",
		summary: "The line is not JSON",
		fix: "Fix the JSON at the given column.",
		source: RFC
	}),
	rule({
		id: "row/not-object",
		severity: "error",
		summary: "The line is JSON, but not an object",
		fix: "Write one JSON object on each line.",
		source: SFT
	}),
	rule({
		id: "row/too-deep",
		severity: "error",
		summary: "The JSON is nested more than 100 deep",
		fix: "Flatten the row.",
		source: PRACTICE
	}),
	rule({
		id: "row/duplicate-key",
		severity: "error",
		summary: "A key stands twice in one object, of which one is lost",
		fix: "Keep one of them.",
		source: RFC
	}),
	rule({
		id: "row/over-limit",
		severity: "warning",
		summary: "The row is longer than the model takes; it is cut from its end, so it is the answer that is lost",
		fix: "Shorten or split the conversation.",
		source: BEST
	})
];
// src/dataset/rules/repeats.ts
row(user, {
	...assistant,
	content: "ALL RIGHT."
});
const REPEAT_RULES = [
	rule({
		id: "row/duplicate",
		severity: "warning",
		summary: "The row stands in the file already",
		fix: "Remove it, or raise n_epochs if it is meant to weigh more.",
		source: PRACTICE
	}),
	rule({
		id: "row/near-duplicate",
		severity: "warning",
		summary: "The row equals another one but for case, width or white space",
		fix: "Remove it, unless the difference is to be learned.",
		source: PRACTICE
	}),
	rule({
		id: "row/contradiction",
		severity: "warning",
		summary: "The same prompt has another answer elsewhere in the file, or the same outputs are preferred the other way round",
		fix: "Keep one of the answers.",
		source: PRACTICE
	}),
	rule({
		id: "row/near-contradiction",
		severity: "warning",
		summary: "The prompt equals another one but for case, width or white space, and has another answer",
		fix: "Keep one of the answers, unless the difference is to be learned.",
		source: PRACTICE
	}),
	rule({
		id: "file/many-answers",
		severity: "warning",
		summary: "A prompt has five different answers or more",
		fix: "If all of them are right, leave them; else keep one.",
		source: PRACTICE,
		whole: true
	}),
	rule({
		id: "pair/overlap",
		severity: "warning",
		summary: "The row stands in the training data too, so the validation loss says little",
		fix: "Remove it from one of the files.",
		source: SFT
	}),
	rule({
		id: "pair/near-overlap",
		severity: "warning",
		summary: "The row stands in the training data too but for case, width or white space",
		fix: "Remove it from one of the files, unless the difference is to be learned.",
		source: PRACTICE
	})
];
const RULES = [
	...BEGINNING_RULES,
	...FILE_RULES,
	...LINE_RULES,
	...FORMAT_RULES,
	...TEXT_RULES,
	...REPEAT_RULES,
	...SECRET_RULES,
	...CHAT_RULES,
	...TALK_RULES,
	...COMPLETION_RULES,
	...TEXT_ROW_RULES,
	...PREFERENCE_RULES,
	...REINFORCEMENT_RULES,
	...EVALUATION_RULES
];
const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));
function ruleOf(id) {
	const rule = BY_ID.get(id);
	if (rule === void 0) throw new RangeError(`There is no rule ${id}.`);
	return rule;
}
function isHarmless(id) {
	return ruleOf(id).harmless === true;
}
function severityOf(id, profile, allowSecrets) {
	const { severity, severityFor } = ruleOf(id);
	return profile.severities?.[id] ?? severityFor?.(profile, allowSecrets) ?? severity;
}
const UNREAD = new Set(BEGINNING_RULES.filter((rule) => rule.whole === true).map(({ id }) => id));
// src/adapters/artifacts.ts
function isEnterpriseServer(serverUrl) {
	const { hostname } = new URL(serverUrl || "https://github.com");
	return hostname !== "github.com" && !/\.(?:ghe\.com|localhost)$/.test(hostname);
}
const ON_ENTERPRISE_SERVER = "GitHub Enterprise Server has no artifact service of the kind that is needed. The files stand in the folder of the output report_path, from where the version of actions/upload-artifact that your server supports takes them.";
function runArtifacts(environment, redact) {
	const local = environment.LOCAL_ACTION_ARTIFACT_PATH;
	const lacking = isEnterpriseServer(environment.GITHUB_SERVER_URL) ? ON_ENTERPRISE_SERVER : void 0;
	const served = environment.ACTIONS_RUNTIME_TOKEN && environment.ACTIONS_RESULTS_URL && lacking === void 0;
	return {
		available: Boolean(served || local),
		lacking,
		async upload(name, folder, files) {
			await useEnvironmentProxies();
			const { DefaultArtifactClient } = await import("./artifact.js");
			await new DefaultArtifactClient().uploadArtifact(redact(name), [...files], folder);
		}
	};
}
// src/operations/registry.ts
const OPERATIONS = [
	{
		name: "create",
		does: "checks the data, sends it, creates the job once or takes up the one that exists, watches it",
		needs: [
			MODEL,
			TRAINING_FILE,
			VALIDATION_FILE
		],
		outputs: [],
		story: async () => (await import("./create.js")).create
	},
	{
		name: "validate",
		does: "the offline part of `create`; contacts no provider",
		offline: true,
		needs: [TRAINING_FILE],
		outputs: [],
		story: async () => (await import("./data.js").then((chunk) => ({ validate: chunk.t }))).validate
	},
	{
		name: "wait",
		does: "watches a job that exists to its end: by `job_id`, by `metadata` (and `status`), or by the same inputs as `create`",
		needs: [ONE_JOB_OR_ITS_INPUTS],
		outputs: [],
		story: async () => (await import("./wait.js")).wait
	},
	{
		name: "retrieve",
		does: "one look at a job: by `job_id`, by `metadata` (the newest), or by the same inputs as `create`, which finds the model of the data that is checked out, whatever was trained since",
		needs: [ONE_JOB_OR_ITS_INPUTS],
		outputs: [],
		story: async () => (await import("./inspect.js")).retrieve
	},
	{
		name: "list",
		does: "jobs, newest first, up to `limit`; with `metadata` or `status` none at all is what `if_not_found` says",
		needs: [],
		outputs: ["jobs"],
		title: "{jobs}",
		story: async () => (await import("./inspect.js")).list
	},
	{
		name: "list_events",
		does: "what a job reports, newest first, up to `limit`",
		needs: [ONE_JOB],
		outputs: ["events"],
		title: "{events}",
		story: async () => (await import("./inspect.js")).listEvents
	},
	{
		name: "list_checkpoints",
		does: "the models that a job kept on its way, newest first, up to `limit`",
		needs: [ONE_JOB],
		outputs: ["checkpoints"],
		title: "{checkpoints}",
		story: async () => (await import("./inspect.js")).listCheckpoints
	},
	{
		name: "cancel",
		does: "ends a job; one that has ended already is a success that says so",
		needs: [ONE_JOB],
		outputs: [],
		story: async () => (await import("./verbs.js")).cancel
	},
	{
		name: "pause",
		does: "lets a job stand still; one that is paused already is a success",
		needs: [ONE_JOB],
		outputs: [],
		story: async () => (await import("./verbs.js")).pause
	},
	{
		name: "resume",
		does: "lets a paused job go on; one that is under way already is a success",
		needs: [ONE_JOB],
		outputs: [],
		story: async () => (await import("./verbs.js")).resume
	},
	{
		name: "evaluate",
		does: "asks a model and what it is to replace the same rows, and says whether it may take that one’s place: the promotion gate",
		needs: [
			CANDIDATE,
			EVALUATION_FILE,
			GRADER
		],
		outputs: [],
		story: async () => (await import("./evaluate3.js")).evaluate
	},
	{
		name: "deploy",
		does: "makes the fine-tuned model callable where the platform needs that, and ends when the model has answered; the same again is a success",
		needs: [FINE_TUNED_MODEL],
		outputs: [],
		title: "{deployment}",
		story: async () => (await import("./deploy.js")).deploy
	},
	{
		name: "undeploy",
		does: "takes the deployment down, and ends when the platform no longer knows it; an absent one is a success",
		needs: [DEPLOYMENT],
		outputs: [],
		title: "{deployment}",
		story: async () => (await import("./deploy.js")).undeploy
	}
];
function reportedOperation(name) {
	const asked = name?.trim() || OPERATIONS[0]?.name || "";
	const { outputs, title } = OPERATIONS.find((operation) => operation.name === asked) ?? {
		outputs: [],
		title: void 0
	};
	return {
		name: asked,
		outputs,
		title
	};
}
async function storyOf(name) {
	const operation = OPERATIONS.find((one) => one.name === name);
	if (operation === void 0) throw new Error(`There is no operation ${name}.`);
	return operation.story();
}
// src/api/steps.ts
function stepsOf$1(data) {
	if (!isMap(data)) return void 0;
	const { step, total_steps: total } = data;
	if (typeof step !== "number" || !Number.isFinite(step)) return void 0;
	return {
		step,
		totalSteps: typeof total === "number" && total > 0 ? total : void 0
	};
}
// src/report/metrics.ts
const NOT_METRICS = new Set([
	"step",
	"total_steps",
	"epoch"
]);
const MOST_NAMES = 64;
const LONGEST_NAME = 200;
const isBlank = (name, value) => value === -1 && /(?:loss|accuracy)$/.test(name);
function numbersOf(data) {
	const numbers = Object.entries(data).flatMap(([name, value]) => typeof value === "number" && Number.isFinite(value) && !NOT_METRICS.has(name) && name.length <= LONGEST_NAME && !isBlank(name, value) ? [[name, value]] : []);
	return Object.fromEntries(numbers.slice(0, 65));
}
function metricNames(points) {
	const names = new Set();
	for (const { values } of points) for (const name of Object.keys(values)) if (names.size < MOST_NAMES) names.add(name);
	return names;
}
function metricPoint(event) {
	const { data } = event;
	const steps = stepsOf$1(data);
	if (steps === void 0 || !isMap(data)) return void 0;
	const values = numbersOf(data);
	return Object.keys(values).length === 0 ? void 0 : {
		...steps,
		values
	};
}
function namesLeftOut(points) {
	const names = metricNames(points);
	if (points.every(({ values }) => Object.keys(values).every((name) => names.has(name)))) return void 0;
	return `The job measures more than ${names.size} things; the report has the first ${names.size} of them.`;
}
function lastMetrics(points) {
	const names = metricNames(points);
	const last = new Map();
	for (const { values } of points) for (const [name, value] of Object.entries(values)) if (names.has(name)) last.set(name, value);
	return Object.fromEntries(last);
}
function decodeResultFile(bytes) {
	const text = Buffer.from(bytes).toString("utf8");
	return text.trimStart().startsWith("step") || text.trim() === "" || !/^[A-Za-z0-9+/\s]+=*\s*$/.test(text) ? text : Buffer.from(text, "base64").toString("utf8");
}
function* linesOf(text) {
	for (let from = 0; from < text.length;) {
		const end = text.indexOf("\n", from);
		const line = text.slice(from, end < 0 ? text.length : end);
		if (line.trim() !== "") yield line;
		from = end < 0 ? text.length : end + 1;
	}
}
const MOST_CELLS = 3e5;
function* resultRows(text, most = MOST_CELLS) {
	let names;
	let read = 0;
	for (const line of linesOf(text)) {
		const cells = line.split(",", 128).map((cell) => cell.trim());
		read += cells.length;
		if (read > most) break;
		const header = names;
		names ??= cells;
		if (header === void 0) continue;
		const fields = Object.fromEntries(header.flatMap((name, index) => cells[index] ? [[name, Number(cells[index])]] : []));
		if (typeof fields.step === "number" && Number.isFinite(fields.step)) yield {
			step: fields.step,
			totalSteps: void 0,
			values: numbersOf(fields)
		};
	}
	return read;
}
function resultPoints(texts) {
	const points = [];
	let left = MOST_CELLS;
	for (const text of texts) {
		const rows = resultRows(text, left);
		for (;;) {
			const next = rows.next();
			if (next.done) {
				left -= next.value;
				break;
			}
			points.push(next.value);
		}
		if (left < 0) return {
			points,
			whole: false
		};
	}
	return {
		points,
		whole: true
	};
}
const JUDGES = [
	["full_valid_loss", "lower"],
	["valid_loss", "lower"],
	["full_valid_mean_reward", "higher"],
	["valid_mean_reward", "higher"],
	["valid_reward_mean", "higher"]
];
function metricOf$1(checkpoint, name) {
	const value = checkpoint.metrics?.[name];
	return typeof value === "number" && Number.isFinite(value) && !isBlank(name, value) ? value : void 0;
}
function judgeCheckpoints(checkpoints) {
	for (const [metric, better] of JUDGES) {
		const judged = checkpoints.flatMap((checkpoint) => {
			const value = metricOf$1(checkpoint, metric);
			return value === void 0 ? [] : [{
				checkpoint,
				metric,
				value
			}];
		});
		const sign = better === "lower" ? 1 : -1;
		const [best] = judged.sort((left, right) => sign * (left.value - right.value) || (left.checkpoint.step_number ?? 0) - (right.checkpoint.step_number ?? 0));
		if (best !== void 0) return best;
	}
}
function bestCheckpoint(checkpoints) {
	const bySteps = [...checkpoints].sort((left, right) => (left.step_number ?? 0) - (right.step_number ?? 0));
	return judgeCheckpoints(checkpoints)?.checkpoint ?? bySteps.at(-1);
}
const NEIGHBOURS = 5;
function measured$1(points, name) {
	return points.flatMap(({ step, values }) => values[name] === void 0 ? [] : [{
		step,
		value: values[name]
	}]);
}
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
function smoothed(series) {
	const points = series.slice(4).map((_, index) => {
		const part = series.slice(index, index + NEIGHBOURS);
		return {
			step: part[Math.floor(NEIGHBOURS / 2)]?.step ?? 0,
			value: mean(part.map(({ value }) => value))
		};
	});
	const offsets = points.map(({ value }, index) => Math.abs((series[index + Math.floor(NEIGHBOURS / 2)]?.value ?? value) - value));
	return {
		points,
		noise: mean(offsets)
	};
}
function trainingRose(points, since) {
	const series = measured$1(points, "train_loss");
	const near = series.toSorted((left, right) => Math.abs(left.step - since) - Math.abs(right.step - since)).slice(0, NEIGHBOURS);
	const then = mean(near.map(({ value }) => value));
	const now = mean(series.slice(-5).map(({ value }) => value));
	return series.length > NEIGHBOURS && now > then;
}
function overfitting(points) {
	for (const name of ["full_valid_loss", "valid_loss"]) {
		const all = measured$1(points, name);
		if (all.length < 3) continue;
		const { points: series, noise } = name === "valid_loss" && all.length >= 15 ? smoothed(all) : {
			points: all,
			noise: 0
		};
		const last = series.at(-1);
		if (last === void 0) continue;
		const lowest = series.reduce((low, one) => one.value < low.value ? one : low);
		return last.value > lowest.value * 1.02 && last.value - lowest.value > noise && !trainingRose(points, lowest.step) ? {
			step: lowest.step,
			lowest: lowest.value,
			last: last.value
		} : void 0;
	}
}
// src/run/record.ts
function newRecord() {
	const facts = [];
	return {
		facts,
		note: (fact) => void facts.push(fact)
	};
}
function nothingFound({ operation, context, started, finished }) {
	const { repository, sha, ref, workflow, job, step, runId, runAttempt, serverUrl } = context;
	return {
		operation,
		started,
		finished,
		ending: "stopped",
		run: {
			repository,
			sha,
			ref,
			workflow,
			job,
			step,
			runId,
			runAttempt,
			serverUrl,
			showRows: false
		},
		provider: void 0,
		price: void 0,
		origin: void 0,
		asked: {},
		datasets: [],
		repositoryPaths: new Map(),
		estimate: void 0,
		changes: [],
		fingerprint: void 0,
		reused: void 0,
		reason: void 0,
		job: void 0,
		jobs: [],
		metrics: [],
		events: [],
		checkpoints: [],
		resultFiles: [],
		error: void 0,
		warnings: [],
		evaluation: void 0
	};
}
function findingsOf(facts, frame) {
	const found = nothingFound(frame);
	const events = [];
	const metrics = [];
	const checkpoints = new Map();
	const resultFiles = [];
	const warnings = [];
	for (const fact of facts) switch (fact.kind) {
		case "request":
			found.asked = fact.asked;
			found.run = {
				...found.run,
				showRows: fact.showRows
			};
			break;
		case "data":
			found.datasets = [...found.datasets.filter(({ role }) => fact.datasets.every((one) => one.role !== role)), ...fact.datasets];
			found.repositoryPaths = new Map([...found.repositoryPaths, ...fact.repositoryPaths]);
			found.estimate = fact.estimate ?? found.estimate;
			found.price = fact.price ?? found.price;
			break;
		case "changes":
			found.changes = fact.changes;
			break;
		case "provider":
			found.provider = {
				...fact.provider,
				jobUrl: void 0
			};
			break;
		case "fingerprint":
			found.fingerprint = fact.fingerprint;
			break;
		case "platform price":
			found.platformPrice = fact.usd;
			break;
		case "reason":
			found.reason = fact.reason;
			break;
		case "job taken up":
			found.job = fact.job;
			found.origin = fact.origin;
			found.price ??= fact.price;
			if (found.provider !== void 0) found.provider = {
				...found.provider,
				jobUrl: fact.jobUrl
			};
			break;
		case "job seen":
			found.job = fact.job;
			break;
		case "job watched":
			found.reused = fact.reused;
			break;
		case "jobs":
			found.jobs = fact.jobs;
			break;
		case "event":
			events.push(fact.event);
			if (fact.metrics !== void 0) metrics.push(fact.metrics);
			break;
		case "events":
			events.push(...fact.events);
			break;
		case "checkpoints":
			for (const checkpoint of fact.checkpoints) if (!checkpoints.has(checkpoint.id)) checkpoints.set(checkpoint.id, checkpoint);
			break;
		case "result file":
			resultFiles.push(fact.file);
			break;
		case "previous model":
			found.previous = fact.previous;
			break;
		case "deployment":
			found.deployment = fact.deployment;
			break;
		case "warning":
			warnings.push(fact.text);
			break;
		case "evaluation":
			found.evaluation = fact.evaluation;
			break;
		case "ending":
			found.ending = fact.ending;
			break;
		case "error": found.error = fact.error;
	}
	const measured = metrics.length > 0 ? metrics : resultPoints(resultFiles.map(({ text }) => text)).points;
	return {
		...found,
		events,
		metrics: measured,
		checkpoints: [...checkpoints.values()],
		resultFiles,
		warnings
	};
}
// src/run/shown-findings.ts
function shownFindings(found, redact) {
	const { job, jobs, events, checkpoints } = found;
	const named = withoutSecrets({
		job,
		jobs,
		events,
		checkpoints
	});
	return {
		...found,
		...Object(mapTexts({
			...found,
			...Object(named)
		}, redact))
	};
}
function publicFindings(found) {
	const { showRows } = found.run;
	if (showRows) return found;
	const { model, suffix, training_file, validation_file } = found.asked;
	const known = [
		model,
		suffix,
		training_file,
		validation_file
	];
	const plain = (text) => foreignText(text, false, known);
	const within = (value) => value === void 0 ? value : {
		...value,
		...Object(mapTexts(value, plain))
	};
	const ofJob = (job) => ({
		...job,
		error: job.error == null ? job.error : within(job.error),
		platform: "error" in job.platform ? {
			...job.platform,
			error: mapTexts(job.platform.error, plain)
		} : job.platform
	});
	const { error } = found;
	const isForeign = error?.said !== void 0 || found.job?.state === "failed";
	const ofError = (message, fix = "") => fix !== "" && message.endsWith(fix) ? `${plain(message.slice(0, -fix.length).trimEnd())} ${fix}` : plain(message);
	return {
		...found,
		job: found.job && ofJob(found.job),
		jobs: found.jobs.map(ofJob),
		events: found.events.map(within),
		error: error && {
			...error,
			message: isForeign && typeof error.message === "string" ? ofError(error.message, error.fix) : error.message
		}
	};
}
// src/job/request.ts
const FIELDS = [
	"model",
	"suffix",
	"seed",
	"method",
	"hyperparameters",
	"integrations"
];
function askedFields(asked) {
	const entries = FIELDS.map((name) => [name, asked[name]]).filter(([, value]) => value !== void 0);
	return merged(Object.fromEntries(entries), asked.extra_body);
}
function jobRequest({ model, method, hyperparameters, seed, suffix, integrations, metadata, extra_body }, files) {
	return {
		model,
		method,
		hyperparameters,
		seed,
		suffix,
		integrations,
		metadata,
		extra_body,
		...files
	};
}
// src/dataset/dataset.ts
function countOf(dataset, severity) {
	return dataset.counts.filter((entry) => entry.severity === severity).reduce((sum, entry) => sum + entry.count, 0);
}
// src/report/text.ts
function inertLine(text, max = 300) {
	const whole = text.slice(0, max * 4).replace(/\s+/g, " ").trim();
	const line = withUnseenWritten(whole);
	return line.length > max ? `${line.slice(0, max)}…` : line;
}
const activeAmong = (letters) => [
	/[\\`*[\]|~$<>&]/,
	/^[-+=#:_]|(?<=^\d{1,9})[.)]/,
	/:(?=\/|[\w+-]+:)|(?<=www)\.|#(?=\d|#*$)|@(?=[\w.-])/
].map(({ source }) => source).concat(`_(?=_*(?:[^${letters}_]|$))`).join("|");
const ACTIVE_IN_ASCII = new RegExp(activeAmong("a-z\\d"), "gi");
let activeInAll;
function activeIn(text) {
	if (isPlainAscii(text)) return ACTIVE_IN_ASCII;
	activeInAll ??= new RegExp(activeAmong("\\p{L}\\p{N}"), "giu");
	return activeInAll;
}
const NAMED = {
	"<": "lt",
	">": "gt",
	"&": "amp"
};
function markdownText(text, max = 300) {
	const line = inertLine(text, max);
	return line.replace(activeIn(line), (character) => `&${NAMED[character] ?? `#${character.charCodeAt(0)}`};`);
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
function anHour(usd, stopsIdle) {
	return `US$ ${usd.toFixed(2)} an hour${stopsIdle ? " that it runs; without calls it stops" : ", used or not"}`;
}
function trainedShare({ step, totalSteps, epoch }) {
	const at = totalSteps === void 0 ? `step ${whole(step)}` : `${Math.floor(step / totalSteps * 100)} % trained`;
	return epoch === void 0 || epoch.of === 1 ? at : `${at} · epoch ${whole(epoch.number)} of ${whole(epoch.of)}`;
}
function change(before, after, words) {
	const difference = after - before;
	return difference === 0 ? "" : `${difference > 0 ? "+" : "−"}${words(Math.abs(difference))}`;
}
function priceChange(before, after) {
	const shown = (amount) => amount < .01 ? amount : Math.round(amount * 100) / 100;
	return change(shown(before), shown(after), dollars);
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
// src/report/trained-by.ts
const known = (text, form) => text !== void 0 && form.test(text) ? text : void 0;
function trainedBy({ reused, origin, run }) {
	const present = (text) => text === "" ? void 0 : text;
	if (reused === false) {
		const { repository, sha, ref, runId, runAttempt, job, step } = run;
		return {
			repository: present(repository),
			commit: present(sha),
			ref: present(ref),
			runId: present(runId),
			runAttempt: present(runAttempt),
			job: present(job),
			step: present(step)
		};
	}
	const [, runId, runAttempt, job, step] = /^(\d{1,20})\/(\d{1,6})(?: ([\w.-]{1,200}))?(?: ([\w.-]{1,200}))?/.exec(origin?.run ?? "") ?? [];
	return {
		repository: known(origin?.repository, /^[\w.-]{1,100}\/[\w.-]{1,100}$/),
		commit: known(origin?.commit, /^[0-9a-f]{7,64}$/),
		ref: void 0,
		runId,
		runAttempt,
		job,
		step
	};
}
function creatorOf({ reused, origin, run }) {
	if (!reused) return "this step";
	const { runId, runAttempt, repository } = trainedBy({
		reused,
		origin,
		run
	});
	if (!(runId !== void 0 && runId === run.runId && repository?.toLowerCase() === run.repository.toLowerCase())) return "before this run";
	return runAttempt === run.runAttempt ? "another step of this run" : "an earlier attempt of this run";
}
// src/report/price.ts
function realPrice({ job, price }) {
	return price === void 0 || job?.trained_tokens == null ? void 0 : job.trained_tokens / 1e6 * price.perMillion;
}
function platformPrice({ job, platformPrice: asked }) {
	return job?.estimated_usd ?? asked;
}
const bounds$1 = ({ low, high }) => low === high ? "" : `${dollars(low)} to ${dollars(high)}`;
function estimatedPrice({ cost, withoutCost, elsewhere }, shown) {
	const priced = (one) => `${dollars(one.usd)} (${[bounds$1(one), shown(one.basis)].filter((part) => part !== "").join("; ")})`;
	const here = cost === void 0 ? shown(withoutCost ?? "") : priced(cost);
	return elsewhere === void 0 ? here : `${here}; on ${shown(elsewhere.title)} it would cost ${priced(elsewhere)}`;
}
function looksPaid(looks) {
	return looks === void 0 ? "" : `, and ${whole(looks.tokens)} more for ${counted(looks.times, "look")} at the validation data`;
}
function notes(cost) {
	const all = [bounds$1(cost), cost.old ? "old price" : ""].filter((note) => note !== "");
	return all.length === 0 ? "" : ` (${all.join("; ")})`;
}
const PAID = {
	"this step": "",
	"another step of this run": "paid once, by another step of this run",
	"an earlier attempt of this run": "paid once, by an earlier attempt of this run",
	"before this run": "paid before this run"
};
function priceCell(findings) {
	const cost = findings.estimate?.cost;
	const real = realPrice(findings);
	const theirs = platformPrice(findings);
	return [
		real === void 0 ? "" : `**${dollars(real)}**`,
		cost === void 0 ? "" : `${dollars(cost.usd)} estimated${notes(cost)}`,
		theirs === void 0 ? "" : `${dollars(theirs)} estimated by the provider`,
		real === void 0 ? "" : PAID[creatorOf(findings)]
	].filter((part) => part !== "").join("<br>");
}
function priceNote(findings) {
	const { price } = findings;
	return price === void 0 || price.perMillion === 0 || realPrice(findings) === void 0 ? "" : `<sub>Price: trained tokens at ${markdownText(price.basis)}. The provider’s bill may differ.</sub>`;
}
// src/report/log.ts
const SHORT = {
	train_loss: "loss",
	train_mean_token_accuracy: "accuracy",
	train_accuracy: "accuracy",
	train_mean_reward: "reward",
	valid_loss: "valid loss",
	valid_mean_token_accuracy: "valid accuracy",
	full_valid_loss: "full valid loss",
	full_valid_mean_token_accuracy: "full valid accuracy",
	full_valid_mean_reward: "full valid reward"
};
function datasetLine(dataset) {
	const { role, paths, rows, tokens, format, sha256 } = dataset;
	const name = inertLine(paths.length === 1 ? paths[0] ?? "" : `${paths[0]} and ${counted(paths.length - 1, "more file")}`);
	const size = tokens === void 0 ? "" : `, ${tokens.kind === "exact" ? "" : "about "}${whole(tokens.tokens)} tokens`;
	const errors = countOf(dataset, "error");
	const warnings = countOf(dataset, "warning");
	const verdict = [errors > 0 ? counted(errors, "error") : "", warnings > 0 ? counted(warnings, "warning") : ""].filter((part) => part !== "").join(", ");
	return `${role}: ${name}: ${counted(rows, `${format ?? ""} row`.trim())}${size}, ${bytes(dataset.bytes)}, sha256 ${sha256.slice(0, 12)}: ${verdict || "no problems"}`;
}
function estimateLine({ epochs, epochsAsked, tokens, looks, ...price }) {
	const range = tokens.kind === "exact" ? "" : ` (${whole(tokens.low)} to ${whole(tokens.high)}; ${inertLine(tokens.basis, 600)})`;
	const of = `${counted(epochs, "epoch")}${epochsAsked ? "" : ", the default"}`;
	return `Expected: ${whole(tokens.tokens)} tokens over ${of}${range}${looksPaid(looks)}; ${estimatedPrice(price, inertLine)}.`;
}
function planLine(action, reason, jobId) {
	return `Plan: ${action}${jobId === void 0 ? "" : ` ${inertLine(jobId)}`}, because ${inertLine(reason, 500)}.`;
}
function announcementLine(job, reused, page) {
	return `${reused ? "Taken up" : "Created"}: job ${inertLine(job.id, 80)} (${inertLine(job.status, 80)})${page === void 0 ? "" : `, ${inertLine(page)}`}`;
}
function modelLine({ fine_tuned_model, trained_tokens, created_at, finished_at }) {
	const name = fine_tuned_model == null ? "not named by the provider; see the checkpoints" : inertLine(fine_tuned_model);
	const tokens = trained_tokens == null ? "" : ` ${counted(trained_tokens, "token")} trained`;
	const time = created_at && finished_at ? ` in ${duration((finished_at - created_at) * 1e3)} from creation to end` : "";
	return `The model is ${name}.${tokens === "" ? "" : `${tokens}${time}.`}`;
}
function deploymentLine(deployment, outcome) {
	const { name, status, hourlyUsd, stopsIdle = false } = deployment;
	const price = hourlyUsd === void 0 ? "" : ` It costs ${anHour(hourlyUsd, stopsIdle)}.`;
	return `Deployment ${inertLine(name, 80)}: ${outcome} (${inertLine(status, 80)}).${price}`;
}
function stageLine(title, done, milliseconds) {
	return `${title}: ${done ? "done in" : "stopped after"} ${duration(milliseconds)}.`;
}
function statusLine(job, before) {
	const paused = job.state === "paused" ? " It trains on only when someone resumes it (operation: resume, or the provider’s page)." : "";
	return `Job ${inertLine(job.id, 80)} is ${inertLine(job.status, 80)}${before === void 0 ? "" : ` (was ${inertLine(before, 80)})`}.${paused}`;
}
function eventLine(event) {
	return `${timeOf(event.created_at).slice(11, 19)} ${event.level === void 0 || event.level === null || event.level === "info" ? "" : `${inertLine(event.level, 20)}: `}${inertLine(event.message ?? event.type ?? "an event without words", 500)}`.trimStart();
}
function progressLine(point, millisecondsPerStep) {
	const { step, totalSteps, values } = point;
	const shown = Object.entries(values).slice(0, 8).map(([name, value]) => `${SHORT[name] ?? inertLine(name, 40)} ${figure(value)}`);
	const of = totalSteps === void 0 ? "" : `/${totalSteps} (${Math.floor(step / totalSteps * 100)} %)`;
	const left = totalSteps === void 0 || millisecondsPerStep === void 0 ? void 0 : millisecondsPerStep * (totalSteps - step);
	return [
		`step ${totalSteps === void 0 ? String(step) : String(step).padStart(String(totalSteps).length)}${of}`,
		...shown,
		...left === void 0 || left < 1e3 ? [] : [`about ${duration(left)} left`]
	].join(" · ");
}
function shareLine(steps, left) {
	return `${trainedShare(steps)}${left === void 0 || left < 1e3 ? "" : ` · about ${duration(left)} left`}`;
}
function heartbeatLine(job, elapsedMs, now) {
	const ahead = (job.estimated_finish ?? 0) * 1e3 > now ? job.estimated_finish : void 0;
	const finish = timeOf(ahead).slice(0, 16).replace("T", " ");
	const end = finish === "" ? "" : `; the provider expects its end at ${finish} UTC`;
	return `Still ${inertLine(job.status)} after ${duration(elapsedMs)}${end}.`;
}
const LISTED = 50;
function listLines(items, lineOf) {
	const more = items.length - LISTED;
	return [...items.slice(0, LISTED).map(lineOf), ...more > 0 ? [`and ${whole(more)} more in the report`] : []];
}
function jobLine(job) {
	const model = job.fine_tuned_model ?? job.model ?? "";
	return [
		job.id,
		job.status,
		model,
		timeOf(job.created_at).slice(0, 16).replace("T", " ")
	].filter((part) => part !== "").map((part) => inertLine(part, 120)).join(" · ");
}
function checkpointLine(checkpoint) {
	const metrics = Object.entries(checkpoint.metrics ?? {}).flatMap(([name, value]) => typeof value === "number" ? [`${SHORT[name] ?? inertLine(name, 40)} ${figure(value)}`] : []).slice(0, 6);
	return [
		...checkpoint.step_number == null ? [] : [`step ${checkpoint.step_number}`],
		inertLine(checkpoint.fine_tuned_model_checkpoint ?? checkpoint.id, 120),
		...metrics
	].join(" · ");
}
function lookLines(job) {
	const trained = job.trained_tokens == null ? [] : [`Trained tokens: ${whole(job.trained_tokens)}`];
	const failure = job.state === "failed" && job.error?.message ? [`It failed: ${inertLine(job.error.message, 500)}`] : [];
	return [
		...job.fine_tuned_model ? [`Model: ${inertLine(job.fine_tuned_model)}`] : [],
		...isTerminal(job.state) || job.steps === void 0 ? [] : [`Progress: ${trainedShare(job.steps)}`],
		...trained,
		...job.estimated_usd === void 0 ? [] : [`Estimated by the provider: US$ ${job.estimated_usd.toFixed(2)}`],
		...job.created_at == null ? [] : [`Created: ${timeOf(job.created_at).slice(0, 16).replace("T", " ")} UTC`],
		...failure
	];
}
// src/run/step.ts
function maySeeRows(inputs, context) {
	return inputs.show_rows === "auto" ? context.privateRepository : inputs.show_rows === "true";
}
function shownRequest(inputs) {
	const { training_file, validation_file, metadata } = inputs;
	const one = (lines) => lines.length === 1 ? lines[0] : lines;
	const shown = withoutSecrets({
		...askedFields(inputs),
		...training_file.length === 0 ? {} : { training_file: one(training_file) },
		...validation_file.length === 0 ? {} : { validation_file: one(validation_file) },
		...metadata === void 0 ? {} : { metadata }
	});
	return { ...Object(shown) };
}
function warn({ runner, record }, text) {
	runner.warning(text);
	record.note({
		kind: "warning",
		text
	});
}
async function stage({ runner, clock }, title, act) {
	const begun = clock.now();
	let done = false;
	runner.startGroup(title);
	try {
		const result = await act();
		done = true;
		return result;
	} finally {
		runner.endGroup();
		runner.info(stageLine(title, done, clock.now() - begun));
	}
}
// src/run/untrusted-event.ts
const WITH_SECRETS = new Set([
	"pull_request_target",
	"workflow_run",
	"issue_comment",
	"check_run",
	"check_suite"
]);
function untrustedContent(context, allowed) {
	if (!WITH_SECRETS.has(context.eventName) || !context.fork || allowed) return void 0;
	return `The event ${context.eventName} concerns a fork's head and runs with this repository's secrets, so its data is not used. Run on pull_request instead (there the data is validated without secrets), or write allow_untrusted_data: true if you have checked the head.`;
}
// src/report/tables.ts
const rows = (head, body) => body.length === 0 ? "" : [
	`| ${head.map((cell) => cell.trimEnd()).join(" | ")} |`,
	`|${head.map((cell) => cell.endsWith("	") ? " --: |" : " --- |").join("")}`,
	...body.map((cells) => `| ${cells.join(" | ")} |`)
].join("\n");
function factTable(facts) {
	const known = facts.filter(([, value]) => value !== "");
	return rows(known.map(([name]) => name), known.length === 0 ? [] : [known.map(([, value]) => value)]);
}
const ADDRESS = 2e3;
function fileUrl({ run, repositoryPaths }, path, line) {
	const plain = repositoryPaths.get(path);
	if (run.repository === "" || run.sha === "" || plain === void 0 || plain.length > ADDRESS) return void 0;
	const place = plain.toWellFormed().split("/").map(encodeURIComponent).join("/");
	if (place.length > ADDRESS) return void 0;
	return `${run.serverUrl}/${run.repository}/blob/${run.sha}/${place}${line === void 0 ? "" : `#L${line}`}`;
}
function placed(findings, path, line, text) {
	const shown = text ?? (line === void 0 ? path : `${path}:${line}`);
	const url = fileUrl(findings, path, line);
	return url === void 0 ? markdownText(shown) : markdownLink(shown, url);
}
function placesOf(findings, places) {
	return [...Map.groupBy(places, ({ path }) => path)].map(([path, found]) => {
		const lines = found.flatMap(({ line }) => line === void 0 ? [] : [placed(findings, path, line, String(line))]);
		const file = lines.length === 0 ? placed(findings, path, void 0) : markdownText(path);
		return lines.length === 0 ? file : `${file} line${lines.length === 1 ? "" : "s"} ${lines.join(", ")}`;
	}).join("; ");
}
// src/report/deployment-section.ts
const TITLES$2 = {
	created: "The model is deployed",
	reused: "The model was deployed already",
	replaced: "The model is deployed in place of what was there",
	removed: "The deployment is gone",
	absent: "There was no deployment",
	"at once": "The model can be called at once"
};
function deploymentTitle(deployment) {
	if (deployment === void 0) return "Nothing to take down";
	const { outcome, status } = deployment;
	return [
		"created",
		"reused",
		"replaced"
	].includes(outcome) && status !== "answers" ? `The deployment is ${markdownText(status, 80)}` : TITLES$2[outcome];
}
function deploymentSection({ deployment }) {
	if (deployment === void 0) return "";
	const { name, servedModel, status, url, hourlyUsd, stopsIdle = false } = deployment;
	const table = factTable([
		["Deployment", copyable(name)],
		["Call it as", servedModel === "" ? "" : copyable(servedModel)],
		["Status", markdownText(status, 80)],
		["Costs", hourlyUsd === void 0 ? "" : anHour(hourlyUsd, stopsIdle)]
	].filter(([, value]) => value !== ""));
	if (url === "" || !isName(servedModel.replace("#", "/"))) return table;
	return `${table}\n\n${[
		"```sh",
		`curl ${url.replace(/[^\w.:/-]/g, "")}/chat/completions \\`,
		"  -H \"Authorization: Bearer $API_KEY\" -H \"Content-Type: application/json\" \\",
		`  -d '{"model": "${servedModel}",`,
		`       "messages": [{"role": "user", "content": "Hello"}]}'`,
		"```"
	].join("\n")}`;
}
function deploymentOutputs({ deployment }) {
	if (deployment === void 0) return {};
	const { name, servedModel, url, outcome } = deployment;
	const found = {
		deployment: name,
		served_model: servedModel || void 0,
		inference_base_url: url || void 0
	};
	return outcome === "reused" || outcome === "created" || outcome === "replaced" ? {
		...found,
		reused: String(outcome === "reused")
	} : found;
}
// src/report/evaluation-findings.ts
const coverageOf = ({ judgement, total }) => (judgement?.rows ?? 0) / total;
const promotedOf = ({ passed, candidate, baseline }) => passed ? candidate.model : baseline.model;
// src/report/outputs.ts
const LARGEST$2 = 102400;
function jsonWithin(items) {
	const kept = [];
	let size = 2;
	for (const item of items) {
		const text = JSON.stringify(item);
		size += Buffer.byteLength(text) + 1;
		if (size > LARGEST$2) break;
		kept.push(text);
	}
	return {
		text: `[${kept.join(",")}]`,
		count: kept.length
	};
}
const without = (value, names) => Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
const listed = ({ id, created_at, model, fine_tuned_model, status, platform }) => ({
	id,
	created_at,
	model,
	fine_tuned_model,
	...platform,
	status
});
function jobShown(job) {
	const error = job.error == null ? {} : { error: without(job.error, ["moderated", "fix"]) };
	return {
		...without(job, [
			"state",
			"unknownStatus",
			"origin",
			"marked",
			"platform"
		]),
		...error,
		raw: job.platform
	};
}
function jobWithin(job) {
	const fields = new Map(Object.entries(job).filter(([, value]) => value !== void 0));
	const size = (name) => Buffer.byteLength(JSON.stringify(fields.get(name)) ?? "");
	const largest = [...fields.keys()].sort((left, right) => size(right) - size(left));
	const without = [];
	for (const name of largest) {
		const text = JSON.stringify(Object.fromEntries(fields));
		if (fits(text)) return {
			text,
			without
		};
		fields.delete(name);
		without.push(name);
	}
	return {
		text: "{}",
		without
	};
}
function arrays({ jobs, events, checkpoints }) {
	return {
		jobs: jobs.map(listed),
		events: events.toReversed(),
		checkpoints
	};
}
function cutOutputs(findings) {
	const without = findings.job === void 0 ? [] : jobWithin(jobShown(findings.job)).without;
	const job = without.length === 0 ? [] : [`Output job is without ${without.join(", ")}, as more than 100 KB would not fit a variable; the provider's page of the job shows all.`];
	const cut = Object.entries(arrays(findings)).flatMap(([name, items]) => {
		const { count } = jsonWithin(items);
		return count === items.length ? [] : [`Output ${name} holds the first ${count} of ${items.length} items, as more than 100 KB would not fit a variable; ${name}.jsonl of the report holds all.`];
	});
	const rows = resultPoints(findings.resultFiles.map(({ text }) => text)).whole ? [] : ["The result files have more rows than are read into metrics.csv; they stand beside it, whole."];
	return [
		...job,
		...cut,
		...rows,
		namesLeftOut(findings.metrics) ?? []
	].flat();
}
const SENTENCE = 4e3;
const sentence = (text) => text?.slice(0, SENTENCE);
function fits(text) {
	return Buffer.byteLength(text) <= LARGEST$2;
}
function valid(findings) {
	if (findings.datasets.length === 0) return void 0;
	return String(findings.datasets.every((dataset) => countOf(dataset, "error") === 0) && findings.error?.code !== "data");
}
function failureWords({ job, error, run }) {
	return (job?.state === "failed" ? job.error?.message || void 0 : void 0) ?? error?.said ?? (error === void 0 ? void 0 : textOf(error.message, run.showRows));
}
const EMPTY = {
	result_files: "[]",
	metrics: "{}",
	best_checkpoint: "null",
	job: "null",
	jobs: "[]",
	events: "[]",
	checkpoints: "[]",
	interval: "null"
};
function costOf(findings) {
	const { estimate, asked } = findings;
	return estimate?.cost?.usd ?? (asked.training_file === void 0 ? void 0 : platformPrice(findings));
}
function fitting$1(outputs) {
	return Object.fromEntries(Object.entries(outputs).flatMap(([name, value]) => value === void 0 || !fits(value) ? [] : [[name, value]]));
}
function essentialOutputs({ job, ending }) {
	return fitting$1({
		job_id: job?.id,
		status: ending === "skipped" ? "skipped" : job?.status,
		fine_tuned_model: job?.fine_tuned_model ?? void 0
	});
}
function evaluated({ evaluation }) {
	if (evaluation === void 0) return {};
	const { verdict, passed, judgement, usd } = evaluation;
	const number = (value) => value === void 0 ? void 0 : String(Number(value.toFixed(6)));
	return {
		verdict,
		passed: String(passed),
		promoted_model: promotedOf(evaluation),
		score: number(judgement?.score),
		baseline_score: number(judgement?.baselineScore),
		difference: number(judgement?.difference),
		interval: judgement === void 0 ? void 0 : JSON.stringify(judgement.interval.map((end) => Number(end.toFixed(6)))),
		wins: number(judgement?.wins),
		losses: number(judgement?.losses),
		ties: number(judgement?.ties),
		coverage: number(coverageOf(evaluation)),
		required_rows: number(judgement?.requiredRows),
		evaluation_cost_usd: usd?.toFixed(4)
	};
}
function outputsOf(findings) {
	const { job, estimate, error } = findings;
	const training = findings.datasets.find(({ role }) => role === "training_file");
	const last = lastMetrics(findings.metrics);
	const best = bestCheckpoint(findings.checkpoints);
	const outputs = {
		...essentialOutputs(findings),
		trained_tokens: job?.trained_tokens == null ? void 0 : String(job.trained_tokens),
		training_file_id: job?.training_file ?? void 0,
		validation_file_id: job?.validation_file ?? void 0,
		result_files: JSON.stringify(job?.result_files ?? []),
		reused: findings.reused === void 0 ? void 0 : String(findings.reused),
		reason: sentence(findings.reason),
		fingerprint: findings.fingerprint,
		metrics: JSON.stringify(last),
		best_checkpoint: JSON.stringify(best === void 0 ? null : {
			model: best.fine_tuned_model_checkpoint ?? null,
			step: best.step_number ?? null,
			id: best.id
		}),
		error_code: sentence(error?.code ?? job?.error?.code ?? void 0),
		error_message: sentence(failureWords(findings)),
		examples: training === void 0 ? void 0 : String(training.rows),
		estimated_tokens: estimate === void 0 ? void 0 : String(Math.round(estimate.tokens.tokens)),
		estimated_cost_usd: costOf(findings)?.toFixed(2),
		valid: valid(findings),
		...deploymentOutputs(findings),
		job: job === void 0 ? "null" : jobWithin(jobShown(job)).text,
		...evaluated(findings),
		...Object.fromEntries(Object.entries(arrays(findings)).map(([name, items]) => [name, jsonWithin(items).text]))
	};
	return {
		...EMPTY,
		...fitting$1(outputs)
	};
}
// src/report/metrics-csv.ts
function cell(value) {
	const text = typeof value === "string" ? inertLine(value, 200).replace(/^(?=[=+\-@])/, "'") : String(value ?? "");
	return /[",\r\n]/.test(text) ? `"${text.replaceAll("\"", "\"\"")}"` : text;
}
function pointsOf({ metrics, resultFiles }) {
	return [...resultPoints(resultFiles.map(({ text }) => text)).points, ...metrics];
}
function bySteps(points, names) {
	const steps = new Map();
	for (const { step, values } of points) {
		const all = steps.get(step) ?? new Map();
		for (const [name, value] of Object.entries(values)) if (names.has(name)) all.set(name, value);
		steps.set(step, all);
	}
	return steps;
}
function renderMetricsCsv(findings) {
	const points = pointsOf(findings);
	const names = metricNames(points);
	if (names.size === 0) return "";
	const lines = [...bySteps(points, names)].sort(([left], [right]) => left - right).map(([step, values]) => [step, ...[...names].map((name) => values.get(name))].map(cell).join(","));
	return `${[["step", ...names].map(cell).join(","), ...lines].join("\n")}\n`;
}
// src/report/provenance.ts
const PREDICATE_TYPE = "https://slsa.dev/provenance/v1";
const BUILD_TYPE = "urn:finetune-action:fine-tuning-job:v1";
function sourceOf({ commit, ref }, repository) {
	if (repository === void 0 || commit === void 0) return [];
	return [{
		uri: `git+${repository}${ref === void 0 ? "" : `@${ref}`}`,
		digest: { gitCommit: commit }
	}];
}
function renderPredicate(findings) {
	const { job, run, provider, asked, datasets, fingerprint } = findings;
	if (!job?.fine_tuned_model) return void 0;
	const trainer = trainedBy(findings);
	const repository = trainer.repository === void 0 ? void 0 : `${run.serverUrl}/${trainer.repository}`;
	return {
		buildDefinition: {
			buildType: BUILD_TYPE,
			externalParameters: {
				...asked,
				workflow: {
					repository,
					ref: trainer.ref,
					name: trainer.ref === void 0 ? void 0 : run.workflow,
					job: trainer.job,
					step: trainer.step
				}
			},
			internalParameters: {
				provider: provider?.name,
				base_url: provider?.baseUrl,
				fingerprint,
				method: job.method ?? void 0,
				hyperparameters: job.hyperparameters ?? void 0,
				seed: job.seed ?? void 0,
				reused: findings.reused
			},
			resolvedDependencies: [
				...sourceOf(trainer, repository),
				...datasets.map(({ role, paths, sha256, rows, bytes }) => ({
					name: role,
					digest: { sha256 },
					annotations: {
						paths: [...paths],
						rows,
						bytes
					}
				})),
				{
					name: "base_model",
					annotations: { model: job.model ?? null }
				}
			]
		},
		runDetails: {
			builder: { id: provider?.baseUrl ?? "unknown" },
			metadata: {
				invocationId: repository === void 0 || trainer.runId === void 0 ? job.id : `${repository}/actions/runs/${trainer.runId}/attempts/${trainer.runAttempt}`,
				startedOn: timeOf(job.created_at) || void 0,
				finishedOn: timeOf(job.finished_at) || void 0
			},
			byproducts: [{
				name: "job",
				annotations: {
					id: job.id,
					trained_tokens: job.trained_tokens ?? null
				}
			}]
		}
	};
}
function renderProvenance(findings) {
	const predicate = renderPredicate(findings);
	const name = findings.job?.fine_tuned_model;
	if (predicate === void 0 || !name) return void 0;
	return {
		_type: "https://in-toto.io/Statement/v1",
		subject: [{
			name,
			digest: { sha256: createHash("sha256").update(name).digest("hex") }
		}],
		predicateType: PREDICATE_TYPE,
		predicate
	};
}
// src/report/result.ts
function priceOf({ price, job }) {
	if (price === void 0) return null;
	return {
		usd_per_million_tokens: price.perMillion,
		basis: price.basis,
		trained_usd: realPrice({
			price,
			job
		}) ?? null
	};
}
function deploymentOf({ deployment }) {
	if (deployment === void 0) return null;
	const { name, servedModel, status, url, hourlyUsd, outcome } = deployment;
	return {
		name,
		served_model: servedModel,
		status,
		url,
		hourly_usd: hourlyUsd ?? null,
		outcome
	};
}
function previousOf({ previous }) {
	if (previous === void 0) return null;
	const { job, checkpoint } = previous;
	return {
		job_id: job.id,
		fine_tuned_model: job.fine_tuned_model ?? null,
		created_at: job.created_at ?? null,
		trained_tokens: job.trained_tokens ?? null,
		validation_file: job.validation_file ?? null,
		metrics: { ...checkpoint?.metrics }
	};
}
function originOf({ origin }) {
	const { repository = null, commit = null, run = null } = origin ?? {};
	return origin === void 0 ? null : {
		repository,
		commit,
		run
	};
}
function renderResult(findings) {
	const { run, provider, job, estimate, error } = findings;
	const best = bestCheckpoint(findings.checkpoints);
	return {
		version: 2,
		operation: findings.operation.name,
		ending: findings.ending,
		started: new Date(findings.started).toISOString(),
		finished: new Date(findings.finished).toISOString(),
		run: {
			repository: run.repository,
			sha: run.sha,
			ref: run.ref,
			workflow: run.workflow,
			job: run.job,
			step: run.step,
			run_id: run.runId,
			run_attempt: run.runAttempt
		},
		provider: provider === void 0 ? null : {
			name: provider.name,
			base_url: provider.baseUrl,
			job_url: provider.jobUrl ?? null
		},
		asked: { ...findings.asked },
		job: job === void 0 ? null : {
			id: job.id,
			status: job.status,
			model: job.model ?? null,
			fine_tuned_model: job.fine_tuned_model ?? null,
			trained_tokens: job.trained_tokens ?? null,
			created_at: job.created_at ?? null,
			finished_at: job.finished_at ?? null,
			training_file: job.training_file ?? null,
			validation_file: job.validation_file ?? null,
			result_files: [...job.result_files ?? []],
			seed: job.seed ?? null,
			method: job.method ?? null,
			hyperparameters: job.hyperparameters ?? null
		},
		fingerprint: findings.fingerprint ?? null,
		reused: findings.reused ?? null,
		reason: findings.reason ?? null,
		metrics: lastMetrics(findings.metrics),
		best_checkpoint: best === void 0 ? null : {
			id: best.id,
			model: best.fine_tuned_model_checkpoint ?? null,
			step: best.step_number ?? null
		},
		checkpoints: findings.checkpoints.map((checkpoint) => ({
			id: checkpoint.id,
			model: checkpoint.fine_tuned_model_checkpoint ?? null,
			step: checkpoint.step_number ?? null,
			metrics: { ...checkpoint.metrics }
		})),
		data: findings.datasets.map((dataset) => ({
			role: dataset.role,
			paths: [...dataset.paths],
			format: dataset.format ?? null,
			rows: dataset.rows,
			bytes: dataset.bytes,
			sha256: dataset.sha256,
			errors: countOf(dataset, "error"),
			warnings: countOf(dataset, "warning"),
			problems: dataset.counts.map((entry) => ({ ...entry })),
			tokens: dataset.tokens === void 0 ? null : { ...dataset.tokens }
		})),
		estimate: estimate === void 0 ? null : {
			epochs: estimate.epochs,
			epochs_asked: estimate.epochsAsked,
			tokens: estimate.tokens.tokens,
			low: estimate.tokens.low,
			high: estimate.tokens.high,
			cost_usd: estimate.cost?.usd ?? null,
			cost_low_usd: estimate.cost?.low ?? null,
			cost_high_usd: estimate.cost?.high ?? null,
			cost_basis: estimate.cost?.basis ?? estimate.withoutCost ?? null
		},
		price: priceOf(findings),
		platform_price_usd: platformPrice(findings) ?? null,
		previous: previousOf(findings),
		deployment: deploymentOf(findings),
		origin: originOf(findings),
		error: error === void 0 ? null : {
			code: error.code ?? null,
			message: textOf(error.message, run.showRows),
			fix: error.fix ?? null
		},
		warnings: [...findings.warnings]
	};
}
// src/report/sarif.ts
const TEXT = 1e3;
function renderSarif(datasets, showRows, repositoryPaths) {
	const problems = datasets.flatMap((dataset) => dataset.problems);
	const named = [...new Set(problems.map(({ rule }) => rule))];
	const rules = named.map((id) => {
		const { summary, fix, severity, source } = ruleOf(id);
		return {
			id,
			shortDescription: { text: summary },
			help: { text: fix },
			defaultConfiguration: { level: severity },
			...source === "practice" ? {} : { helpUri: source }
		};
	});
	const results = problems.map(({ rule, severity, message, path, line, column }) => ({
		ruleId: rule,
		ruleIndex: named.indexOf(rule),
		level: severity,
		message: { text: textOf(message, showRows).slice(0, TEXT) },
		locations: [{ physicalLocation: {
			artifactLocation: { uri: (repositoryPaths.get(path) ?? path).toWellFormed().split("/").map(encodeURIComponent).join("/") },
			region: {
				startLine: line ?? 1,
				...column === void 0 ? {} : { startColumn: column }
			}
		} }]
	}));
	const found = datasets.reduce((sum, dataset) => sum + countOf(dataset, "error") + countOf(dataset, "warning"), 0);
	return log({
		rules,
		results,
		more: found <= problems.length ? {} : { invocations: [{
			executionSuccessful: true,
			toolExecutionNotifications: [{
				level: "warning",
				message: { text: `${found} problems were found; the places of ${problems.length} were kept.` }
			}]
		}] }
	});
}
function sarifWithoutData(failure) {
	const notes = failure === void 0 ? [] : [{
		level: "error",
		message: { text: failure.slice(0, TEXT) }
	}];
	return log({
		rules: [],
		results: [],
		more: { invocations: [{
			executionSuccessful: failure === void 0,
			toolExecutionNotifications: notes
		}] }
	});
}
function log({ rules, results, more }) {
	return {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [{
			tool: { driver: {
				name: "Fine-tune Action",
				rules
			} },
			columnKind: "utf16CodeUnits",
			...more,
			results
		}]
	};
}
// src/report/report-files.ts
const BREAKS = /[\u0085\u2028\u2029]/g;
const lines = (items) => items.map((item) => `${JSON.stringify(item).replace(BREAKS, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`).join("");
function problemLines({ datasets, run }) {
	const problems = datasets.flatMap((dataset) => dataset.problems).map((problem) => ({
		...problem,
		message: textOf(problem.message, run.showRows)
	}));
	const found = datasets.reduce((sum, dataset) => sum + countOf(dataset, "error") + countOf(dataset, "warning"), 0);
	return lines(found > problems.length ? [...problems, {
		truncated: true,
		found,
		kept: problems.length
	}] : problems);
}
function resultFiles({ resultFiles: found }, taken) {
	const files = new Map();
	for (const { name, text } of found) {
		const stem = name.replace(/\.csv$/, "").replace(/[^\w.-]+/g, "-").slice(0, 80);
		let own = `${stem}.csv`;
		for (let turn = 2; taken.includes(own) || files.has(own); turn += 1) own = `${stem}-${turn}.csv`;
		files.set(own, () => text);
	}
	return Object.fromEntries(files);
}
const pretty = (value) => value === void 0 ? "" : `${JSON.stringify(value, void 0, 2)}\n`;
function evaluationFiles({ evaluation, run }) {
	if (evaluation === void 0) return {};
	return {
		"evaluation.json": async () => pretty((await import("./evaluation-result.js")).renderEvaluation(evaluation, run.showRows)),
		"evaluation.junit.xml": async () => (await import("./evaluation-junit.js")).renderJunit(evaluation, run.showRows)
	};
}
function reportFiles(findings, summary) {
	const ours = {
		"summary.md": () => summary,
		"model.txt": () => findings.job?.fine_tuned_model ?? "",
		"result.json": () => pretty(renderResult(findings)),
		...evaluationFiles(findings),
		...findings.job === void 0 ? {} : { "model-card.md": async () => (await import("./model-card.js")).renderModelCard(findings) },
		"metrics.csv": () => renderMetricsCsv(findings),
		"checkpoints.jsonl": () => lines(findings.checkpoints),
		"problems.jsonl": () => problemLines(findings),
		"problems.sarif": () => findings.datasets.every(({ problems }) => problems.length === 0) ? "" : `${JSON.stringify(renderSarif(findings.datasets, findings.run.showRows, findings.repositoryPaths))}\n`,
		"predicate.json": () => pretty(renderPredicate(findings)),
		"provenance.json": () => pretty(renderProvenance(findings)),
		"jobs.jsonl": () => lines(findings.jobs.map(({ platform }) => platform)),
		"events.jsonl": () => lines(findings.events)
	};
	return {
		...ours,
		...resultFiles(findings, Object.keys(ours))
	};
}
// src/report/grid.ts
const divisor = (left, right) => right === 0 ? left : divisor(right, left % right);
function gridOf({ points }, most) {
	const steps = points.map(({ step }) => step);
	const [first = 0] = steps;
	const last = steps.at(-1) ?? 0;
	const span = last - first;
	if (!(span > 0)) return void 0;
	const rhythm = steps.every(Number.isSafeInteger) ? steps.reduce((common, step) => divisor(common, step - first), 0) : span / (most - 1);
	const spacing = Math.max(1, Math.ceil(span / (most - 1) / rhythm)) * rhythm;
	const count = Math.floor(span / spacing) + 1;
	return {
		first: last - (count - 1) * spacing,
		spacing,
		count
	};
}
function stepsOf({ first, spacing, count }) {
	return Array.from({ length: count }, (_, index) => first + index * spacing);
}
function placeOf(step, { first, spacing, count }) {
	return Math.min(count - 1, Math.max(0, Math.round((step - first) / spacing)));
}
function means({ points }, grid) {
	const sums = Array.from({ length: grid.count }, () => ({
		sum: 0,
		count: 0
	}));
	for (const { step, value } of points) {
		const sum = sums[Math.min(grid.count - 1, Math.max(0, Math.ceil((step - grid.first) / grid.spacing)))];
		if (sum === void 0) continue;
		sum.sum += value;
		sum.count += 1;
	}
	return sums.map(({ sum, count }) => count === 0 ? void 0 : sum / count);
}
function filled(values) {
	return values.map((value, index) => {
		if (value !== void 0) return value;
		const before = values.findLastIndex((one, place) => place < index && one !== void 0);
		const after = values.findIndex((one, place) => place > index && one !== void 0);
		const [left, right] = [values[before], values[after]];
		if (left === void 0 || right === void 0) return left ?? right ?? 0;
		return left + (index - before) / (after - before) * (right - left);
	});
}
function gapOf({ points }) {
	const distances = points.slice(1).map(({ step }, index) => ({
		from: points[index]?.step ?? step,
		to: step
	}));
	const length = ({ from, to }) => to - from;
	const sorted = distances.toSorted((left, right) => length(left) - length(right));
	const [median, longest] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
	if (median === void 0 || longest === void 0) return void 0;
	return length(longest) > 3 * length(median) ? longest : void 0;
}
// src/report/chart.ts
const MOST$1 = 60;
const LARGEST$1 = 0x38d7ea4c68000;
const LINES = [{
	colour: "#2f81f7",
	sign: "🔵"
}, {
	colour: "#db6d28",
	sign: "🟠"
}];
const CHARTS = [
	{
		title: "Loss",
		groups: [["train_loss"], ["full_valid_loss", "valid_loss"]]
	},
	{
		title: "Token accuracy",
		groups: [["train_mean_token_accuracy", "train_accuracy"], [
			"full_valid_mean_token_accuracy",
			"valid_mean_token_accuracy",
			"valid_accuracy"
		]]
	},
	{
		title: "Mean reward",
		groups: [["train_mean_reward", "train_reward_mean"], [
			"full_valid_mean_reward",
			"valid_mean_reward",
			"valid_reward_mean"
		]]
	},
	{
		title: "Preference accuracy",
		groups: [["train_mean_reward_accuracy"], ["full_valid_mean_reward_accuracy", "valid_mean_reward_accuracy"]]
	},
	{
		title: "Preference margin",
		groups: [["train_mean_reward_margin"], ["full_valid_mean_reward_margin", "valid_mean_reward_margin"]]
	}
];
function seriesOf(points, names) {
	const [best] = names.map((name) => ({
		name,
		points: points.flatMap(({ step, values }) => values[name] === void 0 ? [] : [{
			step,
			value: values[name]
		}])
	})).sort((left, right) => right.points.length - left.points.length);
	return best === void 0 || best.points.length === 0 ? void 0 : best;
}
function table(all, grid, marked) {
	const columns = all.map((series) => means(series, grid));
	const cell = (value) => value === void 0 || !Number.isFinite(value) ? "" : figure(value);
	return [
		`| Step | ${all.map(({ name }) => markdownText(name)).join(" | ")} |`,
		`| --: |${" --: |".repeat(all.length)}`,
		...stepsOf(grid).flatMap((step, index) => columns.every((column) => column[index] === void 0) ? [] : [`| ${index === marked ? "⭐ " : ""}${whole(step)} | ${columns.map((column) => cell(column[index])).join(" | ")} |`])
	].join("\n");
}
function decimals$1(values) {
	const largest = Math.max(...values.map(Math.abs));
	const digits = largest === 0 ? 0 : Math.min(15, Math.max(0, 5 - Math.ceil(Math.log10(largest))));
	return (value) => value.toFixed(digits).replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
}
function legend(series, main, index) {
	const gap = gapOf(series);
	const notes = [series.points.length < main.points.length ? `measured at ${whole(series.points.length)} steps, drawn straight between them, level before the first and after the last` : "", gap === void 0 ? "" : `nothing between steps ${whole(gap.from)} and ${whole(gap.to)}`].filter((note) => note !== "");
	return `${LINES[index]?.sign} ${markdownText(series.name)}${notes.length === 0 ? "" : ` (${notes.join("; ")})`}`;
}
function chart(title, all, best) {
	const main = all.reduce((most, series) => series.points.length > most.points.length ? series : most);
	const grid = gridOf(main, MOST$1);
	const last = main.points.at(-1)?.step ?? 0;
	const lines = grid === void 0 ? [] : all.map((series) => filled(means(series, grid)));
	const values = lines.flat();
	const tooLarge = [...values, ...main.points.map(({ step }) => step)].some((value) => !(Math.abs(value) < LARGEST$1));
	if (grid === void 0 || tooLarge) return `**${title}**\n\n${table(all, grid ?? {
		first: last,
		spacing: 1,
		count: 1
	}, void 0)}\n`;
	const low = Math.min(...values);
	const high = Math.max(...values);
	const margin = high === low ? Math.abs(high) * .1 || 1 : (high - low) * .05;
	const floor = low >= 0 ? Math.max(0, low - margin) : low - margin;
	const ceiling = high + margin;
	const number = decimals$1([floor, ceiling]);
	const step = best?.checkpoint.step_number;
	const marked = step == null || step < grid.first || step > last ? void 0 : placeOf(step, grid);
	const colours = LINES.map(({ colour }) => colour).join(", ");
	return [
		`**${title}**`,
		"",
		"```mermaid",
		`%%{init: {"xyChart": {"width": 800, "height": 320}, "themeVariables": {"xyChart": {"backgroundColor": "transparent", "plotColorPalette": "${colours}"}}}}%%`,
		"xychart-beta",
		`  x-axis "step" ${[grid.first, last].map((end) => Number(end.toFixed(3))).join(" --> ")}`,
		`  y-axis "${mermaidText(title.toLowerCase())}" ${number(floor)} --> ${number(ceiling)}`,
		...lines.map((line) => `  line [${line.map(number).join(", ")}]`),
		"```",
		"",
		[
			...all.map((series, index) => legend(series, main, index)),
			...main.points.length > grid.count ? ["each point is the mean of the steps since the one before it"] : [],
			...marked === void 0 || best === void 0 ? [] : [`⭐ the best checkpoint: step ${whole(step ?? 0)} (${markdownText(best.metric)} ${figure(best.value)})`]
		].join(" · "),
		"",
		"<details><summary>The numbers</summary>",
		"",
		table(all, grid, marked),
		"",
		"</details>",
		""
	].join("\n");
}
function charts(points, best) {
	const ordered = [...points].sort((left, right) => left.step - right.step);
	return CHARTS.flatMap(({ title, groups }) => {
		const all = groups.map((names) => seriesOf(ordered, names)).filter((series) => series !== void 0);
		return all.length === 0 ? [] : [chart(title, all, best)];
	});
}
// src/report/data-sections.ts
const BLOCKS = [
	"▁",
	"▂",
	"▃",
	"▄",
	"▅",
	"▆",
	"▇",
	"█"
];
const ROLES = new Set([
	"system",
	"developer",
	"user",
	"assistant",
	"tool",
	"function"
]);
const NAMES = 8;
const TITLES$1 = {
	training_file: "Training",
	validation_file: "Validation",
	evaluation_file: "Evaluation"
};
const nameOf = ({ role }) => TITLES$1[role];
function spread({ statistics }) {
	const bins = statistics?.histogram ?? [];
	const most = Math.max(1, ...bins.map((bin) => bin.rows));
	const line = bins.map((bin) => bin.rows === 0 ? "·" : BLOCKS[Math.min(7, Math.floor(bin.rows / most * 7.999))] ?? "█");
	return bins.length === 0 ? "" : `${whole(bins[0]?.from ?? 0)} <code>${line.join("")}</code> ${whole(statistics?.rowTokens.max ?? 0)}`;
}
function verdict$1(dataset) {
	const errors = countOf(dataset, "error");
	const warnings = countOf(dataset, "warning");
	const found = [errors > 0 ? `❌ **${counted(errors, "error")}**` : "", warnings > 0 ? `⚠️ ${counted(warnings, "warning")}` : ""].filter((part) => part !== "");
	return found.length === 0 ? "none" : found.join(", ");
}
function tally(counts, isShown) {
	const named = Object.entries(counts ?? {}).filter(([name]) => isShown(name));
	const unnamed = Object.entries(counts ?? {}).filter(([name]) => !isShown(name)).reduce((sum, [, count]) => sum + count, 0);
	const all = [...named, ...unnamed === 0 ? [] : [["others", unnamed]]].sort(([, left], [, right]) => right - left);
	return [...all.slice(0, NAMES).map(([name, count]) => `${markdownText(masked(name), 40)} ${whole(count)}`), ...all.length > NAMES ? [`${whole(all.length - NAMES)} more`] : []].join(", ");
}
function bounds({ low, high }) {
	return low === high ? "" : ` (${whole(low)} to ${whole(high)})`;
}
function sample(statistics) {
	if (statistics === void 0 || statistics.leftOut === 0) return "";
	const { rows: counted, leftOut } = statistics;
	return `the figures from here to the longest rows are of ${whole(counted)} of ${whole(counted + leftOut)} rows`;
}
const FACTS = [
	["File", ({ paths }, findings) => `${paths.slice(0, 3).map((path) => placed(findings, path, void 0)).join("<br>")}${paths.length > 3 ? `<br>and ${whole(paths.length - 3)} more` : ""}`],
	["Rows", ({ rows: count, format }) => `${whole(count)}${format === void 0 ? "" : ` (${format})`}`],
	["Problems", (dataset) => verdict$1(dataset)],
	["Tokens", ({ tokens }) => tokens === void 0 ? "" : `${tokens.kind === "exact" ? "" : "≈ "}${whole(tokens.tokens)}${bounds(tokens)}`],
	["Sample", ({ statistics }) => sample(statistics)],
	["Tokens per row", ({ statistics }) => statistics === void 0 ? "" : `median ${whole(statistics.rowTokens.median)}, 95th percentile ${whole(statistics.rowTokens.p95)}, largest ${whole(statistics.rowTokens.max)}`],
	["Spread", (dataset) => spread(dataset)],
	["Trained on", ({ statistics }) => statistics?.trainedShare ? `${Math.round(statistics.trainedShare * 100)} % of the tokens` : ""],
	["Turns per row", ({ statistics }) => statistics === void 0 ? "" : `median ${whole(statistics.turns.median)}, largest ${whole(statistics.turns.max)}`],
	["Messages", ({ statistics }, { run }) => tally(statistics?.roles, (name) => run.showRows || ROLES.has(name))],
	["Tools called", ({ statistics }, { run }) => tally(statistics?.tools, () => run.showRows)],
	["Near-empty answers", ({ statistics }) => statistics?.nearEmptyAnswers ? `⚠️ ${counted(statistics.nearEmptyAnswers, "row")}` : ""],
	["Longest rows", ({ statistics }, findings) => (statistics?.longest ?? []).slice(0, 5).map(({ path, line, tokens }) => `${placed(findings, path, line, `line ${line}`)} (${whole(tokens)})`).join(", ")],
	["Size", (dataset) => bytes(dataset.bytes)],
	["SHA-256", ({ sha256 }) => `<code>${sha256.slice(0, 16)}</code>`]
];
function expected(findings) {
	const { estimate } = findings;
	if (estimate === void 0) return "";
	const { tokens, epochs, epochsAsked, looks } = estimate;
	const range = tokens.kind === "exact" ? "" : ` (${whole(tokens.low)} to ${whole(tokens.high)}; ${markdownText(tokens.basis, 600)})`;
	const price = estimatedPrice(estimate, markdownText);
	const theirs = platformPrice(findings);
	const usual = epochsAsked ? "" : " (the default; the provider decides)";
	return `Expected: **${whole(tokens.tokens)}** tokens${range} over ${counted(epochs, "epoch")}${usual}${looksPaid(looks)}${price === "" ? "" : `; ${price}`}${theirs === void 0 ? "" : `; the provider itself estimates ${dollars(theirs)}`}.`;
}
function lengths(datasets) {
	const charts = datasets.flatMap((dataset) => {
		const bins = dataset.statistics?.histogram ?? [];
		if (bins.length === 0) return [];
		const most = Math.max(...bins.map((bin) => bin.rows));
		const names = bins.map(({ from, to }) => to - from <= 1 ? whole(from) : `${whole(from)}–${whole(to - 1)}`);
		const width = Math.max(...names.map((name) => name.length));
		const lines = bins.map((bin, index) => {
			const bar = "█".repeat(Math.round(bin.rows / most * 40)) || (bin.rows > 0 ? "▏" : "");
			return `${(names[index] ?? "").padStart(width)}  ${bar} ${whole(bin.rows)}`;
		});
		return [`${nameOf(dataset)}, rows by tokens\n${lines.join("\n")}`];
	});
	return charts.length === 0 ? "" : `<details><summary>Length of the rows</summary>\n\n\`\`\`text\n${charts.join("\n\n")}\n\`\`\`\n\n</details>`;
}
function data(findings) {
	const { datasets } = findings;
	if (datasets.length === 0) return "";
	const body = FACTS.map(([name, text]) => [name, ...datasets.map((dataset) => text(dataset, findings))]).filter((cells) => cells.slice(1).some((cell) => cell !== ""));
	return [
		"### Data",
		rows(["", ...datasets.map(nameOf)], body),
		expected(findings),
		lengths(datasets)
	].filter((part) => part !== "").join("\n\n");
}
function problems(findings) {
	const all = findings.datasets.flatMap((dataset) => dataset.counts.map((entry) => ({
		...entry,
		dataset
	})));
	if (all.length === 0) return "";
	const body = all.sort((left, right) => left.severity.localeCompare(right.severity) || right.count - left.count).map(({ rule, severity, count, dataset }) => {
		const examples = dataset.problems.filter((problem) => problem.rule === rule);
		const places = examples.slice(0, 5);
		return [
			severity === "error" ? "❌" : "⚠️",
			markdownCode(rule),
			whole(count),
			examples[0] === void 0 ? "" : markdownText(textOf(examples[0].message, findings.run.showRows), 300),
			`${placesOf(findings, places)}${count > places.length ? `${places.length === 0 ? "" : " and "}${whole(count - places.length)} more` : ""}`
		];
	});
	return [
		`### Problems`,
		rows([
			"",
			"Rule",
			"Count	",
			"For example",
			"Where"
		], body),
		...kept(findings)
	].join("\n\n");
}
function kept({ datasets }) {
	const found = datasets.reduce((sum, dataset) => sum + countOf(dataset, "error") + countOf(dataset, "warning"), 0);
	const places = datasets.reduce((sum, { problems: list }) => sum + list.length, 0);
	return places >= found ? [] : [`_${whole(found)} problems were counted; of ${whole(places)} the places are kept, in \`problems.jsonl\` and \`problems.sarif\` of the report. Fix those, and run again to see the rest._`];
}
// src/report/evaluation-words.ts
const isShare = ({ range: [lowest, highest] }) => lowest === 0 && highest === 1;
const decimals = (value, digits) => value.toFixed(digits).replace("-", "−").replace(/^−(0(?:\.0+)?)$/, "$1");
function scoreText(value, of) {
	return isShare(of) ? `${decimals(value * 100, 1)} %` : decimals(value, 2);
}
function differenceText(value, of) {
	const text = isShare(of) ? decimals(value * 100, 1) : decimals(value, 2);
	return `${value > 0 && !/^0(\.0+)?$/.test(text) ? "+" : ""}${text}`;
}
const unit = (of) => isShare(of) ? " points" : "";
const marginOf = ({ maxDrop, range: [lowest, highest] }) => maxDrop * (highest - lowest);
const intervalPercent = ({ confidence }) => Number((100 * (2 * confidence - 1)).toFixed(2));
function differencePhrase(of, { difference, interval: [low, high] }) {
	const ends = `${differenceText(low, of)} … ${differenceText(high, of)}`;
	return `${differenceText(difference, of)}${unit(of)}, ${intervalPercent(of)} % interval ${ends}, margin ${differenceText(-marginOf(of), of)}`;
}
const TITLES = {
	pass: "Promote",
	fail: "Do not promote",
	inconclusive: "Not proved",
	incomplete: "Not evaluated to the end"
};
const ICONS$1 = {
	pass: "✅",
	fail: "❌",
	inconclusive: "❔",
	incomplete: "⚠️"
};
function verdictTitle({ verdict, rehearsal }) {
	return `${TITLES[verdict]}${rehearsal ? " (a rehearsal)" : ""}`;
}
function conditionClause({ name, proof, line, interval: [low, high] }, of) {
	const not = proof === "disproved" ? "is not met" : "is not proved";
	switch (name) {
		case "max_drop": return proof === "disproved" ? `the candidate is worse by more than the margin of ${differenceText(marginOf(of), of).replace("+", "")}${unit(of)}` : `it may be worse by more than the margin of ${differenceText(marginOf(of), of).replace("+", "")}${unit(of)}`;
		case "min_gain": return `min_gain ${not}: the difference is from ${differenceText(low, of)} to ${differenceText(high, of)}, and ${differenceText(line, of)} is asked`;
		case "min_score": return `min_score ${not}: the score is from ${scoreText(low, of)} to ${scoreText(high, of)}, and ${scoreText(line, of)} is asked`;
		case "max_regressions": return `${counted(low, "row")} got worse, and max_regressions allows ${whole(line)}`;
	}
}
function reasons(of) {
	const { judgement, verdict, stopped } = of;
	if (verdict === "incomplete") return [(stopped ?? "too few rows have a score").replace(/[.\s]+$/, "")];
	if (judgement === void 0 || verdict === "pass") return [];
	const wanted = verdict === "fail" ? "disproved" : "open";
	const conditions = judgement.conditions.filter(({ proof }) => proof === wanted).map((one) => conditionClause(one, of));
	const tags = judgement.tags.filter(({ worse }) => worse).map(({ tag }) => `the rows of ${inertLine(tag, 60)} are surely worse`);
	return [...conditions, ...verdict === "fail" ? tags : []];
}
function wayOn(of) {
	const { verdict, judgement } = of;
	if (verdict === "incomplete") return "Run again: with answers_path what was answered is not paid for twice.";
	if (verdict !== "inconclusive") return "";
	const { requiredRows, interval } = judgement ?? {
		requiredRows: void 0,
		interval: [0, 0]
	};
	const rows = requiredRows === void 0 ? "" : `About ${counted(requiredRows, "row")} like these would decide`;
	const margin = -interval[0] / (of.range[1] - of.range[0]);
	const both = [rows, margin > of.maxDrop ? `a max_drop above ${(Math.ceil(margin * 1e3) / 1e3).toFixed(3)} would pass` : ""].filter((part) => part !== "").join("; ");
	return both === "" ? "More rows would decide." : `${both.charAt(0).toUpperCase()}${both.slice(1)}.`;
}
function verdictSentence(of) {
	const { judgement } = of;
	if (judgement === void 0) return "No row has a score for both models.";
	const { score, baselineScore } = judgement;
	return `${scoreText(score, of)} against ${scoreText(baselineScore, of)}: ${differencePhrase(of, judgement)}.`;
}
function rowsSentence(of) {
	const { judgement, total, usd, asked, kept } = of;
	const went = judgement === void 0 ? "" : `Better on ${counted(judgement.wins, "row")}, worse on ${whole(judgement.losses)}, same on ${whole(judgement.ties)}. `;
	const cost = usd === void 0 ? "" : ` ${dollars(usd)}.`;
	const from = kept === 0 ? "" : ` (${counted(kept, "answer")} known already)`;
	return `${went}Scored ${whole(judgement?.rows ?? 0)} of ${counted(total, "row")}, ${counted(asked, "answer")} asked for${from}.${cost}`;
}
function refusalSentence(of) {
	const { verdict, candidate, baseline } = of;
	const why = reasons(of).join("; ").replace(/[.\s]+$/, "");
	const found = of.judgement === void 0 ? "" : ` ${verdictSentence(of)}`;
	return `${`The verdict on ${inertLine(candidate.model, 120)} against ${inertLine(baseline.model, 120)} is ${verdict}: ${why}.${found}`} ${wayOn(of)}`.trim();
}
const coverageText = (of) => `${decimals(coverageOf(of) * 100, 1)} %`;
// src/report/evaluation-page.ts
const SHOWN = 10;
const joined$1 = (parts) => parts.filter((part) => part !== "").join("\n\n");
function evaluationHeadline(of) {
	const why = reasons(of).map((reason) => markdownText(reason, 600));
	const on = wayOn(of);
	return joined$1([
		`## ${ICONS$1[of.verdict]} ${verdictTitle(of)}`,
		`**${verdictSentence(of)}** ${rowsSentence(of)}`,
		why.length === 0 ? "" : `> **Why:** ${why.join("; ")}.${on === "" ? "" : `\n>\n> **What would decide:** ${markdownText(on, 400)}`}`,
		of.rehearsal ? "_A rehearsal: the sandbox answers by a tiny model. The verdict is about the workflow, not about a model._" : ""
	]);
}
const BAR = 41;
function intervalBar(of) {
	const { judgement, maxDrop, range } = of;
	if (judgement === void 0) return "";
	const [low, high] = judgement.interval;
	const margin = -maxDrop * (range[1] - range[0]);
	const least = Math.min(low, margin * 1.5, 0);
	const most = Math.max(high, -margin * 1.5, 0);
	const place = (value) => Math.round((value - least) / (most - least || 1) * 40);
	const line = Array.from({ length: BAR }, (_, at) => at >= place(low) && at <= place(high) ? "═" : "·");
	line[place(0)] = "0";
	line[place(margin)] = "│";
	line[place(judgement.difference)] = "●";
	const label = `${differenceText(low, of)} … ${differenceText(high, of)}`;
	return `\`\`\`text\n${line.join("")}  ${label}\n│ the margin   0 no difference   ● found   ═ ${intervalPercent(of)} % interval\n\`\`\``;
}
const scoreCell = (score, of) => scoreText(score, of).replace(" ", "\xA0");
const chance = (value) => value < .001 ? "under 0.001" : value.toFixed(3);
function models(of) {
	const line = (role, { model, origin, recorded, flipRate, fingerprints, endings }, score) => [
		role,
		markdownCode(model, 120),
		recorded ? "recorded answers" : markdownCode(origin, 80),
		score === void 0 ? "" : scoreCell(score, of),
		flipRate === void 0 ? "" : `${(100 * flipRate).toFixed(1)} %`,
		fingerprints === 0 ? "" : whole(fingerprints),
		Object.entries(endings).map(([ending, count]) => `${whole(count)} × ${markdownText(ending, 40)}`).join(", ")
	];
	const { judgement } = of;
	return rows([
		"",
		"Model",
		"Asked at",
		"Score",
		"Answers that differ between repeats",
		"States of the server",
		"Answers that did not end by themselves"
	], [line("Candidate", of.candidate, judgement?.score), line("Baseline", of.baseline, judgement?.baselineScore)]);
}
function tags(of) {
	const found = of.judgement?.tags ?? [];
	if (found.length === 0) return "";
	const body = found.map(({ tag, rows: count, score, baselineScore, difference, interval, adjusted, worse }) => [
		markdownText(tag, 80),
		whole(count),
		scoreCell(score, of),
		scoreCell(baselineScore, of),
		differenceText(difference, of),
		`${differenceText(interval[0], of)} … ${differenceText(interval[1], of)}`,
		adjusted === void 0 ? "too few rows" : `${worse ? "❌ " : ""}${chance(adjusted)}`
	]);
	const head = [
		"Tag",
		"Rows",
		"Candidate",
		"Baseline",
		"Difference",
		`${intervalPercent(of)} % interval`,
		"p after Holm"
	];
	return `### Tags\n\n${rows(head, body)}`;
}
const loss = ({ score = 0, baselineScore = 0 }) => score - baselineScore;
function regressions({ rows: all }) {
	return all.filter((row) => row.score !== void 0 && loss(row) < 0).sort((a, b) => loss(a) - loss(b));
}
function worst(of, showRows) {
	const found = regressions(of);
	if (found.length === 0) return "";
	const places = found.slice(0, SHOWN).map(({ path, line }) => `${path}:${line}`);
	if (!showRows) return `### Rows that got worse\n\n${counted(found.length, "row")}: ${places.map((place) => markdownCode(place)).join(", ")}${found.length > SHOWN ? ", …" : ""}. What they say is not shown, because \`show_rows\` does not allow it.`;
	const body = found.slice(0, SHOWN).map((row) => [
		markdownCode(`${row.path}:${row.line}`),
		markdownCode(row.prompt, 300),
		markdownCode(row.candidate[0]?.text ?? "", 400),
		markdownCode(row.baseline[0]?.text ?? "", 400),
		`${scoreText(row.score ?? 0, of)} against ${scoreText(row.baselineScore ?? 0, of)}`
	]);
	return `### Rows that got worse\n\n${rows([
		"Row",
		"Prompt",
		"Candidate",
		"Baseline",
		"Score"
	], body)}`;
}
function unscored({ rows: all }, showRows) {
	const found = all.filter((row) => row.unscored !== void 0);
	if (found.length === 0) return "";
	const lines = found.slice(0, SHOWN).map(({ path, line, unscored: why = "" }) => `- ${markdownCode(`${path}:${line}`)}${showRows ? ` ${markdownText(why, 300)}` : ""}`);
	const more = found.length > SHOWN ? [`- and ${whole(found.length - SHOWN)} more`] : [];
	return `### Rows without a score\n\n${[...lines, ...more].join("\n")}`;
}
const METHODS = {
	"paired shares": "Bonett and Price’s interval of paired shares",
	t: "t interval of the mean difference",
	"clustered t": "t interval, robust against rows that belong together"
};
function assumptions(of) {
	const { judgement, repeat, clusterBy, detectable, retries, promptTokens, completionTokens } = of;
	if (judgement === void 0) return "";
	return `<details><summary>How it was judged</summary>\n\n${[
		`${METHODS[judgement.method]}, ${(100 * of.confidence).toFixed(of.confidence > .99 ? 2 : 0)} % on each side${clusterBy === void 0 ? "" : `, clusters by ${markdownCode(clusterBy)}`}.`,
		`Graded by ${markdownText(of.grader, 120)}; ${counted(repeat, "answer")} for each row and model.`,
		`${coverageText(of)} of the rows have a score for both models. So many rows show differences of about ${(100 * detectable).toFixed(1)} % of the range.`,
		...judgement.midP === void 0 ? [] : [`McNemar’s mid-p, for reading only: ${judgement.midP.toFixed(4)}.`],
		`${whole(promptTokens)} tokens asked, ${whole(completionTokens)} answered; ${counted(retries, "call")} repeated.`,
		"Rows are taken for independent of each other, unless they are clustered; both models were asked in turn, in one run."
	].map((line) => `- ${line}`).join("\n")}\n\n</details>`;
}
function evaluationSections(of, showRows) {
	return [
		intervalBar(of),
		models(of),
		tags(of),
		worst(of, showRows),
		unscored(of, showRows),
		assumptions(of)
	].filter((part) => part !== "");
}
// src/report/job-sections.ts
const METRICS = 20;
const UNFOLDED = 5;
const JOBS = 100;
function finalMetrics({ metrics }) {
	const last = Object.entries(lastMetrics(metrics));
	const table = rows(["Metric", "Last value	"], last.slice(0, METRICS).map(([name, value]) => [markdownText(name), figure(value)]));
	const more = last.length > METRICS ? `\n\n_and ${whole(last.length - METRICS)} more in \`metrics.csv\`_` : "";
	return table === "" ? "" : `### Final metrics\n\n${table}${more}`;
}
function metricOf({ metrics }, ...names) {
	const value = names.map((name) => metrics?.[name]).find((found) => typeof found === "number");
	return typeof value === "number" ? figure(value) : "";
}
function checkpoints({ checkpoints: all }) {
	const best = bestCheckpoint(all);
	const judged = judgeCheckpoints(all);
	const body = [...all].sort((left, right) => (left.step_number ?? 0) - (right.step_number ?? 0)).slice(-20).map((checkpoint) => [
		checkpoint.id === best?.id && judged !== void 0 ? "⭐" : "",
		whole(checkpoint.step_number ?? 0),
		copyable(checkpoint.fine_tuned_model_checkpoint ?? checkpoint.id),
		metricOf(checkpoint, "train_loss", "train_mean_reward", "train_reward_mean"),
		metricOf(checkpoint, "full_valid_loss", "valid_loss", "full_valid_mean_reward", "valid_mean_reward", "valid_reward_mean")
	]);
	if (body.length === 0) return "";
	const by = judged === void 0 ? "" : `\n\n⭐ the best by ${markdownText(judged.metric)}`;
	const more = all.length > body.length ? `\n\n_and ${whole(all.length - body.length)} earlier ones in \`checkpoints.jsonl\`_` : "";
	const validated = body.some((cells) => cells.at(-1) !== "");
	const head = [
		"",
		"Step	",
		"Model",
		"Training	",
		"Validation	"
	];
	const kept = (_, index) => index < 3 || body.some((cells) => cells[index] !== "");
	const table = rows(head.filter(kept), body.map((cells) => cells.filter(kept)));
	const unseen = validated ? "" : "\n\nWithout a validation file, overfitting cannot be seen.";
	return `### Checkpoints\n\n${body.length > UNFOLDED ? `<details><summary>${counted(all.length, "checkpoint")}</summary>\n\n${table}${by}${more}\n\n</details>` : `${table}${by}${more}`}${unseen}`;
}
function jobs({ jobs: found }) {
	const body = found.slice(0, JOBS).map((job) => [
		copyable(job.id),
		markdownText(job.status),
		job.fine_tuned_model ? copyable(job.fine_tuned_model) : "",
		markdownText(job.model ?? ""),
		job.trained_tokens == null ? "" : whole(job.trained_tokens),
		timeOf(job.created_at).slice(0, 16).replace("T", " ")
	]);
	const more = found.length > body.length ? `\n\n_and ${whole(found.length - body.length)} more in \`jobs.jsonl\` of the report_` : "";
	return body.length === 0 ? "" : `${rows([
		"Job",
		"Status",
		"Model",
		"Base",
		"Trained tokens	",
		"Created (UTC)"
	], body)}${more}`;
}
function events(findings) {
	const asked = findings.operation.outputs.includes("events");
	const listed = findings.events.filter(({ type }) => asked || type !== "metrics").slice(asked ? -200 : -30);
	if (listed.length === 0) return "";
	const alarming = listed.some(({ level }) => level != null && !/^(info|debug)$/i.test(level));
	const body = listed.map((event) => [
		timeOf(event.created_at).slice(asked ? 0 : 11, 19).replace("T", " "),
		markdownText(event.level ?? "", 40),
		markdownText(event.message ?? "", 300)
	]);
	const table = rows([
		"UTC",
		"",
		"Message"
	], body);
	const hidden = findings.events.length - listed.length;
	const more = hidden > 0 ? `\n\n_and ${whole(hidden)} more in \`events.jsonl\` of the report_` : "";
	return asked ? `${table}${more}` : `<details${alarming ? " open" : ""}><summary>Events</summary>\n\n${table}${more}\n\n</details>`;
}
// src/report/previous-section.ts
const COMPARED = /(?:loss|accuracy|reward)/;
const ORDER = [
	"full_valid",
	"valid",
	""
];
function measured(checkpoint) {
	const rank = (name) => ORDER.findIndex((prefix) => name.startsWith(prefix));
	const numbers = Object.entries(checkpoint?.metrics ?? {}).flatMap(([name, value]) => typeof value === "number" && COMPARED.test(name) ? [[name, value]] : []);
	const names = new Set(numbers.map(([name]) => name));
	const telling = numbers.filter(([name]) => !names.has(`full_${name}`));
	return new Map(telling.sort(([left], [right]) => rank(left) - rank(right)));
}
function lastOf(checkpoints) {
	return checkpoints.toSorted((left, right) => (left.step_number ?? 0) - (right.step_number ?? 0)).at(-1);
}
function epochsOf(job) {
	const epochs = hyperparametersOf(job)?.n_epochs;
	return typeof epochs === "number" ? epochs : void 0;
}
function figuresOf({ job, price, checkpoints }, previous) {
	if (job === void 0) return [];
	const [before, now] = [measured(previous.checkpoint), measured(lastOf(checkpoints))];
	const metrics = [...now].map(([name, value]) => ({
		name,
		before: before.get(name),
		now: value,
		words: figure
	}));
	return [
		{
			name: "Epochs",
			before: epochsOf(previous.job),
			now: epochsOf(job),
			words: whole
		},
		{
			name: "Trained tokens",
			before: previous.job.trained_tokens ?? void 0,
			now: job.trained_tokens ?? void 0,
			words: whole
		},
		{
			name: "Price",
			before: realPrice({
				job: previous.job,
				price
			}),
			now: realPrice({
				job,
				price
			}),
			words: dollars,
			changed: priceChange
		},
		...metrics
	];
}
function previousModel(findings) {
	const { previous, job } = findings;
	if (previous === void 0 || job === void 0) return "";
	const body = figuresOf(findings, previous).flatMap(({ name, before, now, words, changed = (one, other) => change(one, other, words) }) => {
		if (before === void 0 || now === void 0) return [];
		const changes = [changed(before, now), share(before, now)].filter((text) => text !== "");
		return [[
			markdownText(name),
			words(before),
			words(now),
			changes.join(" · ") || "–"
		]];
	});
	if (body.length === 0) return "";
	const day = timeOf(previous.job.created_at).slice(0, 10);
	const name = copyable(previous.job.fine_tuned_model ?? previous.job.id);
	const apart = body.some(([metric]) => metric?.includes("valid")) && previous.job.validation_file !== job.validation_file;
	return [
		"### Beside the previous model",
		`${name}${day === "" ? "" : ` of ${day}`} was trained before it from the same base, with the same suffix and labels.`,
		rows([
			"",
			"Previous	",
			"This	",
			"Change	"
		], body.slice(0, 11)),
		apart ? "The validation files differ, so their losses compare only as far as the rows are alike." : ""
	].filter((part) => part !== "").join("\n\n");
}
// src/report/sections.ts
const ICONS = {
	succeeded: "✅",
	valid: "✅",
	failed: "❌",
	stopped: "❌",
	cancelled: "⏹️",
	paused: "⏸️",
	unclear: "❓",
	detached: "⏳",
	skipped: "⏭️",
	done: "🔎",
	absent: "🔎"
};
function title(findings) {
	const { ending, job } = findings;
	switch (ending) {
		case "succeeded":
			if (!job?.fine_tuned_model) return "Trained, but the provider names no model";
			return creatorOf(findings) === "before this run" ? "Model ready, used again" : "Model ready";
		case "valid": return "The data passes";
		case "failed": return "The training failed";
		case "cancelled": return "Cancelled";
		case "paused": return "The job is paused";
		case "unclear": return "The job has ended, and it is not known how";
		case "detached": return `The job runs on${job === void 0 ? "" : ` (${markdownText(job.status)})`}`;
		case "skipped": return "Checked only: no credential on this pull request";
		case "absent": return "No job matches";
		case "done": return outcomeTitle(findings);
		case "stopped": return findings.datasets.some((dataset) => countOf(dataset, "error") > 0) ? "The data does not pass" : "Stopped before the end";
	}
}
function outcomeTitle({ operation, job, jobs, events, checkpoints, deployment }) {
	const found = {
		status: markdownText(job?.status ?? "unknown"),
		jobs: counted(jobs.length, "job"),
		events: counted(events.length, "event"),
		checkpoints: counted(checkpoints.length, "checkpoint"),
		deployment: deploymentTitle(deployment)
	};
	const { title: words = "The job is {status}" } = operation;
	return Object.entries(found).reduce((text, [name, value]) => text.replace(`{${name}}`, () => value), words);
}
function headline(findings) {
	return joined([verdict(findings), figures(findings)]);
}
const joined = (parts) => parts.filter((part) => part !== "").join("\n\n");
function verdict(findings) {
	if (findings.evaluation !== void 0) return evaluationHeadline(findings.evaluation);
	const model = findings.job?.fine_tuned_model;
	return joined([
		`## ${ICONS[findings.ending]} ${title(findings)}`,
		model ? isName(model) ? `\`\`\`text\n${model}\n\`\`\`` : markdownCode(model) : "",
		cause(findings)
	]);
}
function figures(findings) {
	return joined([
		facts(findings),
		priceNote(findings),
		overfitted(findings),
		because(findings),
		rehearsed(findings)
	]);
}
function because(findings) {
	const { job, reason, reused, deployment } = findings;
	if (reason === void 0 || job === void 0 || deployment?.outcome === "created") return "";
	if (reused === void 0) return `Note: ${markdownText(reason, 500)}.`;
	return `${reused ? "Attached" : "Created"}, because ${markdownText(reason, 500)}.${creator(findings)}`;
}
function rehearsed({ job, provider }) {
	if (!provider?.rehearsal || job === void 0) return "";
	return job.fine_tuned_model ? "_The sandbox is a rehearsal: it trained a tiny model on these rows, at no cost. Only later steps of this workflow job can call the name above._" : "_The sandbox is a rehearsal: what it trains is a tiny model, at no cost._";
}
function cause(findings) {
	const { job, error, run } = findings;
	const failure = job?.state === "failed" ? job.error?.message ?? "" : "";
	const message = error === void 0 ? failure : textOf(error.message, run.showRows);
	if (message === "") return "";
	const causes = error?.causes ?? [];
	if (causes.length > 0) return `> **Cause:** ${causes.length} inputs are wrong.\n>\n${causes.map((one) => `> - ${markdownText(one, 1e3)}`).join("\n")}`;
	const fix = error?.fix ?? "";
	const alone = fix !== "" && message.endsWith(fix) ? message.slice(0, -fix.length) : message;
	const todo = fix === "" ? remedy(findings) : markdownText(fix, 1e3);
	return `> **Cause:** ${markdownText(alone, 1e3)}${todo === "" ? "" : `\n>\n> **What to do:** ${todo}`}`;
}
function remedy({ ending, job, datasets }) {
	if (datasets.some((dataset) => countOf(dataset, "error") > 0)) return "Fix the rows below, each of which says how, and run again. `operation: validate` checks them without a provider.";
	if (ending !== "cancelled" || job === void 0) return "";
	return isTerminal(job.state) || job.state === "cancelling" ? "Run the workflow again; it creates the job anew." : `Nothing, if the job is to go on: the next run with the same inputs takes it up and pays nothing twice. To end it, run \`operation: cancel\` with \`job_id\`: ${copyable(job.id)}.`;
}
function ahead({ state, steps }) {
	return isTerminal(state) || steps === void 0 ? "" : trainedShare(steps);
}
function facts(findings) {
	const { job, provider, estimate, started, finished } = findings;
	const trained = job?.trained_tokens == null ? "" : `**${whole(job.trained_tokens)}**`;
	const expected = estimate === void 0 ? "" : `${whole(estimate.tokens.tokens)} expected`;
	const training = job?.created_at && job.finished_at ? duration((job.finished_at - job.created_at) * 1e3) : "";
	const step = finished > started ? duration(finished - started) : "";
	const known = (job === void 0 ? [
		["Took", step],
		["Tokens", expected],
		["Price", priceCell(findings)]
	] : [
		["Status", [markdownText(job.status, 40), ahead(job)].filter((part) => part !== "").join("<br>")],
		[training === "" ? "Step took" : "Training took", training === "" ? step : training],
		["Trained tokens", [trained, expected].filter((part) => part !== "").join("<br>")],
		["Price", priceCell(findings)],
		["Job", `${copyable(job.id)}${provider === void 0 ? "" : `<br>${markdownText(provider.name)}`}`]
	]).filter(([, value]) => value !== "");
	return known.length === 1 ? known.map(([name, value]) => `${name} ${value}`).join("") : factTable(known);
}
function creator(findings) {
	const { reused, origin, run } = findings;
	if (creatorOf(findings) === "another step of this run") return " It was created by another step of this run, which pays for it once.";
	if (!reused || origin === void 0) return "";
	const { repository = "", commit = "", run: creating = "" } = origin;
	const known = /^[\w.-]{1,100}\/[\w.-]{1,100}$/.test(repository);
	const [, id, attempt] = /^(\d{1,20})\/(\d{1,6})\b/.exec(creating) ?? [];
	const base = `${run.serverUrl}/${repository}`;
	const parts = [
		creating === "" ? "" : known && id !== void 0 ? `run ${markdownLink(creating, `${base}/actions/runs/${id}/attempts/${attempt}`)}` : `run ${markdownText(creating, 100)}`,
		repository === "" ? "" : `of ${markdownText(repository, 200)}`,
		commit === "" ? "" : `at commit ${known && /^[0-9a-f]{7,64}$/.test(commit) ? markdownLink(commit.slice(0, 7), `${base}/commit/${commit}`) : markdownText(commit, 64)}`
	].filter((part) => part !== "");
	return parts.length === 0 ? "" : ` It was created, and paid for, by ${parts.join(" ")}.`;
}
function overfitted({ metrics, checkpoints }) {
	const turned = overfitting(metrics);
	if (turned === void 0) return "";
	const judged = judgeCheckpoints(checkpoints)?.checkpoint;
	const last = Math.max(...checkpoints.map(({ step_number }) => step_number ?? 0));
	const best = (judged?.step_number ?? last) < last ? judged?.fine_tuned_model_checkpoint : void 0;
	return `⚠️ **Overfitting:** the validation loss was lowest at step ${whole(turned.step)} (${figure(turned.lowest)}) and has risen to ${figure(turned.last)} since. ${best ? `The checkpoint ${copyable(best)} is the better model; fewer` : "Fewer"} epochs, or more data, would help.`;
}
function warnings(findings) {
	return findings.warnings.length === 0 ? "" : `### Warnings\n\n${findings.warnings.slice(0, 20).map((text) => `- ${markdownText(text, 500)}`).join("\n")}`;
}
function links(findings) {
	const { run, provider, job } = findings;
	const base = `${run.serverUrl}/${run.repository}`;
	return [
		run.repository === "" || run.runId === "" ? "" : markdownLink("Workflow run", `${base}/actions/runs/${run.runId}`),
		run.repository === "" || run.sha === "" ? "" : markdownLink(`Commit ${run.sha.slice(0, 7)}`, `${base}/commit/${run.sha}`),
		provider?.jobUrl === void 0 || job === void 0 ? "" : markdownLink("Job at the provider", provider.jobUrl)
	].filter((link) => link !== "").join(" · ");
}
function next(findings) {
	const { job, provider, run, deployment } = findings;
	if (job === void 0 || provider === void 0) return "";
	if (deployment !== void 0 && deployment.servedModel !== "") return "";
	const model = job.fine_tuned_model;
	if (!isTerminal(job.state) && (findings.ending === "detached" || findings.ending === "paused" || findings.ending === "stopped") && isName(job.id)) return `### Next\n\nThe job goes on without this run. A later step of this action watches it to its end with:\n\n\`\`\`yaml\noperation: wait\njob_id: ${job.id}\n\`\`\``;
	if (!model || provider.rehearsal || !isName(model)) return "";
	const step = /^[A-Za-z][\w-]{0,99}$/.test(run.step) ? `A later step of this job reads the name as \`\${{ steps.${run.step}.outputs.fine_tuned_model }}\`.` : "";
	const call = [
		"```sh",
		`curl ${provider.baseUrl.replace(/[^\w.:/-]/g, "")}/chat/completions \\`,
		"  -H \"Authorization: Bearer $API_KEY\" -H \"Content-Type: application/json\" \\",
		`  -d '{"model": "${model}",`,
		`       "messages": [{"role": "user", "content": "Hello"}]}'`,
		"```"
	].join("\n");
	return [
		"### Next",
		provider.beforeUse ?? call,
		step
	].filter((part) => part !== "").join("\n\n");
}
// src/report/settings.ts
const MOST = 60;
const DEEPEST = 6;
function flat(value, prefix, depth = 0) {
	if (typeof value !== "object" || value === null || Array.isArray(value) || depth > DEEPEST) return [[prefix, value]];
	return Object.entries(value).flatMap(([name, inner]) => flat(inner, prefix === "" ? name : `${prefix}.${name}`, depth + 1));
}
function shown(value) {
	if (value === void 0 || value === null) return "";
	return markdownCode(typeof value === "string" ? value : JSON.stringify(value), 120);
}
function settings(findings) {
	const { asked, job } = findings;
	const { training_file, validation_file, metadata, hyperparameters, method, ...rest } = asked;
	const type = methodName(method);
	const used = job === void 0 ? void 0 : job.method ?? {
		type,
		[type]: { hyperparameters: job.hyperparameters ?? {} }
	};
	const wanted = new Map([...flat(rest, ""), ...flat(method ?? {
		type: void 0,
		supervised: { hyperparameters: hyperparameters ?? {} }
	}, "method")]);
	const got = new Map(flat({
		model: job?.model,
		seed: job?.seed,
		suffix: job?.suffix,
		...used === void 0 ? {} : { method: used }
	}, ""));
	const body = [...new Set([...wanted.keys(), ...got.keys()])].filter((name) => shown(wanted.get(name)) !== "" || shown(got.get(name)) !== "").map((name) => {
		const asks = wanted.get(name);
		const uses = got.get(name);
		const differs = !(name === "model" && String(uses).endsWith(`/${String(asks)}`)) && asks !== void 0 && asks !== "auto" && asks !== "max" && uses !== void 0 && uses !== null && JSON.stringify(asks) !== JSON.stringify(uses);
		return [
			markdownText(name.replace(/^method\.\w+\.hyperparameters\./, "").replace(/^method\.type$/, "method")),
			shown(asks) || "–",
			...job === void 0 ? [] : [`${shown(uses) || "–"}${differs ? " ⚠️ differs" : ""}`]
		];
	});
	const head = [
		"Parameter",
		"Requested",
		...job === void 0 ? [] : ["Used"]
	];
	const more = body.length > MOST ? `\n\n_and ${whole(body.length - MOST)} more in \`result.json\`_` : "";
	return body.length === 0 ? "" : `### Settings\n\n${rows(head, body.slice(0, MOST))}${more}`;
}
// src/report/summary.ts
const LARGEST = 1032192;
function parts(findings) {
	const part = (name, file, text) => ({
		name,
		file,
		text
	});
	const { ending } = findings;
	const dataFirst = ending === "stopped" || ending === "skipped" || ending === "valid";
	const problemList = part("Problems", "problems.jsonl", problems(findings));
	const dataTable = part("Data", "result.json", data(findings));
	const eventList = part("Events", "events.jsonl", events(findings));
	return [
		part("Headline", "result.json", headline(findings)),
		...evaluation(findings).map((text) => part("Evaluation", "evaluation.json", text)),
		part("Links", "result.json", links(findings)),
		...dataFirst ? [problemList, dataTable] : [],
		...ending === "failed" ? [eventList] : [],
		part("Deployment", "result.json", deploymentSection(findings)),
		part("Jobs", "jobs.jsonl", jobs(findings)),
		part("Previous model", "result.json", previousModel(findings)),
		...charts(findings.metrics, judgeCheckpoints(findings.checkpoints)).map((text) => part("Charts", "metrics.csv", text)),
		part("Checkpoints", "checkpoints.jsonl", checkpoints(findings)),
		part("Final metrics", "metrics.csv", finalMetrics(findings)),
		part("Next", "result.json", next(findings)),
		part("Warnings", "result.json", warnings(findings)),
		part("Settings", "result.json", ending === "done" || ending === "absent" ? "" : settings(findings)),
		...dataFirst ? [] : [dataTable, problemList],
		...ending === "failed" ? [] : [eventList]
	].filter(({ text }) => text !== "");
}
const evaluation = ({ evaluation: found, run }) => found === void 0 ? [] : evaluationSections(found, run.showRows);
function shedNote(shed) {
	return `_More was found than a summary can hold. Left out here, and found in the files of the run’s artifact and beside the output \`report_path\`: ${[...new Set(shed.map(({ name, file }) => `${name} (\`${file}\`)`))].join(", ")}._`;
}
function fitting(all, largest) {
	const room = largest - 2e3;
	const oversize = all.filter(({ text }) => Buffer.byteLength(text) > room / 2);
	const kept = [];
	let size = 0;
	for (const part of all) {
		if (oversize.includes(part)) continue;
		size += Buffer.byteLength(part.text) + 2;
		if (size > room) break;
		kept.push(part);
	}
	const shed = all.filter((part) => !kept.includes(part));
	return `${[...kept.map(({ text }) => text), ...shed.length === 0 ? [] : [shedNote(shed)]].join("\n\n")}\n`;
}
function renderSummary(findings, largest = LARGEST) {
	return fitting(parts(findings), largest);
}
// src/run/write-report.ts
function artifactName(context, matrix, check) {
	const leg = matrix && matrix !== "null" && matrix !== "{}" ? createHash("sha256").update(matrix).digest("hex").slice(0, 8) : "";
	const attempt = context.runAttempt === "" || context.runAttempt === "1" ? "" : `attempt-${context.runAttempt}`;
	return [
		"fine-tune",
		context.job,
		context.step,
		leg,
		attempt,
		check ?? ""
	].filter((part) => part !== "").join("-").replace(/[^\w.-]+/g, "-");
}
const PATHS = {
	"summary.md": "report_path",
	"model-card.md": "model_card_path",
	"evaluation.json": "evaluation_path",
	"evaluation.junit.xml": "junit_path"
};
async function writeReport(findings, { runner, files, artifacts, inputs }) {
	const shown = publicFindings(findings);
	const said = new Set();
	const tolerant = async (what, act) => {
		try {
			await act();
		} catch (error) {
			const why = messageOf(error);
			if (!said.has(why)) runner.warning(`${what}: ${why}`);
			said.add(why);
		}
	};
	await tolerant("The outputs could not be written", async () => {
		for (const [name, value] of Object.entries(essentialOutputs(findings))) runner.setOutput(name, value);
	});
	await tolerant("Not all outputs could be written", async () => {
		for (const [name, value] of Object.entries(outputsOf(findings))) runner.setOutput(name, value);
		for (const text of cutOutputs(findings)) runner.warning(text);
	});
	let summary = "";
	await tolerant("The summary could not be written", async () => {
		summary = renderSummary(shown);
		await runner.writeSummary(summary);
	});
	const written = [];
	for (const [name, render] of Object.entries(reportFiles(shown, summary))) await tolerant(`The report file ${name} could not be written`, async () => {
		const content = await render();
		if (content === "") return;
		const file = await files.writeReport(name, content);
		written.push(file);
		const output = PATHS[name];
		if (output !== void 0) runner.setOutput(output, file);
	});
	const [first] = written;
	const name = inputs?.artifact_name ?? "";
	if (name === "" || first === void 0) return;
	if (!artifacts.available) {
		if (artifacts.lacking !== void 0 && name !== "auto") runner.warning(`There is no artifact ${inertLine(name, 100)}. ${artifacts.lacking}`);
		return;
	}
	await tolerant("The artifact could not be uploaded", () => artifacts.upload(name === "auto" ? artifactName(runner.context, inputs?.matrix, inputs?.job_check_run_id) : name, path.dirname(first), written));
}
// src/main.ts
const SIGNALS = [
	"SIGINT",
	"SIGTERM",
	"SIGBREAK"
];
function cancelSignal(runner, closing) {
	const abort = new AbortController();
	const onSignal = (signal) => {
		runner.info(`Received ${signal}: the run is being cancelled.`);
		runner.saveState("cancelled", "true");
		abort.abort();
	};
	for (const signal of SIGNALS) process.on(signal, onSignal);
	closing.defer(() => {
		for (const signal of SIGNALS) process.off(signal, onSignal);
	});
	return abort.signal;
}
function codeOf(error) {
	if (error instanceof JobError) return error.code;
	if (error instanceof ProviderError) return error.facts.code ?? void 0;
	if (error instanceof LimitError) return "limit";
	return error instanceof DataError ? "data" : void 0;
}
function fail(error, record, runner, showRows) {
	const known = error instanceof ActionError;
	const message = known ? error.message : `The action itself failed unexpectedly: ${messageOf(error)}. Please report it, with the log of a run with debug logging.`;
	const shown = error instanceof DataError ? error.words : message;
	const causes = error instanceof InputError && error.problems.length > 1 ? error.problems.map(({ message: one }) => one) : [];
	const said = error instanceof ProviderError ? error.facts.detail : void 0;
	for (const cause of causes) runner.info(cause);
	record.note({
		kind: "error",
		error: {
			code: codeOf(error),
			message: shown,
			fix: known ? error.fix : void 0,
			said,
			causes
		}
	});
	if (error instanceof AbortedError) record.note({
		kind: "ending",
		ending: "cancelled"
	});
	const stack = Error.isError(error) ? error.stack ?? error.message : String(error);
	if (!(error instanceof DataError)) runner.debug(foreignText(stack, showRows));
	runner.fail(error instanceof InputError ? "inputs" : void 0);
}
async function discussionOf(runner, { github_token }) {
	const find = async (signal) => {
		const { pullRequestOf } = await import("./github2.js");
		if (!github_token) throw new ActionError("github_token is empty.");
		return pullRequestOf(runner, github_token, signal);
	};
	return {
		find,
		...await import("./github-refusal2.js").then((chunk) => ({ isFinal: chunk.t, pauseBefore: chunk.n, refusal: chunk.r, statusOf: chunk.i }))
	};
}
async function stepIn(world, findings) {
	if (!world.inputs.comment) return {
		...world,
		comment: async () => void 0
	};
	const [{ commentUpdates }, discussion] = await Promise.all([import("./comment-updates.js"), discussionOf(world.runner, world.inputs)]);
	return {
		...world,
		comment: commentUpdates(world, findings, discussion)
	};
}
async function run(environment = process.env, runner = actionsRunner(environment)) {
	runner.saveState("isPost", "true");
	const raw = rawInputs(environment, INPUT_NAMES);
	await using closing = new AsyncDisposableStack();
	const signal = cancelSignal(runner, closing);
	const { context } = runner;
	const started = systemClock.now();
	const files = filesFor(raw, runner);
	const record = newRecord();
	const operation = reportedOperation(raw.operation);
	const offline = OPERATIONS.find(({ name }) => name === operation.name)?.offline === true;
	const findings = (finished = systemClock.now()) => shownFindings(findingsOf(record.facts, {
		operation,
		context,
		started,
		finished
	}), runner.redact);
	let inputs;
	let step;
	try {
		await maskSecrets(raw, environment, runner);
		inputs = await readInputs(raw, maskingReader(files, runner), OPERATIONS, (given) => serverSide(given, environment, offline));
		record.note({
			kind: "request",
			asked: shownRequest(inputs),
			showRows: maySeeRows(inputs, context)
		});
		for (const remark of inputs.remarks) runner.warning(remark);
		const untrusted = untrustedContent(context, inputs.allow_untrusted_data);
		if (untrusted !== void 0) throw new ActionError(untrusted);
		const connection = resolveConnection(inputs, environment, offline);
		if (connection.credential?.kind === "key") runner.mask(connection.credential.key);
		const connect = connector(connection, runner, closing);
		const connectTo = (other) => connector(other, runner, closing)();
		const place = {
			connection,
			connect,
			connectTo,
			answerFolder: answerFolderFor(raw, runner),
			entry: ENTRY
		};
		step = await stepIn({
			inputs,
			runner,
			clock: systemClock,
			files,
			...place,
			started,
			signal,
			record
		}, () => publicFindings(findings()));
		await (await storyOf(inputs.operation))(step);
	} catch (error) {
		fail(error, record, runner, inputs !== void 0 && maySeeRows(inputs, context));
	}
	const finished = systemClock.now();
	await step?.comment("done");
	const found = findings(finished);
	await writeReport(found, {
		runner,
		files,
		artifacts: runArtifacts(environment, runner.redact),
		inputs
	}).catch((error) => runner.warning(`The report failed: ${messageOf(error)}`));
	const { error, run: place } = publicFindings(found);
	if (error !== void 0) runner.error(textOf(error.message, place.showRows).slice(0, 990));
}
export { decodeResultFile as $, planLine as A, mayHoldSecret as At, duration as B, estimateLine as C, tools as Ct, listLines as D, quoteKey as Dt, jobLine as E, quote as Et, bytes as F, markdownText as G, inertLine as H, change as I, trainedShare as J, priceChange as K, copyable as L, shareLine as M, statusLine as N, lookLines as O, quoteValue as Ot, trainedBy as P, bestCheckpoint as Q, counted as R, deploymentLine as S, plainText as St, heartbeatLine as T, talkOf as Tt, isName as U, figure as V, markdownCode as W, countOf as X, whole as Y, jobRequest as Z, stage as _, Message as _t, refusalSentence as a, isHarmless as at, checkpointLine as b, messages as bt, verdictTitle as c, FILE_RULES as ct, sarifWithoutData as d, TEXT_ROW_RULES as dt, lastMetrics as et, coverageOf as f, REINFORCEMENT_RULES as ft, maySeeRows as g, WRITTEN_RULES as gt, rows as h, TALK_RULES as ht, verdict as i, UNREAD as it, progressLine as j, secretsOf as jt, modelLine as k, masked as kt, problems as l, TEXT_RULES as lt, placed as m, COMPLETION_RULES as mt, figures as n, stepsOf$1 as nt, rowsSentence as o, ruleOf as ot, promotedOf as p, PREFERENCE_RULES as pt, share as q, links as r, OPERATIONS as rt, verdictSentence as s, severityOf as st, run as t, metricPoint as tt, renderSarif as u, SECRET_RULES as ut, warn as v, ROLES$1 as vt, eventLine as w, CHAT_RULES as wt, datasetLine as x, parallel_tool_calls as xt, announcementLine as y, functions as yt, dollars as z };
