/**
 * OpenAI's own description of the wire, as a judge of requests and replies. It is read from beside the project where it is there; the overlay below says
 * where servers are known to do otherwise.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

const file = path.resolve('..', 'shared', 'openapi', 'openai-fine-tuning.json');
// biome-ignore lint/suspicious/noExplicitAny: the document is walked and amended as the plain JSON that it is.
type Json = any;

/** Whether the description is here at all. */
export const hasDescription = existsSync(file);

/** The document says 3.1, yet writes exclusive bounds and nulls as 3.0 does, as marks beside what they mark. */
function modernise(node: Json): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [mark, bound] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (node[mark] !== true) continue;
    node[mark] = node[bound];
    delete node[bound];
  }
  for (const inner of Object.values(node)) modernise(inner);
  if (node.nullable !== true) return;
  delete node.nullable;
  const { description, ...schema } = node;
  for (const name of Object.keys(schema)) delete node[name];
  node.anyOf = [schema, { type: 'null' }];
}

/** What real servers do and the description does not say. */
function amend(document: Json): Json {
  modernise(document);
  const { schemas } = document.components;
  const job = schemas.FineTuningJob.properties;
  // The pause example of the very same description answers with it; the list of states omits it.
  job.status.enum.push('paused');
  // Healthy jobs carry an error whose fields are null.
  for (const name of ['code', 'message']) job.error.anyOf[0].properties[name].type = ['string', 'null'];
  // Guides draw the graders of a multi grader as a map by name, and servers take it; the description draws one grader.
  const { graders } = schemas.GraderMulti.properties;
  schemas.GraderMulti.properties.graders = { anyOf: [graders, { type: 'object', additionalProperties: graders }] };
  // response_format is taken and echoed; the description forbids nothing here, so it is named for the reader only.
  schemas.FineTuneReinforcementMethod.properties.response_format = { type: 'object' };
  // A file says null where there are no details, an upload where there is no file yet.
  schemas.OpenAIFile.properties.status_details = { type: ['string', 'null'] };
  const upload = schemas.Upload.properties;
  upload.file = { anyOf: [upload.file, { type: 'null' }] };
  // Messages carry no data; the description wants an object.
  schemas.FineTuningJobEvent.properties.data = { type: ['object', 'null'] };
  return document;
}

const document: Json = hasDescription ? amend(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
if (document !== undefined) ajv.addSchema(document, 'openai');
const compiled = new Map<string, ValidateFunction>();

function check(pointer: string, value: unknown): string[] {
  const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `openai#${pointer}` });
  compiled.set(pointer, validate);
  return validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

const escaped = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1');

/** The described path that a real one is an instance of. */
function template(real: string): string | undefined {
  const plain = real.split('?')[0] ?? '';
  const all: string[] = Object.keys(document.paths);
  return all.find((candidate) => new RegExp(`^${candidate.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(plain));
}

/** What is wrong with a reply; nothing when the description is not here. @param real the path below the API root */
export function replyFaults(method: string, real: string, status: number, body: unknown): string[] {
  if (document === undefined) return [];
  if (status >= 400) return check('/components/schemas/ErrorResponse', body);
  const described = template(real);
  if (described === undefined) return [`${real} is not described`];
  const responses = document.paths[described][method.toLowerCase()]?.responses ?? {};
  if (responses['200']?.content?.['application/json'] === undefined) return [];
  return check(`/paths/${escaped(described)}/${method.toLowerCase()}/responses/200/content/application~1json/schema`, body);
}

/** What is wrong with the body of a JSON request. */
export function requestFaults(method: string, real: string, body: unknown): string[] {
  if (document === undefined) return [];
  const described = template(real);
  if (described === undefined) return [`${real} is not described`];
  if (document.paths[described][method.toLowerCase()]?.requestBody?.content?.['application/json'] === undefined)
    return [`${real} takes no JSON`];
  return check(`/paths/${escaped(described)}/${method.toLowerCase()}/requestBody/content/application~1json/schema`, body);
}

/** Said once by each suite that would have used it. */
export function sayWhenAbsent(): void {
  if (!hasDescription) console.log("OpenAI's description of the wire is not here; requests and replies were not judged by it.");
}
