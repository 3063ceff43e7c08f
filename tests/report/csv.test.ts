import { renderCsv, renderSpreadsheet } from '@report/csv';
import { writeField } from '@report/base/csv-field';
import { describe, expect, it } from 'vitest';
import { hostile, makeHostileReport } from '../helpers/hostile';
import { makeReport } from '../helpers/make/report';
import { faultsOfCsv, readCsv as tryToRead } from '../helpers/well-formed';

/** A reader of RFC 4180, apart from the writer. */
function readCsv(text: string, separator = ','): readonly (readonly string[])[] {
  const rows = tryToRead(text, separator);
  if (rows === undefined) throw new Error('not RFC 4180');
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

describe('CSV in spreadsheets', () => {
  const name = '=HYPERLINK("x") größer; 1,5 – naïve';
  const named = makeReport({ experiment: { name }, failing: 'processes-2' });

  it('is marked as UTF-8 where a guess would spoil it', () => {
    expect(renderCsv(named).startsWith('\ufefftrial,')).toBe(true);
    expect(renderSpreadsheet(named).startsWith('\ufefftrial;')).toBe(true);
    // In ASCII alone there is nothing to guess, and programs that know no mark read the first name right.
    expect(renderCsv(makeReport({ experiment: { name: 'plain' } })).startsWith('trial,')).toBe(
      true,
    );
    expect(renderSpreadsheet(makeReport()).startsWith('\ufeff')).toBe(true);
  });

  it('holds the name as a text, whole', () => {
    for (const [text, separator] of [
      [renderCsv(named), ','],
      [renderSpreadsheet(named), ';'],
    ] as const) {
      const [header = [], ...rows] = readCsv(text, separator);
      const names = rows.map((row) => row[header.indexOf('experiment')]);
      expect(new Set(names)).toEqual(new Set([`'${name}`]));
      expect(faultsOfCsv(text, separator)).toEqual([]);
    }
  });

  it('has the same figures in both, with a comma before decimals in one', () => {
    const plain = readCsv(renderCsv(named));
    const local = readCsv(renderSpreadsheet(named), ';');
    expect(
      local.map((row) => row.map((field) => field.replace(/^(-?\d+),(\d+)$/, '$1.$2'))),
    ).toEqual(plain);
    expect(writeField(1.5, { separator: ';', decimal: ',' })).toBe('1,5');
    expect(local.flat().some((field) => /^\d+,\d+$/.test(field))).toBe(true);
  });

  it.each([
    ['=1+1', "'=1+1"],
    [' =1+1', "'=1+1"],
    ['\t@x', "'@x"],
    ['＝1+1', "'＝1+1"],
    ['-5 degrees', "'-5 degrees"],
    // Where another locale cuts a cell.
    ['a;=1+1', `"a;'=1+1"`],
    ['a, +1', `"a, '+1"`],
    ['two\r\nlines', 'two lines'],
    ['say "hi"', '"say ""hi"""'],
    ['a-b = c', 'a-b = c'],
  ])('writes %j so that it stays a text', (text, written) => {
    expect(writeField(text)).toBe(written);
  });
});
