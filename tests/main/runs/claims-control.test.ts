import { beforeEach, describe, expect, it, vi } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClaimsOptions } from '@engine/claims/run-claims';
import { ClaimsStore } from '@engine/store/claims-store';
import { trackChildren } from '@engine/launch/tracked-launcher';
import { experimentSchema } from '@shared/experiment/experiment';
import { findingsSchema } from '@shared/claims/findings-file';
import { ClaimsControl, type ClaimsControlOptions } from '../../../src/main/runs/claims-control';
import { RunControl } from '../../../src/main/runs/run-control';
import { makeFinding } from '../../helpers/make/finding';
import { makePython } from '../../helpers/make/python';
import { makeMachine, makeReport } from '../../helpers/make/report';

const experiment = experimentSchema.parse({
  version: 1,
  name: 'x',
  workload: { kind: 'powers' },
  strategies: [{ kind: 'serial' }],
});
const { program } = makeReport();
const paths = 'host thread sampler httpPeer probe python pythonProbe'.split(' ');
const entries = Object.fromEntries(
  paths.map((name) => [name, '']),
) as unknown as ClaimsOptions['entries'];
const underWay = { ok: false, problem: { code: 'run-under-way' } };

const settle = () => new Promise((resolve) => setImmediate(resolve));

type Given = Partial<Pick<ClaimsControlOptions, 'store' | 'earlier' | 'findInterpreters'>>;

function stage(given: Given = {}) {
  const written: Promise<unknown>[] = [];
  const log: string[] = [];
  const batches: { options: ClaimsOptions; end: () => void; fail: (error: Error) => void }[] = [];
  const runs: (() => void)[] = [];
  const launcher = trackChildren({
    kind: 'utility',
    launch: () => {
      throw new Error('nothing is launched here');
    },
  });
  const onEvent = vi.fn();
  const onChange = vi.fn();
  const onProblem = vi.fn();
  const control = new RunControl({
    engine: {
      startRun: () => {
        log.push('run');
        const done = new Promise<ReturnType<typeof makeReport>>((resolve) => {
          runs.push(() => resolve(makeReport()));
        });
        return { stop: () => void log.push('stop run'), done };
      },
      startEstimate: () => ({ cancel: () => undefined, done: new Promise(() => undefined) }),
      watchMachine: () => {
        log.push('watch');
        return { stop: () => Promise.resolve(void log.push('unwatch')) };
      },
    },
    ...{ launcher, entries, program, onEvent, onProblem },
    onReport: () => void log.push('report'),
  });
  const claims = new ClaimsControl({
    ...{ control, launcher, entries, program, onEvent, onChange },
    onKeeping: (one) => void written.push(one),
    start: (options) => {
      log.push(`claims ${options.ids.join()}`);
      let end = (): void => undefined;
      let fail: (error: Error) => void = () => undefined;
      const done = new Promise<readonly []>((resolve, reject) => {
        end = () => resolve([]);
        fail = reject;
      });
      batches.push({ options, end, fail });
      const stop = (): void => {
        log.push('stop claims');
        end();
      };
      return { stop, done };
    },
    findInterpreters: () => Promise.resolve([]),
    readMachine: () => makeMachine(3),
    ...given,
  });
  return { control, claims, log, batches, runs, onChange, onProblem, written };
}

describe('claims in the app', () => {
  beforeEach(() => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    return () => vi.restoreAllMocks();
  });

  it('have the machine to themselves', async () => {
    const { control, claims, log, batches } = stage();
    expect(await claims.run(['heap', 'kill'])).toMatchObject({ ok: true });
    expect(await claims.run(['heap'])).toMatchObject(underWay);
    expect(await control.start(experiment)).toMatchObject(underWay);
    expect(await control.estimate(experiment)).toMatchObject(underWay);
    expect(log).toEqual(['claims heap,kill']);
    expect(batches[0]?.options).toMatchObject({ cores: 3, quiet: false });
    batches[0]?.end();
    await settle();
    expect((await control.start(experiment)).ok).toBe(true);
    expect(await claims.run(['heap'])).toMatchObject(underWay);
  });

  it('are told of as they go: begun, each finding, ended', async () => {
    const { claims, batches, onChange, log } = stage();
    await claims.run(['heap']);
    const heap = makeFinding('heap');
    batches[0]?.options.onClaim?.('heap');
    expect(claims.progress).toEqual({ active: true, running: 'heap' });
    batches[0]?.options.onFinding?.(heap);
    batches[0]?.end();
    await settle();
    expect(onChange.mock.calls.map(([change]) => change as unknown)).toEqual([
      { active: true },
      { active: true, running: 'heap' },
      { active: true, running: 'heap', finding: heap },
      { active: false },
    ]);
    expect(log).not.toContain('report');
  });

  it('are kept for the session, each the last one found, as a file of findings', async () => {
    const { claims, batches } = stage();
    await claims.run(['kill', 'heap']);
    const found = batches[0]?.options.onFinding;
    found?.(makeFinding('kill', { outcome: 'fails' }));
    found?.(makeFinding('heap'));
    found?.(makeFinding('kill', { outcome: 'depends' }));
    const file = findingsSchema.parse(claims.file());
    expect(file.findings.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['heap', 'holds'],
      ['kill', 'depends'],
    ]);
    expect(file.program).toEqual(program);
  });

  it('are guessed before and not after', async () => {
    const { claims, batches } = stage();
    expect(claims.predict('heap', 'fails')).toMatchObject({ ok: true });
    expect(claims.predict('heap', 'holds')).toMatchObject({ ok: true, value: { guess: 'holds' } });
    await claims.run(['heap', 'kill']);
    batches[0]?.options.onClaim?.('heap');
    expect(claims.predict('heap', 'fails')).toMatchObject({ problem: { code: 'already-tried' } });
    expect(claims.predict('kill', 'fails')).toMatchObject({ ok: true });
    batches[0]?.options.onFinding?.(makeFinding('heap'));
    expect(claims.predict('heap', 'fails')).toMatchObject({ problem: { code: 'already-tried' } });
    expect(claims.file().predictions.map(({ guess }) => guess)).toEqual(['holds', 'fails']);
  });

  it('are kept as they come, and there again in the next session on this machine', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'corelane-claims-'));
    try {
      const store = new ClaimsStore(folder);
      const { claims, batches, written } = stage({ store });
      expect(claims.predict('kill', 'holds')).toMatchObject({ ok: true });
      await claims.run(['heap']);
      batches[0]?.options.onFinding?.(makeFinding('heap'));
      expect(await Promise.all(written)).toMatchObject([{ ok: true }, { ok: true }]);
      const again = stage({ store, earlier: await store.read(() => true) }).claims;
      expect(again.file().findings.map(({ id }) => id)).toEqual(['heap']);
      expect(again.file().predictions).toMatchObject([{ claim: 'kill', guess: 'holds' }]);
      expect(again.predict('heap', 'holds')).toMatchObject({ problem: { code: 'already-tried' } });
      expect((await store.read(({ usableCores }) => usableCores === 7)).findings).toEqual([]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('speak of the Pythons of earlier findings too, whatever their short names are now', async () => {
    const old = makePython('3.12');
    const next = makePython('3.12', { path: '/opt/other/bin/python3' });
    const earlier = { findings: [makeFinding('heap')], predictions: [], interpreters: [old] };
    const { claims } = stage({ earlier, findInterpreters: () => Promise.resolve([next]) });
    await claims.run(['kill']);
    expect(claims.file().interpreters).toEqual([old, next]);
  });

  it('are stopped by their own Stop, which leaves a run alone', async () => {
    const { control, claims, log, runs } = stage();
    await control.start(experiment);
    claims.stop();
    expect(log).toEqual(['run']);
    runs[0]?.();
    await settle();
    await claims.run(['heap']);
    claims.stop();
    await settle();
    expect(log).toEqual(['run', 'report', 'claims heap', 'stop claims']);
    expect(claims.progress).toEqual({ active: false });
  });

  it('are stopped while their Pythons are looked for, and begin when asked for again', async () => {
    const { claims, log, onChange } = stage();
    const first = claims.run(['heap']);
    claims.stop();
    const second = claims.run(['kill']);
    expect(await first).toMatchObject({ problem: { code: 'stopped' } });
    expect(await second).toMatchObject({ ok: true });
    expect(log).toEqual(['claims kill']);
    expect(onChange.mock.calls.at(-1)).toEqual([{ active: true }]);
  });

  it('end with the window, and before watching goes on', async () => {
    const { control, claims, log } = stage();
    await control.watch(true);
    await claims.run(['heap']);
    expect(log).toEqual(['watch', 'unwatch', 'claims heap']);
    await control.close(10_000);
    expect(log.at(-1)).toBe('stop claims');
    expect(await claims.run(['heap'])).toMatchObject({ problem: { code: 'closing' } });
  });

  it('leave the machine free where they have a bug', async () => {
    const { control, claims, batches, onChange, onProblem } = stage();
    await claims.run(['heap']);
    batches[0]?.fail(new Error('a bug'));
    await settle();
    expect(onProblem).toHaveBeenCalledWith(expect.objectContaining({ code: 'internal' }));
    expect(onChange).toHaveBeenLastCalledWith({ active: false });
    expect((await control.start(experiment)).ok).toBe(true);
  });
});
