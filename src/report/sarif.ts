/** Problems as SARIF 2.1.0, the form in which code scanning takes them. Pure. */
import { countOf, type Dataset } from '../dataset/dataset.ts';
import { RULES, type Rule } from '../dataset/rules/rules.ts';

const TEXT = 1000;

/**
 * One run with every problem that was kept, and the rules that they name.
 * Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function renderSarif(datasets: readonly Dataset[]): object {
  const problems = datasets.flatMap((dataset) => dataset.problems);
  const named = [...new Set(problems.map(({ rule }) => rule))];
  const table = new Map<string, Rule>(Object.entries(RULES));
  const rules = named.map((id) => {
    const rule = table.get(id);
    const source = rule === undefined || rule.source === 'practice' ? {} : { helpUri: rule.source };
    return {
      id,
      shortDescription: { text: rule?.summary ?? id },
      help: { text: rule?.mend ?? id },
      defaultConfiguration: { level: rule?.severity ?? 'warning' },
      ...source,
    };
  });
  const results = problems.map(({ rule, severity, message, path, line, column }) => ({
    ruleId: rule,
    ruleIndex: named.indexOf(rule),
    level: severity,
    message: { text: message.slice(0, TEXT) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: path.toWellFormed().split('/').map(encodeURIComponent).join('/') },
          ...(line === undefined
            ? {}
            : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } }),
        },
      },
    ],
  }));
  const found = datasets.reduce((sum, dataset) => sum + countOf(dataset, 'error') + countOf(dataset, 'warning'), 0);
  // More problems than are kept is said where a reader of SARIF looks for it.
  const omitted =
    found <= problems.length
      ? {}
      : {
          invocations: [
            {
              executionSuccessful: true,
              toolExecutionNotifications: [
                {
                  level: 'warning',
                  message: { text: `${found} problems were found; the places of ${problems.length} were kept.` },
                },
              ],
            },
          ],
        };
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'Fine-tune Action', rules } }, columnKind: 'utf16CodeUnits', ...omitted, results }],
  };
}
