import { renderCsv } from '@report/csv';
import { describe, expect, it } from 'vitest';
import { hostile, makeHostileReport } from '../helpers/hostile';
import { makeReport } from '../helpers/make-report';

/** A reader of RFC 4180, apart from the writer. */
function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  const field = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/gy;
  for (const [, value = '', end] of text.matchAll(field)) {
    row.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value);
    if (end === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

describe('renderCsv', () => {
  const report = makeReport({ failing: 'processes-2' });
  const [header = [], ...rows] = readCsv(renderCsv(report));
  const column = (name: string): readonly (string | undefined)[] =>
    rows.map((row) => row[header.indexOf(name)]);

  it('has a row a trial, in the order of the run, and as many fields everywhere', () => {
    const trials = report.cells.flatMap((cell) => [...cell.trials, ...cell.emptyTrials]);
    expect(rows).toHaveLength(trials.length);
    expect(column('order')).toEqual(trials.map((_, order) => String(order)));
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([header.length]));
  });

  it('gives figures in full and nothing where they are not known', () => {
    const first = report.cells.flatMap((cell) => cell.trials).find(({ order }) => order === 0);
    expect(column('cold_ns')[0]).toBe(String(first?.coldNs));
    expect(column('warmup')[0]).toBe('true');
    const killed = column('status').indexOf('killed');
    expect(column('cold_ns')[killed]).toBe('');
    expect(column('evidence')[killed]).toContain('SIGKILL');
  });

  it('lets no text become a formula, a field or a row', () => {
    const [, ...bad] = readCsv(renderCsv(makeHostileReport()));
    expect(bad).toHaveLength(rows.length);
    const evidence = bad.map((row) => row[header.indexOf('evidence')] ?? '').filter(Boolean);
    expect(evidence).toHaveLength(1);
    expect(evidence[0]?.startsWith(`'${hostile.formula}`)).toBe(true);
    for (const field of bad.flat()) expect(field).not.toMatch(/^[=+\-@\t\r]/);
    expect(renderCsv(makeHostileReport())).not.toContain('\u001b');
  });
});
