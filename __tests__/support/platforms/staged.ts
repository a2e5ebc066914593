/** The platforms that stories are told on: what a workflow file changes to move from one to another, and the server that stands in for it. */
import { Platform, type PlatformOptions } from '../platform.ts';
import { Azure, KEY } from './azure.ts';
import { ACCOUNT, ARM_TOKEN, startAzureCloud } from './azure-cloud.ts';
import { Bedrock } from './bedrock.ts';
import { Crusoe } from './crusoe.ts';
import { Fireworks } from './fireworks.ts';
import { Litellm } from './litellm.ts';
import { Llmariner } from './llmariner.ts';
import { Nebius } from './nebius.ts';
import { OpenAi } from './openai.ts';
import { Portkey } from './portkey.ts';
import { Together } from './together.ts';

/** Servers beside the platform. */
export interface Surroundings {
  /** Of them, those that depend on where the platform is. */
  readonly inputsAt?: (url: string) => Readonly<Record<string, string>>;
  readonly inputs: Readonly<Record<string, string>>;
  readonly make: Staged['make'];
  /** What went over their wires and is forbidden. */
  readonly faults: readonly string[];
  /** Deployments that stand, and so are paid for. */
  standing(): number;
  close(): Promise<void>;
}

export interface Staged {
  readonly provider: string;
  /** The secret, in the variable that belongs to the platform or as an input. */
  readonly env?: Readonly<Record<string, string>>;
  /** What else the workflow file changes. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly make: (options: PlatformOptions) => Platform;
  /** Its own names of the API's fields, where they are others. */
  readonly fields?: Readonly<Record<string, string>>;
  /** What is asked of it is held against its vendor's machine-readable description. */
  readonly described?: true;
  /** The model that is trained by reinforcement, where that is another one. */
  readonly reinforced?: string;
  /** The name of a model may never come: the step ends with a warning. */
  readonly nameless?: true;
  /** What surrounds the platform where it deploys: what the workflow file adds, and the platform inside it. */
  readonly deploys?: (now: () => number) => Promise<Surroundings>;
  /** How the fingerprint travels there. */
  readonly mark: 'metadata' | 'job ID' | 'file name' | 'nothing';
}

export const STAGED: readonly Staged[] = [
  {
    provider: 'openai',
    inputs: { model: 'gpt-4.1-mini-2025-04-14', api_key: 'k' },
    make: (options) => new OpenAi(options),
    mark: 'metadata',
    reinforced: 'o4-mini-2025-04-16',
    described: true,
  },
  {
    provider: 'azure',
    inputs: { model: 'gpt-4.1-mini-2025-04-14', api_key: KEY },
    make: (options) => new Azure(options),
    deploys: async (now) => {
      const cloud = await startAzureCloud({ now, notReady: 1 });
      const sku = { name: 'GlobalStandard', capacity: 50 };
      const deployment = { account: ACCOUNT, name: 'support', sku, resource_manager: cloud.url };
      return {
        inputs: { deployment: JSON.stringify(deployment), azure_arm_token: ARM_TOKEN },
        make: (options) => new Azure({ ...options, cloud }),
        faults: cloud.faults,
        standing: () => cloud.made.size,
        close: () => cloud.close(),
      };
    },
    mark: 'metadata',
    reinforced: 'o4-mini-2025-04-16',
    described: true,
  },
  {
    provider: 'compatible',
    inputs: { model: 'm-1', api_key: 'k' },
    make: (options) => new Platform(options),
    mark: 'metadata',
  },
  {
    provider: 'llmariner',
    env: { LLMARINER_API_KEY: 'k' },
    inputs: { model: 'google-gemma-2b-it' },
    make: (options) => new Llmariner(options),
    mark: 'file name',
    described: true,
  },
  {
    provider: 'crusoe',
    inputs: { model: 'meta-llama/Llama-3.1-8B-Instruct', api_key: 'k' },
    make: (options) => new Crusoe(options),
    mark: 'file name',
    deploys: async () => {
      const made: Crusoe[] = [];
      return {
        inputs: {},
        inputsAt: (url) => ({ deployment: JSON.stringify({ foundry: `${url}/projects/P/foundry`, lora: true }) }),
        make: (options) => {
          const crusoe = new Crusoe(options);
          made.push(crusoe);
          return crusoe;
        },
        standing: () => made.reduce((sum, { served }) => sum + served.length, 0),
        faults: [],
        close: async () => undefined,
      };
    },
  },
  {
    provider: 'together',
    inputs: { model: 'Qwen/Qwen3-8B', api_key: 'k' },
    make: (options) => new Together(options),
    deploys: async () => {
      const made: Together[] = [];
      return {
        inputs: { deployment: JSON.stringify({ hardware: '1x_nvidia_h100_80gb_sxm' }) },
        make: (options) => {
          const together = new Together({ ...options, endpoints: { refuses: 1 } });
          made.push(together);
          return together;
        },
        standing: () => made.reduce((sum, { endpoints }) => sum + endpoints.all.length, 0),
        faults: [],
        close: async () => undefined,
      };
    },
    fields: { seed: 'random_seed', integrations: 'wandb_project_name' },
    mark: 'file name',
    described: true,
  },
  {
    provider: 'fireworks',
    inputs: { model: 'qwen3-8b', api_key: 'k' },
    make: (options) => new Fireworks(options),
    deploys: async () => {
      const made: Fireworks[] = [];
      return {
        inputs: { deployment: JSON.stringify({ acceleratorType: 'NVIDIA_H100_80GB' }) },
        make: (options) => {
          const fireworks = new Fireworks(options);
          made.push(fireworks);
          return fireworks;
        },
        standing: () => made.reduce((sum, { hosting }) => sum + hosting.all.length, 0),
        faults: [],
        close: async () => undefined,
      };
    },
    fields: { suffix: 'outputModel', integrations: 'wandbConfig' },
    mark: 'job ID',
    described: true,
  },
  {
    provider: 'nebius',
    inputs: { model: 'meta-llama/Llama-3.1-8B-Instruct', api_key: 'k' },
    make: (options) => new Nebius(options),
    mark: 'file name',
    nameless: true,
  },
  {
    provider: 'bedrock',
    inputs: {
      model: 'openai.gpt-oss-20b',
      api_key: 'k',
      training_file: 'graded.jsonl',
      method:
        '{type: reinforcement, reinforcement: {grader: {type: lambda, lambda: {function: "arn:aws:lambda:us-west-2:1:function:score"}}}}',
    },
    make: (options) => new Bedrock(options),
    mark: 'file name',
  },
  {
    provider: 'litellm',
    env: { LITELLM_API_KEY: 'k' },
    inputs: { model: 'gpt-4.1-mini-2025-04-14', extra_query: '{custom_llm_provider: openai}' },
    make: (options) => new Litellm(options),
    mark: 'file name',
  },
  {
    provider: 'portkey',
    inputs: { model: 'gpt-4.1-mini-2025-04-14', api_key: 'k', extra_headers: '{x-portkey-provider: "@openai"}', reuse: 'false' },
    make: (options) => new Portkey(options),
    mark: 'nothing',
  },
];

/** Those on which a job is found again. */
export const MARKED: readonly Staged[] = STAGED.filter(({ mark }) => mark !== 'nothing');
