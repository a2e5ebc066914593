/**
 * A platform's own machine-readable description as a judge of requests and replies. It is read from beside the project where it is there; where servers
 * are known to do otherwise, the deviation is data of the fake, with its source.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

// biome-ignore lint/suspicious/noExplicitAny: the document is walked and amended as the plain JSON that it is.
export type Json = any;

/** What servers do and their description does not say. */
export interface Deviation {
  readonly what: string;
  readonly source: string;
  readonly amend: (document: Json) => void;
}

/** What is wrong with what went over the wire; nothing where the description is not here. */
export interface Description {
  readonly here: boolean;
  /** @param real the path below the API root, with its query */
  requestFaults(method: string, real: string, body: unknown): string[];
  replyFaults(method: string, real: string, status: number, body: unknown): string[];
}

const escaped = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1');

/** @param root what the described paths begin with before the API root: `/v1`, or nothing */
export function describedBy(name: string, root: string, deviations: readonly Deviation[] = []): Description {
  const file = path.resolve('..', 'shared', 'openapi', name);
  if (!existsSync(file)) return { here: false, requestFaults: () => [], replyFaults: () => [] };
  const document: Json = JSON.parse(readFileSync(file, 'utf8'));
  for (const { amend } of deviations) amend(document);
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema(document, name);
  const compiled = new Map<string, ValidateFunction>();

  const check = (pointer: string, value: unknown): string[] => {
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `${name}#${pointer}` });
    compiled.set(pointer, validate);
    return validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
  const operationOf = (method: string, real: string) => {
    const plain = root + (real.split('?')[0] ?? '');
    // The longest is the one that says most of it.
    const [described] = Object.keys(document.paths)
      .filter(
        (candidate) =>
          document.paths[candidate][method.toLowerCase()] !== undefined &&
          new RegExp(`^${candidate.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+')}$`).test(plain),
      )
      .toSorted((left, right) => right.length - left.length);
    const operation: Json = described === undefined ? undefined : document.paths[described][method.toLowerCase()];
    return { operation, pointer: `/paths/${escaped(described ?? '')}/${method.toLowerCase()}` };
  };
  const JSON_TYPE = 'application/json';

  return {
    here: true,
    requestFaults(method, real, body) {
      const { operation, pointer } = operationOf(method, real);
      if (operation === undefined) return [`${method} ${real} is not described`];
      if (operation.requestBody?.content?.[JSON_TYPE] === undefined) return body === undefined ? [] : [`${real} takes no JSON`];
      return check(`${pointer}/requestBody/content/${escaped(JSON_TYPE)}/schema`, body);
    },
    replyFaults(method, real, status, body) {
      const { operation, pointer } = operationOf(method, real);
      if (operation === undefined) return [`${method} ${real} is not described`];
      const of = [String(status), 'default'].find((one) => operation.responses?.[one] !== undefined);
      if (of === undefined) return status < 400 ? [`${method} ${real} answers ${status}, which is not described`] : [];
      if (operation.responses[of].content?.[JSON_TYPE] === undefined) return [];
      return check(`${pointer}/responses/${of}/content/${escaped(JSON_TYPE)}/schema`, body);
    },
  };
}
