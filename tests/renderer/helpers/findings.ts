// What an analysis could find, written by hand: so that what is shown does not hang on what it finds.
import { textFact } from '@shared/report/facts';
import type { Scaling } from '@shared/report/findings';
import type { Warning } from '@shared/report/warnings';
import type { Clause } from '@shared/report/verdict';
import type { CellReport, Report } from '@shared/report/report';
import { makeReport, type ReportShape } from '../../helpers/make/report';

/** A clause for every kind of place where evidence stands. */
export const clauses: readonly Clause[] = [
  { text: 'Use 2 threads:', strong: true },
  { text: ' ' },
  {
    text: '1.9× faster than serial',
    evidence: { place: 'row', cell: 'threads-2', detail: 'interval 1.8× to 2.0×' },
  },
  { text: ', 120 ms instead of 240 ms. They take ' },
  {
    text: '57 MB',
    evidence: { place: 'memory', cell: 'threads-2', detail: 'serial 50 MB' },
  },
  { text: '; ' },
  {
    text: 'start-up takes most of the rest',
    evidence: { place: 'phases', cell: 'threads-2', detail: '34 ms of 160 ms' },
  },
  { text: '. ' },
  {
    text: 'More than 2 workers gain nothing',
    evidence: { place: 'scaling', cell: 'threads-2', detail: 'best count 2' },
  },
  { text: '. ' },
  {
    text: 'The last finisher',
    evidence: { place: 'lane', cell: 'threads-2', detail: 'idle 4 ms' },
  },
  { text: ' and ' },
  {
    text: 'the strategy itself',
    evidence: { place: 'overhead', cell: 'threads-2', detail: '31 ms for empty tasks' },
  },
  { text: ' count. ' },
  { text: 'Others were busy', evidence: { place: 'warnings', detail: '0.9 of 2 cores' } },
  { text: '. Under ' },
  { text: '0.29 ms per task', evidence: { place: 'break-even', detail: 'at 8 tasks' } },
  { text: ', use neither.' },
];

export const warnings: readonly Warning[] = [
  {
    kind: 'load',
    fact: {
      kind: 'text',
      text: '0.9 of 2 cores went to “burner” (pid 2210).',
      advice: 'Stop it and run again.',
    },
    cells: [],
    trials: [],
  },
  {
    kind: 'outliers',
    fact: {
      kind: 'text',
      text: 'threads 2: 1 of 3 trials.',
      advice: 'Kept and counted; more trials tell more.',
    },
    cells: ['threads-2'],
    trials: [7],
  },
  {
    kind: 'imprecise',
    fact: {
      kind: 'text',
      text: 'hybrid 2×2 and async 2 were not precise enough.',
      advice: 'Allow more trials.',
    },
    cells: ['hybrid-2x2', 'async-2'],
    trials: [],
  },
];

const fitted = (value: number) => ({ value, low: value * 0.8, high: value * 1.2 });

/** Threads with a fit, processes with a refusal. */
export const scaling: readonly Scaling[] = (['cold', 'warm'] as const).flatMap((basis) => [
  {
    strategy: 'threads' as const,
    placement: 'host' as const,
    basis,
    points: [
      { cell: 'threads-1', workers: 1, speedup: { ratio: 0.97 }, efficiency: 0.97 },
      {
        cell: 'threads-2',
        workers: 2,
        speedup: { ratio: 1.9, low: 1.8, high: 2 },
        efficiency: 0.95,
        serialFraction: 0.053,
      },
    ],
    amdahl: { serial: fitted(0.05) },
    usl: { contention: fitted(0.05), coherency: fitted(0.001), best: fitted(10) },
    curve: [1, 1.5, 2].map((workers) => ({
      workers,
      speedup: workers * 0.96,
      low: workers * 0.9,
      high: workers,
    })),
    enough: { workers: 2, cell: 'threads-2' },
  },
  {
    strategy: 'processes' as const,
    placement: 'host' as const,
    basis,
    points: [],
    refusal: textFact('No fit: one worker count.'),
  },
]);

/** `cell` with one outlier, one strategy it is limited and one class. */
function withFindings(cell: CellReport): CellReport {
  const outlier = cell.trials.find(({ warmup }) => !warmup)?.trial;
  return {
    ...cell,
    outliers: cell.id === 'threads-2' && outlier !== undefined ? [outlier] : [],
    utilisation: cell.strategy === 'serial' ? 'ideal' : 'ok',
    bottleneck: {
      kind: 'start-up',
      share: 0.62,
      fact: { kind: 'text', text: '62 % of the cold time goes to starting workers.' },
    },
    againstSerial: {
      cell: 'serial-1',
      answer: 'faster',
      ratio: 0.52,
      low: 0.5,
      high: 0.55,
      p: 0.1,
    },
  };
}

/** A made-up report with these findings in place of what the analysis found. */
export function makeFoundReport(shape: ReportShape = {}): Report {
  const report = makeReport(shape);
  return {
    ...report,
    cells: report.cells.map(withFindings),
    scaling: [...scaling],
    warnings: [...warnings],
    verdict: {
      ...report.verdict,
      cell: 'threads-2',
      facts: [{ kind: 'text', clauses: [...clauses] }],
    },
  };
}
