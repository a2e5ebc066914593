/** Problems as SARIF 2.1.0, the form in which code scanning takes them. Pure. */
import { countOf, type Dataset } from '../dataset/dataset.ts';
import { PRACTICE } from '../dataset/rules/rule.ts';
import { ruleOf } from '../dataset/rules/rules.ts';
import { textOf } from '../words.ts';
import type { Findings } from './findings.ts';

const TEXT = 1000;

/**
 * One run with every problem that was kept, and the rules that they name.
 * @param showRows whether rows of the data may be quoted
 * @param repositoryPaths where the files stand in the repository
 * Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function renderSarif(
  datasets: readonly Dataset[],
  showRows: boolean,
  repositoryPaths: Findings['repositoryPaths'],
): object {
  const problems = datasets.flatMap((dataset) => dataset.problems);
  const named = [...new Set(problems.map(({ rule }) => rule))];
  const rules = named.map((id) => {
    const { summary, fix, severity, source } = ruleOf(id);
    return {
      id,
      shortDescription: { text: summary },
      help: { text: fix },
      defaultConfiguration: { level: severity },
      ...(source === PRACTICE ? {} : { helpUri: source }),
    };
  });
  const results = problems.map(({ rule, severity, message, path, line, column }) => ({
    ruleId: rule,
    ruleIndex: named.indexOf(rule),
    level: severity,
    message: { text: textOf(message, showRows).slice(0, TEXT) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: {
            uri: (repositoryPaths.get(path) ?? path).toWellFormed().split('/').map(encodeURIComponent).join('/'),
          },
          // What is wrong with a file as a whole stands on its first line.
          region: { startLine: line ?? 1, ...(column === undefined ? {} : { startColumn: column }) },
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
  return log({ rules, results, more: omitted });
}

/** The log of a run that looked at no data: no results, and what went wrong, where something did. */
export function sarifWithoutData(failure: string | undefined): object {
  const notes = failure === undefined ? [] : [{ level: 'error', message: { text: failure.slice(0, TEXT) } }];
  const invocations = [{ executionSuccessful: failure === undefined, toolExecutionNotifications: notes }];
  return log({ rules: [], results: [], more: { invocations } });
}

function log({ rules, results, more }: { rules: readonly object[]; results: readonly object[]; more: object }): object {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'Fine-tune Action', rules } }, columnKind: 'utf16CodeUnits', ...more, results }],
  };
}
