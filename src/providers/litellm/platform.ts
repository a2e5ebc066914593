import { USUAL_PROFILE } from '../../dataset/profile.ts';
import { NO_HOST, type Platform, type Profile, USUAL_POLL, withoutLacking } from '../profile.ts';

const BEHIND = 'custom_llm_provider';

const profile: Profile = {
  name: 'litellm',
  title: 'LiteLLM',
  exampleUrl: 'https://litellm.example.com/v1',
  hosts: NO_HOST,
  servers: 'a gateway of your own, by `base_url`',
  keyVariable: 'LITELLM_API_KEY',
  selfHosted: true,
  demandsQuery: {
    names: [BEHIND, 'target_model_names'],
    instead: `Write extra_query: {${BEHIND}: …} with the provider that it is to ask: openai, azure or vertex_ai.`,
  },
  // A GET below a job is taken for a look at a job of that name.
  lacks: ['pause', 'resume', 'events', 'checkpoints', 'model'],
  terms: async () => (await import('./terms.ts')).TERMS,
  pollSeconds: USUAL_POLL,
  data: { ...USUAL_PROFILE, bom: 'warning' },
  serving: {
    kind: 'by hand',
    way: 'Deploy the model on the platform behind it (provider and base_url of that one), and add it to the model list of the gateway.',
  },
  prices: [],
};

/** A gateway to several platforms. Of a request it hands on what it knows, which is supervised training. */
export const litellm: Platform = {
  profile,
  async open(address, options) {
    const { wireProvider } = await import('../openai-wire/provider.ts');
    const { dialectOf } = await import('../openai-wire/dialect.ts');
    const { settingsAlone } = await import('../openai-wire/requests.ts');
    // It reads from the body of a POST what it reads from the query of a GET.
    const behind = address.extraQuery?.[BEHIND];
    const own = behind === undefined ? {} : { [BEHIND]: behind };
    const dialect = dialectOf({
      form: (fields) => ({ ...settingsAlone(fields), ...own }),
      cancelBody: own,
      sendsMetadata: false,
      takesParts: false,
    });
    return withoutLacking(wireProvider(address, dialect, options), profile);
  },
};
