import { describe, expect, it } from 'vitest';
import { planRun } from '@engine/plan';
import { ProgressText } from '@engine/progress';
import { experimentSchema } from '@shared/experiment';
import { emptySamples, type LiveEvent, type TrialEnd } from '@shared/live';

const experiment = experimentSchema.parse({
  version: 1,
  name: 'Small',
  workload: { kind: 'powers' },
  strategies: [{ kind: 'serial' }, { kind: 'threads', workers: 2 }],
  repeats: 2,
  warmup: 1,
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
        trialEnd(3, { status: 'killed', evidence: { message: 'Ended by SIGKILL.' } }),
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

  it('tells notes, and an end that is not the planned one', () => {
    const progress = begun();
    expect(progress.follow({ type: 'note', text: 'Unknown.' })).toBe('note: Unknown.');
    expect(progress.follow({ type: 'run-end', status: 'stopped' })).toBe('The run was stopped.');
    expect(progress.follow({ type: 'run-end', status: 'failed', message: 'No disk.' })).toBe(
      'The run failed. No disk.',
    );
    expect(progress.follow({ type: 'run-end', status: 'done' })).toBeUndefined();
  });
});
