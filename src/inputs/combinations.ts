/**
 * Which inputs need each other and which exclude each other. Pure; each problem is a whole sentence with its
 * fix.
 */
import { merged } from '../api/merge.ts';
import { methodName } from '../api/method.ts';
import type { InputProblem } from '../errors.ts';
import { PLATFORMS } from '../providers/registry.ts';
import type { Inputs } from './inputs.ts';
import { missingInputs, type OperationInputs, type Reading } from './needs.ts';

type Given = Omit<Inputs, 'remarks'>;

/** Everything that is wrong between inputs that are each right by themselves. */
export function combinationProblems(inputs: Given, operation: OperationInputs | undefined, reading: Reading): InputProblem[] {
  const missing = operation === undefined ? [] : missingInputs(inputs, operation, reading);
  return [...missing, ...exclusions(inputs), ...keyless(inputs)];
}

function exclusions(inputs: Given): InputProblem[] {
  const problems: InputProblem[] = [];
  if (inputs.method !== undefined && inputs.hyperparameters !== undefined) {
    problems.push({
      place: 'hyperparameters',
      message: `Inputs method and hyperparameters are both given; the API takes one. Move the hyperparameters to method.${inputs.method.type}.hyperparameters.`,
    });
  }
  const type = methodName(inputs.method);
  const other = methodName(merged({ method: inputs.method }, inputs.extra_body).method);
  if (other !== type)
    problems.push({
      place: 'extra_body.method.type',
      message: `Input extra_body.method.type is ${other}, and the data is checked for ${type}. Write it into the input method.`,
    });
  const reserved = Object.keys(inputs.extra_body ?? {}).filter((name) =>
    ['model', 'training_file', 'validation_file', 'metadata'].includes(name),
  );
  for (const name of reserved) {
    problems.push({
      place: `extra_body.${name}`,
      message: `Input extra_body.${name} would replace what the action itself sends. Use the input ${name} instead.`,
    });
  }
  return problems;
}

function keyless(inputs: Given): InputProblem[] {
  const parts = {
    identity_provider_id: inputs.identity_provider_id,
    service_account_id: inputs.service_account_id,
    audience: inputs.audience,
  };
  const given = Object.entries(parts).filter(([, value]) => value !== undefined);
  if (given.length === 0) return [];
  const problems: InputProblem[] = Object.entries(parts)
    .filter(([, value]) => value === undefined)
    .map(([place]) => ({
      place,
      message: `Input ${place} is missing; keyless access needs identity_provider_id, service_account_id and audience together.`,
    }));
  if (inputs.api_key !== undefined) {
    problems.push({
      place: 'api_key',
      message: 'Input api_key is given beside identity_provider_id; use one of the two ways to sign in.',
    });
  }
  const keyless = PLATFORMS.flatMap(({ profile }) => (profile.keyless ? [profile.name] : []));
  if (inputs.provider !== 'auto' && !keyless.includes(inputs.provider)) {
    problems.push({
      place: 'provider',
      message: `Input provider is ${inputs.provider}; keyless access with identity_provider_id works with ${keyless.join(' and ')} only. Use api_key for ${inputs.provider}.`,
    });
  }
  return problems;
}
