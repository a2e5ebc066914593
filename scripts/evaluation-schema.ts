/**
 * Writes docs/evaluation.schema.json, the JSON Schema of evaluation.json. `--check` writes nothing and exits
 * 1 when it is out of step.
 */
import * as z from 'zod/mini';
import { EvaluationResult } from '../src/report/evaluation-schema.ts';
import { keepGenerated } from './generated.ts';

// Later versions may add fields, so the schema lets others be.
const schema = { title: 'evaluation.json of Fine-tune Action, version 1', ...z.toJSONSchema(EvaluationResult, { io: 'input' }) };
keepGenerated('docs/evaluation.schema.json', `${JSON.stringify(schema, undefined, 2)}\n`);
