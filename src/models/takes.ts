/** What a model takes, as the check of the data asks for it. Pure. */
import type { ModelTakes } from '../dataset/profile.ts';
import { familyOf, type KnownModels } from './family.ts';

/**
 * @param own what the platform trains
 * @param usual is asked where the platform has no list of its own; what it says is not certain then
 * @returns undefined for a model that nobody knows
 */
export function takesOf(model: string, own: KnownModels, usual: KnownModels): ModelTakes | undefined {
  const certain = own.families.length > 0;
  const { title, families } = certain ? own : usual;
  const family = familyOf(families, model);
  if (family === undefined) return undefined;
  const seeing = families.filter(({ pictures }) => pictures === true).map(({ name }) => name);
  return { name: family.name, title, formats: family.formats, pictures: family.pictures, seeing, certain };
}
