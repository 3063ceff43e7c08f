// @vitest-environment happy-dom
import { sayWarnings } from '@present/words/warnings';
import { renderHtml } from '@report/html';
import type { Report } from '@shared/report/report';
import { describe, expect, it } from 'vitest';
import { hostile, makeHostileReport } from '../helpers/hostile';
import { makeBreakEven } from '../helpers/make/break-even';
import { makeReport } from '../helpers/make/report';
import { verdictText } from '@present/words/verdict';

const parse = (report: Report): Document =>
  new DOMParser().parseFromString(renderHtml(report), 'text/html');

const texts = (root: ParentNode, selector: string): readonly string[] =>
  [...root.querySelectorAll(selector)].map(({ textContent }) => textContent.trim());

const shape = {
  experiment: {
    strategies: [
      { kind: 'serial' as const },
      { kind: 'threads' as const, workers: [1, 2, 4] },
      { kind: 'processes' as const, workers: 2 },
    ],
  },
};

describe('renderHtml', () => {
  const report = makeReport({ ...shape, failing: 'processes-2' });
  const page = parse(report);

  it('says the verdict, whole, at the top', () => {
    const heading = page.querySelector('.verdict h1');
    heading?.querySelectorAll('sup').forEach((letter) => letter.remove());
    expect(heading?.textContent.trim()).toBe(verdictText(report));
    expect(texts(page, '.verdict h1 b')).toEqual(['Use 2 threads:']);
  });

  it('gives a letter to every clause with evidence, and says it', () => {
    const cell = 'threads-2';
    const clauses = [
      { text: 'Use 2 threads:', strong: true },
      { text: ' 1.7× faster', evidence: { place: 'row' as const, cell, detail: '1.6× to 1.8×' } },
      { text: ', with ' },
      { text: 'more memory', evidence: { place: 'memory' as const, cell, detail: '40 MB' } },
    ];
    const facts = [{ kind: 'text' as const, clauses }];
    const said = parse({ ...report, verdict: { ...report.verdict, facts } });
    expect(texts(said, '.clause sup')).toEqual(['a', 'b']);
    expect(texts(said, '.details span')).toEqual(['a 1.6× to 1.8×', 'b 40 MB']);
  });

  it('tells what empty tasks cost, and from which size of a task workers pay', () => {
    const overhead = texts(page, 'section').find((text) => text.startsWith('Overhead (empty'));
    expect(overhead).toContain('6 empty tasks');
    const pays = parse({ ...report, breakEven: makeBreakEven() });
    const rows = texts(pays, 'section').find((text) => text.startsWith('When workers begin'));
    expect(rows).toContain('20 ms (not yet at 10 ms)');
    expect(rows).toContain('not found up to 1 s');
    expect(rows).toContain('neither pays');
  });

  it('shows a number of tasks of which a search that was ended early settled nothing', () => {
    const { columns, ...rest } = makeBreakEven();
    const early = { ...rest, columns: columns.slice(0, 1), status: 'budget' as const };
    const rows = parse({ ...report, breakEven: early }).querySelectorAll('section');
    const section = [...rows].find(({ textContent }) => textContent.startsWith('When workers'));
    const cells = texts(section ?? page, 'tbody tr:last-child td');
    expect(cells).toEqual(['32', 'not settled', 'not settled', '1.90×']);
    expect(section?.textContent).toContain('ended by the time budget');
  });

  it('numbers trials from 1 everywhere, as the warnings and the window do', () => {
    const first = report.cells.flatMap(({ trials }) => trials).find(({ trial }) => trial === 0);
    expect(texts(page, 'details tbody tr:first-child td')[0]).toBe('1');
    expect(first?.warmup).toBe(true);
    const failed = report.cells
      .flatMap(({ trials }) => trials)
      .find(({ status }) => status !== 'ok');
    expect(texts(page, '.failure h3')[0]).toContain(`trial ${(failed?.trial ?? 0) + 1}: `);
  });

  it('has a row a cell and a dot a trial', () => {
    expect(page.querySelectorAll('.results tbody tr')).toHaveLength(report.cells.length);
    const best = page.querySelector('.results tbody tr');
    expect(best?.querySelectorAll('.plot .dot')).toHaveLength(3);
    expect(best?.querySelectorAll('.plot .rule')).toHaveLength(1);
  });

  it('shows what is far off as an arrow with its figure', () => {
    const slow = parse(makeReport({ taskNs: 40_000 }));
    expect(slow.querySelectorAll('.results .arrow').length).toBeGreaterThan(0);
    expect(slow.querySelectorAll('.results tbody tr:last-child .dot')).toHaveLength(0);
  });

  it('draws every speed-up, the cores and the phases', () => {
    // Four cells against serial: a mark each and a faint dot a trial, one of which failed.
    expect(page.querySelectorAll('.speedups .dot')).toHaveLength(4 + 4 * 3 - 1);
    expect(texts(page, '.speedups text')).toContain('2 cores');
    expect(
      page.querySelectorAll('.phases .phase.compute, .phases .phase.run').length,
    ).toBeGreaterThanOrEqual(5);
  });

  it('shows the failed trial with its evidence, and the warnings', () => {
    expect(texts(page, '.failure p')[0]).toContain('SIGKILL');
    expect(texts(page, '.failure pre')).toEqual(['last line of the process']);
    expect(texts(page, '.warnings li')).toEqual(
      sayWarnings(report).map(({ text, advice }) => `${text} ${advice}`.trim()),
    );
    expect(report.warnings.length).toBeGreaterThan(0);
  });

  it('says what is not known instead of a figure', () => {
    const { cpuModel: _, ...environment } = report.environment;
    const facts = texts(parse({ ...report, environment }), 'dd.quiet');
    expect(facts).toContain('not known');
  });

  it('draws a report without one trial that ended well', () => {
    const cells = report.cells.map((cell) => ({
      id: cell.id,
      strategy: cell.strategy,
      workers: cell.workers,
      topology: cell.topology,
      placement: cell.placement,
      outliers: [],
      trials: [],
      emptyTrials: [],
    }));
    const empty = renderHtml({ ...report, cells });
    expect(empty).not.toContain('NaN');
    expect(empty).not.toContain('Infinity');
    expect(empty).toContain('no trial recorded its phases');
  });
});

describe('safety of the page', () => {
  const text = renderHtml(makeHostileReport());
  const page = parse(makeHostileReport());

  it('needs nothing from elsewhere and runs nothing', () => {
    const plain = renderHtml(makeReport());
    expect(plain).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(plain).not.toMatch(/https?:|\bsrc=|@import|<script|<link/);
    for (const [, target = ''] of plain.matchAll(/(?:href="|url\()([^")]*)/g)) {
      expect(target).toMatch(/^#/);
    }
  });

  it('shows hostile texts as texts', () => {
    expect(page.querySelectorAll('script, img, iframe, object, link')).toHaveLength(0);
    expect(page.querySelector('header .title')?.textContent).toContain(hostile.markup);
    const handlers = [...page.querySelectorAll('*')].flatMap((element) =>
      element.getAttributeNames().filter((name) => name.startsWith('on')),
    );
    expect(handlers).toEqual([]);
    expect(text).not.toContain('<script');
    expect(text.match(/<style>/g)).toHaveLength(1);
  });

  it('marks characters that disguise', () => {
    // eslint-disable-next-line no-control-regex -- control characters are what this is about
    expect(text).not.toMatch(/[\u0000-\u0008\u001b\u202e]/);
    expect(text).toContain('\\u001b');
  });
});
