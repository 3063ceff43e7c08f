import { describe, expect, it } from 'vitest';
import { expandCells } from '@shared/cells';
import { serialTaskNs, sharesOf, totalNs } from '@renderer/stores/estimate';
import { makeReport } from '../../helpers/make-report';

const report = makeReport();
const { experiment } = report;
const cells = expandCells(experiment, 2);

describe('estimate of a run', () => {
  it('comes to the time that the same run took', () => {
    const total = totalNs(sharesOf(experiment, cells, report)) ?? Number.NaN;
    expect(total / report.run.durationNs).toBeCloseTo(1, 1);
  });

  it('doubles with twice the rounds', () => {
    const { repeats, warmup } = experiment;
    const twice = { ...experiment, repeats: repeats * 2, warmup: warmup * 2 };
    const once = totalNs(sharesOf(experiment, cells, report)) ?? Number.NaN;
    expect(totalNs(sharesOf(twice, cells, report))).toBeCloseTo(once * 2);
  });

  it('is not known without a report, for other work, or where a cell is new', () => {
    expect(totalNs(sharesOf(experiment, cells, undefined))).toBeUndefined();
    expect(totalNs(sharesOf({ ...experiment, tasks: 7 }, cells, report))).toBeUndefined();
    const more = expandCells(
      { ...experiment, strategies: [...experiment.strategies, { kind: 'threads', workers: 3 }] },
      2,
    );
    const shares = sharesOf(experiment, more, report);
    expect(totalNs(shares)).toBeUndefined();
    expect(shares.find(({ kind }) => kind === 'threads')?.ns).toBeUndefined();
    expect(shares.find(({ kind }) => kind === 'serial')?.ns).toBeGreaterThan(0);
  });

  it('is not known where nothing is to run', () => {
    expect(totalNs(sharesOf(experiment, [], report))).toBeUndefined();
  });

  it('counts the trials of each strategy, warm-up included', () => {
    const shares = sharesOf(experiment, cells, undefined);
    expect(shares.find(({ kind }) => kind === 'threads')?.trials).toBe(2 * (3 + 1));
  });

  it("tells serial's time for one task of the same work only", () => {
    const serial = report.cells.find(({ strategy }) => strategy === 'serial');
    expect(serialTaskNs({ ...experiment, tasks: 99 }, report)).toBe(
      (serial?.medianWarmNs ?? Number.NaN) / experiment.tasks,
    );
    const other = { ...experiment, workload: { kind: 'wait' as const, params: { ms: 1 } } };
    expect(serialTaskNs(other, report)).toBeUndefined();
  });
});
