import { i as words, n as ours } from "./words.js";
import { A as tools, C as image, D as preference, E as other, M as quote, O as reinforcement, S as fine, T as lines, _ as example, a as TOOL_DEFINITION_RULES, b as assistant, d as BEST, f as PRACTICE, g as VISION, h as SFT, i as TOOL_CALL_RULES, j as user, k as row, l as CHAT_RULES, m as RFT, n as PREFERENCE_RULES, p as RFC, r as COMPLETION_RULES, s as CONTENT_RULES, t as REINFORCEMENT_RULES, u as AZURE, v as rule, w as line, x as completion, y as asks } from "./reinforcement.js";
import { r as secretsOf } from "./secrets.js";
// src/dataset/rules/beginning.ts
const KINDS = [
	["a gzip archive", [""]],
	["a ZIP archive, or a spreadsheet", ["pk"]],
	["a Zstandard archive", ["(µ/ý"]],
	["a Parquet file", ["par1"]],
	["an Arrow file", ["arrow1"]],
	["an HTML page", ["<!doctype html", "<html"]],
	["a git-annex pointer", [
		"/annex/objects/",
		".git/annex/objects/",
		"../.git/annex/objects/"
	]]
];
const BOM = Buffer.from([
	239,
	187,
	191
]);
const beginningOf = (bytes) => bytes.subarray(0, 64).toString("latin1").trim();
const BEGINNING_RULES = [
	rule({
		id: "file/git-lfs-pointer",
		severity: "error",
		summary: "The file is a Git LFS pointer, not the data",
		fix: "Check out with lfs: true in actions/checkout.",
		source: PRACTICE,
		whole: true,
		breaks: () => ["version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 3\n"],
		keeps: () => [fine],
		check(bytes, report) {
			if (bytes.subarray(0, 42).toString("latin1").startsWith("version https://git-lfs.github.com/spec/")) report(words`The file is a Git LFS pointer.`);
		}
	}),
	rule({
		id: "file/utf16",
		severity: "error",
		summary: "The file is UTF-16",
		fix: "Convert it: iconv -f UTF-16 -t UTF-8 FILE > NEW",
		source: SFT,
		whole: true,
		breaks: () => [
			Buffer.from(`\ufeff${fine}`, "utf16le"),
			Buffer.from(fine, "utf16le"),
			Buffer.from(`\ufeff${fine}`, "utf16le").swap16()
		],
		keeps: () => [fine],
		check(bytes, report) {
			const [first, second] = bytes;
			const marked = first === 255 && second === 254 || first === 254 && second === 255;
			const zeros = [0, 1].map((parity) => bytes.subarray(0, 64).filter((byte, index) => byte === 0 && index % 2 === parity).length);
			const halves = Math.max(...zeros) > 8 && Math.min(...zeros) === 0;
			if (marked || halves && bytes.length > 16) report(words`The file is UTF-16.`);
		}
	}),
	rule({
		id: "file/utf8-bom",
		severity: "error",
		severityFor: ({ bom }) => bom,
		summary: "The file begins with a byte order mark",
		fix: "Remove it: sed -i '1s/^\\xEF\\xBB\\xBF//' FILE",
		source: PRACTICE,
		breaks: () => [`\ufeff${fine}`],
		keeps: () => [fine],
		check(bytes, report) {
			if (bytes.subarray(0, 3).equals(BOM)) report(words`The file begins with a byte order mark.`);
		}
	}),
	rule({
		id: "file/other-format",
		severity: "error",
		summary: "The file is not JSON Lines, but of another kind",
		fix: "Unpack or convert it to JSON Lines.",
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
			"<!DOCTYPE html>\n<p>Sign in</p>",
			"/annex/objects/SHA256E-s3--0.jsonl"
		],
		keeps: () => [fine],
		check(bytes, report) {
			const text = beginningOf(bytes).toLowerCase();
			const kind = KINDS.find(([, beginnings]) => beginnings.some((beginning) => text.startsWith(beginning)));
			if (kind !== void 0) report(words`The file is ${ours(kind[0])}.`);
		}
	}),
	rule({
		id: "file/json-array",
		severity: "error",
		summary: "The file is one JSON array, not lines",
		fix: "Convert it: jq -c '.[]' FILE > NEW",
		source: SFT,
		whole: true,
		breaks: () => [`[${fine}]`],
		keeps: () => [fine],
		check(bytes, report) {
			if (beginningOf(bytes).startsWith("[")) report(words`The file begins with [.`);
		}
	}),
	rule({
		id: "file/pretty-json",
		severity: "error",
		summary: "The objects are spread over several lines",
		fix: "Put each on one line: jq -c . FILE > NEW",
		source: SFT,
		whole: true,
		breaks: () => [JSON.stringify({ messages: [user, assistant] }, void 0, 2)],
		keeps: () => [fine],
		check(bytes, report) {
			if (beginningOf(bytes) === "{" && bytes.length < 64) report(words`The first line is { alone.`);
		}
	})
];
// src/dataset/rules/file.ts
const ROWS = {
	training_file: 5e4,
	validation_file: 1e3
};
const IMAGE_ROWS = 5e4;
const FILE_RULES = [
	rule({
		id: "file/empty",
		severity: "error",
		summary: "The file has no rows",
		fix: "Write one JSON object on each line.",
		source: SFT,
		whole: true,
		breaks: () => ["", example("\n\n", {}, [
			"file/blank-line@1",
			"file/blank-line@2",
			"file/empty"
		])],
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
			if (rows > 0 && rows < minimumRows && role === "training_file" && !ended) report(words`The file has ${rows} row${ours(rows === 1 ? "" : "s")}; at least ${minimumRows} are needed.`);
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
		id: "file/some-without-system",
		severity: "warning",
		summary: "Some conversations begin with a system message, and others do not",
		fix: "Begin each with the one that the model will be called with.",
		source: BEST,
		whole: true,
		breaks: () => [`${fine}\n${row({
			role: "system",
			content: "Be kind."
		}, ...JSON.parse(other).messages)}\n`],
		keeps: () => [`${row({
			role: "system",
			content: "Be kind."
		}, ...JSON.parse(fine).messages)}\n${row({
			role: "system",
			content: "Be brief."
		}, ...JSON.parse(other).messages)}\n`],
		check({ systems, withoutSystem }, report) {
			if (systems.with > 0 && withoutSystem !== void 0) report(words`${systems.with} conversations begin with a system message and ${systems.without} do not, the first at ${ours(withoutSystem)}.`);
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
			if (method === "reinforcement" && rows > ROWS[role]) report(words`There are ${rows} rows; at most ${ROWS[role]} are taken.`);
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
		breaks: () => ["{\"text\":\"x\"}"],
		keeps: () => [fine]
	}),
	rule({
		id: "row/wrong-format",
		severity: "error",
		summary: "The row is in the format of another method",
		fix: "Change the row, or the input method.",
		source: SFT,
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
				role: "bot",
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
	})
];
// src/dataset/rules/line.ts
const deep = (depth) => `{"messages":[${line(user)},${line(assistant)}],"tools":[{"type":"function","function":{"name":"f","parameters":${"[".repeat(depth)}${"]".repeat(depth)}}}]}`;
const LINE_RULES = [
	rule({
		id: "file/crlf",
		severity: "warning",
		summary: "Lines end in CR LF",
		fix: "Convert it: sed -i 's/\\r$//' FILE",
		source: PRACTICE,
		breaks: () => [`${fine}\r\n${other}\r\n`],
		keeps: () => [`${fine}\n`]
	}),
	rule({
		id: "file/blank-line",
		severity: "warning",
		summary: "A line is blank",
		fix: "Remove it: sed -i '/^\\s*$/d' FILE",
		source: PRACTICE,
		breaks: () => [example(`${fine}\n \n${other}`, {}, ["file/blank-line@2"])],
		keeps: () => [`${fine}\n`]
	}),
	rule({
		id: "file/not-utf8",
		severity: "error",
		summary: "The text is not UTF-8",
		fix: "Convert it, for example: iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW",
		source: SFT,
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
			"{'messages': []}",
			"\0".repeat(200)
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
		breaks: () => [`{"messages":[${line(user)}],"tools":[],"\\"" : 1,"\\"" : 2}`, `{"messages":[{"role":"user","role":"user","content":"x"},${line(assistant)}]}`],
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
const REPEAT_RULES = [
	rule({
		id: "row/duplicate",
		severity: "warning",
		summary: "The row stands in the file already",
		fix: "Remove it, or raise n_epochs if it is meant to weigh more.",
		source: PRACTICE,
		breaks: () => [example(`${fine}\n${fine}`, {}, ["row/duplicate@2"])],
		keeps: () => [`${fine}\n${other}`]
	}),
	rule({
		id: "row/near-duplicate",
		severity: "warning",
		summary: "The row equals another one except for case, white space or Unicode form",
		fix: "Remove it.",
		source: PRACTICE,
		breaks: () => [
			example(`${fine}\n${row(user, {
				...assistant,
				content: "all  RIGHT."
			})}`, {}, ["row/near-duplicate@2"]),
			example(`${line(preference(1))}\n${line(preference(1)).replace("\"content\":\"", "\"content\":\" ")}\n`, { method: "dpo" }, ["row/near-duplicate@2"]),
			example(`${row(user, assistant)}\n${row(user, {
				...assistant,
				content: "All right. "
			})}`, {}, ["row/near-duplicate@2"])
		],
		keeps: () => [
			fine,
			example(lines(2, (number) => line(preference(number))), { method: "dpo" }),
			`${row(user, assistant)}\n${row({
				...user,
				name: "Eve"
			}, assistant)}`
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
			})}`, {}, ["row/contradiction@2"])
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
			})}`
		]
	}),
	rule({
		id: "pair/overlap",
		severity: "warning",
		summary: "The row stands in the training data too, so the validation loss says little",
		fix: "Remove it from one of the files.",
		source: SFT,
		breaks: () => [],
		keeps: () => []
	})
];
// src/dataset/rules/secrets.ts
const SECRET_RULES = [rule({
	id: "row/secret",
	severity: "error",
	severityFor: (_, allowSecrets) => allowSecrets ? "warning" : "error",
	summary: "The text holds what looks like a credential, which a model memorises",
	fix: "Remove it, or write allow_secrets: true.",
	source: PRACTICE,
	breaks: () => [
		row(user, {
			...assistant,
			content: `key AKIAABCDEFGHIJKLMNOP`
		}),
		row(user, {
			...assistant,
			content: `key:\nAKIAABCDEFGHIJKLMNOP`
		}),
		row(user, {
			...assistant,
			content: "-----BEGIN RSA PRIVATE KEY-----"
		}),
		row(user, {
			...assistant,
			content: `see postgres://me:hunter22@db.example.com`
		}),
		`{"messages":[${line(user)},{"role":"assistant","content":"\\u201cAKIAABCDEFGHIJKLMNOP\\u201d"}]}`,
		`{"messages":[${line(user)},{"role":"assistant","content":"https:\\/\\/me:hunter22@db.example.com"}]}`,
		row(user, {
			...assistant,
			content: `xoxb-1234567890-abcdef`
		}),
		row(user, {
			...assistant,
			content: `sk-proj-${"Ab1".repeat(14)}`
		}),
		row(user, {
			...assistant,
			content: `npm_${"a1B2".repeat(9)}`
		}),
		row(user, {
			...assistant,
			content: `eyJ${"a".repeat(12)}.eyJ${"b".repeat(12)}.${"c".repeat(12)}`
		}),
		row(user, {
			...assistant,
			content: `AIza${"a1B2".repeat(9).slice(0, 35)}`
		}),
		row(user, {
			...assistant,
			content: `hf_${"aB".repeat(17)}`
		})
	],
	keeps: () => [
		row(user, {
			...assistant,
			content: "key AKIA"
		}),
		row(user, {
			...assistant,
			content: `key:xAKIAABCDEFGHIJKLMNOP`
		}),
		row(user, {
			...assistant,
			content: "-----BEGIN CERTIFICATE-----"
		}),
		row(user, {
			...assistant,
			content: "see https://example.com"
		}),
		row(user, {
			...assistant,
			content: `AKIAIOSFODNN7EXAMPLE`
		}),
		row(user, {
			...assistant,
			content: "https://db.example.com/@me"
		}),
		row(user, {
			...assistant,
			content: "xoxb-1"
		}),
		row(user, {
			...assistant,
			content: "a task-oriented-and-quite-long-sentence-here"
		}),
		row(user, {
			...assistant,
			content: "npm_install is a word"
		}),
		row(user, {
			...assistant,
			content: "eyJ is how it begins"
		}),
		row(user, {
			...assistant,
			content: "AIza"
		}),
		row(user, {
			...assistant,
			content: "hf_hub is a word"
		})
	],
	check(text, report) {
		for (const { kind, beginning } of secretsOf(text)) report(words`The text holds what looks like ${ours(kind)} (${ours(beginning)}…).`);
	}
})];
// src/dataset/rules/text.ts
const SPECIAL = /<\|(?:endoftext|endofprompt|im_start|im_end|im_sep|fim_prefix|fim_middle|fim_suffix|start|end|message|channel|return|call)\|>/;
function* textsOf(value) {
	if (typeof value === "string") yield value;
	else if (typeof value === "object" && value !== null) for (const [key, inner] of Object.entries(value)) {
		yield key;
		yield* textsOf(inner);
	}
}
const TEXT_RULES = [
	rule({
		id: "row/special-token",
		severity: "error",
		summary: "The text holds a special token of the model, which fails the job",
		fix: "Remove it, or break it up.",
		source: PRACTICE,
		breaks: () => [row(user, {
			...assistant,
			content: "x <|endoftext|>"
		}), row({
			...user,
			content: "<|im_start|>"
		}, assistant)],
		keeps: () => [row(user, {
			...assistant,
			content: "x <|not_one|>"
		}), row({
			...user,
			content: "<| im_start |>"
		}, assistant)],
		check({ text }, report) {
			const special = SPECIAL.exec(text)?.[0];
			if (special !== void 0) report(words`The text holds ${quote(special)}.`);
		}
	}),
	rule({
		id: "row/lone-surrogate",
		severity: "error",
		summary: "The text holds half of a surrogate pair",
		fix: "Write the whole character, or remove it.",
		source: RFC,
		breaks: () => [`{"messages":[{"role":"user","content":"\\ud83d"},${line(assistant)}]}`],
		keeps: () => [`{"messages":[{"role":"user","content":"\\ud83d\\ude00"},${line(assistant)}]}`],
		check({ text, value }, report) {
			if (/\\ud[89a-f]/i.test(text) && ![...textsOf(value)].every((inner) => inner.isWellFormed())) report(words`The text holds half of a surrogate pair.`);
		}
	}),
	rule({
		id: "row/nul",
		severity: "warning",
		summary: "The text holds a NUL character",
		fix: "Remove it.",
		source: PRACTICE,
		breaks: () => [row({
			...user,
			content: "a\0b"
		}, assistant)],
		keeps: () => [fine],
		check({ text }, report) {
			if (text.includes("\\u0000")) report(words`The text holds a NUL character.`);
		}
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
	...TOOL_DEFINITION_RULES,
	...TOOL_CALL_RULES,
	...CONTENT_RULES,
	...COMPLETION_RULES,
	...PREFERENCE_RULES,
	...REINFORCEMENT_RULES
];
const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));
function ruleOf(id) {
	const rule = BY_ID.get(id);
	if (rule === void 0) throw new RangeError(`There is no rule ${id}.`);
	return rule;
}
function severityOf(id, profile, allowSecrets) {
	const { severity, severityFor } = ruleOf(id);
	return severityFor?.(profile, allowSecrets) ?? severity;
}
const UNREAD = new Set(BEGINNING_RULES.filter((rule) => rule.whole === true).map(({ id }) => id));
export { SECRET_RULES as a, TEXT_RULES as i, ruleOf as n, FILE_RULES as o, severityOf as r, BEGINNING_RULES as s, UNREAD as t };
