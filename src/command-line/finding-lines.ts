/** Findings as linters print them. Pure. */
import * as z from 'zod/mini';

const Sarif = z.object({
  runs: z.array(
    z.object({
      results: z.array(
        z.object({
          ruleId: z.string(),
          level: z.string(),
          message: z.object({ text: z.string() }),
          locations: z.array(
            z.object({
              physicalLocation: z.object({
                artifactLocation: z.object({ uri: z.string() }),
                region: z.object({ startLine: z.number(), startColumn: z.optional(z.number()) }),
              }),
            }),
          ),
        }),
      ),
    }),
  ),
});

/** How the words of a line are set off, where they are. */
export type Paint = (text: string, role: 'place' | 'error' | 'warning' | 'rule') => string;

/**
 * The problems of a SARIF log, `file:line:column: error message (rule)` each.
 * @throws Error when the text is no such log
 */
export function findingLines(sarif: string, paint: Paint): string[] {
  const { runs } = Sarif.parse(JSON.parse(sarif));
  return runs.flatMap(({ results }) =>
    results.map(({ ruleId, level, message, locations: [location] }) => {
      const { artifactLocation, region } = location?.physicalLocation ?? {};
      const file = decodeURIComponent(artifactLocation?.uri ?? '');
      const place = `${file}:${region?.startLine ?? 1}:${region?.startColumn ?? 1}:`;
      const severity = level === 'error' ? 'error' : 'warning';
      return `${paint(place, 'place')} ${paint(severity, severity)} ${message.text} ${paint(`(${ruleId})`, 'rule')}`;
    }),
  );
}
