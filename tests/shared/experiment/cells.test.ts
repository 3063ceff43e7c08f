import { plannedTrials, expandCells } from '@shared/experiment/cells';
import { experimentSchema, type ExperimentInput } from '@shared/experiment/experiment';
import { describe, expect, it } from 'vitest';

function expand(
  strategies: ExperimentInput['strategies'],
  cores: number,
  placement: 'host' | 'main' = 'host',
) {
  const experiment = experimentSchema.parse({
    version: 1,
    name: 'cells',
    workload: { kind: 'powers' },
    strategies,
    placement,
  });
  return expandCells(experiment, cores);
}

describe('expandCells', () => {
  it('gives every strategy its topology', () => {
    const cells = expand(
      [
        { kind: 'serial' },
        { kind: 'async', workers: 8 },
        { kind: 'threads', workers: 3 },
        { kind: 'processes', workers: 4 },
        { kind: 'hybrid', processes: 2, threads: 4 },
      ],
      2,
    );
    const shape = cells.map(({ id, workers, topology: { processes, threads, concurrency } }) => [
      id,
      workers,
      `${processes}·${threads}·${concurrency}`,
    ]);
    expect(shape).toEqual([
      ['serial-1', 1, '1·1·1'],
      ['async-8', 8, '1·1·8'],
      ['threads-3', 3, '1·3·1'],
      ['processes-4', 4, '4·1·1'],
      ['hybrid-2x4', 8, '2·4·1'],
    ]);
  });

  it('gives a cell a count, in the order written', () => {
    const ids = expand([{ kind: 'threads', workers: [4, 1, 2] }], 2).map(({ id }) => id);
    expect(ids).toEqual(['threads-4', 'threads-1', 'threads-2']);
  });

  it('takes "cores" for the cores it is given', () => {
    const ids = expand(
      [
        { kind: 'threads', workers: 'cores' },
        { kind: 'hybrid', processes: 'cores', threads: 2 },
      ],
      6,
    ).map(({ id }) => id);
    expect(ids).toEqual(['threads-6', 'hybrid-6x2']);
  });

  it('keeps each cell once', () => {
    const cells = expand(
      [
        { kind: 'threads', workers: [2, 2] },
        { kind: 'threads', workers: 'cores' },
      ],
      2,
    );
    expect(cells.map(({ id }) => id)).toEqual(['threads-2']);
  });

  it('places threads alone in the main process, as the strategy or else the experiment says', () => {
    const strategies: ExperimentInput['strategies'] = [
      { kind: 'serial' },
      { kind: 'threads', workers: 2 },
      { kind: 'threads', workers: 2, placement: 'host' },
      { kind: 'processes', workers: 2 },
    ];
    expect(expand(strategies, 2, 'main').map(({ id, placement }) => [id, placement])).toEqual([
      ['serial-1', 'host'],
      ['threads-2-main', 'main'],
      ['threads-2', 'host'],
      ['processes-2', 'host'],
    ]);
  });
});

describe('plannedTrials', () => {
  it('counts warm-ups and empty trials too', () => {
    expect(plannedTrials({ repeats: 5, warmup: 1, emptyRepeats: 3 }, 3)).toBe(27);
  });
});
