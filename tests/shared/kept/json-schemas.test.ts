// The published JSON Schemas accept and refuse what the code does, judged by another checker.
import type { ExperimentInput } from '@shared/experiment/experiment';
import { experimentJsonSchema, reportJsonSchema } from '@shared/kept/json-schemas';
import { parseExperiment } from '@shared/experiment/parse-experiment';
import { presets } from '@shared/experiment/presets';
import { parseReport } from '@shared/report/report-file';
import { describe, expect, it } from 'vitest';
import { isValid } from '../../helpers/json-schema';
import { makeReport } from '../../helpers/make/report';

const base: ExperimentInput = {
  version: 1,
  name: 'sample',
  workload: { kind: 'powers' },
  strategies: [{ kind: 'serial' }],
};

const samples: readonly unknown[] = [
  ...presets.map(({ experiment }) => experiment),
  ...['static', 'dynamic', 'guided', 3, { kind: 'static' }, { kind: 'dynamic', chunk: 0 }].map(
    (schedule) => ({ ...base, schedule }),
  ),
  ...['cores', 'core', 0, 1, 256, 257, 1.5, [], [1, 2], [1, 'cores']].map((workers) => ({
    ...base,
    strategies: [{ kind: 'threads', workers }],
  })),
  ...[{}, { kind: 'fork' }, { kind: 'serial', workers: 2 }, { kind: 'hybrid', processes: 2 }].map(
    (strategy) => ({ ...base, strategies: [strategy] }),
  ),
  ...[
    {},
    { kind: 'fib' },
    { kind: 'primes', params: { limit: 1 } },
    { kind: 'sort', params: {} },
  ].map((workload) => ({ ...base, workload })),
  { ...base, $schema: 'experiment.schema.json' },
  { ...base, version: 2 },
  { ...base, name: '' },
  { ...base, name: 'n'.repeat(121) },
  { ...base, sampling: { hz: 0 } },
  { ...base, foo: 1 },
  null,
  [],
];

describe('the experiment schema', () => {
  const schema = experimentJsonSchema();

  it.each(samples.map((sample) => [JSON.stringify(sample), sample]))(
    'agrees on %s',
    (_, sample) => {
      expect(isValid(schema, sample)).toBe(parseExperiment(sample).ok);
    },
  );

  it('sees both good and bad samples', () => {
    const good = samples.filter((sample) => isValid(schema, sample));
    expect(good.length).toBeGreaterThan(10);
    expect(samples.length - good.length).toBeGreaterThan(10);
  });
});

describe('the report schema', () => {
  const schema = reportJsonSchema();
  const report = makeReport({ failing: 'processes-2' });

  it('accepts a report', () => {
    expect(isValid(schema, JSON.parse(JSON.stringify(report)))).toBe(true);
  });

  it.each([
    ['another schema', { ...report, schema: 'other' }],
    ['no verdict', { ...report, verdict: undefined }],
    ['an unknown status', { ...report, run: { ...report.run, status: 'fine' } }],
    ['a text in a column', { ...report, samples: { ...report.samples, coreIds: ['0'] } }],
  ])('refuses %s, as the code does', (_, value) => {
    const text = JSON.stringify(value);
    expect(isValid(schema, JSON.parse(text))).toBe(false);
    expect(parseReport(text).ok).toBe(false);
  });
});
