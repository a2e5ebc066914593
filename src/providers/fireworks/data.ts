/**
 * What Fireworks asks of the data. Source: its page on fine-tuning a text model, and what its server answers
 * to rows of which no token is trained.
 */
import { type DataProfile, USUAL_PROFILE } from '../../dataset/profile.ts';

export const DATA: DataProfile = {
  ...USUAL_PROFILE,
  minimumRows: 3,
  maximumRows: 3_000_000,
  systemFirst: true,
  severities: {
    'chat/developer-role': 'error',
    'chat/nothing-learned': 'error',
    // A weight is 0 or 1, on whichever message it stands.
    'chat/weight-role': 'warning',
  },
};
