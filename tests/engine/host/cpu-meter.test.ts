import { describe, expect, it } from 'vitest';
import { CpuMeter, parseChildCpu, type ChildCpu } from '@engine/host/cpu-meter';

const stat = (name: string) =>
  `4242 (${name}) S 1 4242 4242 0 -1 4194304 900 800 0 0 11 12 130 14 20 0 1 0 777 0 0`;

describe('parseChildCpu', () => {
  it('gives user and system time of children, whatever the name holds', () => {
    for (const name of ['node', 'a b', 'x) S 1 (']) {
      expect(parseChildCpu(stat(name))).toEqual({ userNs: 1.3e9, systemNs: 0.14e9 });
    }
  });

  it('knows nothing where there is no such text', () => {
    expect(parseChildCpu('')).toBeUndefined();
    expect(parseChildCpu('1 (init) S 1 2 3')).toBeUndefined();
  });
});

describe('CpuMeter', () => {
  const readings = (all: (ChildCpu | undefined)[]) => () => all.shift();

  it('adds what programs have used since the decision, and since go', () => {
    const readPrograms = readings([
      { userNs: 1e15, systemNs: 1e14 },
      { userNs: 2e15, systemNs: 2e14 },
      { userNs: 4e15, systemNs: 4e14 },
    ]);
    const meter = new CpuMeter({ role: 'program', programs: true, readPrograms });
    meter.start();
    meter.go();
    const used = meter.finish();
    expect(used!.userNs / 3e15).toBeCloseTo(1, 2);
    expect(used!.systemNs / 3e14).toBeCloseTo(1, 2);
    expect(used!.warmNs / 2.2e15).toBeCloseTo(1, 2);
  });

  it('knows nothing where the programs are not told of', () => {
    const options = { role: 'program', programs: true } as const;
    const meter = new CpuMeter({ ...options, readPrograms: () => undefined });
    meter.start();
    meter.go();
    expect(meter.finish()).toBeUndefined();
  });

  it('does not look for programs where there are none', () => {
    const meter = new CpuMeter({
      role: 'worker',
      programs: false,
      readPrograms: () => expect.fail('read'),
    });
    meter.go();
    expect(meter.finish()?.userNs).toBeGreaterThan(0);
  });
});
