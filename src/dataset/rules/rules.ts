/** The rules that training data is checked by, as a table. `docs/dataset-rules.md` is generated from it. */
import type { DataProfile } from '../../api/data-profile.ts';
import type { Severity } from '../dataset.ts';
import { masked } from './secrets.ts';

export type { DataProfile } from '../../api/data-profile.ts';

export interface Rule {
  readonly severity: Severity;
  /** What the rule is about, as a sentence without a full stop. */
  readonly summary: string;
  /** What to do, as a sentence. */
  readonly mend: string;
  /** Where it is written, or `practice` for what is not written but fails, or harms, all the same. */
  readonly source: string;
}

const SFT = 'https://developers.openai.com/api/docs/guides/supervised-fine-tuning';
const BEST = 'https://developers.openai.com/api/docs/guides/fine-tuning-best-practices';
const DPO = 'https://developers.openai.com/api/docs/guides/direct-preference-optimization';
const RFT = 'https://developers.openai.com/api/docs/guides/reinforcement-fine-tuning';
const VISION = 'https://developers.openai.com/api/docs/guides/vision-fine-tuning';
const AZURE = 'https://learn.microsoft.com/azure/ai-foundry/openai/quotas-limits';
const COOKBOOK = 'https://github.com/openai/openai-cookbook/blob/main/examples/Chat_finetuning_data_prep.ipynb';
const RFC = 'https://www.rfc-editor.org/rfc/rfc8259';
const PRACTICE = 'practice';

const error = (summary: string, mend: string, source: string): Rule => ({ severity: 'error', summary, mend, source });
const warning = (summary: string, mend: string, source: string): Rule => ({ severity: 'warning', summary, mend, source });

export const RULES = {
  'file/empty': error('The file has no rows', 'Write one JSON object on each line.', SFT),
  'file/git-lfs-pointer': error(
    'The file is a Git LFS pointer, not the data',
    'Check out with lfs: true in actions/checkout.',
    PRACTICE,
  ),
  'file/utf8-bom': error('The file begins with a byte order mark', "Remove it: sed -i '1s/^\\xEF\\xBB\\xBF//' FILE", PRACTICE),
  'file/utf16': error('The file is UTF-16', 'Convert it: iconv -f UTF-16 -t UTF-8 FILE > NEW', SFT),
  'file/not-utf8': error('The text is not UTF-8', 'Convert it, for example: iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW', SFT),
  'file/other-format': error('The file is of another kind than JSON Lines', 'Unpack or convert it to JSON Lines.', SFT),
  'file/json-array': error('The file is one JSON array, not lines', "Convert it: jq -c '.[]' FILE > NEW", SFT),
  'file/pretty-json': error('The objects are spread over several lines', 'Put each on one line: jq -c . FILE > NEW', SFT),
  'file/crlf': warning('Lines end in CR LF', "Convert it: sed -i 's/\\r$//' FILE", PRACTICE),
  'file/blank-line': warning('A line is blank', "Remove it: sed -i '/^\\s*$/d' FILE", PRACTICE),
  'file/too-few-rows': error(
    'There are fewer rows than the provider takes',
    'Add rows; 50 to 100 good ones are a beginning.',
    SFT,
  ),
  'file/too-large': error('The file is larger than the provider takes', 'Take rows out.', AZURE),
  'file/too-many-image-rows': error('More rows hold images than the provider takes', 'Take rows out.', VISION),
  'file/some-without-system': warning(
    'Some conversations begin with a system message, and others do not',
    'Begin each with the one that the model will be called with.',
    BEST,
  ),
  'file/too-many-rows': error('There are more rows than the provider takes', 'Take rows out.', RFT),
  'row/too-long': error('The line is longer than 32 MiB', 'Split the row, or take out what is embedded in it.', PRACTICE),
  'row/not-json': error('The line is not JSON', 'Mend the JSON at the given column.', RFC),
  'row/not-object': error('The line is JSON, but no object', 'Write one JSON object on each line.', SFT),
  'row/too-deep': error('The JSON is nested more than 100 deep', 'Flatten the row.', PRACTICE),
  'row/duplicate-key': error('A key stands twice in one object, of which one is lost', 'Keep one of them.', RFC),
  'row/unknown-format': error(
    'The row is in no format of this API',
    'Write {"messages": […]}, {"prompt", "completion"} or {"input", "preferred_output", "non_preferred_output"}.',
    SFT,
  ),
  'row/wrong-format': error('The row is in the format of another method', 'Change the row, or the input method.', SFT),
  'row/mixed-formats': error('The row is in another format than the rows before it', 'Keep one format in a file.', SFT),
  'row/shape': error('A field has a wrong form', 'Write it as the API describes it.', SFT),
  'row/unknown-key': error('The row has a key that the API does not take', 'Remove it.', PRACTICE),
  'row/special-token': error(
    'The text holds a special token of the model, which fails the job',
    'Remove it, or break it up.',
    PRACTICE,
  ),
  'row/lone-surrogate': error('The text holds half of a surrogate pair', 'Write the whole character, or remove it.', RFC),
  'row/nul': warning('The text holds a NUL character', 'Remove it.', PRACTICE),
  'row/over-limit': warning(
    'The row is longer than the model takes; it is cut from its end, so it is the answer that is lost',
    'Shorten or split the conversation.',
    BEST,
  ),
  'row/duplicate': warning(
    'The row stands in the file already',
    'Remove it, or raise n_epochs if it is meant to weigh more.',
    PRACTICE,
  ),
  'row/near-duplicate': warning('The row equals another one but for case, white space or Unicode form', 'Remove it.', PRACTICE),
  'row/contradiction': warning(
    'The same prompt has another answer elsewhere in the file, or the same outputs are preferred the other way round',
    'Keep one of the answers.',
    PRACTICE,
  ),
  'row/secret': error(
    'The text holds what looks like a credential, which a model memorises',
    'Remove it, or write allow_secrets: true.',
    PRACTICE,
  ),
  'chat/no-assistant-message': error(
    'The conversation has no message of the assistant to learn from',
    'Add the answer.',
    COOKBOOK,
  ),
  'chat/last-not-assistant': warning('The last message is not by the assistant', 'End the conversation with the answer.', SFT),
  'chat/weight-role': error('A weight stands on a message that is not by the assistant', 'Remove the weight.', SFT),
  'chat/nothing-learned': warning(
    'Every message of the assistant has weight 0, so nothing is learned',
    'Give the answer weight 1, or remove the row.',
    SFT,
  ),
  'chat/empty-answer': error(
    'A message of the assistant has neither content nor tool calls',
    'Add the answer, or remove the message.',
    SFT,
  ),
  'chat/blank-answer': warning('The answer is white space alone', 'Write the answer, or remove the message.', PRACTICE),
  'chat/no-content': error('A message that must have content has none', 'Write its content, or remove the message.', SFT),
  'chat/missing-user': warning('The conversation has no message by a user', 'Add the question.', COOKBOOK),
  'chat/unknown-message-key': error('A message has a key that the API does not take', 'Remove it.', COOKBOOK),
  'chat/tool-definition': error(
    'A tool is not defined as the API describes it',
    'Write {"type": "function", "function": {"name", "parameters"}}, the name of 1 to 64 letters, digits, _ and -.',
    SFT,
  ),
  'chat/parallel-calls': warning(
    'A message makes several calls, but parallel_tool_calls is false',
    'Make one call in each message, or take parallel_tool_calls out.',
    SFT,
  ),
  'chat/tool-call-id-twice': warning(
    'Two tool calls have the same ID, so it is not clear which one an answer is for',
    'Give each call its own ID.',
    SFT,
  ),
  'chat/tool-arguments': error(
    'The arguments of a tool call are no JSON object, written as a text',
    'Write them as a JSON text, such as "{\\"city\\": \\"Oslo\\"}".',
    SFT,
  ),
  'chat/tool-unknown': warning('A tool is called that tools does not define', 'Add it to tools.', SFT),
  'chat/tool-answer-without-call': error(
    'A tool answers a call that was not made',
    'Set tool_call_id to the ID of an earlier call.',
    SFT,
  ),
  'chat/tool-call-unanswered': warning(
    'A tool call has no answer',
    'Add the message of the tool, or end the conversation at the call.',
    SFT,
  ),
  'chat/deprecated-functions': warning('functions and function_call are deprecated', 'Write tools and tool_calls.', SFT),
  'chat/part-type': error(
    'A part of the content is of a type that cannot be trained on',
    'Keep parts of the types text and image_url.',
    SFT,
  ),
  'chat/developer-role': warning(
    'The role developer is not known to every server of this wire',
    'Write system, unless your server takes developer.',
    PRACTICE,
  ),
  'chat/image-too-large': error('An embedded image has more than 10 MB', 'Make it smaller.', VISION),
  'chat/image-role': error('An image stands in a message that is not by the user', 'Move it to a message of the user.', VISION),
  'chat/image-url': error(
    'The URL of an image is neither https nor a data URL of a JPEG, PNG or WEBP',
    'Host it, or embed it in base64.',
    VISION,
  ),
  'chat/image-detail': error(
    'The detail of an image is none that the API knows',
    'Write "auto", "low" or "high", or take detail out.',
    VISION,
  ),
  'chat/image-data': error(
    'What an embedded image holds is not the picture that its URL promises; providers leave such pictures out in silence',
    'Encode the file in base64 again, under its own type.',
    VISION,
  ),
  'chat/too-many-images': error('The row has more images than the provider takes', 'Take images out.', VISION),
  'completion/empty': error('The completion is empty', 'Add the text to learn.', SFT),
  'preference/output-role': error(
    'An output has a message that is not by the assistant',
    'Keep the message of the assistant only.',
    DPO,
  ),
  'preference/empty-output': error('An output of the assistant is empty', 'Write the answer, or remove the row.', DPO),
  'preference/output-count': warning('An output has more than one message', 'Keep one message in each output.', DPO),
  'preference/identical': warning(
    'Both outputs are the same, so there is nothing to prefer',
    'Change one of them, or remove the row.',
    DPO,
  ),
  'preference/last-assistant': warning(
    'The last message of the input is by the assistant',
    'End the input with the question.',
    DPO,
  ),
  'preference/not-text': error('The row holds something else than text', 'Write text only.', DPO),
  'reinforcement/last-not-user': error(
    'The last message is not by the user',
    'End the prompt with the message of the user.',
    RFT,
  ),
  'reinforcement/system-role': warning('The API describes no role system for reinforcement', 'Write developer.', RFT),
  'reinforcement/missing-item': error(
    'The grader uses a field that the row does not have',
    'Add the field to the row, or take it out of the grader.',
    RFT,
  ),
  'reinforcement/no-response-format': error(
    'The grader reads output_json, but method has no response_format',
    'Add response_format to method.reinforcement.',
    RFT,
  ),
  'pair/overlap': warning(
    'The row stands in the training data too, so the validation loss says little',
    'Remove it from one of the files.',
    SFT,
  ),
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof RULES;

/** What a rule found, before it has a place: `detail` names the value. */
export interface Found {
  readonly rule: RuleId;
  readonly detail: string;
  readonly column?: number;
}

/** The severity of a rule for this provider. */
export function severityOf(rule: RuleId, profile: DataProfile, allowSecrets: boolean): Severity {
  if (rule === 'file/utf8-bom') return profile.bom;
  if (rule === 'row/secret' && allowSecrets) return 'warning';
  return RULES[rule].severity;
}

const QUOTED = 60;
/** A credential that begins within what is quoted ends within so many characters. */
const REACH = 8000;
/** Control and format characters, lone surrogates, line and paragraph separators: what acts without being seen. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Text of the data as a message may show it: short, on one line, hidden and turning characters written out, credentials masked. */
export function quoted(text: string): string {
  const safe = masked(text.slice(0, REACH));
  const short = safe.length > QUOTED ? `${safe.slice(0, QUOTED)}…` : safe;
  return `"${short.replace(UNSEEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;
}
