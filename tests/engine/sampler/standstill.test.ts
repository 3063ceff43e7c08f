import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Standstill } from '@engine/sampler/standstill';

let time: { atNs: number; busyNs: number; asleepNs: number | undefined };
let standstill: Standstill;

beforeEach(() => {
  vi.useFakeTimers();
  time = { atNs: 0, busyNs: 0, asleepNs: 5e9 };
  standstill = new Standstill({
    now: () => time.atNs,
    busyNs: () => time.busyNs,
    asleepNs: () => time.asleepNs,
  });
  standstill.start();
});
afterEach(() => {
  standstill.stop();
  vi.useRealTimers();
});

function pass(seconds: number, busySeconds = 0): number {
  time.atNs += seconds * 1e9;
  time.busyNs += busySeconds * 1e9;
  return standstill.look();
}

it('is time in which the leader was due, and neither on a core nor queued', () => {
  expect(pass(0.3)).toBe(0);
  expect(pass(3.25)).toBeCloseTo(3e9);
  expect(pass(0.25)).toBeCloseTo(3e9);
  expect(pass(1.25)).toBeCloseTo(4e9);
});

it('is none while the leader computes or waits for a core, or for a disk for a moment', () => {
  expect(pass(10, 9.6)).toBe(0);
  expect(pass(0.8)).toBe(0);
});

it('is none while children are started one after another, with a look after each', () => {
  for (let child = 0; child < 64; child += 1) expect(pass(0.03, 0.005)).toBe(0);
  expect(pass(3.25)).toBeCloseTo(3e9);
});

it('is what the machine slept, which the clock does not tell', () => {
  time.asleepNs = 65e9;
  expect(pass(0.1)).toBeCloseTo(60e9);
});

it('is none where it is not known', () => {
  time.asleepNs = undefined;
  time.busyNs = Infinity;
  standstill.look();
  expect(pass(100)).toBe(0);
});

it('is none where a reading fails and the next does not', () => {
  time.asleepNs = undefined;
  time.busyNs = Infinity;
  expect(pass(0.25)).toBe(0);
  time.asleepNs = 5e9;
  time.busyNs = 0;
  expect(pass(0.25)).toBe(0);
  expect(pass(3.25)).toBeCloseTo(3e9);
});

it('is looked for by itself, until it is ended', () => {
  time.atNs += 3e9;
  vi.advanceTimersByTime(250);
  time.atNs += 0.25e9;
  expect(standstill.look()).toBeCloseTo(2.75e9);
  standstill.stop();
  expect(pass(10)).toBeCloseTo(2.75e9);
});
