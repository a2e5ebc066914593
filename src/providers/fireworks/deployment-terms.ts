/** What Fireworks asks of a deployment, and what it costs while it stands. Pure. */
import type { InputProblem } from '../../errors.ts';
import type { DeploymentRequest } from '../port.ts';
import type { AskedDeployment, DeploymentTerms } from '../profile.ts';

const KEYS = [
  'deploymentShape',
  'acceleratorType',
  'acceleratorCount',
  'minReplicaCount',
  'maxReplicaCount',
  'autoscalingPolicy',
  'precision',
  'placement',
  'maxContextLength',
  'displayName',
  'description',
  'annotations',
  'autoTune',
  'draftModel',
  'draftTokenCount',
  'ngramSpeculationLength',
  'enableSessionAffinity',
  'deploymentTemplate',
  'pricingPlanId',
];
const COUNTS = [
  ['minReplicaCount', 0],
  ['maxReplicaCount', 0],
  ['acceleratorCount', 1],
] as const;

/** US$ for one accelerator and hour, by the beginning of its type; its page of 2026-10-07, read by others. */
const HOURLY: readonly (readonly [type: string, usd: number])[] = [
  ['NVIDIA_H100', 8],
  ['NVIDIA_H200', 8],
  ['NVIDIA_B200', 13],
];

const isCount = (value: unknown, least: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least;
const shown = (value: unknown) => JSON.stringify(value)?.slice(0, 200) ?? 'missing';

/** What the running replicas of a deployment cost in an hour. */
export interface Machines {
  readonly acceleratorType: unknown;
  readonly acceleratorCount: unknown;
  readonly replicas: number;
}

/** US$; undefined where that is not known. */
export function hourlyUsd({ acceleratorType, acceleratorCount, replicas }: Machines): number | undefined {
  const usd = HOURLY.find(([type]) => String(acceleratorType).startsWith(type))?.[1];
  return usd === undefined || !isCount(acceleratorCount, 1) ? undefined : usd * acceleratorCount * Math.max(1, replicas);
}

function problems({ removing, settings }: AskedDeployment): InputProblem[] {
  const found: InputProblem[] = [];
  const wrong = (name: string, message: string) => found.push({ place: `deployment.${name}`, message });
  const { deploymentShape, acceleratorType, minReplicaCount: least, maxReplicaCount: most } = settings;
  for (const name of Object.keys(settings)) {
    if (name === 'expireTime')
      wrong(
        name,
        'Input deployment.expireTime is given; Fireworks deletes nothing by it any more. Take it out, and run operation: undeploy when the deployment is no longer needed.',
      );
    else if (!KEYS.includes(name))
      wrong(name, `Input deployment.${name} is unknown; on Fireworks AI deployment takes name, ${KEYS.join(', ')}.`);
  }
  if (!removing && [deploymentShape, acceleratorType].every((value) => typeof value !== 'string' || value === ''))
    wrong(
      'deploymentShape',
      'Input deployment has no deploymentShape and no acceleratorType; there is no default, because it is what is paid for. Write the name of a shape, or a type such as NVIDIA_H100_80GB.',
    );
  for (const [name, lowest] of COUNTS)
    if (settings[name] !== undefined && !isCount(settings[name], lowest))
      wrong(name, `Input deployment.${name} is ${shown(settings[name])}; it must be a whole number from ${lowest} up.`);
  if (isCount(least, 0) && isCount(most, 0) && least > most)
    wrong(
      'minReplicaCount',
      `Input deployment.minReplicaCount is ${least}, and maxReplicaCount is ${most}; it must be no more than that.`,
    );
  return found;
}

function remarks({ settings: { minReplicaCount: least, maxReplicaCount: most } }: DeploymentRequest): readonly string[] {
  return [
    isCount(least, 1)
      ? 'The deployment is billed until someone takes it down, used or not, because minReplicaCount keeps it running.'
      : 'Without minReplicaCount Fireworks stops the replicas after an hour without a call: the next call waits until one runs again. After seven such days the deployment is removed.',
    ...(isCount(most, 2) ? [`Under load Fireworks adds replicas up to ${most}, and each costs what one costs.`] : []),
  ];
}

export const DEPLOYMENT_TERMS: DeploymentTerms = {
  problems,
  remarks,
  name: {
    longest: 63,
    characters: /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
    allowed: '1 to 63 lower-case letters, digits and hyphens that begin and end with a letter or digit',
  },
  notReady: /scaling[_ ]up|not (yet )?(ready|deployed)|still (starting|being created)|no (healthy|ready) replicas/i,
  bills:
    'Fireworks bills a deployment by the second for each replica that runs, used or not, until it is scaled down or removed.',
  removal: ({ name }) => `firectl deployment delete ${name} --ignore-checks`,
};
