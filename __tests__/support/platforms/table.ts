/** The table of platforms and features, as a page and as a command print it. */
import { platformNamed } from '../../../src/providers/registry.ts';
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

/** The table in Markdown. */
export function featureTable(): string {
  const heads = ['', ...STAGED.map(({ provider }) => `\`${provider}\``)];
  const lines = [heads, heads.map(() => '---'), ...rowsOf()];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
