import { failInWords } from '@present/words/engine/problems';
import type { NoCost } from '@shared/report/failures';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { trackChildren } from '@engine/launch/tracked-launcher';
import type { KeptRun } from '@engine/store/run-keeper';
import type { ChildExit, Launcher, RunOptions } from '@engine/types';
import { experimentSchema } from '@shared/experiment/experiment';
import type { CostEstimate } from '@shared/experiment/cost';
import type { Report } from '@shared/report/report';
import { ok, type Result } from '@shared/base/result';
import type { Agreed } from '../../../src/main/runs/consent';
import { RunControl } from '../../../src/main/runs/run-control';
import { makeReport } from '../../helpers/make/report';

const experiment = experimentSchema.parse({
  version: 1,
  name: 'x',
  workload: { kind: 'powers' },
  strategies: [{ kind: 'serial' }],
});
const report = makeReport();
const program = report.program;
const entries = {
  host: '',
  thread: '',
  sampler: '',
  httpPeer: '',
  probe: '',
  python: 'python.py',
  pythonProbe: 'probe.py',
};

/** Lets everything that is already resolved go on. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

function stage(kept = false) {
  const log: string[] = [];
  const exits: ((exit: ChildExit) => void)[] = [];
  const bare: Launcher = {
    kind: 'utility',
    launch: () => ({
      pid: 1,
      send: () => undefined,
      onMessage: () => undefined,
      onExit: (listener) => void exits.push(listener),
      kill: () => {
        log.push('kill');
        for (const tell of exits) tell({ signal: 'SIGKILL' });
      },
      stderrTail: () => '',
    }),
  };
  const launcher = trackChildren(bare);
  let end: { resolve: (report: Report) => void; reject: (error: Error) => void } | undefined;
  const estimates: ((cost: Result<CostEstimate, NoCost>) => void)[] = [];
  let keep: (kept: Result<KeptRun>) => void = () => undefined;
  const onReport = vi.fn(() => void (kept && log.push('report')));
  const onKept = vi.fn();
  const onProblem = vi.fn();
  const onEvent = vi.fn();
  const control = new RunControl({
    engine: {
      startRun: ({ journal }: RunOptions) => {
        log.push(journal === undefined ? 'run' : 'run with a journal');
        const done = new Promise<Report>((resolve, reject) => {
          end = { resolve, reject };
        });
        return { stop: () => void log.push('stop'), done };
      },
      startEstimate: () => {
        log.push('estimate');
        let resolve: (cost: Result<CostEstimate, NoCost>) => void = () => undefined;
        const done = new Promise<Result<CostEstimate, NoCost>>((settled) => (resolve = settled));
        estimates.push(resolve);
        const cancel = (): void => {
          log.push('cancel');
          void settle().then(() => resolve({ ok: false, problem: { code: 'cancelled' } }));
        };
        return { cancel, done };
      },
      watchMachine: () => {
        log.push('watch');
        return {
          stop: async () => {
            await settle();
            log.push('unwatch');
          },
        };
      },
    },
    launcher,
    entries,
    program,
    onEvent,
    onReport,
    onProblem,
    onKept,
    ...(kept ? { createRun: journalOf } : {}),
  });
  function journalOf() {
    const done = () => Promise.resolve(ok(undefined));
    return {
      otherRuns: [],
      ...{ begin: done, take: () => undefined, write: done, writeBreakEven: done, end: done },
      finish: () => {
        log.push('finish');
        return new Promise<Result<KeptRun>>((resolve) => (keep = resolve));
      },
    };
  }
  return {
    ...{ control, launcher, log, estimates, onReport, onProblem, onEvent, onKept },
    end: () => end,
    keep: (result: Result<KeptRun>) => keep(result),
  };
}

describe('the one run', () => {
  beforeEach(() => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    return () => vi.restoreAllMocks();
  });

  it('is one at a time', async () => {
    const { control, log, onReport, end } = stage();
    expect(await control.start(experiment)).toEqual({ ok: true, value: undefined });
    expect(await control.start(experiment)).toMatchObject({
      ok: false,
      problem: { code: 'run-under-way' },
    });
    expect(log).toEqual(['run']);
    end()?.resolve(report);
    await settle();
    expect(onReport).toHaveBeenCalledExactlyOnceWith(report);
    expect((await control.start(experiment)).ok).toBe(true);
  });

  it('refuses a second one while the first is still being started', async () => {
    const { control, log } = stage();
    const [first, second] = await Promise.all([
      control.start(experiment),
      control.start(experiment),
    ]);
    expect([first.ok, second.ok]).toEqual([true, false]);
    expect(log).toEqual(['run']);
  });

  it('begins when watching has ended, and watching begins again after it', async () => {
    const { control, log, end } = stage();
    await control.watch(true);
    await control.start(experiment);
    expect(log).toEqual(['watch', 'unwatch', 'run']);
    end()?.resolve(report);
    await settle();
    expect(log).toEqual(['watch', 'unwatch', 'run', 'watch']);
  });

  it('does not watch where nobody wants it', async () => {
    const { control, log, end } = stage();
    await control.watch(true);
    await control.watch(true);
    await control.watch(false);
    await control.start(experiment);
    await control.watch(true);
    expect(log).toEqual(['watch', 'unwatch', 'run']);
    await control.watch(false);
    end()?.resolve(report);
    await settle();
    expect(log).toEqual(['watch', 'unwatch', 'run']);
  });

  it('is stopped before it has begun', async () => {
    const { control, log } = stage();
    await control.watch(true);
    const started = control.start(experiment);
    control.stop();
    await started;
    await settle();
    expect(log).not.toContain('run');
    expect((await control.start(experiment)).ok).toBe(true);
  });

  it('begins only where the user agrees, asked once', async () => {
    const { control, log } = stage();
    const no = failInWords('not-allowed', 'You did not agree.');
    const ask = vi.fn(() => Promise.resolve(no));
    const both = [control.start(experiment, ask), control.start(experiment, ask)] as const;
    expect(await both[0]).toEqual(no);
    expect(await both[1]).toMatchObject({ problem: { code: 'run-under-way' } });
    expect(ask).toHaveBeenCalledOnce();
    expect(log).toEqual([]);
    await settle();
    expect(control.state).toBeUndefined();
  });

  it('takes back its question when it is stopped, and begins on no late yes', async () => {
    const { control, log } = stage();
    let answer: (yes: Result<Agreed>) => void = () => undefined;
    const started = control.start(experiment, () => new Promise((yes) => (answer = yes)));
    const { preparing } = control;
    control.stop();
    expect(preparing?.aborted).toBe(true);
    expect(await started).toMatchObject({ problem: { code: 'stopped' } });
    answer(ok({ interpreters: [], opened: [] }));
    await settle();
    expect(log).toEqual([]);
    expect((await control.start(experiment)).ok).toBe(true);
  });

  it('ends with a problem, and its children, where the engine has a bug', async () => {
    const { control, launcher, log, onProblem, onEvent, onReport, end } = stage();
    await control.start(experiment);
    launcher.launch('host.js', { name: 'host' });
    end()?.reject(new Error('a bug'));
    await settle();
    expect(log).toContain('kill');
    expect(onReport).not.toHaveBeenCalled();
    expect(onProblem).toHaveBeenCalledWith(expect.objectContaining({ code: 'internal' }));
    expect(onEvent).toHaveBeenCalledWith(
      expect.objectContaining({ type: 'run-end', status: 'failed' }),
    );
    expect((await control.start(experiment)).ok).toBe(true);
  });
});

describe('the estimate', () => {
  const cost: CostEstimate = {
    taskNs: 1,
    atLeast: false,
    minNs: 1,
    maxNs: 2,
    coresBusy: 1,
    usableCores: 2,
    shares: [],
  };

  it('is what the pilot tells', async () => {
    const { control, estimates, log } = stage();
    const told = control.estimate(experiment);
    estimates[0]?.(ok(cost));
    expect(await told).toEqual(ok(cost));
    await control.start(experiment);
    expect(log).toEqual(['estimate', 'run']);
  });

  it('is refused while a run is under way', async () => {
    const { control, log, end } = stage();
    await control.start(experiment);
    expect(await control.estimate(experiment)).toMatchObject({
      ok: false,
      problem: { code: 'run-under-way' },
    });
    expect(log).toEqual(['run']);
    end()?.resolve(report);
    await settle();
    void control.estimate(experiment);
    expect(log).toEqual(['run', 'estimate']);
  });

  it('gives way to a run, which begins when the pilot has ended', async () => {
    const { control, log } = stage();
    const told = control.estimate(experiment);
    const started = control.start(experiment);
    expect(log).toEqual(['estimate', 'cancel']);
    expect(await told).toMatchObject({ problem: { code: 'cancelled' } });
    expect(await started).toEqual({ ok: true, value: undefined });
    expect(log).toEqual(['estimate', 'cancel', 'run']);
  });

  it('gives way to a later one, one pilot at a time', async () => {
    const { control, estimates, log } = stage();
    const first = control.estimate(experiment);
    const second = control.estimate(experiment);
    const third = control.estimate(experiment);
    expect(await first).toMatchObject({ problem: { code: 'cancelled' } });
    expect(await second).toMatchObject({ problem: { code: 'cancelled' } });
    await settle();
    estimates.at(-1)?.(ok(cost));
    expect(await third).toEqual(ok(cost));
    expect(log.filter((word) => word === 'estimate')).toHaveLength(2);
  });

  it('is ended by the closing', async () => {
    const { control, log } = stage();
    const told = control.estimate(experiment);
    await control.close(10_000);
    expect(await told).toMatchObject({ problem: { code: 'cancelled' } });
    expect(log).toEqual(['estimate', 'cancel']);
    expect(await control.estimate(experiment)).toMatchObject({ problem: { code: 'closing' } });
  });
});

describe('a run that is kept', () => {
  it('is on disk while it goes on, and is free for the next when its report is kept', async () => {
    const { control, log, onKept, keep, end } = stage(true);
    await control.start(experiment);
    end()?.resolve(report);
    await settle();
    expect(log).toEqual(['run with a journal', 'report', 'finish']);
    expect(await control.start(experiment)).toMatchObject({ problem: { code: 'run-under-way' } });
    keep(ok({ folder: '/f', report: '/f/report.corelane' }));
    await settle();
    expect(onKept).toHaveBeenCalledOnce();
    expect((await control.start(experiment)).ok).toBe(true);
  });
});

describe('closing', () => {
  it('stops the run, waits for its report and takes no other', async () => {
    const { control, log, onReport, end } = stage();
    await control.watch(true);
    await control.start(experiment);
    const closed = control.close(10_000);
    expect(log.at(-1)).toBe('stop');
    end()?.resolve(report);
    await closed;
    expect(onReport).toHaveBeenCalledOnce();
    expect(log).toEqual(['watch', 'unwatch', 'run', 'stop']);
    expect(await control.start(experiment)).toMatchObject({ problem: { code: 'closing' } });
  });

  // Its limits keep to clocks that nobody can fake, so they are short here.
  it('ends by force what does not end in time', async () => {
    const { control, launcher, log, end } = stage();
    await control.start(experiment);
    launcher.launch('host.js', { name: 'host' });
    const closed = control.close(200);
    await settle();
    expect(log).toEqual(['run', 'stop']);
    await vi.waitFor(() => expect(log).toEqual(['run', 'stop', 'kill']));
    // The engine may still make a report of what was measured.
    end()?.resolve(report);
    await closed;
    expect(launcher.alive()).toBe(0);
  });

  it('is bounded even where a child can not be ended', async () => {
    const { control, launcher } = stage();
    const child = launcher.launch('host.js', { name: 'host' });
    child.kill = () => undefined;
    await control.close(100);
    expect(launcher.alive()).toBe(1);
  });
});
