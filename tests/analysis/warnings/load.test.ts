import type { ReportSamples } from '@shared/report/report';
import { otherRunName } from '@shared/wire/run-mark';
import type { MachineInfo } from '@shared/report/machine';
import { describe, expect, it } from 'vitest';
import { makeMachine } from '../../helpers/make/report';
import { makeSamples } from '../../helpers/make/samples';
import { around, ofKind, quiet, warningsOf, type WorkloadFixtures } from './make-run';

const yes = (cpuNs: number, othersCpuNs = cpuNs + 10e6): WorkloadFixtures => ({
  ...quiet,
  othersCpuNs,
  others: [
    { pid: 2210, name: 'yes', cpuNs },
    { pid: 611, name: 'sshd', cpuNs: 4e6 },
  ],
});

/** Samples of both workers of trials 1, 3 and 5, `threads-2`, that waited this share of the time. */
function waiting(share: number): ReportSamples {
  const samples = makeSamples([], [0, 1], 1e8);
  for (const trial of [1, 3, 5]) {
    for (const worker of [0, 1]) {
      for (let atNs = 1e8; atNs <= 2e9; atNs += 1e8) {
        samples.workers.atNs.push(atNs);
        samples.workers.spanNs.push(1e8);
        samples.workers.trial.push(trial);
        samples.workers.worker.push(worker);
        samples.workers.onCpuNs.push((1 - share) * 1e8);
        samples.workers.waitNs.push(share * 1e8);
        samples.workers.core.push(worker);
      }
    }
  }
  return samples;
}

/** Three trials whose run phase is 2 s, so that the samples fall into it. */
const running = (surroundings: WorkloadFixtures | undefined) => {
  const times = around(2000, [surroundings, surroundings, surroundings]);
  return {
    ...times,
    others: (times.others ?? []).map((trial) => ({
      ...trial,
      startNs: 0,
      endNs: 2e9,
      phases: { spawnNs: 0, readyNs: 0, runNs: 2e9, collectNs: 0, joinNs: 0 },
      workers: [0, 1].map((worker) => ({
        worker,
        host: 0,
        thread: worker,
        pid: 9,
        tid: 9 + worker,
      })),
    })),
  };
};

describe('load from others', () => {
  it('names the process that took it', () => {
    const load = yes(0.98e9);
    const shape = {
      serial: around(2000, [load, load, load]),
      threads: around(2000, [load, load, load]),
    };
    expect(ofKind('load', shape)).toEqual([
      {
        kind: 'load',
        text: 'Other processes took 0.99 cores on average while trials ran, from “yes” (pid 2210), 0.98 cores.',
        advice: 'Close it and run again.',
        cells: [],
        trials: [0, 2, 4, 1, 3, 5],
      },
    ]);
  });

  it('averages over the trials and names those that had it', () => {
    const found = ofKind('load', { threads: around(2000, [yes(0.9e9), quiet, yes(0.6e9)]) });
    expect(found[0]?.text).toContain('took 0.26 cores');
    expect(found[0]?.text).toContain('(pid 2210), 0.25 cores');
    expect(found[0]?.trials).toEqual([1, 5]);
  });

  it('names several, the most first, and what is spread over many as nobody', () => {
    const two = {
      ...quiet,
      othersCpuNs: 9e8,
      others: [
        { pid: 5, name: 'cc1', cpuNs: 3e8 },
        { pid: 6, name: 'ld', cpuNs: 6e8 },
      ],
    };
    const all = (told: WorkloadFixtures) => ({
      serial: around(2000, [told, told, told]),
      threads: around(2000, [told, told, told]),
    });
    const [found] = ofKind('load', all(two));
    expect(found?.text).toContain('from “ld” (pid 6), 0.60 cores; “cc1” (pid 5), 0.30 cores.');
    expect(found?.advice).toBe('Close them and run again.');
    const [many] = ofKind('load', all({ ...quiet, othersCpuNs: 4e8, others: [] }));
    expect(many?.text).toBe('Other processes took 0.40 cores on average while trials ran.');
  });

  it('is none below a tenth of a core, and none from a few ticks in short trials', () => {
    expect(ofKind('load', { threads: around(2000, [yes(0.2e9), quiet, quiet]) })).toEqual([]);
    const none = { ...quiet, spanNs: 3e6, othersCpuNs: 0 };
    const short = around(1, [{ ...none, othersCpuNs: 1e7 }, none, none]);
    expect(ofKind('load', { serial: short, threads: short })).toEqual([]);
  });

  it('is found in many short trials together, none of which is accused of a few ticks', () => {
    // 50 ms each, in which one core is burnt: 5 ticks or 4.
    const burnt = (ticks: number): WorkloadFixtures => ({
      ...yes(ticks * 10e6, ticks * 10e6),
      spanNs: 50e6,
    });
    const trials = Array.from({ length: 10 }, (_, i) => burnt(i % 2 === 0 ? 5 : 4));
    const [found] = ofKind('load', { serial: around(1, trials), threads: around(1, trials) });
    expect(found?.text).toContain('took 0.90 cores on average');
    expect(found?.text).toContain('“yes” (pid 2210)');
    expect(found?.trials).toHaveLength(10);
  });

  it('is more on many cores, where something always runs, but never more than half a core', () => {
    const took = (share: number, cores: number) => {
      const told = yes(share * 1e9, share * 1e9);
      const times = around(2000, [told, told, told]);
      return ofKind('load', { serial: times, threads: times, machine: makeMachine(cores) }).length;
    };
    expect([took(0.15, 4), took(0.15, 16), took(0.3, 16), took(0.41, 16)]).toEqual([1, 0, 0, 1]);
    expect([took(0.49, 64), took(0.51, 64)]).toEqual([0, 1]);
  });

  it('passes over warm-ups', () => {
    const threads = {
      ...around(2000, [quiet, quiet, quiet]),
      coldMs: [],
    };
    const others = [...(threads.others ?? []), { warmup: true, coldNs: 1, surroundings: yes(9e9) }];
    expect(ofKind('load', { threads: { ...threads, others } })).toEqual([]);
  });
});

describe('other runs of Corelane', () => {
  it('are named, with the load or without', () => {
    const [alone] = ofKind('load', { otherRuns: [4711] });
    expect(alone?.text).toBe('Another Corelane run (pid 4711) was under way at the same time.');
    expect(alone?.advice).toBe('Run one after the other.');
    const load = yes(0.98e9);
    const times = around(2000, [load, load, load]);
    const [loaded] = ofKind('load', { serial: times, threads: times, otherRuns: [4711, 12] });
    expect(loaded?.text).toMatch(/^2 other Corelane runs \(pids 4711 and 12\) were .* “yes”/);
    expect(loaded?.advice).toBe('Run one after the other. Close it and run again.');

    const run = {
      ...quiet,
      othersCpuNs: 1e9,
      others: [{ pid: 12, name: otherRunName, cpuNs: 1e9 }],
    };
    const beside = around(2000, [run, run, run]);
    const [once] = ofKind('load', { serial: beside, threads: beside, otherRuns: [12] });
    expect(once?.text).toMatch(/^Other processes took .*, from another Corelane run \(pid 12\), /);
  });
});

describe('waiting for a core', () => {
  it('is told beside the load', () => {
    const threads = running(yes(0.9e9));
    const [found] = ofKind('load', { threads, samples: waiting(0.12) });
    expect(found?.text).toMatch(
      /^Other processes took .* Workers waited for a core although there were enough: threads 2 \(12 % of the time\)\.$/,
    );
    expect(found?.cells).toEqual(['threads-2']);
  });

  it('is told where no other process took much', () => {
    const [found] = ofKind('load', { threads: running(quiet), samples: waiting(0.12) });
    expect(found?.text).toBe(
      'Workers waited for a core although there were enough: threads 2 (12 % of the time). Other processes visible here took 0.01 cores meanwhile.',
    );
    expect(found?.advice).toMatch(/^Leave a core free/);
  });

  it('is none up to 5 %, and none with more workers than cores', () => {
    expect(ofKind('load', { threads: running(quiet), samples: waiting(0.04) })).toEqual([]);
    const machine = makeMachine(1);
    expect(ofKind('load', { threads: running(quiet), samples: waiting(0.5), machine })).toEqual([]);
  });
});

describe('waiting under a quota', () => {
  it('is no sign of others where the quota leaves less than a core each', () => {
    const machine = makeMachine(2, { quotaCores: 1.5, usableCores: 2 });
    const shape = { threads: running(quiet), samples: waiting(0.25) };
    expect(ofKind('load', { ...shape, machine })).toEqual([]);
    expect(ofKind('load', shape)).toHaveLength(1);
  });
});

describe('the load average before the run', () => {
  const loaded: MachineInfo = makeMachine(1, { loadAverage: [2.31, 1, 1] });
  const silent = around(2000, [undefined, undefined, undefined]);

  it('counts only where nothing is known of other processes', () => {
    const [found] = ofKind('load', { serial: silent, threads: silent, machine: loaded });
    expect(found?.text).toBe(
      'The load average over the last minute was 2.31 on 1 usable core when the machine was read; a run just before counts in it.',
    );
    expect(warningsOf({ machine: loaded })).toEqual([]);
  });

  it('is none below half the cores', () => {
    const machine = makeMachine(4, { loadAverage: [1.9, 1, 1] });
    expect(ofKind('load', { serial: silent, threads: silent, machine })).toEqual([]);
  });
});
