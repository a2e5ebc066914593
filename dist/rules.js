import { A as completion, B as user, C as VISION, D as asks, E as DRAWN, F as other, H as quote, I as preference, L as reinforcement, M as image, N as line, O as assistant, P as lines, R as row, S as SFT, T as rule, V as written, _ as BEDROCK, a as TALK_RULES, b as RFC, g as AZURE, i as COMPLETION_RULES, j as fine, k as call, m as CHAT_RULES, n as REINFORCEMENT_RULES, r as PREFERENCE_RULES, t as TEXT_ROW_RULES, v as BEST, w as example, x as RFT, y as PRACTICE, z as tools } from "./text-row.js";
import { i as ours, o as words } from "./words.js";
import { n as mayHoldSecret, r as secretsOf } from "./credentials.js";
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
// src/dataset/rules/beginning.ts
const BEGINNING_RULES = [
	rule({
		id: "file/git-lfs-pointer",
		severity: "error",
		summary: "The file is a Git LFS pointer, not the data",
		fix: "Check out with lfs: true in actions/checkout.",
		source: PRACTICE,
		whole: true,
		breaks: () => ["version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 3\n"],
		keeps: () => [fine]
	}),
	rule({
		id: "file/utf16",
		severity: "error",
		summary: "The file is UTF-16, or UTF-32",
		fix: "Convert it: iconv -f UTF-16 -t UTF-8 FILE > NEW",
		source: SFT,
		whole: true,
		breaks: () => [
			Buffer.from(`\ufeff${fine}`, "utf16le"),
			Buffer.from(fine, "utf16le"),
			Buffer.from(`\ufeff${fine}`, "utf16le").swap16()
		],
		keeps: () => [fine]
	}),
	rule({
		id: "file/other-format",
		severity: "error",
		summary: "The file is not JSON Lines, but of another kind, which is named",
		fix: "Convert it; the command stands with the name.",
		source: SFT,
		whole: true,
		breaks: () => [
			Buffer.from([
				31,
				139,
				8,
				0,
				0,
				1,
				2
			]),
			"PKabc",
			"PAR1abc",
			"prompt,completion\nq,a\n",
			"{'messages': []}",
			`${line([user, assistant])}\n${line([user, assistant])}\n`,
			"<!DOCTYPE html>\n<p>Sign in</p>",
			"/annex/objects/SHA256E-s3--0.jsonl",
			"\0".repeat(200)
		],
		keeps: () => [fine, example(`${fine}\n${row(user, {
			...assistant,
			content: "a, b\nc, d"
		})}`, {}, ["row/contradiction@2"])]
	}),
	rule({
		id: "file/json-array",
		severity: "error",
		summary: "The file is one JSON array, not lines",
		fix: "Convert it: jq -c '.[]' FILE > NEW",
		source: SFT,
		whole: true,
		breaks: () => [`[${fine}]`, `\n [${fine},\n${other}]`],
		keeps: () => [fine]
	}),
	rule({
		id: "file/pretty-json",
		severity: "error",
		summary: "The objects are spread over several lines, or several stand on one",
		fix: "Put each on one line: jq -c . FILE > NEW",
		source: SFT,
		whole: true,
		breaks: () => [JSON.stringify({ messages: [user, assistant] }, void 0, 2), `${fine}${other}`],
		keeps: () => [fine]
	})
];
// src/dataset/rules/evaluation.ts
const EVALUATION_RULES = [
	rule({
		id: "evaluation/leak",
		severity: "error",
		summary: "The prompt of an evaluation row stands in the training or validation data too",
		fix: "Remove it from one of the files: an answer that a model has memorised says nothing of it.",
		source: PRACTICE,
		breaks: () => [],
		keeps: () => []
	}),
	rule({
		id: "evaluation/no-prompt",
		severity: "error",
		summary: "An evaluation row asks nothing",
		fix: "Begin the row with what is asked, for example a message of the user.",
		source: PRACTICE,
		breaks: () => [],
		keeps: () => []
	}),
	rule({
		id: "evaluation/missing-item",
		severity: "error",
		summary: "An evaluation row lacks a field that the grader, cluster_by or tag_by reads",
		fix: "Add the field, or take it out of the grader or the input.",
		source: RFT,
		breaks: () => [],
		keeps: () => []
	})
];
// src/dataset/rules/file.ts
const ROWS = {
	training_file: 5e4,
	validation_file: 1e3
};
const IMAGE_ROWS = 5e4;
const CHAT_MODEL = {
	name: "some-model",
	title: "The platform",
	formats: ["chat"],
	pictures: void 0,
	seeing: [],
	certain: true
};
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
		breaks: () => ["", "\n\n"],
		keeps: () => [fine],
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
		breaks: () => [example(fine, { profile: { minimumRows: 2 } })],
		keeps: () => [example(`${fine}\n${other}`, { profile: { minimumRows: 2 } })],
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
		breaks: () => [example(`${fine}\n${other}`, { profile: { maximumRows: 1 } })],
		keeps: () => [example(fine, { profile: { maximumRows: 1 } })],
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
		breaks: () => [example(`${fine}\n`, { profile: { maximumBytes: fine.length } })],
		keeps: () => [example(fine, { profile: { maximumBytes: fine.length } })],
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
		breaks: () => [example(lines(50001, (number) => asks(image(`https://x.y/${number}`))), { countTokens: false })],
		keeps: () => [example(`${asks(image("https://x.y/1"))}\n${fine}\n`, { countTokens: false })],
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
		breaks: () => [example(line(completion), { profile: { model: CHAT_MODEL } }), example(fine, { profile: { model: {
			...CHAT_MODEL,
			formats: ["completion"]
		} } })],
		keeps: () => [
			example(fine, { profile: { model: CHAT_MODEL } }),
			example(line(completion), { profile: { model: {
				...CHAT_MODEL,
				formats: ["completion"]
			} } }),
			example(line(preference(1)), {
				method: "dpo",
				profile: { model: CHAT_MODEL }
			}),
			line(completion)
		],
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
		breaks: () => [example(asks(image("https://x.y/z.png")), { profile: { model: {
			...CHAT_MODEL,
			pictures: false
		} } })],
		keeps: () => [
			example(asks(image("https://x.y/z.png")), { profile: { model: {
				...CHAT_MODEL,
				pictures: true
			} } }),
			example(asks(image("https://x.y/z.png")), { profile: { model: CHAT_MODEL } }),
			example(row({
				...user,
				content: "\"image_url\""
			}, assistant), { profile: { model: {
				...CHAT_MODEL,
				pictures: false
			} } })
		],
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
		breaks: () => [example(lines(1001, (number) => line(reinforcement(number))), {
			method: "reinforcement",
			role: "validation_file",
			countTokens: false
		})],
		keeps: () => [example(lines(3, (number) => line(reinforcement(number))), {
			method: "reinforcement",
			role: "validation_file",
			countTokens: false
		})],
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
		breaks: () => [example(row(user), {
			method: "reinforcement",
			unknownReferences: ["items.answer"]
		}), example(row(user), {
			method: "reinforcement",
			unknownReferences: ["sample.text", "answer"]
		}, ["reinforcement/unknown-reference", "reinforcement/unknown-reference"])],
		keeps: () => [example(row(user), {
			method: "reinforcement",
			unknownReferences: []
		})],
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
		breaks: () => [example(row(user), {
			method: "reinforcement",
			usesOutputJson: true
		}, ["reinforcement/no-response-format"])],
		keeps: () => [example(row(user), {
			method: "reinforcement",
			usesOutputJson: true,
			hasResponseFormat: true
		})],
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
		source: SFT,
		breaks: () => ["{\"a\":\"x\"}"],
		keeps: () => [fine]
	}),
	rule({
		id: "row/foreign-format",
		severity: "error",
		summary: "The row is in the form of another tool, which is named",
		fix: "Convert it; the command stands with the name.",
		source: SFT,
		once: true,
		breaks: () => [
			"{\"text\":\"x\"}",
			line({ conversations: [{
				from: "human",
				value: "x"
			}] }),
			line({
				instruction: "x",
				output: "y"
			}),
			line({
				system: "x",
				messages: [user, assistant]
			}),
			line({ messages: "[]" }),
			example(line({
				prompt: "x",
				chosen: "y",
				rejected: "z"
			}), { method: "dpo" }),
			example(`${line({ text: "x" })}\n${line({ text: "y" })}`, {}, ["row/foreign-format@1"])
		],
		keeps: () => [fine]
	}),
	rule({
		id: "row/wrong-format",
		severity: "error",
		summary: "The row is in the format of another method",
		fix: "Change the row, or the input method.",
		source: SFT,
		once: true,
		breaks: () => [
			line(preference(1)),
			line({
				messages: [user],
				answer: "4"
			}),
			example(line(completion), { method: "dpo" }),
			example(line(preference(1)), { method: "reinforcement" })
		],
		keeps: () => [
			fine,
			line({ messages: [user, assistant] }),
			example(line(preference(1)), { method: "dpo" }),
			example(row(user), { method: "reinforcement" })
		]
	}),
	rule({
		id: "row/mixed-formats",
		severity: "error",
		summary: "The row is in another format than the rows before it",
		fix: "Keep one format in a file.",
		source: SFT,
		once: true,
		breaks: () => [example(`${fine}\n${line(completion)}`, {}, ["row/mixed-formats@2"])],
		keeps: () => [`${fine}\n${other}`]
	}),
	rule({
		id: "row/shape",
		severity: "error",
		summary: "A field has a wrong form",
		fix: "Write it as the API describes it.",
		source: SFT,
		breaks: () => [
			row({
				role: "robot",
				content: "x"
			}),
			"{\"messages\":{}}",
			asks({
				type: "text",
				text: 3
			}),
			asks({ type: "text" }),
			row({
				...assistant,
				weight: 2
			}),
			`{"messages":[${"0,".repeat(2e5)}0]}`,
			line({
				messages: [user, assistant],
				parallel_tool_calls: "yes"
			}),
			line({
				messages: [user, assistant],
				functions: Array.from({ length: 129 }, () => ({ name: "f" }))
			}),
			row(),
			row({ role: "user" }, {
				...assistant,
				content: 3
			})
		],
		keeps: () => [
			fine,
			asks({
				type: "text",
				text: "x"
			}),
			asks({
				type: "refusal",
				refusal: "x"
			}),
			row(user, {
				...assistant,
				weight: 1
			}),
			line({
				messages: [user, assistant],
				parallel_tool_calls: true
			}),
			row(user, {
				...assistant,
				content: [{
					type: "text",
					text: "All right."
				}]
			})
		]
	}),
	rule({
		id: "row/unknown-key",
		severity: "error",
		summary: "The row has a key that the API does not take",
		fix: "Remove it.",
		source: PRACTICE,
		breaks: () => [
			line({
				messages: [user, assistant],
				id: 1
			}),
			line({
				...completion,
				id: 1
			}),
			example(line({
				...preference(1),
				id: 1
			}), { method: "dpo" })
		],
		keeps: () => [
			line({
				messages: [user, assistant],
				parallel_tool_calls: false
			}),
			line(completion),
			example(line(preference(1)), { method: "dpo" })
		]
	}),
	rule({
		id: "pair/format",
		severity: "error",
		summary: "The validation data is in another format than the training data",
		fix: "Write both in one format.",
		source: SFT,
		whole: true,
		breaks: () => [],
		keeps: () => []
	})
];
// src/dataset/rules/line.ts
const REMOVE_MARKS = "Remove it: perl -pe 's/^\\xEF\\xBB\\xBF//' FILE > NEW";
const deep = (depth) => `{"messages":[${line(user)},${line(assistant)}],"tools":[{"type":"function","function":{"name":"f","parameters":${"[".repeat(depth)}${"]".repeat(depth)}}}]}`;
const LINE_RULES = [
	rule({
		id: "file/utf8-bom",
		severity: "error",
		severityFor: ({ bom }) => bom,
		summary: "The file begins with a byte order mark",
		fix: REMOVE_MARKS,
		source: PRACTICE,
		breaks: () => [`\ufeff${fine}`],
		keeps: () => [fine]
	}),
	rule({
		id: "row/byte-order-mark",
		severity: "error",
		summary: "A byte order mark stands in the middle of the upload, where files are joined",
		fix: REMOVE_MARKS,
		source: PRACTICE,
		breaks: () => [example(`${fine}\n\ufeff${other}`, {}, ["row/byte-order-mark@2"])],
		keeps: () => [`${fine}\n${row({
			...user,
			content: "﻿"
		}, assistant)}`]
	}),
	rule({
		id: "file/crlf",
		severity: "warning",
		summary: "Lines end in CR LF",
		fix: "Convert it: tr -d '\\r' < FILE > NEW (or, where a checkout made them, a line *.jsonl text eol=lf in .gitattributes)",
		harmless: true,
		source: PRACTICE,
		breaks: () => [`${fine}\r\n${other}\r\n`],
		keeps: () => [`${fine}\n`]
	}),
	rule({
		id: "file/blank-line",
		severity: "warning",
		summary: "A line is blank",
		fix: "Remove it: grep -v '^[[:space:]]*$' FILE > NEW",
		source: PRACTICE,
		breaks: () => [example(`${fine}\n \n${other}`, {}, ["file/blank-line@2"])],
		keeps: () => [
			`${fine}\n`,
			`${fine}\n\n`,
			`${fine}\n  \n\n`
		]
	}),
	rule({
		id: "file/not-utf8",
		severity: "error",
		summary: "The text is not UTF-8",
		fix: "Convert it, for example: iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW",
		source: SFT,
		once: true,
		breaks: () => [Buffer.from(fine.replace("All", "Áll"), "latin1")],
		keeps: () => [fine.replace("All", "Áll")]
	}),
	rule({
		id: "row/too-long",
		severity: "error",
		summary: "The line is longer than 32 MiB",
		fix: "Split the row, or take out what is embedded in it.",
		source: PRACTICE,
		breaks: () => [],
		keeps: () => []
	}),
	rule({
		id: "row/not-json",
		severity: "error",
		summary: "The line is not JSON",
		fix: "Fix the JSON at the given column.",
		source: RFC,
		breaks: () => [
			"{\"messages\": [}",
			example(`${fine}\n{"messages": [],}\n`, {}, ["row/not-json@2"]),
			example(`${fine}\n{'messages': []}`, {}, ["row/not-json@2"]),
			example(`${fine}\n${"\0".repeat(200)}`, {}, ["row/not-json@2"])
		],
		keeps: () => [fine, `${fine}\n`]
	}),
	rule({
		id: "row/not-object",
		severity: "error",
		summary: "The line is JSON, but not an object",
		fix: "Write one JSON object on each line.",
		source: SFT,
		breaks: () => [
			"3",
			"\"text\"",
			example(`${fine}\n[1]`, {}, ["row/not-object@2"])
		],
		keeps: () => [fine]
	}),
	rule({
		id: "row/too-deep",
		severity: "error",
		summary: "The JSON is nested more than 100 deep",
		fix: "Flatten the row.",
		source: PRACTICE,
		breaks: () => [deep(200)],
		keeps: () => [deep(90)]
	}),
	rule({
		id: "row/duplicate-key",
		severity: "error",
		summary: "A key stands twice in one object, of which one is lost",
		fix: "Keep one of them.",
		source: RFC,
		breaks: () => [
			`{"messages":[${line(user)}],"tools":[],"\\"" : 1,"\\"" : 2}`,
			`{"messages":[{"role":"user","role":"user","content":"x"},${line(assistant)}]}`,
			`{"messages":[{"role":"user","content":"x","c\\u006fntent":"x"},${line(assistant)}]}`,
			`{"messages":[{"role":"user","content":"x","content" :"x"},${line(assistant)}]}`
		],
		keeps: () => [fine, `{"messages":[{"role":"user","content":"{\\"a\\":1,\\"a\\":2}"},${line(assistant)}]}`]
	}),
	rule({
		id: "row/over-limit",
		severity: "warning",
		summary: "The row is longer than the model takes; it is cut from its end, so it is the answer that is lost",
		fix: "Shorten or split the conversation.",
		source: BEST,
		breaks: () => [example(row(user, {
			...assistant,
			content: "word ".repeat(9e3)
		}), { model: "gpt-4-0613" })],
		keeps: () => [example(fine, { model: "gpt-4-0613" })]
	})
];
// src/dataset/rules/repeats.ts
const answered = (prompt, ...answers) => answers.map((content) => row({
	role: "user",
	content: prompt
}, {
	role: "assistant",
	content
})).join("\n");
const BIRDS = [
	"Crow",
	"owl",
	"Finch",
	"Wren",
	"Robin"
];
const SHOUTED = row(user, {
	...assistant,
	content: "ALL RIGHT."
});
const REPEAT_RULES = [
	rule({
		id: "row/duplicate",
		severity: "warning",
		summary: "The row stands in the file already",
		fix: "Remove it, or raise n_epochs if it is meant to weigh more.",
		source: PRACTICE,
		breaks: () => [
			example(`${fine}\n${fine}`, {}, ["row/duplicate@2"]),
			example(`${fine}\n${row(user, {
				...assistant,
				content: "All right.\n"
			})}`, {}, ["row/duplicate@2"]),
			example(`${fine}\n${fine.replaceAll(":", ": ")}`, {}, ["row/duplicate@2"]),
			example(`${fine}\n${SHOUTED}\n${SHOUTED} `, {}, ["row/near-duplicate@2", "row/duplicate@3"]),
			example(`${line(preference(1))}\n${line(preference(1)).replace("\"content\":\"", "\"content\":\" ")}\n`, { method: "dpo" }, ["row/duplicate@2"])
		],
		keeps: () => [`${fine}\n${other}`]
	}),
	rule({
		id: "row/near-duplicate",
		severity: "warning",
		summary: "The row equals another one but for case, width or white space",
		fix: "Remove it, unless the difference is to be learned.",
		source: PRACTICE,
		breaks: () => [
			example(`${fine}\n${row(user, {
				...assistant,
				content: "all  RIGHT."
			})}`, {}, ["row/near-duplicate@2"]),
			example(`${fine}\n${row({
				...user,
				content: "TELL me."
			}, assistant)}`, {}, ["row/near-duplicate@2"]),
			example(`${fine}\n${row({
				...user,
				content: "Tell\xA0me."
			}, assistant)}`, {}, ["row/near-duplicate@2"]),
			example(`${fine}\n${row(user, {
				...assistant,
				content: "Ａｌｌ right."
			})}`, {}, ["row/near-duplicate@2"]),
			example(`${line(reinforcement(1))}\n${line({
				...reinforcement(1),
				messages: [{
					role: "user",
					content: "say 1."
				}]
			})}`, { method: "reinforcement" }, ["row/near-duplicate@2"])
		],
		keeps: () => [
			example(lines(2, (number) => line(preference(number))), { method: "dpo" }),
			`${row(user, assistant)}\n${row({
				...user,
				name: "Eve"
			}, assistant)}`,
			...[
				["Write 5 mW in watts.", "Write 5 MW in watts."],
				["Is K more than k?", "Is k more than K?"],
				["What is x² for 3?", "What is x2 for 3?"],
				["Run `Get-Item`.", "Run `get-item`."],
				["if a:\n  b\nc", "if a:\n  b\n  c"]
			].map(([one, another]) => `${row({
				...user,
				content: one
			}, assistant)}\n${row({
				...user,
				content: another
			}, assistant)}`)
		]
	}),
	rule({
		id: "row/contradiction",
		severity: "warning",
		summary: "The same prompt has another answer elsewhere in the file, or the same outputs are preferred the other way round",
		fix: "Keep one of the answers.",
		source: PRACTICE,
		breaks: () => [
			example(`${fine}\n${row(user, {
				...assistant,
				content: "Never."
			})}`, {}, ["row/contradiction@2"]),
			example(`${line(preference(1))}\n${line({
				...preference(1),
				preferred_output: preference(1).non_preferred_output,
				non_preferred_output: preference(1).preferred_output
			})}\n`, { method: "dpo" }, ["row/contradiction@2"]),
			example(`${fine}\n${row(user, {
				...assistant,
				content: "Not so."
			})}`, {}, ["row/contradiction@2"]),
			example(answered("Convert 5 W.", "5000 mW", "5000 MW"), {}, ["row/contradiction@2"]),
			example(answered("Four?", "1", "2", "3", "4"), {}, [
				"row/contradiction@2",
				"row/contradiction@3",
				"row/contradiction@4"
			]),
			example(`${row({
				...user,
				content: "What is 5 mW?"
			}, assistant)}\n${answered("What is 5 MW?", "Much.", "A lot.")}`, {}, ["row/contradiction@3"])
		],
		keeps: () => [
			`${fine}\n${row({
				...user,
				content: "Go."
			}, assistant)}`,
			example(`${line(preference(1))}\n${line({
				...preference(1),
				preferred_output: [assistant]
			})}\n`, { method: "dpo" }),
			`${fine}\n${line({
				messages: [user, {
					...assistant,
					content: "Not so."
				}],
				tools
			})}`,
			`${answered("Solve x² = 9", "3")}\n${answered("Solve x2 = 9", "4.5")}`,
			`${answered("½ of 10?", "5")}\n${answered("1⁄2 of 10?", "five")}`
		]
	}),
	rule({
		id: "row/near-contradiction",
		severity: "warning",
		summary: "The prompt equals another one but for case, width or white space, and has another answer",
		fix: "Keep one of the answers, unless the difference is to be learned.",
		source: PRACTICE,
		breaks: () => [
			example(`${answered("Is it late?", "Yes.")}\n${answered("is it late?", "No.")}`, {}, ["row/near-contradiction@2"]),
			example(`${answered("Name the capital.", "Oslo")}\n${answered("Name the Capital.", "Rome")}`, {}, ["row/near-contradiction@2"]),
			example(`${answered("Is it  late?", "Yes.")}\n${answered("Is it late?", "No.")}`, {}, ["row/near-contradiction@2"])
		],
		keeps: () => [
			`${answered("Write 5 mW in watts.", "0.005 W")}\n${answered("Write 5 MW in watts.", "5000000 W")}`,
			`${answered("Is IT late?", "No.")}\n${answered("Is it late?", "Yes.")}`,
			`${answered("def f():\n  a\n  b", "Two.")}\n${answered("def f():\n  a\nb", "One.")}`
		]
	}),
	rule({
		id: "file/many-answers",
		severity: "warning",
		summary: "A prompt has five different answers or more",
		fix: "If all of them are right, leave them; else keep one.",
		source: PRACTICE,
		whole: true,
		breaks: () => [
			answered("Name a bird.", ...BIRDS),
			answered("Name a bird.", ...BIRDS, ...BIRDS.map((bird) => `The ${bird}.`)),
			`${answered("Name a bird.", ...BIRDS)}\n${answered("Name a flying bird.", ...BIRDS)}`,
			lines(7, (number) => line({
				prompt: "Throw a die:",
				completion: ` ${number}`
			})),
			example(`${answered("Name a bird.", ...BIRDS, "Owl", "crow")}`, {}, [
				"row/near-duplicate@6",
				"row/near-duplicate@7",
				"file/many-answers"
			])
		],
		keeps: () => [`${answered("Name a bird.", "Crow")}\n${answered("Name a fish.", "Eel")}\n${answered("Name a tree.", "Oak")}\n${answered("Name a cat.", "Lynx")}\n${answered("Name a star.", "Vega")}`]
	}),
	rule({
		id: "pair/overlap",
		severity: "warning",
		summary: "The row stands in the training data too, so the validation loss says little",
		fix: "Remove it from one of the files.",
		source: SFT,
		breaks: () => [],
		keeps: () => []
	}),
	rule({
		id: "pair/near-overlap",
		severity: "warning",
		summary: "The row stands in the training data too but for case, width or white space",
		fix: "Remove it from one of the files, unless the difference is to be learned.",
		source: PRACTICE,
		breaks: () => [],
		keeps: () => []
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
export { FILE_RULES as a, severityOf as i, isHarmless as n, TEXT_RULES as o, ruleOf as r, SECRET_RULES as s, UNREAD as t };
