import { findLimits } from '@analysis/cells/limits';
import { describe, expect, it } from 'vitest';
import { makeReport } from '../../helpers/make/report';

const report = makeReport();

const of = (id: string, cells = report.cells) => cells.find((cell) => cell.id === id);

describe('findLimits', () => {
  it('tells of each cell of a run how it uses the cores, and what limits it', () => {
    const found = report.cells.map(({ id, utilisation, bottleneck }) => [
      id,
      utilisation,
      bottleneck?.kind,
    ]);
    expect(found).toEqual([
      ['serial-1', 'ideal', 'none'],
      ['async-2', 'ideal', 'none'],
      ['threads-1', 'ideal', 'none'],
      ['threads-2', 'ideal', 'start-up'],
      ['processes-2', 'ideal', 'start-up'],
      ['hybrid-2x2', 'over', 'start-up'],
    ]);
  });

  it('leaves out what a run without samples and without phases does not tell', () => {
    const { samples } = makeReport({ experiment: { sampling: { hz: 0 } } });
    const bare = report.cells.map(
      ({ utilisation: _u, bottleneck: _b, coresBusy: _c, ...cell }) => ({
        ...cell,
        trials: cell.trials.map(({ phases: _p, ...trial }) => trial),
      }),
    );
    const found = findLimits(bare, samples, report.environment);
    expect(found.flatMap(({ utilisation = [] }) => utilisation)).toEqual([]);
    expect(found.flatMap(({ bottleneck = [] }) => bottleneck)).toEqual([]);
    expect(of('threads-2', found)).toEqual(bare.find(({ id }) => id === 'threads-2'));
  });
});
