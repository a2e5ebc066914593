/**
 * Writes docs/result.schema.json, the JSON Schema of result.json. `--check` writes nothing and exits 1 when
 * it is out of step.
 */
import * as z from 'zod/mini';
import { Result } from '../src/report/result-schema.ts';
import { keepGenerated } from './generated.ts';

// Later versions may add fields, so the schema lets others be.
const schema = { title: 'result.json of Fine-tune Action, version 1', ...z.toJSONSchema(Result, { io: 'input' }) };
keepGenerated('docs/result.schema.json', `${JSON.stringify(schema, undefined, 2)}\n`);
