/** How a platform of the shared wire is registered. It pulls no client in. */
import { type Platform, type Profile, withoutLacking } from '../profile.ts';
import { type Dialect, dialectOf } from './dialect.ts';

/** A platform of the shared wire: its profile, and in what it differs. */
export function sharedWire(profile: Profile, differences: Partial<Dialect> = {}): Platform {
  const dialect = dialectOf(differences);
  return {
    profile,
    async open(address, options) {
      const { wireProvider } = await import('./provider.ts');
      return withoutLacking(wireProvider(address, dialect, options), profile);
    },
  };
}
