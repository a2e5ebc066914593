/** The models that platforms train, as far as they are known, by the platform's name. */
import type { KnownModels } from '../models/family.ts';
import { AZURE_CLOSINGS, AZURE_MODELS } from './azure/models.ts';
import { OPENAI_CLOSINGS, OPENAI_MODELS } from './openai/models.ts';

/** Names of models that are used elsewhere mean these as a rule. */
export const USUAL_MODELS: KnownModels = { title: 'OpenAI', families: OPENAI_MODELS, closings: OPENAI_CLOSINGS };

const KNOWN: Readonly<Record<string, KnownModels>> = {
  openai: USUAL_MODELS,
  azure: { title: 'Azure OpenAI', families: AZURE_MODELS, closings: AZURE_CLOSINGS },
};

/** What is known of a platform's models; nothing of most. */
export function knownModels({ name, title }: { readonly name: string; readonly title: string }): KnownModels {
  return KNOWN[name] ?? { title, families: [], closings: [] };
}
