// @vitest-environment happy-dom
import { textFact } from '@shared/report/facts';
import { renderFindingsHtml } from '@report/findings/findings-html';
import { renderFindings } from '@report/findings/findings-text';
import type { Finding } from '@shared/claims/claims';
import type { FindingsFile } from '@shared/claims/findings-file';
import { describe, expect, it } from 'vitest';
import { hostile } from '../../helpers/hostile';
import { makeFigure } from '../../helpers/make/figure';
import { makeReport } from '../../helpers/make/report';

const said = (text: string): Finding['languages'] => [
  { language: 'node', outcome: 'holds', facts: [textFact(text)] },
];

const finding = (more: Partial<Finding>): Finding => ({
  ...{ id: 'cores', outcome: 'holds' },
  languages: said('2 processes are 1.90× faster than serial.'),
  ...{ notes: [], measuredAt: '2026-01-02T03:04:05Z', measurements: [] },
  figures: [
    makeFigure('speedup', 'threads', [1, 1.1, 0.9], { unit: 'times', x: 2 }),
    makeFigure('speedup', 'processes', 1.9, { unit: 'times', x: 2, strategy: 'processes' }),
  ],
  ...more,
});

function fileOf(findings: Finding[], more: Partial<FindingsFile> = {}): FindingsFile {
  const { program, environment } = makeReport();
  return {
    ...{ schema: 'corelane.findings', version: 3, createdAt: '2026-01-02T03:04:05Z' },
    ...{ program, environment, interpreters: [], findings, predictions: [] },
    ...more,
  };
}

const pageOf = (file: FindingsFile): Document =>
  new DOMParser().parseFromString(renderFindingsHtml(file), 'text/html');

describe('the findings as text', () => {
  it('number each claim, say its outcome and count them', () => {
    const text = renderFindings([
      finding({}),
      finding({
        id: 'as-written',
        outcome: 'fails',
        notes: [textFact('No Xvfb.')],
      }),
    ]);
    expect(text).toContain(
      ' 9 ✓ Processes use several cores and get past the interpreter lock. HOLDS\n     JavaScript: 2',
    );
    expect(text).toContain(
      '12 × “This program reduces the time of execution by running tasks in parallel.” DOES NOT HOLD HERE',
    );
    expect(text).toContain('     Note: No Xvfb.');
    expect(text).toMatch(/1 holds, 1 does not hold here\.\n$/);
  });

  it('breaks lines and lets no text command a terminal', () => {
    const text = renderFindings([
      finding({ languages: said(`${hostile.terminal} ${'word '.repeat(60)}`) }),
    ]);
    expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(100);
    expect(text).not.toContain('\u001b');
  });
});

describe('the findings as a page', () => {
  it('shows every figure with its median, range and number of values', () => {
    const cells = [
      ...pageOf(fileOf([finding({})])).querySelectorAll('#cores tbody tr:first-child td'),
    ];
    const texts = cells.map(({ textContent }) => textContent.trim());
    expect(texts).toEqual([
      'threads',
      'JavaScript',
      'Times as fast as serial',
      '2',
      '1.00×',
      '0.90× to 1.10×',
      '3',
      '',
    ]);
  });

  it('says what to use by what matters', () => {
    const speed = { speed: 5, memory: 0, isolation: 0, killability: 0, sharing: 0 };
    const said = (weights: typeof speed): string =>
      pageOf(fileOf([finding({})], { weights })).querySelector('.verdict')?.textContent ?? '';
    expect(said(speed)).toContain('JavaScript. Processes, for speed');
    expect(said({ ...speed, speed: 0, memory: 5 })).toContain('Nothing that matters to you');
  });

  it('makes markup of no text', () => {
    const page = pageOf(
      fileOf([
        finding({
          languages: said(hostile.markup),
          notes: [textFact(hostile.markup)],
        }),
      ]),
    );
    expect(page.querySelectorAll('script, img')).toHaveLength(0);
    expect(page.querySelector('#cores p')?.textContent).toBe(`JavaScript: ${hostile.markup}`);
  });
});
