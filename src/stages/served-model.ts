/** The model that a step makes callable, and the name under which it does. */
import { isTerminal, standing } from '../api/objects.ts';
import { ActionError, InputError } from '../errors.ts';
import { nameFromModel } from '../job/deployment-plan.ts';
import type { Work } from '../job/work.ts';
import type { DeploymentRequest } from '../providers/port.ts';
import type { AskedDeployment, DeploymentTerms } from '../providers/profile.ts';
import { inertLine } from '../report/text.ts';
import type { World } from '../run/step.ts';
import { findJob, takeUp } from './find-job.ts';

/**
 * What the platform asks of deployments; undefined where its models are callable at once.
 * @throws ActionError where models are made callable by hand alone
 */
export async function servingOf({ connection, inputs }: World): Promise<DeploymentTerms | undefined> {
  const { serving, title } = connection.profile;
  if (serving === undefined) return undefined;
  if (serving.kind === 'deployment') return serving.terms();
  throw new ActionError(`Operation ${inputs.operation} is not there for ${title}; nothing was asked of it. ${serving.way}`);
}

/** The input `deployment`: its name, and what is the platform's own. Pure. */
export function askedDeployment(
  { deployment = {}, suffix }: Pick<World['inputs'], 'deployment' | 'suffix'>,
  removing: boolean,
): AskedDeployment {
  const { name, ...settings } = deployment;
  return { name: typeof name === 'string' && name !== '' ? name : suffix, removing, settings };
}

/** @throws InputError for a map that this platform cannot take; nothing has been sent then */
export function checkDeployment({ inputs, connection }: World, asked: AskedDeployment, terms: DeploymentTerms): void {
  const name = inputs.deployment?.name ?? '';
  const { longest, characters, allowed } = terms.name;
  const given = asked.name ?? '';
  const wrongName =
    typeof name !== 'string' || (given !== '' && (given.length > longest || !characters.test(given)))
      ? [
          {
            place: 'deployment.name',
            message: `Input ${inputs.deployment?.name === undefined ? 'suffix' : 'deployment.name'} is ${JSON.stringify(inputs.deployment?.name ?? given)}; as the name of a deployment it must be ${allowed}.`,
          },
        ]
      : [];
  const problems = [...wrongName, ...terms.problems(asked, connection)];
  if (problems.length > 0) throw new InputError(problems);
}

/**
 * The fine-tuned model that the inputs name: `model` itself, or that of a job; by metadata the newest that
 * succeeded.
 * @returns undefined when there is none, and that is no error
 * @throws ActionError for a job without a model
 */
export async function fineTunedModel(step: World, work: Work): Promise<string | undefined> {
  const { inputs } = step;
  if (inputs.model !== undefined) return inputs.model;
  if (inputs.job_id === undefined && inputs.metadata === undefined) return undefined;
  const job = await findJob({ ...step, inputs: { ...inputs, status: inputs.status ?? ['succeeded'] } }, work);
  if (job === undefined) return undefined;
  takeUp(step, job);
  if (job.fine_tuned_model) return job.fine_tuned_model;
  throw new ActionError(
    `Job ${inertLine(job.id, 80)} ${standing(job, (status) => inertLine(status, 80))} and names no model, so there is nothing to deploy. ${isTerminal(job.state) ? 'Write' : 'Wait for its end (operation: wait), or write'} model.`,
  );
}

/** What is asked of the platform. */
export function deploymentRequest(
  { name, settings }: AskedDeployment,
  model: string | undefined,
  { name: rule }: DeploymentTerms,
): DeploymentRequest {
  if (name !== undefined) return { model, name, settings };
  if (model === undefined)
    throw new ActionError(
      'Nothing says which deployment is meant. Write deployment with its name, or model, job_id or metadata.',
    );
  return { model, name: nameFromModel(model, rule), settings };
}
