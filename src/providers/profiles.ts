/** What differs between servers of the wire, as data. No other place knows a vendor's name. Sources: the vendors' own pages, gathered 2026-11-22. */
import type { DataProfile } from '../ports.ts';

export type ProfileName = 'openai' | 'azure' | 'bedrock' | 'nebius' | 'compatible' | 'sandbox';

export interface Profile {
  readonly name: ProfileName;
  readonly title: string;
  /** Why this provider cannot be used yet; undefined when it can. */
  readonly missing?: string;
  /** The API root when none is given. */
  readonly ownBaseUrl?: string;
  /** Hosts that are this vendor's own: `auto` goes by them, and the vendor's key is sent to no other. */
  readonly hosts: RegExp;
  /** How the path of the API root must end, where the vendor prescribes it. */
  readonly rootPath?: string;
  /** The variable that holds this vendor's key. */
  readonly keyVariable?: string;
  /** `header-or-token`: a key goes into `api-key`, a JSON Web Token (Entra) into `Authorization`. */
  readonly authorization: 'bearer' | 'header-or-token';
  /** Whether the server is known to keep a job's metadata, by which the job is found again. */
  readonly keepsMetadata: boolean;
  /** A file in one of these states is not usable yet. No state at all means usable. */
  readonly fileWaits: readonly string[];
  readonly fileErrors: readonly string[];
  /** Adaptive polling: seconds between looks, from the first to the slowest. */
  readonly pollSeconds: readonly [from: number, to: number];
  /** What the checker asks of the data. */
  readonly data: DataProfile;
  /** Tokens times epochs that one job may have; undefined when there is no known limit. */
  readonly maximumTrainingTokens?: number;
  /** The page of a job on the vendor's site. */
  readonly jobPage?: (jobId: string) => string;
  /** What must be done with a model before it can be called, where it cannot be called at once. */
  readonly beforeUse?: string;
}

const FILES = {
  fileWaits: ['uploaded', 'pending', 'running', 'queued', 'processing', 'importing', 'notRunning'],
  fileErrors: ['error', 'failed', 'deleted', 'deleting'],
};
const POLL = [5, 60] as const;
/** A host that nobody has. */
const NO_HOST = /^(?!)/;

export const PROFILES: Readonly<Record<ProfileName, Profile>> = {
  openai: {
    name: 'openai',
    title: 'OpenAI',
    ownBaseUrl: 'https://api.openai.com/v1',
    hosts: /^([a-z]{2}\.)?api\.openai\.com$/,
    keyVariable: 'OPENAI_API_KEY',
    authorization: 'bearer',
    keepsMetadata: true,
    ...FILES,
    pollSeconds: POLL,
    data: {
      minimumRows: 10,
      bom: 'error',
      imagesPerRow: 10,
      developerRole: true,
      severities: { 'chat/last-not-assistant': 'error' },
    },
    jobPage: (jobId) => `https://platform.openai.com/finetune/${encodeURIComponent(jobId.toWellFormed())}`,
  },
  azure: {
    name: 'azure',
    title: 'Azure OpenAI',
    hosts: /^[a-z0-9-]+\.(openai\.azure\.com|services\.ai\.azure\.com|cognitiveservices\.azure\.com|openai\.azure\.us)$/,
    rootPath: '/openai/v1',
    keyVariable: 'AZURE_OPENAI_API_KEY',
    authorization: 'header-or-token',
    keepsMetadata: true,
    ...FILES,
    pollSeconds: POLL,
    data: {
      minimumRows: 10,
      bom: 'warning',
      imagesPerRow: 64,
      maximumBytes: 512_000_000,
      developerRole: true,
      severities: { 'chat/last-not-assistant': 'error', 'reinforcement/system-role': 'error' },
    },
    maximumTrainingTokens: 2_000_000_000,
    jobPage: () => 'https://ai.azure.com',
    beforeUse: 'Deploy the model under this name in Azure before it can be called.',
  },
  bedrock: {
    name: 'bedrock',
    title: 'Amazon Bedrock',
    missing: 'it trains by reinforcement with Lambda graders only, and that is not built yet',
    hosts: /^bedrock-mantle\.[a-z0-9-]+\.api\.aws$/,
    keyVariable: 'AWS_BEARER_TOKEN_BEDROCK',
    authorization: 'bearer',
    keepsMetadata: false,
    ...FILES,
    pollSeconds: POLL,
    data: { minimumRows: 100, bom: 'error', imagesPerRow: 10, developerRole: false },
  },
  nebius: {
    name: 'nebius',
    title: 'Nebius Token Factory',
    missing: 'it keeps no metadata, by which a job is recognised, and its ways are not built yet',
    ownBaseUrl: 'https://api.tokenfactory.nebius.com/v1',
    hosts: /^api\.(tokenfactory|studio)\.nebius\.(com|ai)$/,
    keyVariable: 'NEBIUS_API_KEY',
    authorization: 'bearer',
    keepsMetadata: false,
    ...FILES,
    pollSeconds: POLL,
    data: { minimumRows: 1, bom: 'error', imagesPerRow: 10, developerRole: false },
  },
  compatible: {
    name: 'compatible',
    title: 'a compatible server',
    hosts: NO_HOST,
    authorization: 'bearer',
    keepsMetadata: false,
    ...FILES,
    pollSeconds: POLL,
    data: {
      minimumRows: 1,
      bom: 'warning',
      imagesPerRow: 10,
      developerRole: false,
      // Nobody knows what that server takes.
      severities: { 'row/unknown-key': 'warning', 'chat/unknown-message-key': 'warning' },
    },
  },
  sandbox: {
    name: 'sandbox',
    title: 'the sandbox',
    hosts: NO_HOST,
    authorization: 'bearer',
    keepsMetadata: true,
    ...FILES,
    pollSeconds: [0.5, 5],
    data: { minimumRows: 1, bom: 'error', imagesPerRow: 10, developerRole: true },
  },
};

/** The profile whose own host this is; `compatible` when it is nobody's. */
export function profileOfHost(host: string): Profile {
  return Object.values(PROFILES).find((profile) => profile.hosts.test(host)) ?? PROFILES.compatible;
}
