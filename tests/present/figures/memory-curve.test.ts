// Memory over time: exact at the readings, resident sizes between them, and never a stack that lacks a layer.
import { describe, expect, it } from 'vitest';
import { MemoryTrack } from '@present/figures/memory-track';

interface Exact {
  readonly rss: number;
  readonly pss: number;
  readonly own: number;
}

const exact = (track: MemoryTrack, atNs: number, pid: number, { rss, pss, own }: Exact): void =>
  track.addExact(atNs, pid, { rssBytes: rss, pssBytes: pss, privateBytes: own });

const last = (column: ArrayLike<number>): number => column[column.length - 1] ?? Number.NaN;

describe('the curve of one process', () => {
  it('passes through every exact reading and follows the resident size between them', () => {
    const track = new MemoryTrack();
    for (const [at, rss] of [
      [0, 50],
      [10, 60],
      [20, 80],
      [30, 100],
    ] as const)
      track.addResident(at, 7, rss, 30);
    // Of 60, 20 are its own; of 100, 70: what is not its own falls from 40 to 30.
    exact(track, 10, 7, { rss: 60, pss: 35, own: 20 });
    exact(track, 30, 7, { rss: 100, pss: 80, own: 70 });
    const { atNs, own, sharedBytes, totalBytes, known, exact: dots } = track.curve;
    expect([...atNs]).toEqual([0, 10, 20, 30]);
    expect([...(own[0] ?? [])]).toEqual([10, 20, 45, 70]);
    expect([...sharedBytes]).toEqual([15, 15, 12.5, 10]);
    expect([...totalBytes]).toEqual([25, 35, 57.5, 80]);
    expect([...known]).toEqual([1, 1, 1, 1]);
    expect(dots).toEqual([
      { process: 0, moment: 1 },
      { process: 0, moment: 3 },
    ]);
    expect(track.curve.maxBytes).toBe(80);
  });

  it('is anchored at the resident size of the reading’s own moment, which the kernel may count late', () => {
    const track = new MemoryTrack();
    track.addResident(10, 7, 55, 30);
    exact(track, 10, 7, { rss: 60, pss: 35, own: 20 });
    expect([...track.curve.totalBytes]).toEqual([35]);
  });

  it('before its first reading is what is anonymous, and its pages of files', () => {
    const track = new MemoryTrack();
    track.addResident(0, 7, 50, 30);
    const { own, sharedBytes, totalBytes, known } = track.curve;
    expect([own[0]?.[0], sharedBytes[0], totalBytes[0], known[0]]).toEqual([20, 30, 50, 0]);
  });

  it('takes rows in any order, and leaves out those that are none', () => {
    const track = new MemoryTrack();
    track.addResident(20, 7, 80, 30);
    track.addResident(0, 7, 50, 30);
    exact(track, 0, 7, { rss: 50, pss: 35, own: 20 });
    track.addResident(Number.NaN, 7, 80, 30);
    track.addResident(30, 8, Number.NaN, 30);
    exact(track, 30, 8, { rss: 1, pss: Number.NaN, own: 1 });
    expect(track.rows).toBe(3);
    expect(track.pids).toEqual([7]);
    expect([...track.curve.totalBytes]).toEqual([35, 65]);
  });
});

describe('the curve of several processes', () => {
  it('counts shared pages once: after a fork nearly all of both sides are the same', () => {
    const track = new MemoryTrack();
    for (const atNs of [0, 10]) {
      for (const pid of [1, 2, 3, 4]) track.addResident(atNs, pid, 100, 20);
    }
    for (const pid of [1, 2, 3, 4]) exact(track, 10, pid, { rss: 100, pss: 27, own: 4 });
    // Sums: of RSS 400, of RSS less pages of files 320.
    expect([...track.curve.totalBytes]).toEqual([108, 108]);
    expect([...track.curve.sharedBytes]).toEqual([92, 92]);
  });

  it('before any reading has the largest pages of files once', () => {
    const track = new MemoryTrack();
    track.addResident(0, 1, 50, 30);
    track.addResident(0, 2, 60, 36);
    expect([track.curve.sharedBytes[0], track.curve.totalBytes[0]]).toEqual([36, 80]);
  });

  it('does not climb in steps where processes are read in turn', () => {
    const track = new MemoryTrack();
    for (let atNs = 0; atNs <= 1000; atNs += 80) {
      for (const pid of [1, 2, 3]) track.addResident(atNs, pid, 100, 60);
    }
    for (const [place, pid] of [1, 2, 3].entries())
      exact(track, 500 + place, pid, { rss: 100, pss: 60, own: 40 });
    expect(new Set(track.curve.totalBytes)).toEqual(new Set([180]));
  });

  it('has a process from its first row to its last', () => {
    const track = new MemoryTrack();
    for (let atNs = 0; atNs <= 100; atNs += 10) {
      track.addResident(atNs, 1, 50, 0);
      if (atNs >= 20 && atNs <= 50) track.addResident(atNs, 2, 30, 0);
    }
    exact(track, 100, 1, { rss: 50, pss: 50, own: 50 });
    const there = track.curve.own[1] ?? new Float64Array();
    expect(Array.from(there, (bytes) => !Number.isNaN(bytes))).toEqual([
      ...[false, false, true, true, true, true],
      ...[false, false, false, false, false],
    ]);
    expect(last(track.curve.totalBytes)).toBe(50);
  });

  it('holds one that was not read for a moment: a reading of another comes between two samples', () => {
    const track = new MemoryTrack();
    for (const pid of [1, 2]) track.addResident(0, pid, 50, 0);
    exact(track, 5, 1, { rss: 50, pss: 50, own: 50 });
    track.addResident(5, 1, 50, 0);
    expect([...track.curve.totalBytes]).toEqual([100, 100]);
  });
});

describe('a report without resident sizes', () => {
  it('is known from where every process of the first turn was read', () => {
    const track = new MemoryTrack();
    const all = { rss: 100, pss: 60, own: 40 };
    for (const [at, pid] of [
      [10, 1],
      [20, 2],
      [30, 3],
      [40, 1],
    ] as const)
      exact(track, at, pid, all);
    expect([...track.curve.atNs]).toEqual([30, 40]);
    expect([...track.curve.totalBytes]).toEqual([180, 180]);
  });

  it('lets go of a process that was not read for three turns of another', () => {
    const track = new MemoryTrack();
    exact(track, 0, 11, { rss: 60, pss: 50, own: 40 });
    for (let at = 1; at < 8; at += 1) exact(track, at, 12, { rss: 60, pss: 30, own: 20 });
    expect(last(track.curve.own[0] ?? [])).toBeNaN();
    expect(last(track.curve.totalBytes)).toBe(30);
  });
});

describe('many rows', () => {
  it('become fewer, with the largest of each process', () => {
    const track = new MemoryTrack();
    for (let at = 0; at < 30_000; at += 1) {
      track.addResident(at, 1, at === 7000 ? 900 : 100, 0);
      track.addResident(at, 2, 100, 0);
      exact(track, at, 1, { rss: 100, pss: at === 9000 ? 90 : 50, own: 50 });
    }
    expect(track.rows).toBeLessThanOrEqual(40_000);
    expect(track.curve.maxBytes).toBeGreaterThanOrEqual(900);
    expect(track.curve.own).toHaveLength(2);
  });

  it('of 256 processes are prepared in a time that grows with the rows, not with their square', () => {
    const prepare = (processes: number): number => {
      const track = new MemoryTrack();
      const beganMs = performance.now();
      for (let row = 0; row < 16_384; row += 1) {
        const at = Math.floor(row / processes);
        track.addResident(at, row % processes, 100, 50);
        exact(track, at, row % processes, { rss: 100, pss: 60, own: 40 });
      }
      expect(track.curve.totalBytes.length).toBe(16_384 / processes);
      return performance.now() - beganMs;
    };
    prepare(4);
    const [few, many] = [4, 256].map((processes) =>
      Math.min(...[1, 2, 3].map(() => prepare(processes))),
    );
    // Both have as many rows. Looking through all processes for each would take 64 times as long.
    expect(many).toBeLessThan(16 * (few ?? 0));
  });

  it('of very many processes take no more than so many figures', () => {
    const track = new MemoryTrack();
    for (let row = 0; row < 20_000; row += 1)
      exact(track, row, row % 1000, { rss: 9, pss: 6, own: 4 });
    const { atNs, own } = track.curve;
    expect(atNs.length * own.length).toBeLessThanOrEqual(1_010_000);
    expect(last(track.curve.totalBytes)).toBe(6000);
  });
});
