/** The operations that make a fine-tuned model callable and take it down again: `deploy`, `undeploy`. */
import { AbortedError, ActionError, messageOf, ProviderError } from '../errors.ts';
import { deploymentPlan } from '../job/deployment-plan.ts';
import { offered, type Work } from '../job/work.ts';
import type { Deployment, DeploymentRequest, Deployments } from '../providers/port.ts';
import type { DeploymentFindings } from '../report/findings.ts';
import { deploymentLine, planLine } from '../report/job-log.ts';
import { inertLine } from '../report/text.ts';
import { leaveDeployment } from '../run/left-deployment.ts';
import { type Step, stage } from '../run/step.ts';
import { answered, DeploymentLate, settled, takenDown } from '../stages/await-deployment.ts';
import { openProvider } from '../stages/open-provider.ts';
import { askedDeployment, checkDeployment, deploymentRequest, fineTunedModel, servingOf } from '../stages/served-model.ts';

type Terms = NonNullable<Awaited<ReturnType<typeof servingOf>>>;
type Outcome = DeploymentFindings['outcome'];

/** What is known of it goes into record and outputs at once: a run may end at any moment. */
function publish(step: Step, deployment: Deployment, outcome: Outcome, work: Work): void {
  const { name, servedModel, status, hourlyUsd, stopsIdle } = deployment;
  const url = step.connection.inferenceUrl ?? work.provider.baseUrl;
  step.record.note({ kind: 'deployment', deployment: { name, servedModel, status, url, hourlyUsd, stopsIdle, outcome } });
  step.runner.setOutput('deployment', name);
  step.runner.setOutput('served_model', servedModel);
  step.runner.setOutput('inference_base_url', url);
}

/** Makes the model callable. It ends when the model has answered. */
export async function deploy(step: Step): Promise<void> {
  const terms = await servingOf(step);
  const asked = askedDeployment(step.inputs, false);
  if (terms !== undefined) checkDeployment(step, asked, terms);
  const work = await openProvider(step);
  const model = await fineTunedModel(step, work);
  if (model === undefined) return;
  if (terms === undefined) return callableAtOnce(step, model, work);
  const request = deploymentRequest(asked, model, terms);
  const refused = terms.refuses?.(request);
  if (refused !== undefined) throw new ActionError(`${refused} Nothing was deployed.`);
  for (const remark of terms.remarks?.(request) ?? []) step.runner.notice(remark);
  try {
    await carryOut(step, request, terms, work);
  } finally {
    // Whatever came of it has been said.
    leaveDeployment(step, undefined);
  }
}

/** Asks for the deployment where it is not there, and waits for its answer as far as asked. */
async function carryOut(step: Step, request: DeploymentRequest, terms: Terms, work: Work): Promise<void> {
  const { deployment, outcome } = await begin(step, request, terms, work);
  const again = outcome === 'reused';
  step.record.note({ kind: 'ending', ending: 'done' });
  if (!step.inputs.wait) {
    step.runner.info(`Not waiting for ${request.name} (wait: false). ${terms.bills}`);
    return;
  }
  try {
    await stage(step, `Wait for ${inertLine(request.name, 80)}`, () =>
      untilAnswered(step, request, deployment, outcome, terms, work),
    );
  } catch (error) {
    const left = leftBehind(step, error, request, terms, again);
    if (left !== undefined) throw left;
  }
}

function callableAtOnce(step: Step, model: string, work: Work): void {
  const { title, rehearsal } = step.connection.profile;
  publish(step, { name: model, servedModel: model, state: 'ready', status: 'callable', model, asAsked: true }, 'at once', work);
  step.record.note({ kind: 'ending', ending: 'done' });
  const words = rehearsal ? 'rehearses and deploys nothing' : 'makes its models callable at once, so there is nothing to deploy';
  step.runner.info(`${title} ${words}. The model is called as ${inertLine(model)}.`);
}

const deploymentsOf = ({ provider }: Work): Deployments => offered(provider.deployments, 'deployments');

/** Finds it, or asks for it. */
async function begin(
  step: Step,
  request: DeploymentRequest,
  terms: Terms,
  work: Work,
): Promise<{ readonly deployment: Deployment; readonly outcome: Outcome }> {
  const deployments = deploymentsOf(work);
  const find = () => work.attempt('read', () => deployments.find(request, work.signal));
  const found = await find();
  const plan = deploymentPlan(found, request, terms.replaces === true);
  step.record.note({ kind: 'reason', reason: plan.reason });
  // Kept before anybody can read what is about to be done, and so act on it.
  if (plan.action === 'create' || plan.action === 'replace')
    leaveDeployment(
      step,
      `The step ended before the deployment ${request.name} had answered; it may be there all the same. ${wayOn(request, terms)}`,
    );
  step.runner.info(planLine(plan.action, plan.reason, undefined));
  const publishAs = (deployment: Deployment, outcome: Outcome) => {
    publish(step, deployment, outcome, work);
    step.runner.info(deploymentLine(deployment, outcome));
    return { deployment, outcome };
  };
  switch (plan.action) {
    case 'refuse':
      throw new ActionError(
        `The deployment ${request.name} is not touched: ${plan.reason}. Choose another name in deployment, or take it down first with operation: undeploy.`,
      );
    case 'reuse':
      return publishAs(plan.deployment, 'reused');
    case 'settle':
      if (found !== undefined) await settled(deployments, request, found, work, () => undefined);
      return begin(step, request, terms, work);
    case 'create':
    case 'replace':
  }
  const outcome = plan.action === 'replace' ? 'replaced' : 'created';
  try {
    const ours = (deployment: Deployment | undefined) =>
      deployment?.asAsked && !['failed', 'stopped'].includes(deployment.state) ? deployment : undefined;
    const begun = await work.attempt('deploy', () => deployments.begin(request, work.signal), {
      lookUp: async () => ours(await find()),
    });
    return publishAs(begun, outcome);
  } catch (error) {
    // A racing run may have made the very same one.
    const twin = error instanceof ProviderError && error.facts.status === 409 ? await find() : undefined;
    if (twin?.asAsked && twin.state !== 'failed') return publishAs(twin, 'reused');
    if (error instanceof AbortedError) throw leftBehind(step, error, request, terms, false);
    throw error;
  }
}

async function untilAnswered(
  step: Step,
  request: DeploymentRequest,
  begun: Deployment,
  outcome: Outcome,
  terms: Terms,
  work: Work,
): Promise<void> {
  const { name } = request;
  const seen = (deployment: Deployment) => {
    publish(step, deployment, outcome, work);
    step.runner.info(`The deployment ${name} is ${inertLine(deployment.status, 80)}.`);
  };
  const deployment = await settled(deploymentsOf(work), request, begun, work, seen);
  if (deployment === undefined) throw new ActionError(`The deployment ${name} is gone: someone removed it meanwhile. Run again.`);
  publish(step, deployment, outcome, work);
  if (deployment.state === 'failed') {
    const why = inertLine(deployment.reason ?? 'the platform gives no reason', 500).replace(/[.\s]*$/, '.');
    const onward = terms.replaces ? 'Run again' : 'Take it down with operation: undeploy and run again';
    throw new ActionError(
      `The deployment ${name} is ${inertLine(deployment.status, 80)}: ${why} ${onward}; it is asked for anew.`,
    );
  }
  if (deployment.state === 'stopped')
    throw new ActionError(`The deployment ${name} was stopped before its model had answered. Run again; it is started again.`);
  await answered(deployment, terms, work);
  publish(step, { ...deployment, status: 'answers' }, outcome, work);
  step.runner.info(`The model answers as ${inertLine(deployment.servedModel)}. ${terms.bills}`);
}

/** What a deployment costs while nobody looks after it, how it goes on, and how it is removed. */
function wayOn(request: DeploymentRequest, terms: Terms): string {
  return `${terms.bills} To go on, run again; to remove it, run operation: undeploy with deployment: {name: ${request.name}, …} as here, or ${terms.removal(request)}.`;
}

/** What a run that ends before its deployment leaves, and how it is removed. Other errors stay. */
function leftBehind(step: Step, error: unknown, request: DeploymentRequest, terms: Terms, reused: boolean): unknown {
  const late = error instanceof DeploymentLate;
  if (!late && !(error instanceof AbortedError)) return error;
  const remains = reused ? 'It was there before and stays.' : `It may be there all the same. ${wayOn(request, terms)}`;
  const asked = late && step.inputs.on_timeout === 'cancel' ? ' on_timeout: cancel ends jobs, and takes no deployment down.' : '';
  const message = `${messageOf(error).replace(/[.\s]*$/, '')}. ${remains}${asked}`;
  if (late && step.inputs.on_timeout === 'detach') {
    step.record.note({ kind: 'ending', ending: 'detached' });
    step.runner.notice(message);
    return undefined;
  }
  if (!late) step.record.note({ kind: 'ending', ending: 'cancelled' });
  return late ? new ActionError(message) : new AbortedError(message);
}

/** Takes the deployment down. It ends when the platform no longer knows it; an absent one is a success. */
export async function undeploy(step: Step): Promise<void> {
  const terms = await servingOf(step);
  const asked = askedDeployment(step.inputs, true);
  if (terms !== undefined) checkDeployment(step, asked, terms);
  const work = await openProvider(step);
  step.record.note({ kind: 'ending', ending: 'done' });
  if (terms === undefined) {
    step.runner.info(`${step.connection.profile.title} deploys nothing, so there is nothing to take down.`);
    return;
  }
  const model = asked.name === undefined ? await fineTunedModel(step, work) : step.inputs.model;
  if (asked.name === undefined && model === undefined && step.inputs.if_not_found === 'empty') return;
  const request = deploymentRequest(asked, model, terms);
  const deployments = deploymentsOf(work);
  const find = () => work.attempt('read', () => deployments.find(request, work.signal));
  const found = await find();
  const absent = { name: request.name, servedModel: '', status: 'absent', url: '', hourlyUsd: undefined };
  if (found === undefined) {
    step.record.note({ kind: 'deployment', deployment: { ...absent, outcome: 'absent' } });
    step.runner.info(`There is no deployment ${request.name}, so there is nothing to take down.`);
    return;
  }
  step.runner.setOutput('deployment', found.name);
  try {
    await stage(step, `Take down ${inertLine(request.name, 80)}`, () => takenDown(deployments, request, work));
  } catch (error) {
    if (!(error instanceof DeploymentLate) && !(error instanceof AbortedError)) throw error;
    const left = `${messageOf(error).replace(/[.\s]*$/, '')}. It was asked to go and may go on billing until it has: run again, or ${terms.removal(request)}.`;
    throw error instanceof AbortedError ? new AbortedError(left) : new ActionError(left);
  }
  step.record.note({ kind: 'deployment', deployment: { ...absent, status: 'removed', outcome: 'removed' } });
  step.runner.info(`The deployment ${request.name} is gone.`);
}
