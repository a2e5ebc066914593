/** The table of platforms and features, as a page and as a command print it. */
import type { Profile } from '../../../src/providers/profile.ts';
import { PLATFORMS, platformNamed } from '../../../src/providers/registry.ts';
import { cellOf, FEATURES } from './features.ts';
import { STAGED, type Staged } from './staged.ts';

/** The text of each cell: a row a feature, a column a platform. @param marked what stands before a cell's text */
export function rowsOf(marked: (feature: string, provider: string) => string = () => ''): readonly (readonly string[])[] {
  const text = (feature: (typeof FEATURES)[number], staged: Staged) => {
    const standing = feature.of(platformNamed(staged.provider).profile, staged);
    return `${marked(feature.name, staged.provider)}${cellOf(standing, staged.described === true)}`;
  };
  return FEATURES.map((feature) => [feature.name, ...STAGED.map((staged) => text(feature, staged))]);
}

/** So many platforms stand side by side on a page without being pushed out of it. */
const SIDE_BY_SIDE = 4;

/** The table in Markdown, in parts that a page has room for. */
export function featureTable(): string {
  const whole = [['', ...STAGED.map(({ provider }) => `\`${provider}\``)], ...rowsOf()];
  const begins = STAGED.flatMap((_, index) => (index % SIDE_BY_SIDE === 0 ? [index] : []));
  const part = (begin: number) => {
    const [heads = [], ...body] = whole.map(([feature = '', ...cells]) => [feature, ...cells.slice(begin, begin + SIDE_BY_SIDE)]);
    return [heads, heads.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  };
  return begins.map(part).join('\n\n');
}

/** The methods that stories train by there. */
function methodsOf(profile: Profile, staged: Staged): string {
  const trained = FEATURES.flatMap(({ name, of }) => {
    const [, method] = /^`method: (\w+)`$/.exec(name) ?? [];
    return method !== undefined && of(profile, staged).kind === 'works' ? [method === 'dpo' ? 'DPO' : method] : [];
  });
  return trained.join(', ');
}

/** By what it is proved that a platform works. */
function proofOf({ described }: Staged): string {
  return described ? 'stand-in, vendor’s API description' : 'stand-in';
}

/** The platforms in a few words each: where, by which methods, and how that was proved; in Markdown. */
export function provedTable(): string {
  const rows = PLATFORMS.map(({ profile }) => {
    const { name, embedded, ownBaseUrl, exampleUrl } = profile;
    const server = profile.servers ?? `\`${ownBaseUrl ?? exampleUrl}\``;
    const staged = STAGED.find(({ provider }) => provider === name);
    const proof = staged === undefined ? (embedded ? 'OpenAI’s own SDK as its client' : 'not tested') : proofOf(staged);
    const methods = staged === undefined ? (embedded ? 'all three, in miniature' : '') : methodsOf(profile, staged);
    return [`\`${name}\``, server, methods, proof];
  });
  const heads = ['`provider`', 'Server', 'Trains by', 'Proved with'];
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
