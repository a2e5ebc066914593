/** What a defect is, and the cells of the fault matrix in which several defects should show. */
import {
  type Bench,
  CALLS,
  type Cell,
  cancelCell,
  FAULTS,
  faultCell,
  killCell,
  raceCell,
} from '../../__tests__/support/matrix.ts';
import { MARKED } from '../../__tests__/support/platforms/staged.ts';

export type Cells = (bench: Bench) => (() => Promise<Cell>)[];

/** The cells of one call. */
export const struck =
  (name: string, number: number, ...faults: string[]): Cells =>
  (bench) =>
    CALLS.filter((one) => one.call === name && one.number === number).flatMap((one) =>
      (faults.length === 0 ? Object.keys(FAULTS) : faults).map((fault) => () => faultCell(bench, one, fault)),
    );
export const raced: Cells = (bench) => [() => raceCell(bench, 3, 5000), () => raceCell(bench, 3, 60_000)];
export const forgetful: Cells = (bench) => [
  ...CALLS.filter(({ call }) => call === 'create').map(
    (one) => () => faultCell(bench, one, 'reset after', { forgetsMetadata: true }),
  ),
  () => killCell(bench, 8, { forgetsMetadata: true }),
];
export const killed: Cells = (bench) => [3, 4, 5, 6].map((number) => () => killCell(bench, number));

export const cancelled: Cells = (bench) => [() => cancelCell(bench, 12, 'SIGINT'), () => cancelCell(bench, 4, 'SIGKILL')];

/** The same on each platform on which a job gets an ID of our choosing. */
export const byJobId =
  (cells: Cells): Cells =>
  (bench) =>
    MARKED.filter(({ mark }) => mark === 'job ID').flatMap((staged) => cells({ ...bench, staged }));

/** A break of the built action. */
export interface Defect {
  readonly what: string;
  /** How the promise begins that it breaks. */
  readonly promise: string;
  /** It must stand in the bundle that is not minified; chunks may share it. */
  readonly from: string | RegExp;
  readonly to: string;
  readonly cells?: Cells;
  /** A file of scenarios, and the words of a test's name. */
  readonly proof?: { readonly file: string; readonly name: string };
}
