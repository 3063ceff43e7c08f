// Workloads, parameters and presets by name.
import { describe, expect, it } from 'vitest';
import { presetExperiment, presetNote, presetTitle } from '@present/names/presets';
import {
  countUnit,
  labelParameter,
  nameWorkload,
  parameterHelp,
  parameterUnit,
  workloadSummary,
  workloadTitle,
} from '@present/names/workloads';
import { presets } from '@shared/experiment/presets';
import { workloadKinds, workloadSpec } from '@shared/experiment/workloads';

const parameters = workloadKinds.flatMap((kind) =>
  Object.entries(workloadSpec(kind).params).map(([name, spec]) => ({ kind, name, spec })),
);

describe('a parameter', () => {
  it.each(parameters)('has the texts of its own key: $kind $name', ({ kind, name, spec }) => {
    expect(spec.id).toBe(`${kind}-${name}`);
    // The schema of a file says in English what the form says.
    expect(parameterHelp(spec.id)).toBe(spec.description);
  });

  it.each([
    [1, 'rows', '1 row', 'rows'],
    [20_000_000, 'times', '20,000,000 times', 'times'],
    [20, 'ms', '20 ms', 'ms'],
    [16_384, 'B', '16,384 B', 'B'],
    [7, 'count', '7', ''],
  ] as const)('is counted: %d %s', (value, unit, counted, behind) => {
    expect(countUnit(value, unit)).toBe(counted);
    expect(parameterUnit(unit)).toBe(behind);
  });

  it('has its name in a file where the catalogue has none', () => {
    expect(labelParameter('mixed', 'cpuIterations')).toBe('iterations');
    expect(labelParameter('mixed', 'other')).toBe('other');
  });
});

describe('a workload', () => {
  it('has a title, a name and a summary', () => {
    expect(workloadTitle('matmul')).toBe('Matrix product');
    expect(workloadSummary('command')).toBe('runs a program, one process per task');
    expect(['matmul', 'module', 'older'].map(nameWorkload)).toEqual([
      'matmul',
      'own code',
      'older',
    ]);
  });
});

describe('a preset', () => {
  it.each(presets)('names its experiment as the file does: $id', (preset) => {
    expect(presetExperiment(preset)).toEqual(preset.experiment);
  });

  it('has a title and a note', () => {
    const [first] = presets;
    expect([presetTitle(first!), presetNote(first!)]).toEqual([
      'Two threads',
      'the article: square and quad of 7',
    ]);
  });
});
