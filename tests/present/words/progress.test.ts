import { textFailure } from '../../helpers/failures';
import { describe, expect, it } from 'vitest';
import { textCode } from '@shared/report/facts';
import { planRun } from '@engine/run/plan';
import { ProgressText } from '@present/words/progress';
import { experimentSchema } from '@shared/experiment/experiment';
import type { BreakEvenPoint } from '@shared/report/break-even';
import { emptySamples, type LiveEvent, type TrialEnd } from '@shared/report/live';

const experiment = experimentSchema.parse({
  version: 1,
  name: 'Small',
  workload: { kind: 'powers' },
  strategies: [{ kind: 'serial' }, { kind: 'threads', workers: 2 }],
  repeats: 2,
  warmup: 1,
  emptyRepeats: 0,
});
const plan = planRun(experiment, 2);
const begin: LiveEvent = {
  type: 'run-begin',
  experiment,
  ...plan,
  cores: [0, 1],
  sampling: { hz: 50, memoryHz: 5 },
};
const trialBegin = (trial: number, atNs: number): LiveEvent => ({
  type: 'trial-begin',
  trial,
  atNs,
});
const trialEnd = (trial: number, over: Partial<TrialEnd>): LiveEvent => ({
  type: 'trial-end',
  end: { trial, status: 'ok', endNs: 0, ...over },
});

function begun(): ProgressText {
  const progress = new ProgressText();
  progress.follow(begin);
  return progress;
}

describe('progress', () => {
  it('says what is run at its beginning', () => {
    expect(new ProgressText().follow(begin)).toBe('Small · 2 cells · 6 trials · 2 cores');
  });

  it('stays on one line, whatever the experiment is called', () => {
    const named = { ...begin, experiment: { ...experiment, name: 'a\nnote: b\u001b[2J' } };
    expect(new ProgressText().follow(named)).toBe(
      'a\\nnote: b\\u001b[2J · 2 cells · 6 trials · 2 cores',
    );
  });

  it('says of each trial its place, its cell and its times', () => {
    const line = begun().follow(trialEnd(0, { coldNs: 812e6, warmNs: 780e6 }));
    expect(line).toBe(
      `trial 1 of 6  ${plan.order[0]?.cell.padEnd(9)}  cold 812 ms    warm 780 ms  warm-up`,
    );
  });

  it('says why a trial failed, and does not make up its times', () => {
    const progress = begun();
    expect(
      progress.follow(
        trialEnd(3, { status: 'killed', evidence: { failure: textFailure('Ended by SIGKILL.') } }),
      ),
    ).toMatch(/^trial 4 of 6 {2}\S+ +killed: Ended by SIGKILL\.$/);
    expect(progress.follow(trialEnd(4, { status: 'timeout' }))).toMatch(/ timeout$/);
    expect(progress.follow(trialEnd(5, {}))).toMatch(/cold not known warm not known$/);
  });

  it('says where the run stands, and what is left once every cell has had a trial', () => {
    const progress = begun();
    expect(progress.status()).toBeUndefined();
    progress.follow(trialBegin(0, 0));
    const columns = emptySamples(2);
    columns.cores.atNs.push(0.5e9);
    progress.follow({
      type: 'samples',
      samples: columns,
      cost: { cpuNs: 0, ticks: 0, missed: 0, worstLateNs: 0 },
    });
    expect(progress.status()).toBe(
      `trial 1 of 6 · ${plan.order[0]?.cell} (warm-up) · 500 ms spent`,
    );
    progress.follow(trialEnd(0, { endNs: 1e9 }));
    progress.follow(trialBegin(1, 1e9));
    expect(progress.status()).not.toContain('left');
    progress.follow(trialEnd(1, { endNs: 2e9 }));
    progress.follow(trialBegin(2, 2e9));
    expect(progress.status()).toMatch(/^trial 3 of 6 · [^ ]+ · 2 s spent · about 4 s left$/);
    progress.follow({ type: 'run-end', status: 'done' });
    expect(progress.status()).toBeUndefined();
  });

  it('says which trials of empty tasks are', () => {
    const progress = new ProgressText();
    const order = plan.order.map((trial) => ({ ...trial, empty: trial.trial === 5 }));
    progress.follow({ ...begin, order } as LiveEvent);
    progress.follow(trialBegin(5, 0));
    expect(progress.status()).toBe(`trial 6 of 6 · ${plan.order[5]?.cell} (empty) · 0 ns spent`);
    expect(progress.follow(trialEnd(5, { coldNs: 1e6, warmNs: 1e6 }))).toMatch(/ empty$/);
    expect(progress.follow(trialEnd(4, { coldNs: 1e6, warmNs: 1e6 }))).toMatch(/ms$/);
  });

  it('counts the trials that are added while it runs', () => {
    const progress = begun();
    const more: LiveEvent = {
      type: 'planned',
      order: [
        { trial: 6, cell: 'threads-2', round: 3, warmup: false },
        { trial: 7, cell: 'serial-1', round: 3, warmup: false },
      ],
    };
    expect(progress.follow(more)).toBe('2 more trials, not precise yet: threads-2, serial-1');
    const again = [{ ...plan.order[1]!, trial: 8 }];
    expect(progress.follow({ type: 'planned', order: again, why: 'stood-still' })).toBe(
      `1 more trial, because everything stood still: ${plan.order[1]?.cell}`,
    );
    progress.follow(trialBegin(6, 1e9));
    expect(progress.status()).toBe('trial 7 of 9 · threads-2 · 1 s spent');
    expect(progress.follow(trialEnd(7, { coldNs: 1e6, warmNs: 1e6 }))).toMatch(
      /^trial 8 of 9 {2}serial-1 /,
    );
  });

  it('tells each point of the break-even search', () => {
    const progress = begun();
    const point = { tasks: 8, size: 1, taskNs: 4.5e6, times: [] };
    const tell = (over: Partial<BreakEvenPoint>): string | undefined =>
      progress.follow({ type: 'break-even', point: { ...point, winner: 'serial', ...over } });
    expect(tell({})).toBe('break-even  8 tasks of 4.50 ms  serial is fastest');
    expect(tell({ winner: 'threads', gain: { ratio: 1.32 } })).toBe(
      'break-even  8 tasks of 4.50 ms  threads, 1.32× as fast as serial',
    );
    expect(tell({ tasks: 1, winner: 'undecided', between: ['serial', 'processes'] })).toBe(
      'break-even  1 task of 4.50 ms  undecided between serial and processes',
    );
    expect(progress.status()).toBe(
      'break-even · 3 points · 1 task of 4.50 ms  undecided between serial and processes',
    );
    progress.follow({ type: 'run-end', status: 'done' });
    expect(progress.status()).toBeUndefined();
  });

  it('tells notes, and an end that is not the planned one', () => {
    const progress = begun();
    expect(progress.follow({ type: 'note', note: textCode('Unknown.') })).toBe('note: Unknown.');
    expect(progress.follow({ type: 'run-end', status: 'stopped' })).toBe('The run was stopped.');
    expect(
      progress.follow({ type: 'run-end', status: 'failed', failure: textFailure('No disk.') }),
    ).toBe('The run failed. No disk.');
    expect(progress.follow({ type: 'run-end', status: 'done' })).toBeUndefined();
  });
});
