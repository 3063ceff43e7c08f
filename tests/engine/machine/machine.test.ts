import { readerFaultText } from '@present/words/engine/reader-fault';
import { cpus } from 'node:os';
import { describe, expect, it } from 'vitest';
import { missingFigures } from '@engine/machine/counters';
import {
  coreIds,
  describeMachine,
  readCoreSets,
  readMachine,
  usableCores,
} from '@engine/machine/machine';
import { machineSchema } from '@shared/report/machine';
import {
  cores256,
  oneCore,
  readerOf,
  sixtyFourCores,
  twoCores,
  type FixtureMachine,
} from '../../fixtures/proc/machines';

const describeFixture = ({ facts, files }: FixtureMachine) =>
  describeMachine(facts, readerOf(files));

describe('describeMachine', () => {
  it('finds one core without limits, and leaves out what an ARM board does not tell', () => {
    const machine = describeFixture(oneCore);
    expect(machine).toMatchObject({ logicalCores: 1, affinity: [0], usableCores: 1 });
    expect(machine.loadAverage).toEqual([0, 0.01, 0.05]);
    for (const unknown of [
      machine.cpuModel,
      machine.quotaCores,
      machine.memoryLimitBytes,
      machine.memoryAvailableBytes,
      machine.governor,
      machine.frequencyMhz,
    ]) {
      expect(unknown).toBeUndefined();
    }
  });

  it('reads a recorded machine of two cores with mixed control groups and no limits', () => {
    expect(describeFixture(twoCores)).toMatchObject({
      cpuModel: 'AMD EPYC',
      logicalCores: 2,
      affinity: [0, 1],
      quotaCores: undefined,
      usableCores: 2,
      memoryLimitBytes: undefined,
      frequencyMhz: 2596.138,
      tickNs: 10_000_000,
    });
  });

  it('counts only cores that are online, and the smallest limit of nested groups', () => {
    const machine = describeFixture(sixtyFourCores);
    expect(machine.logicalCores).toBe(61);
    expect(machine.affinity).toHaveLength(61);
    expect(machine.affinity.filter((core) => [5, 6, 63].includes(core))).toEqual([]);
    expect(machine).toMatchObject({
      cpuModel: 'Example Processor 64-Core',
      quotaCores: 1.5,
      usableCores: 1,
      memoryLimitBytes: 34_359_738_368,
      memoryAvailableBytes: 65_536_000 * 1024,
      loadAverage: [31.4, 15.92, 6.53],
      governor: 'performance',
      frequencyMhz: 3400.123,
    });
  });

  it('reads 256 cores, the affinity mask and a container of version 1', () => {
    const machine = describeFixture(cores256);
    expect(machine.logicalCores).toBe(256);
    expect(machine.affinity).toHaveLength(128);
    expect([machine.affinity[0], machine.affinity[63], machine.affinity[64]]).toEqual([
      64, 127, 192,
    ]);
    expect(machine).toMatchObject({
      quotaCores: 16,
      usableCores: 16,
      memoryLimitBytes: 17_179_869_184,
      frequencyMhz: 1500.5,
    });
  });

  it('says for each counter why it cannot be read', () => {
    const { counters } = describeFixture(twoCores);
    expect(counters.map(({ name, readable }) => [name, readable])).toEqual([
      ['per-core', true],
      ['schedstat', true],
      ['smaps_rollup', true],
      ['cpufreq', false],
      ['cgroup', true],
    ]);
    const note = counters[3]?.note;
    expect(note && readerFaultText(note)).toBe(
      '/sys/devices/system/cpu/cpu0/cpufreq/scaling_cur_freq cannot be read (ENOENT)',
    );
    expect(missingFigures(counters)).toEqual([]);
  });

  it('does not take a /proc/stat of zeros for readable', () => {
    const files = { ...oneCore.files, '/proc/stat': 'cpu  0 0 0 0 0\ncpu0 0 0 0 0 0\n' };
    const machine = describeMachine(oneCore.facts, readerOf(files));
    expect(missingFigures(machine.counters).map(({ what }) => what)).toEqual([
      'per-core',
      'schedstat',
      'smaps_rollup',
    ]);
  });

  it('does not take a schedstat of zeros for readable', () => {
    const files = { ...twoCores.files, '/proc/thread-self/schedstat': '0 0 0\n' };
    const { counters } = describeMachine(twoCores.facts, readerOf(files));
    const [missing] = missingFigures(counters);
    expect(missing?.what).toBe('schedstat');
    expect(missing && readerFaultText(missing.why)).toBe('it holds no figures here');
  });

  it('elsewhere than on Linux tells what the runtime tells', () => {
    const facts = { ...twoCores.facts, platform: 'darwin', cores: 8, cpuModel: 'Example' };
    const machine = describeMachine(facts, readerOf({}));
    expect(machine).toMatchObject({ logicalCores: 8, usableCores: 8, cpuModel: 'Example' });
    expect(machine.affinity).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(machine.tickNs).toBeUndefined();
    expect(machine.counters.filter(({ readable }) => readable).map(({ name }) => name)).toEqual([
      'per-core',
    ]);
  });
});

describe('readCoreSets', () => {
  it('takes all online cores where a container renumbers them', () => {
    const files = {
      '/proc/stat': 'cpu  1 1 1 1\ncpu0 1 1 1 1\ncpu1 1 1 1 1\n',
      '/proc/self/status': 'Cpus_allowed_list:\t8-9\n',
    };
    expect(readCoreSets(readerOf(files), 2).usable).toEqual([0, 1]);
  });

  it('counts on the runtime where there is no /proc', () => {
    expect(readCoreSets(readerOf({}), 3)).toEqual({ online: [0, 1, 2], usable: [0, 1, 2] });
  });
});

describe('usableCores', () => {
  it.each([
    [8, undefined, 8],
    [8, 3.9, 3],
    [8, 0.5, 1],
    [2, 16, 2],
  ])('%i allowed with a quota of %s make %i', (affinity, quota, cores) => {
    expect(usableCores(affinity, quota)).toBe(cores);
  });
});

describe('this machine', () => {
  it('is described as the report wants it', () => {
    const machine = readMachine();
    expect(machineSchema.safeParse(machine).success).toBe(true);
    expect(machine.affinity).toEqual(coreIds());
    expect(machine.usableCores).toBeGreaterThanOrEqual(1);
    expect(machine.usableCores).toBeLessThanOrEqual(machine.affinity.length);
    expect(machine.affinity.length).toBeLessThanOrEqual(machine.logicalCores);
    expect(machine.logicalCores).toBe(cpus().length);
  });
});
