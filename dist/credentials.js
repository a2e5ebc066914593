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
const KINDS = [
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
	for (const { name, begins, read } of KINDS) {
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
export { mayHoldSecret as n, secretsOf as r, masked as t };
