import { i as words, n as ours } from "./words.js";
import { n as mayHoldSecret, r as secretsOf } from "./credentials.js";
import { A as line, C as DRAWN, E as call, F as row, I as tools, L as user, O as fine, R as written, S as rule, T as assistant, _ as RFC, g as PRACTICE, x as example, z as quote } from "./reinforcement.js";
// src/dataset/rules/secrets.ts
const AWS = [
	"AKIA",
	"Q3ZT",
	"WPH7",
	"LX5M",
	"BDJ2"
].join("");
const base64Url = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
const SECRET_RULES = [rule({
	id: "row/secret",
	severity: "error",
	severityFor: (_, allowSecrets) => allowSecrets ? "warning" : "error",
	summary: "The text holds what looks like a credential, which a model memorises",
	fix: "Remove it, or write allow_secrets: true.",
	source: PRACTICE,
	breaks: () => [
		...[
			`key ${AWS}`,
			`key:\n${AWS}`,
			`-----BEGIN RSA PRIVATE KEY-----\n${DRAWN.repeat(4)}\n`,
			`see postgres://me:kJ8sPq2LmX@db.tidewater.io`,
			`ghp_${DRAWN.slice(0, 36)}`,
			`sk-proj-${DRAWN}`,
			`npm_${DRAWN.slice(4, 40)}`,
			`${base64Url({ alg: "HS256" })}.${base64Url({ sub: "u-71" })}.${DRAWN.slice(0, 43)}`,
			`AIza${DRAWN.slice(2, 37)}`,
			`hf_${DRAWN.slice(0, 34)}`
		].map((content) => row(user, {
			...assistant,
			content
		})),
		written(`\\u201c${AWS}\\u201d`),
		written(`https:\\/\\/me:kJ8sPq2LmX@db.tidewater.io`),
		written(`\\u0073k-proj-${DRAWN}`),
		line({
			messages: [user, {
				role: "assistant",
				tool_calls: [call("1", `{"key":"\\u0041${AWS.slice(1)}"}`)]
			}],
			tools
		})
	],
	keeps: () => [
		"postgres://me:${DB_PASSWORD}@db.tidewater.io",
		"key AKIA",
		`key:x${AWS}`,
		`AKIAIOSFODNN7EXAMPLE`,
		"-----BEGIN CERTIFICATE-----",
		`-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----`,
		"see https://example.com",
		"https://db.example.com/@me",
		"postgres://postgres:postgres@db:5432/app",
		"mongodb+srv://<user>:<password>@cluster0.tidewater.io",
		"xoxb-your-slack-token",
		`sk-${"x".repeat(48)}`,
		"sk-your-api-key-goes-here-and-nowhere-else",
		"<div class=\"sk-toggleable__content sk-toggleable__label-arrow\">",
		"a task-oriented-and-quite-long-sentence-here",
		"npm_install is a word, hf_hub too",
		"eyJ is how a token begins",
		`${base64Url({ alg: "HS256" })}.${base64Url({
			sub: "1234567890",
			name: "John Doe"
		})}.${DRAWN.slice(0, 43)}`
	].map((content) => row(user, {
		...assistant,
		content
	})),
	check(row, report) {
		if (!mayHoldSecret(row.line) && !row.hides) return;
		const found = new Map(row.texts.flatMap(secretsOf).map((secret) => [secret.kind, secret]));
		for (const { kind, beginning } of found.values()) report(words`The text holds what looks like ${ours(kind)} (${ours(beginning)}…).`);
	}
})];
// src/dataset/rules/text.ts
const SPECIAL = /<\|(?:endoftext|endofprompt|im_start|im_end|im_sep|fim_prefix|fim_middle|fim_suffix|start|end|message|channel|return|call)\|>/;
const HALF = /\\u[dD][89a-fA-F]/;
const keyed = (key) => `{"messages":[${line(user)},${line(assistant)}],"tools":[],"${key}":1}`;
const calls = (args) => line({
	messages: [user, {
		role: "assistant",
		tool_calls: [call("1", args)]
	}],
	tools
});
const TEXT_RULES = [
	rule({
		id: "row/special-token",
		severity: "error",
		summary: "The text holds a special token of the model, which fails the job",
		fix: "Remove it, or break it up.",
		source: PRACTICE,
		breaks: () => [
			row(user, {
				...assistant,
				content: "x <|endoftext|>"
			}),
			row({
				...user,
				content: "<|im_start|>"
			}, assistant),
			written("a \\u003c|fim_suffix|\\u003e b"),
			written("<\\u007Cim_end\\u007C>"),
			written("\\u003c\\u007c\\u0065ndoftext|>"),
			example(keyed("<|im_\\u0073tart|>"), {}, ["row/special-token@1", "row/unknown-key@1"]),
			calls("{\"city\":\"<|endoftext|>\"}"),
			calls("{\"city\":\"\\u003c|endoftext|\\u003e\"}")
		],
		keeps: () => [
			row(user, {
				...assistant,
				content: "x <|not_one|>"
			}),
			row({
				...user,
				content: "<| im_start |>"
			}, assistant),
			row(user, {
				...assistant,
				content: "JSON writes it as \\u003c|im_start|\\u003e."
			}),
			row(user, {
				...assistant,
				content: "The text \\u003c\\u007cim_end|> is no token"
			}),
			calls("{\"city\":\"Oslo \\\\u003c|endoftext|>\"}")
		],
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
		breaks: () => [
			`{"messages":[{"role":"user","content":"\\ud83d"},${line(assistant)}]}`,
			written("\\uDE00\\uD83D"),
			example(keyed("\\ud83d"), {}, ["row/lone-surrogate@1", "row/unknown-key@1"]),
			calls("{\"city\":\"\\ud83d\"}")
		],
		keeps: () => [
			`{"messages":[{"role":"user","content":"\\ud83d\\ude00"},${line(assistant)}]}`,
			row(user, {
				...assistant,
				content: "Half of a pair is \\ud83d."
			}),
			calls("{\"city\":\"\\ud83d\\ude00\"}")
		],
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
		breaks: () => [
			row({
				...user,
				content: "a\0b"
			}, assistant),
			row(user, {
				...assistant,
				content: "A backslash \\\0"
			}),
			example(keyed("\\u0000"), {}, ["row/nul@1", "row/unknown-key@1"]),
			calls("{\"city\":\"\\u0000\"}")
		],
		keeps: () => [
			fine,
			row(user, {
				...assistant,
				content: "Use [\\u0000-\\u001f] in a JavaScript regex."
			}),
			row(user, {
				...assistant,
				content: "In C it is \\\\u0000, in JSON \"\\u0000\"."
			}),
			calls("{\"regex\":\"[\\\\u0000]\"}")
		],
		check(row, report) {
			if (row.line.includes("\\u0000") && row.texts.some((text) => text.includes("\0"))) report(words`The text holds a NUL character.`);
		}
	})
];
export { SECRET_RULES as n, TEXT_RULES as t };
