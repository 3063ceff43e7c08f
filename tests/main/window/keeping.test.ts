// The small parts that keep what the user has: saves, gaps between trials, crashes, dropped files, words.
import { problemText } from '@present/words/engine/problems';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { deferred } from '@engine/host/base/deferred';
import type { LiveEvent } from '@shared/report/live';
import type { CurrentReport } from '../../../src/main/ipc/handlers/context';
import { fileHandlers } from '../../../src/main/ipc/handlers/file';
import { CrashCount, plainAddress } from '../../../src/main/window/keep-page';
import { Saves } from '../../../src/main/base/saves';
import { TrialGaps } from '../../../src/main/runs/trial-gaps';
import { UnderWay } from '../../../src/main/runs/under-way';
import { makeReport } from '../../helpers/make/report';
import { runBegin } from '../../renderer/helpers/events';

const settle = () => new Promise((resolve) => setImmediate(resolve));
const begin = { type: 'trial-begin', trial: 0, atNs: 0 } as const;
const end: LiveEvent = { type: 'trial-end', end: { trial: 0, status: 'ok', endNs: 1 } };
const runEnd: LiveEvent = { type: 'run-end', status: 'done' };

describe('saves', () => {
  it('are waited for, one that follows another too, but not for ever', async () => {
    const saves = new Saves();
    expect(await saves.settled(1)).toBe(true);
    const first = deferred<undefined>();
    const second = deferred<undefined>();
    void saves.track('a.json', first.promise).then(() => saves.track('b.json', second.promise));
    expect(saves.names).toEqual(['a.json']);
    expect(await saves.settled(5)).toBe(false);
    const settled = saves.settled(10_000);
    first.resolve(undefined);
    await settle();
    expect(saves.names).toEqual(['b.json']);
    second.resolve(undefined);
    expect(await settled).toBe(true);
    const failed = saves.track('c', Promise.reject(new Error('full')));
    await expect(failed).rejects.toThrow('full');
    expect(saves.names).toEqual([]);
  });
});

describe('gaps between trials', () => {
  it('are at once while nothing is measured, else at the end of the trial', async () => {
    const gaps = new TrialGaps();
    await gaps.next();
    gaps.follow(begin);
    const told = vi.fn();
    void gaps.next().then(told);
    await settle();
    expect(told).not.toHaveBeenCalled();
    gaps.follow(end);
    await settle();
    expect(told).toHaveBeenCalledOnce();
    await gaps.next();
  });

  it('are between the points of a break-even search, and at the end of the run', async () => {
    const gaps = new TrialGaps();
    gaps.follow({ type: 'break-even' } as LiveEvent);
    const told = vi.fn();
    void gaps.next().then(told);
    await settle();
    expect(told).not.toHaveBeenCalled();
    gaps.follow({ type: 'break-even' } as LiveEvent);
    await settle();
    expect(told).toHaveBeenCalledOnce();
    gaps.follow(runEnd);
    await gaps.next();
  });
});

it('counts crashes within a minute, four of which are too many', () => {
  const crashes = new CrashCount();
  expect([0, 1, 2, 3].map((at) => crashes.add(at * 10_000))).toEqual([1, 2, 3, 4]);
  expect([3, 4].map(CrashCount.isLoop)).toEqual([false, true]);
  expect(crashes.add(500_000)).toBe(1);
  expect(plainAddress('app://a/index.html')).toBe('app://a/index.html?plain');
  expect(plainAddress('app://a/index.html?theme=dark')).toBe('app://a/index.html?theme=dark&plain');
});

it('says what leaving would cut short', () => {
  const underWay = new UnderWay();
  expect(underWay.describe(undefined)).toBeUndefined();
  expect(underWay.describe({ kind: 'run', phase: 'preparing' })).toContain('about to begin');
  underWay.follow({ ...runBegin, experiment: { ...runBegin.experiment, name: 'a\u202eb' } });
  underWay.follow(end);
  const run = { kind: 'run', phase: 'running' } as const;
  expect(underWay.describe(run)).toContain(
    `“a\\u202eb” is under way: 1 of ${runBegin.order.length} trials are done`,
  );
  expect(underWay.describe({ ...run, kind: 'claims' })).toContain('Claims are being tried');
});

describe('a dropped file', () => {
  const shelf: CurrentReport = { last: undefined };
  const read = (name: string, bytes: Uint8Array) =>
    fileHandlers({ shelf, gaps: new TrialGaps() })['file:read']({
      name,
      bytes: new Uint8Array(bytes),
    });
  const report = makeReport();
  const text = JSON.stringify(report);

  it.each([
    ['plain', Buffer.from(text)],
    ['compressed', gzipSync(text)],
    ['in UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('is a report, %s', async (_, bytes) => {
    shelf.last = undefined;
    const opened = await read('a.json', bytes);
    expect(opened).toMatchObject({ ok: true, value: { kind: 'report' } });
    expect(shelf.last).toEqual(report);
  });

  it('is an experiment where it is no report', async () => {
    expect(await read('a.json', Buffer.from('{"version": 1}'))).toEqual({
      ok: true,
      value: { kind: 'experiment', text: '{"version": 1}' },
    });
  });

  it('is refused in a sentence, and what was shown stays', async () => {
    const trial = structuredClone(report);
    const spans = trial.cells
      .flatMap(({ trials }) => trials)
      .find((one) => one.spans.worker[0] === 0);
    spans?.spans.worker.splice(0, 1, -1);
    const cases: readonly (readonly [Uint8Array, RegExp])[] = [
      [Buffer.from(JSON.stringify(trial)), /^a\\u202e\.json: The report is damaged: .*worker/],
      [gzipSync('{"schema": "corelane.report"'), /^a\\u202e\.json: /],
      [gzipSync(text).subarray(0, 90), /^a\\u202e\.json is compressed, but damaged/],
      [Buffer.from([0xff, 0xfe, 0x00]), /^a\\u202e\.json /],
      [Buffer.alloc(1_000_001, 32), /^a\\u202e\.json is larger than 1 MB/],
    ];
    for (const [bytes, sentence] of cases) {
      const opened = await read('a\u202e.json', bytes);
      expect(opened.ok ? 'opened' : problemText(opened.problem)).toMatch(sentence);
    }
    expect(shelf.last).toEqual(report);
  });
});
