/**
 * What Together asks of the data. Source: the check that its own clients make before an upload (together-ai
 * 0.52.0, src/lib/check-file.ts), as far as its server is not known to take more: tools, pictures.
 */
import { type DataProfile, USUAL_PROFILE } from '../../dataset/profile.ts';

export const DATA: DataProfile = {
  ...USUAL_PROFILE,
  minimumRows: 1,
  maximumBytes: 50_100_000_000,
  textRows: true,
  takesTurns: true,
  severities: {
    'chat/developer-role': 'error',
    // A weight is 0 or 1, on whichever message it stands.
    'chat/weight-role': 'warning',
    'preference/output-count': 'error',
    'preference/last-assistant': 'error',
  },
};
