/** What a model takes, as the check of the data asks for it. Pure. */
import type { ModelTakes } from '../dataset/profile.ts';
import { familyOf, type KnownModels } from './family.ts';

/** @returns undefined for a model that nobody knows */
export function takesOf(model: string, known: KnownModels | undefined): ModelTakes | undefined {
  const family = known === undefined ? undefined : familyOf(known.families, model);
  if (known === undefined || family === undefined) return undefined;
  const { title, certain, families } = known;
  const seeing = families.filter(({ pictures }) => pictures === true).map(({ name }) => name);
  return { name: family.name, title, formats: family.formats, pictures: family.pictures, seeing, certain };
}
