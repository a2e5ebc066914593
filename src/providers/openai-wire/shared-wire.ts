/** How a platform of the shared wire is registered. It pulls no client in, and nothing of a dialect. */
import { type Platform, type Profile, withoutLacking } from '../profile.ts';
import type { Dialect } from './dialect.ts';

/**
 * A platform of the shared wire: its profile, and in what it differs.
 * @param differences loaded when it is opened, where they are more than a few words
 */
export function sharedWire(profile: Profile, differences: Partial<Dialect> | (() => Promise<Partial<Dialect>>) = {}): Platform {
  return {
    profile,
    async open(address, options) {
      const [{ wireProvider }, { dialectOf }, own] = await Promise.all([
        import('./provider.ts'),
        import('./dialect.ts'),
        typeof differences === 'function' ? differences() : differences,
      ]);
      return withoutLacking(wireProvider(address, dialectOf(own), options), profile);
    },
  };
}
