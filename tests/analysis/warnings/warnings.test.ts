import { listWarnings } from '@analysis/warnings/warnings';
import { sayWarnings } from '@present/words/warnings';
import { warningKinds, type WarningKind } from '@shared/report/warnings';
import { describe, expect, it } from 'vitest';
import { makeCells, type CellTimes } from '../../helpers/make/cells';
import { makeFacts } from '../../helpers/make/facts';
import { makeMachine, makeReport } from '../../helpers/make/report';
import { tell, warningsOf } from './make-run';

/** A run in which everything went wrong that can. */
function worstRun() {
  const around = {
    spanNs: 1e9,
    othersCpuNs: 5e8,
    others: [],
    throttledNs: 1e8,
    swappedPages: 900,
  };
  const rising: CellTimes = {
    coldMs: [],
    others: Array.from({ length: 24 }, (_, i) => ({
      coldNs: (i < 12 ? 1000 : 1500) + i,
      surroundings: around,
    })),
  };
  const outlier = { coldMs: [1000, 1001, 5000, 1002, 1000] };
  const cells = makeCells(
    [
      { kind: 'serial' },
      { kind: 'threads', workers: [1, 2, 4] },
      { kind: 'processes', workers: 2 },
    ],
    {
      'serial-1': rising,
      'threads-1': outlier,
      'threads-2': { coldMs: [1], others: [{ status: 'failed' }, { stoodStillNs: 3e9 }] },
      'processes-2': { coldMs: [1000, 3000, 5000] },
    },
  );
  return makeFacts(cells, {
    machine: makeMachine(2, {
      quotaCores: 1,
      governor: 'ondemand',
      variables: { NODE_OPTIONS: '--inspect' },
    }),
    sampler: { cpuNs: 1, ticks: 1, missed: 1, worstLateNs: 1 },
  });
}

describe('listWarnings', () => {
  it('has nothing to say of a quiet run', () => {
    expect(warningsOf()).toEqual([]);
    expect(makeReport().warnings).toEqual([]);
  });

  it('can give every kind, the gravest first', () => {
    const kinds = listWarnings(worstRun()).map(({ kind }) => kind);
    const order: WarningKind[] = [
      'failed-trials',
      'ended-early',
      'not-measured',
      'few-trials',
      'stood-still',
      'load',
      'environment',
      'throttling',
      'swap',
      'drift',
      'modes',
      'imprecise',
      'coarse-timer',
      'quota',
      'outliers',
      'missed-samples',
      'frequency',
    ];
    expect([...new Set(kinds)]).toEqual(order);
    // What a report of version 1 said is the only other kind there is.
    expect([...order, 'earlier'].sort()).toEqual([...warningKinds].sort());
  });

  it('says each in sentences, with what to do', () => {
    for (const { text, advice } of tell(worstRun())) {
      expect(text).toMatch(/^[A-Z\d].*\.$/);
      expect(advice).toMatch(/^[A-Z].*\.$/);
      expect(`${text}${advice}`).not.toMatch(/NaN|undefined|Infinity|—|!/);
    }
  });

  it('names the neighbour of a whole run', () => {
    const neighbour = { pid: 2210, name: 'yes', cores: 0.98 };
    const [first] = sayWarnings(makeReport({ neighbour }));
    expect(first?.warning).toMatchObject({ kind: 'load' });
    expect(first?.text).toContain('“yes” (pid 2210), 0.98 cores');
  });
});
