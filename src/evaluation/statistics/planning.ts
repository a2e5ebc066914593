/** What a number of rows can show, told before anything is spent. Pure. */
import { normalQuantile } from './quantiles.ts';

/** Of two models that are about equally good, the share of rows that only one gets right, as a rule. */
const USUAL_DISCORDANCE = 0.15;
const POWER = 0.8;

export interface Design {
  /** One-sided. */
  readonly confidence: number;
  /** With which probability a true difference is to be seen. */
  readonly power?: number;
}

const reach = ({ confidence, power = POWER }: Design) => normalQuantile(confidence) + normalQuantile(power);

/** The smallest true difference that so many rows show, of scores whose difference has this variance. */
export function detectableDifference(rows: number, design: Design, variance = USUAL_DISCORDANCE): number {
  return reach(design) * Math.sqrt(variance / rows);
}

/** So many rows show a true difference of this size. */
export function rowsToDetect(difference: number, design: Design, variance: number): number {
  return Math.ceil((reach(design) ** 2 * variance) / difference ** 2);
}

/** The variance of the difference of two shares, of which this part of the rows differ. */
export const varianceOfShares = (difference: number, discordance = USUAL_DISCORDANCE) => discordance - difference ** 2;
