/** What the action does, and where: the rows of the table in docs/platforms.md. Each cell is decided by data alone, and `feature-proofs.ts` proves it. */
import type { Capability } from '../../../src/providers/port.ts';
import type { Profile } from '../../../src/providers/profile.ts';
import { PLATFORMS } from '../../../src/providers/registry.ts';
import type { Staged } from './staged.ts';

/** `works`: a story proves it. `refused`: by name, before anything is sent. `absent`: the platform has none, and nothing is asked of it. */
export interface Standing {
  readonly kind: 'works' | 'refused' | 'absent';
  /** A few words for the cell. */
  readonly note?: string;
}

export interface Feature {
  readonly name: string;
  readonly of: (profile: Profile, staged: Staged) => Standing;
}

const works = (note?: string): Standing => ({ kind: 'works', ...(note === undefined ? {} : { note }) });
const refused = (note?: string): Standing => ({ kind: 'refused', ...(note === undefined ? {} : { note }) });
const absent = (note?: string): Standing => ({ kind: 'absent', ...(note === undefined ? {} : { note }) });

const TERMS = new Map(await Promise.all(PLATFORMS.map(async ({ profile }) => [profile.name, await profile.terms?.()] as const)));

const method = <const Name extends string>(name: Name) => ({
  name: `\`method: ${name}\`` as const,
  of: (profile: Profile) => {
    const terms = TERMS.get(profile.name);
    return terms?.methods?.names.includes(name) === false ? refused() : works(terms?.graders?.types.join(', '));
  },
});
const verb = <const Name extends string>(name: Name, capability: Capability) => ({
  name,
  of: ({ lacks }: Profile) => (lacks.includes(capability) ? refused() : works()),
});
const field = <const Name extends 'seed' | 'suffix' | 'integrations'>(name: Name) => ({
  name: `\`${name}\`` as const,
  of: (profile: Profile) => {
    const terms = TERMS.get(profile.name);
    if (terms?.lacksFields?.[name] !== undefined) return refused();
    if (name !== 'suffix' || terms?.suffix === undefined) return works();
    return works(`up to ${terms.suffix.longest}${terms.suffix.required ? ', made where none is given' : ''}`);
  },
});

export const FEATURES = [
  method('supervised'),
  method('dpo'),
  method('reinforcement'),
  {
    name: 'the same job is found again',
    of: (_: Profile, { mark }: Staged) => (mark === 'nothing' ? refused('create with `reuse: false`') : works(`by its ${mark}`)),
  },
  {
    name: 'a lost answer makes no second job',
    of: (_: Profile, { mark }: Staged) => works(mark === 'nothing' ? 'the step ends' : undefined),
  },
  {
    name: 'watched to its end',
    of: (_: Profile, { nameless }: Staged) => works(nameless ? 'the model may have no name' : undefined),
  },
  { name: 'cancelled with the run', of: () => works() },
  verb('`operation: pause`, `resume`', 'pause'),
  verb('`operation: list_events`', 'events'),
  verb('`operation: list_checkpoints`', 'checkpoints'),
  field('seed'),
  field('suffix'),
  field('integrations'),
  {
    name: '`metadata`',
    of: (profile: Profile) => (TERMS.get(profile.name)?.metadata === undefined ? works() : absent('not kept; a warning')),
  },
  {
    name: 'price before the upload',
    of: ({ prices }: Profile) =>
      prices.some(({ perMillion }) => perMillion !== undefined)
        ? works('some models')
        : absent(prices.length > 0 ? 'it bills by the hour' : undefined),
  },
  { name: 'the platform’s own price', of: ({ pricesJobs }: Profile) => (pricesJobs ? works() : absent()) },
  {
    name: 'without a key of its own',
    of: ({ keyless, signIn, keyOptional, inputs }: Profile) =>
      keyless || (signIn && inputs)
        ? works('GitHub’s OIDC token')
        : signIn
          ? works('a role’s credentials')
          : keyOptional
            ? works('`api_key: none`')
            : absent(),
  },
  {
    name: '`operation: deploy`, `undeploy`',
    of: ({ serving }: Profile) => {
      if (serving === undefined) return works('callable at once');
      return serving.kind === 'by hand' ? refused('by hand') : works('until it answers');
    },
  },
] as const satisfies readonly Feature[];

export type FeatureName = (typeof FEATURES)[number]['name'];

/** The text of a cell. */
export function cellOf({ kind, note }: Standing, described: boolean): string {
  const mark = kind === 'works' ? `works${described ? '¹' : ''}` : kind;
  return note === undefined ? mark : `${mark}: ${note}`;
}
