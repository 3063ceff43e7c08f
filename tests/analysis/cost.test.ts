import { describe, expect, it } from 'vitest';
import { estimateCost, type Pilot } from '@analysis/cost';
import { expandCells } from '@shared/experiment/cells';
import type { CostEstimate } from '@shared/experiment/cost';
import { experimentSchema, type ExperimentInput } from '@shared/experiment/experiment';

const ms = 1e6;
const mb = 1e6;

/** A task of 10 ms; 2 threads start in 60 ms and 2 processes in 140, and a host in 50. */
const pilot: Pilot = {
  taskNs: 10 * ms,
  taskCpuNs: 10 * ms,
  atLeast: false,
  peakBytes: 45 * mb,
  serial: { workers: 1, coldNs: 0, spentNs: 50 * ms, peakBytes: 40 * mb },
  threads: { workers: 2, coldNs: 60 * ms, spentNs: 110 * ms, peakBytes: 60 * mb },
  processes: { workers: 2, coldNs: 140 * ms, spentNs: 140 * ms, peakBytes: 60 * mb },
};

function estimate(
  over: Partial<ExperimentInput>,
  { usableCores = 2, ...piloted }: Partial<Pilot> & { readonly usableCores?: number } = {},
): CostEstimate {
  const experiment = experimentSchema.parse({
    version: 1,
    name: 'cost',
    workload: { kind: 'primes' },
    tasks: 20,
    strategies: [{ kind: 'serial' }],
    repeats: 4,
    warmup: 1,
    emptyRepeats: 3,
    ...over,
  });
  const cells = expandCells(experiment, usableCores);
  return estimateCost({ experiment, cells, usableCores, pilot: { ...pilot, ...piloted } });
}

/** The reference: one host and one task. */
const referenceNs = 60 * ms;

describe('the time of a run', () => {
  it('is that of its trials, warm-up and empty ones too, and of the reference', () => {
    // 5 × (50 + 20 × 10) + 3 × 50 + 60
    expect(estimate({}).minNs).toBe(1400 * ms + referenceNs);
    expect(estimate({}).maxNs).toBe(estimate({}).minNs);
    expect(estimate({}).shares).toEqual([{ kind: 'serial', trials: 8, ns: 1400 * ms }]);
  });

  it.each([
    // Starting and half of 200 ms: 110 + 100.
    ['threads', 2, 2, 5 * 210 + 3 * 110],
    ['processes', 2, 2, 5 * 240 + 3 * 140],
    // Twice as many start twice as long, and gain nothing on 2 cores.
    ['threads', 4, 2, 5 * (50 + 120 + 100) + 3 * 170],
    ['threads', 4, 4, 5 * (50 + 120 + 50) + 3 * 170],
    // More workers than tasks: one task each.
    ['processes', 32, 64, 5 * (16 * 140 + 10) + 3 * 16 * 140],
    // Computing does not overlap on one event loop.
    ['async', 8, 2, 5 * 250 + 3 * 50],
  ] as const)('of %s %i on %i cores', (kind, workers, usableCores, expectedMs) => {
    const { minNs } = estimate({ strategies: [{ kind, workers }] }, { usableCores });
    expect(minNs).toBeCloseTo(expectedMs * ms + referenceNs, 3);
  });

  it('of programs is shared by the cores on one event loop too', () => {
    const workload = { kind: 'command', command: 'gzip', args: [] } as const;
    const { peakBytes: _, ...unseen } = pilot;
    const cost = (workers: number) => {
      const strategies: ExperimentInput['strategies'] = [{ kind: 'async', workers }];
      const experiment = experimentSchema.parse({
        ...{ version: 1, name: 'cost', workload, tasks: 20, strategies },
        ...{ repeats: 4, warmup: 1, emptyRepeats: 0 },
      });
      const cells = expandCells(experiment, 2);
      return estimateCost({ experiment, cells, usableCores: 2, pilot: unseen });
    };
    expect(cost(8).coresBusy).toBe(2);
    expect(cost(8).peakBytes).toBeUndefined();
    expect(cost(8).shares[0]?.ns).toBeCloseTo(5 * (50 + 100) * ms, 3);
    expect(cost(1).coresBusy).toBe(1);
  });

  it('of waiting work depends on the workers and not on the cores', () => {
    const wait = { taskCpuNs: 0 };
    const of = (strategy: ExperimentInput['strategies'][number]): number =>
      estimate({ strategies: [strategy], emptyRepeats: 0 }, wait).minNs - referenceNs;
    // 20 tasks in 8 lanes are 3 rows of 10 ms.
    expect(of({ kind: 'async', workers: 8 })).toBeCloseTo(5 * (50 + 30) * ms, 3);
    expect(of({ kind: 'threads', workers: 8 })).toBeCloseTo(5 * (50 + 240 + 30) * ms, 3);
  });

  it('of a hybrid starts its processes and their threads', () => {
    const hybrid = { kind: 'hybrid', processes: 2, threads: 2 } as const;
    const { minNs } = estimate({ strategies: [hybrid], emptyRepeats: 0 });
    expect(minNs - referenceNs).toBeCloseTo(5 * (140 + 2 * 60 + 100) * ms, 3);
  });

  it('may grow for the sake of precision, within the budget', () => {
    const roundMs = 250;
    const until = { precision: 0.02, most: 10, budgetSeconds: 100 };
    const free = estimate({ until });
    expect(free.maxNs - free.minNs).toBeCloseTo(6 * roundMs * ms, 3);
    const bounded = estimate({ until: { ...until, budgetSeconds: 2 } });
    expect(bounded.maxNs).toBeCloseTo(2e9, 3);
    // The least trials are always run.
    const over = estimate({ until: { ...until, budgetSeconds: 1 } });
    expect(over.maxNs).toBe(over.minNs);
    const most = estimate({ until: { ...until, most: 2 } });
    expect(most.maxNs).toBe(most.minNs);
  });

  it('may grow by the whole budget of the break-even search', () => {
    const { minNs, maxNs } = estimate({ breakEven: { budgetSeconds: 90 } });
    expect(maxNs - minNs).toBe(90e9);
  });

  it('is shared among the strategies', () => {
    const { shares, minNs } = estimate({
      strategies: [{ kind: 'serial' }, { kind: 'threads', workers: [1, 2] }],
    });
    expect(shares.map(({ kind, trials }) => [kind, trials])).toEqual([
      ['serial', 8],
      ['threads', 16],
    ]);
    expect(shares.reduce((sum, { ns }) => sum + ns, referenceNs)).toBeCloseTo(minNs, 3);
  });
});

describe('the cores and memory of a run', () => {
  it('are those of the cell that keeps most busy', () => {
    const strategies: ExperimentInput['strategies'] = [
      { kind: 'serial' },
      { kind: 'threads', workers: 8 },
    ];
    expect(estimate({ strategies }, { usableCores: 4 }).coresBusy).toBeCloseTo(4, 9);
    expect(estimate({}).coresBusy).toBeCloseTo(1, 9);
    expect(estimate({ strategies }, { taskCpuNs: 0 }).coresBusy).toBe(0);
  });

  it('are those of the break-even search too', () => {
    const { coresBusy, peakBytes } = estimate(
      { tasks: 1, breakEven: { workers: 4 } },
      { usableCores: 4 },
    );
    expect(coresBusy).toBeCloseTo(4, 9);
    expect(peakBytes).toBe(4 * (30 + 5) * mb);
  });

  it('are of its processes and of what a task needs in each worker', () => {
    const bytes = (strategy: ExperimentInput['strategies'][number]): number | undefined =>
      estimate({ strategies: [strategy] }).peakBytes;
    expect(bytes({ kind: 'serial' })).toBe(45 * mb);
    expect(bytes({ kind: 'threads', workers: 4 })).toBe((40 + 4 * (10 + 5)) * mb);
    expect(bytes({ kind: 'processes', workers: 4 })).toBe(4 * (30 + 5) * mb);
    expect(bytes({ kind: 'hybrid', processes: 2, threads: 3 })).toBe(2 * (30 + 3 * (10 + 5)) * mb);
  });

  it('are not told where the pilot could not tell', () => {
    const { peakBytes: _, ...silent } = pilot.serial;
    expect(estimate({}, { serial: silent })).not.toHaveProperty('peakBytes');
  });
});
