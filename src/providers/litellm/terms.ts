/** What of a request LiteLLM hands on. Pure. */
import { ABOVE_ZERO, type Terms } from '../terms.ts';

const THREE = 'Leave it out: LiteLLM hands n_epochs, batch_size and learning_rate_multiplier on.';

export const TERMS: Terms = {
  methods: {
    names: ['supervised'],
    instead: 'It drops the method of a request without a word: write method: supervised, or ask the platform behind it directly.',
  },
  lacksFields: { integrations: 'Leave it out, or ask the platform behind it directly.' },
  lacksSettings: { beta: THREE },
  settings: { prompt_loss_weight: ABOVE_ZERO },
  metadata: 'drops metadata, so they are not sent',
};
