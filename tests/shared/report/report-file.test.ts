import { problemInWords } from '../../helpers/in-words';
import { type Report, reportVersion } from '@shared/report/report';
import { parseReport, upgradeReport } from '@shared/report/report-file';
import { reportUpgrades } from '@shared/report/report-upgrades';
import { describe, expect, it } from 'vitest';
import { makeReport } from '../../helpers/make/report';

const report = makeReport();

function problemOf(value: unknown) {
  const parsed = parseReport(typeof value === 'string' ? value : JSON.stringify(value));
  if (parsed.ok) throw new Error('a problem was expected');
  return problemInWords(parsed.problem);
}

/** The report with its first trial changed. */
function withFirstTrial(change: object): unknown {
  const [first, ...others] = report.cells;
  const trials = first?.trials.map((trial, index) =>
    index === 0 ? { ...trial, ...change } : trial,
  );
  return { ...report, cells: [{ ...first, trials }, ...others] };
}

describe('parseReport', () => {
  it('gives the report a file holds', () => {
    expect(parseReport(JSON.stringify(report))).toEqual({ ok: true, value: report });
  });

  it('passes over properties it does not know', () => {
    const parsed = parseReport(JSON.stringify({ ...report, later: { more: true } }));
    expect(parsed).toEqual({ ok: true, value: report });
  });

  it('refuses what is not JSON', () => {
    expect(problemOf('<html>').code).toBe('bad-json');
    expect(problemOf('').code).toBe('bad-json');
  });

  it.each([
    ['another object', { version: 1 }],
    ['a list', []],
    ['nothing', null],
    ['an experiment', { version: 1, name: 'x', workload: { kind: 'powers' } }],
  ])('refuses %s', (_, value) => {
    expect(problemOf(value)).toMatchObject({
      code: 'not-a-report',
      message: expect.stringContaining('not a Corelane report') as string,
    });
  });

  it('says that a newer version made it', () => {
    expect(problemOf({ ...report, version: reportVersion + 6 })).toEqual({
      code: 'newer-report',
      message: `The report was made by a newer Corelane, version ${reportVersion + 6}; this one reads up to ${reportVersion}. Open it with a newer Corelane.`,
      path: 'version',
    });
  });

  it.each([[undefined], ['1'], [0], [1.5], [-1]])('refuses version %j', (version) => {
    expect(problemOf({ ...report, version }).code).toBe('not-a-report');
  });

  it('names the place of the first damage', () => {
    expect(problemOf(withFirstTrial({ coldNs: 'fast' }))).toEqual({
      code: 'bad-report',
      message: 'The report is damaged: cells[0].trials[0].coldNs must be a number, not "fast".',
      path: 'cells[0].trials[0].coldNs',
    });
  });

  it('names the first of very many damages at once', () => {
    const atNs = Array.from({ length: 100_000 }, () => 'late');
    const loop = { ...report.samples.loop, atNs };
    expect(problemOf({ ...report, samples: { ...report.samples, loop } }).path).toBe(
      'samples.loop.atNs[0]',
    );
  });

  it('takes no number that is not finite', () => {
    const text = JSON.stringify(report).replace(/"durationNs":\d+/, '"durationNs":1e999');
    expect(problemOf(text).path).toBe('run.durationNs');
  });

  it('does not touch prototypes', () => {
    const text = JSON.stringify(report).replace('{', '{"__proto__":{"polluted":true},');
    expect(parseReport(text).ok).toBe(true);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('columns', () => {
  it('have one length in the spans of a trial', () => {
    const { spans } = report.cells[0]?.trials[0] ?? {};
    expect(problemOf(withFirstTrial({ spans: { ...spans, endNs: [1] } }))).toEqual({
      code: 'bad-report',
      message: 'The report is damaged: cells[0].trials[0].spans.endNs has 1 rows where task has 6.',
      path: 'cells[0].trials[0].spans.endNs',
    });
  });

  it('have one length in the spans of a trial of empty tasks', () => {
    const [first, ...others] = report.cells;
    const [trial, ...more] = first?.emptyTrials ?? [];
    const emptyTrials = [{ ...trial, spans: { ...trial?.spans, worker: [] } }, ...more];
    expect(problemOf({ ...report, cells: [{ ...first, emptyTrials }, ...others] }).path).toBe(
      'cells[0].emptyTrials[0].spans.worker',
    );
  });

  const damaged: readonly (readonly [string, (samples: Report['samples']) => object])[] = [
    ['samples.workers.core', ({ workers }) => ({ workers: { ...workers, core: [] } })],
    ['samples.processes.pid', ({ processes }) => ({ processes: { ...processes, pid: [1] } })],
    ['samples.heaps.worker', ({ heaps }) => ({ heaps: { ...heaps, worker: [1] } })],
    ['samples.loop.maxNs', ({ loop }) => ({ loop: { ...loop, maxNs: [] } })],
    [
      'samples.cores.busy[1]',
      ({ cores }) => ({ cores: { ...cores, busy: [cores.busy[0], [0.5]] } }),
    ],
    ['samples.cores.busy', ({ cores }) => ({ cores: { ...cores, busy: [cores.busy[0]] } })],
  ];

  it.each(damaged)('have one length: %s', (path, change) => {
    const { samples } = report;
    expect(problemOf({ ...report, samples: { ...samples, ...change(samples) } }).path).toBe(path);
  });
});

describe('a report of version 1', () => {
  it('says that no trials of empty tasks were asked for: there were none', () => {
    const { emptyRepeats: _, ...experiment } = report.experiment;
    const upgraded = upgradeReport({ ...report, version: 1, experiment });
    expect(upgraded).toMatchObject({ ok: true, value: { experiment: { emptyRepeats: 0 } } });
  });
});

describe('upgradeReport', () => {
  const upgrades = {
    1: (old: Readonly<Record<string, unknown>>) => ({ ...old, name: old['title'] }),
    2: (old: Readonly<Record<string, unknown>>) => ({ ...old, name: `${String(old['name'])}!` }),
  };
  const old = { schema: 'corelane.report', title: 'a run' };

  it('takes every step from the version of the file to the newest', () => {
    const upgraded = upgradeReport({ ...old, version: 1 }, upgrades, 3);
    expect(upgraded).toEqual({ ok: true, value: { ...old, version: 3, name: 'a run!' } });
  });

  it('starts at the version of the file', () => {
    const upgraded = upgradeReport({ ...old, version: 2, name: 'b' }, upgrades, 3);
    expect(upgraded).toMatchObject({ ok: true, value: { version: 3, name: 'b!' } });
  });

  it('leaves the newest as it is', () => {
    const value = { ...old, version: 3 };
    expect(upgradeReport(value, upgrades, 3)).toEqual({ ok: true, value });
  });

  it('has a step for every older version', () => {
    const older = Array.from({ length: reportVersion - 1 }, (_, index) => String(index + 1));
    expect(Object.keys(reportUpgrades)).toEqual(older);
    expect(() => upgradeReport({ ...old, version: 1 }, {}, 2)).toThrow('no upgrade');
  });
});
