/** Reading a method and a model's name, wherever they come from. Pure. */

/** Whether a value is a map, such as the settings of a method. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A method's name; supervised where none is given. */
export function methodName(method: unknown): string {
  return isMap(method) && typeof method.type === 'string' ? method.type : 'supervised';
}

/**
 * The hyperparameters of a request or a job: those of its method, else those in the deprecated place beside
 * it.
 * @returns undefined where there are none
 */
export function hyperparametersOf({
  method,
  hyperparameters,
}: {
  readonly method?: unknown;
  readonly hyperparameters?: unknown;
}): Readonly<Record<string, unknown>> | undefined {
  const settings = isMap(method) ? method[methodName(method)] : undefined;
  return [isMap(settings) ? settings.hyperparameters : undefined, hyperparameters].find(isMap);
}

/** The model that a fine-tuned name (`ft:base:…`) goes on from; any other name means itself. */
export function baseOf(model: string): string {
  return model.startsWith('ft:') ? (model.split(':')[1] ?? model) : model;
}
