/** Vendors that trained models once and no longer do, as data. */

export interface ClosedPlatform {
  readonly title: string;
  readonly hosts: RegExp;
  /** As it follows the title: `takes no training jobs`. */
  readonly what: string;
  /** YYYY-MM, or YYYY-MM-DD. */
  readonly since: string;
  readonly source: string;
}

export const CLOSED: readonly ClosedPlatform[] = [
  {
    title: 'Mistral',
    hosts: /(^|\.)mistral\.ai$/,
    what: 'answers job creation with 410 Gone',
    since: '2026-07',
    source: 'mistralai/client-ts, pull request 255 of 2026-07-13',
  },
  {
    title: 'Cohere',
    hosts: /(^|\.)cohere\.(com|ai)$/,
    what: 'takes no training jobs',
    since: '2025-09',
    source: 'its documentation',
  },
  {
    title: 'Databricks',
    hosts: /(^|\.)(cloud\.databricks\.com|azuredatabricks\.net|gcp\.databricks\.com)$/,
    what: 'has no Foundation Model Fine-tuning',
    since: '2026-08-14',
    source: 'its documentation',
  },
];
