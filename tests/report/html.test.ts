// @vitest-environment happy-dom
import { renderHtml } from '@report/html';
import type { Report } from '@shared/report';
import { describe, expect, it } from 'vitest';
import { hostile, makeHostileReport } from '../helpers/hostile';
import { makeReport } from '../helpers/make-report';

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
    const said = texts(page, '.verdict h1, .verdict .more').join(' ');
    expect(said).toBe(report.verdict.text);
    expect(texts(page, '.verdict h1 b')).toEqual(['Use 2 threads:']);
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
    expect(page.querySelectorAll('.phases .phase.run').length).toBeGreaterThanOrEqual(5);
  });

  it('shows the failed trial with its evidence, and the warnings', () => {
    expect(texts(page, '.failure p')[0]).toContain('SIGKILL');
    expect(texts(page, '.failure pre')).toEqual(['last line of the process']);
    expect(texts(page, '.warnings li')).toEqual(report.verdict.caveats);
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
      trials: [],
    }));
    const empty = renderHtml({ ...report, cells });
    expect(empty).not.toContain('NaN');
    expect(empty).not.toContain('Infinity');
    expect(empty).toContain('no trial tells its phases');
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
    expect(text).toContain('\ufffd');
  });
});
