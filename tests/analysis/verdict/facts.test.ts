// The facts of a verdict: which there are, with which figures. Their sentences are tested with `present/words`.
import type { VerdictFact } from '@shared/report/verdict';
import { describe, expect, it } from 'vitest';
import {
  alike,
  around,
  decide,
  faster,
  heavy,
  neither,
  processes,
  serial,
  threads,
  type Case,
} from '../../helpers/decide';

const factOf = (shape: Case, kind: VerdictFact['kind']): VerdictFact | undefined =>
  decide(shape).facts.find((fact) => fact.kind === kind);
const kindsOf = (shape: Case): readonly string[] => decide(shape).facts.map(({ kind }) => kind);

describe('the facts of a verdict', () => {
  it('begin with the faster one and the runner-up, with their figures', () => {
    const { facts } = decide(heavy);
    expect(facts[0]).toMatchObject({
      kind: 'faster',
      cell: 'threads-2',
      over: 'serial-1',
      coldNs: 1210e6,
      overNs: 2310e6,
    });
    expect(facts[1]).toMatchObject({ kind: 'runner-up', cell: 'processes-2', over: 'threads-2' });
    expect(facts).toHaveLength(2);
  });

  it('tell of memory where it differs', () => {
    const figures = {
      'threads-2': { medianPeakPssBytes: 148e6 },
      'processes-2': { medianPeakPssBytes: 402e6 },
    };
    expect(factOf({ ...faster, figures }, 'runner-up')).toMatchObject({
      memory: { bytes: 402e6, overBytes: 148e6 },
    });
    expect(factOf(faster, 'runner-up')).not.toHaveProperty('memory');
  });

  it('tell whom serial beats, threads and processes both or not', () => {
    expect(factOf(neither, 'beaten')).toMatchObject({
      cell: 'serial-1',
      neither: true,
      others: [{ cell: 'threads-2' }, { cell: 'processes-2' }],
    });
    const alone = { ...neither, strategies: [serial, threads] };
    expect(factOf(alone, 'beaten')).toMatchObject({ neither: false });
  });

  it('tell of no difference, and set serial against the first', () => {
    expect(kindsOf(alike)).toEqual(['alike', 'against']);
    expect(factOf(alike, 'against')).toMatchObject({ cell: 'serial-1', over: 'threads-2' });
  });

  it('tell the cost against serial, and what limits it', () => {
    const figures = {
      'serial-1': { medianCpuNs: 2e9 },
      'threads-2': {
        medianCpuNs: 3e9,
        coresBusy: 1.9,
        bottleneck: { kind: 'none', fact: { kind: 'text', text: '' } } as const,
      },
    };
    expect(factOf({ ...faster, figures }, 'cost')).toEqual({
      kind: 'cost',
      cell: 'threads-2',
      cpu: { ns: 3e9, overNs: 2e9 },
      limit: { kind: 'cores', busy: 1.9, cores: 2 },
    });
  });

  it('tell what nothing can be decided from', () => {
    const none = { strategies: [serial, threads], times: {} };
    expect(decide(none).facts).toEqual([{ kind: 'nothing-measured' }]);
    const lone = { strategies: [serial], times: { 'serial-1': around(1000) } };
    expect(decide(lone).facts).toEqual([
      { kind: 'only-serial', cell: 'serial-1', coldNs: 1e9, planned: false },
    ]);
    const times = { 'threads-2': around(1000), 'processes-2': around(2000) };
    expect(decide({ strategies: [threads, processes], times }).facts).toEqual([
      { kind: 'no-serial', cell: 'threads-2', coldNs: 1e9, planned: false },
    ]);
    const once = { 'serial-1': { coldMs: [2000] }, 'threads-2': { coldMs: [1000] } };
    expect(decide({ strategies: [serial, threads], times: once }).facts).toEqual([
      {
        kind: 'too-few',
        least: 3,
        cells: [
          { cell: 'threads-2', coldNs: 1e9 },
          { cell: 'serial-1', coldNs: 2e9 },
        ],
      },
    ]);
  });
});
