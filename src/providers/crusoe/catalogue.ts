/** The models of the catalogue, and which one is meant by a name. Pure. */
import * as z from 'zod/mini';
import { ActionError } from '../../errors.ts';

const Model = z.looseObject({
  id: z.string(),
  model_name: z.nullish(z.string()),
  fine_tuning_available: z.nullish(z.boolean()),
  created: z.nullish(z.number()),
});
export type CatalogueModel = z.infer<typeof Model>;
export const Catalogue = z.looseObject({ data: z.array(Model) });

const SHOWN = 8;
const plain = (name: string | null | undefined) => (name ?? '').trim().toLowerCase();

/**
 * The ID of the model that a name means today; an ID means itself. Of several revisions it is the newest.
 * @throws ActionError for a name that no model has that can be trained
 */
export function modelId(wanted: string, models: readonly CatalogueModel[]): string {
  const byId = models.find(({ id }) => id === wanted);
  const named = byId === undefined ? models.filter(({ model_name }) => plain(model_name) === plain(wanted)) : [byId];
  const [newest] = named
    .filter(({ fine_tuning_available }) => fine_tuning_available !== false)
    .sort((left, right) => (right.created ?? 0) - (left.created ?? 0));
  if (newest !== undefined) return newest.id;
  const names = models.flatMap(({ model_name, fine_tuning_available }) =>
    fine_tuning_available && model_name ? [model_name] : [],
  );
  const offered = [...new Set(names)].sort();
  const list = `${offered.slice(0, SHOWN).join(', ')}${offered.length > SHOWN ? ` and ${offered.length - SHOWN} more` : ''}`;
  const why = named.length > 0 ? 'is not trained there' : 'is in its catalogue neither by name nor by ID';
  throw new ActionError(
    `Input model is ${JSON.stringify(wanted)}, which ${why}; nothing was uploaded. It trains ${list || 'no model that this key may see'}.`,
  );
}

/** The name of a model, where the catalogue still has its ID. */
export function nameOf(id: string | null | undefined, models: readonly CatalogueModel[]): string | undefined {
  return models.find((model) => model.id === id)?.model_name ?? undefined;
}
