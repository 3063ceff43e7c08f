// Small pure parts of Results: the verdict's text, where links lead, and words beside figures.
import { textFailure } from '../../helpers/failures';
import { describe, expect, it } from 'vitest';
import { cellFacts, comparisonFacts, describeComparison } from '@present/words/cell-facts';
import { limitedBy } from '@present/words/bottleneck';
import { evidenceFacts } from '@present/words/failed-trial';
import { firstToShow, reportTrials } from '@renderer/results/report-trials';
import { anchorOf, targetOf } from '@renderer/results/targets';
import { letterOf } from '@present/words/evidence';
import { writeVerdict, type VerdictPiece } from '@present/words/verdict-text';
import { bottleneckKinds } from '@shared/report/findings';
import type { Clause } from '@shared/report/verdict';
import { makeReport } from '../../helpers/make/report';
import { clauses, makeFoundReport } from '../helpers/findings';

const joined = (pieces: readonly VerdictPiece[]) => pieces.map(({ text }) => text).join('');
const write = (all: readonly Clause[]) => writeVerdict(all);

describe('verdict text', () => {
  it('says every word of the clauses, in their order', () => {
    const { headline, rest } = write(clauses);
    const said = joined([...headline, ...rest]).replaceAll('\u00a0', ' ');
    expect(said).toBe(clauses.map(({ text }) => text).join(''));
  });

  it('letters what has evidence and nothing else', () => {
    const { headline, rest } = write(clauses);
    const lettered = [...headline, ...rest].filter(({ letter }) => letter !== undefined);
    expect(lettered.map(({ letter }) => letter).join('')).toBe('abcdefgh');
    expect(lettered.map(({ evidence }) => evidence)).toEqual(
      clauses.flatMap(({ evidence }) => evidence ?? []),
    );
    expect([0, 25, 26, 51, 52].map(letterOf)).toEqual(['a', 'z', 'aa', 'az', 'ba']);
  });

  it('puts the first sentence of a long one first, cutting between and within clauses', () => {
    const { headline, rest } = write(clauses);
    expect(joined(headline)).toMatch(/^Use 2\u00a0threads: .* 240\u00a0ms\.$/);
    expect(joined(rest)).toMatch(/^ They take 57\u00a0MB; start-up/);
  });

  it('is all headline where it is short', () => {
    const { headline, rest } = write([
      { text: 'Use 2 threads:', strong: true },
      { text: ' 2×. End.' },
    ]);
    expect(joined(headline)).toBe('Use 2\u00a0threads: 2×. End.');
    expect(rest).toEqual([]);
  });

  it('never cuts a clause with evidence, nor takes its outer spaces into the link', () => {
    const long = 'x'.repeat(200);
    const { headline, rest } = write([
      { text: `${long} ` },
      { text: ' ends. goes on ', evidence: { place: 'phases', detail: 'd' } },
      { text: 'and on.' },
    ]);
    expect(headline.map(({ text }) => text)).toEqual([`${long} `, ' ', 'ends. goes on']);
    expect(rest.map(({ text }) => text)).toEqual([' ', 'and on.']);
  });

  it('finds the advice in an old verdict of one clause', () => {
    const text = 'Use 2 threads: 1.98× faster than serial, 3.42 s, cold. More.';
    const { headline } = writeVerdict([{ text }]);
    expect(headline.map((piece) => [piece.text, piece.strong])).toEqual([
      ['Use 2\u00a0threads:', true],
      [' 1.98×\u00a0faster than serial, 3.42\u00a0s, cold. More.', false],
    ]);
  });

  it('has no advice where an old verdict gives none', () => {
    for (const text of ['Nothing to compare.', 'No difference. Then: more.']) {
      const { headline } = writeVerdict([{ text }]);
      expect(headline).toEqual([{ text, strong: false }]);
    }
  });
});

describe('evidence', () => {
  const report = makeFoundReport();

  it('is brought into view where it stands', () => {
    expect(targetOf({ place: 'row', cell: 'threads-2' }, report)).toEqual({
      tab: 'verdict',
      anchors: [anchorOf('row', 'threads-2'), anchorOf('row')],
      side: false,
    });
    expect(targetOf({ place: 'memory', cell: 'threads-2' }, report)).toMatchObject({
      anchors: ['evidence-memory-threads-2', 'evidence-row'],
    });
    expect(targetOf({ place: 'warnings' }, report)).toEqual({
      tab: 'verdict',
      anchors: ['evidence-warnings'],
      side: true,
    });
    expect(targetOf({ place: 'scaling' }, report)).toMatchObject({ side: true });
    expect(targetOf({ place: 'break-even' }, report)).toEqual({ tab: 'break-even' });
  });

  it('of a lane is the median trial of its cell', () => {
    const cell = report.cells.find(({ id }) => id === 'processes-2')!;
    const target = targetOf({ place: 'lane', cell: 'processes-2' }, report);
    if (target.tab !== 'timeline') throw new Error('not the timeline');
    const trial = cell.trials.find((one) => one.trial === target.trial)!;
    expect(trial.coldNs).toBe(cell.medianColdNs);
    expect(targetOf({ place: 'lane' }, report)).toEqual({ tab: 'timeline', trial: undefined });
  });
});

describe('words of a cell', () => {
  it('say what limits it, and nothing where nothing does', () => {
    expect(limitedBy({ kind: 'start-up', share: 0.62 })).toBe('limited by start-up, 62 %');
    expect(limitedBy({ kind: 'run-queue' })).toBe('limited by waiting for a core');
    expect(limitedBy({ kind: 'none', share: 0.9 })).toBe('');
    expect(limitedBy(undefined)).toBe('');
    const all = bottleneckKinds.map((kind) => limitedBy({ kind }));
    expect(new Set(all).size).toBe(bottleneckKinds.length);
  });

  it('say how it compares, with interval and p as far as they are known', () => {
    const of = { cell: 'serial-1', ratio: 0.52 };
    expect(describeComparison({ ...of, answer: 'faster', low: 0.5, high: 0.55, p: 0.008 })).toBe(
      'faster: 0.52× the time (0.50× to 0.55×), p 0.0080',
    );
    expect(describeComparison({ ...of, answer: 'faster', p: 1e-7 })).toContain('p < 0.001');
    expect(describeComparison({ ...of, answer: 'no-difference' })).toBe(
      'no difference found: 0.52× the time',
    );
  });

  it('give the statistics of the time that is looked at, and no figure that is not known', () => {
    const [cell] = makeReport().cells;
    const summary = { n: 3, median: 2e9, mad: 1e6, min: 1.9e9, max: 2.1e9 };
    const facts = cellFacts({ ...cell!, warm: { ...summary, p5: 1.9e9, p95: 2.1e9 } }, 'warm');
    expect(facts).toEqual([
      { name: 'warm trials', value: '3' },
      { name: 'median', value: '2 s' },
      { name: 'MAD', value: '1 ms' },
      { name: '5 to 95 %', value: '1.90 s to 2.10 s' },
      { name: 'min to max', value: '1.90 s to 2.10 s' },
    ]);
    const { cold: _, ...untimed } = cell!;
    expect(cellFacts(untimed, 'cold')).toEqual([]);
  });

  it('compare with serial and the best one, once where they are the same', () => {
    const report = makeFoundReport();
    const cell = report.cells.find(({ id }) => id === 'processes-2')!;
    const serial = { cell: 'serial-1', answer: 'slower', ratio: 2 } as const;
    const both = comparisonFacts(
      { ...cell, againstSerial: serial, againstBest: serial },
      report.cells,
    );
    expect(both).toEqual([{ name: 'against serial 1, cold', value: 'slower: 2.00× the time' }]);
    const best = { ...serial, cell: 'threads-2' };
    expect(
      comparisonFacts({ ...cell, againstSerial: serial, againstBest: best }, report.cells),
    ).toHaveLength(2);
  });
});

describe('trials of a report', () => {
  it('tell their evidence in one line', () => {
    const failure = textFailure('x');
    expect(evidenceFacts({ failure, worker: 0, signal: 'SIGKILL', pid: 12 })).toBe(
      'worker 0, pid 12, signal SIGKILL',
    );
    expect(evidenceFacts({ failure })).toBe('');
  });

  it('come in the order of the run, those of empty tasks marked, with what went wrong', () => {
    const report = makeReport({ failing: 'processes-2', experiment: { emptyRepeats: 2 } });
    const trials = reportTrials(report);
    expect(trials.map(({ trial }) => trial)).toEqual(trials.map((_, index) => index));
    expect(trials.filter(({ empty }) => empty)).toHaveLength(2 * report.cells.length);
    const failed = trials.filter(({ status }) => status !== 'ok');
    expect(failed).toHaveLength(1);
    expect(failed[0]).toMatchObject({ cell: 'processes-2', status: 'killed' });
    expect(failed[0]!.coldNs).toBeUndefined();
  });

  it("begin with the median trial of the verdict's cell", () => {
    const report = makeReport();
    const shown = firstToShow(report);
    const cell = report.cells.find(({ id }) => id === report.verdict.cell)!;
    expect(cell.trials.find(({ trial }) => trial === shown)?.coldNs).toBe(cell.medianColdNs);
    expect(firstToShow({ ...report, cells: [] })).toBeUndefined();
  });
});
