// Every format of one made-up report, byte by byte.
import { exporters } from '@report/index';
import { renderTable } from '@report/text';
import { exportFormats } from '@shared/report/export-formats';
import { describe, expect, it } from 'vitest';
import { expectGolden } from '../helpers/golden';
import { makeReport } from '../helpers/make/report';

const report = makeReport({ failing: 'processes-2' });

describe('exporters', () => {
  it.each(exportFormats)('%s', (format) => {
    const { extension, render } = exporters[format];
    expectGolden(`report.${extension}`, [...render(report)].join(''));
  });

  it('has one for every format, each with an extension of its own', () => {
    expect(Object.keys(exporters).sort()).toEqual([...exportFormats].sort());
    const extensions = Object.values(exporters).map(({ extension }) => extension);
    expect(new Set(extensions).size).toBe(exportFormats.length);
  });
});

describe('the table for a terminal', () => {
  it('is as before', () => {
    expectGolden('report.txt', renderTable(report));
  });
});
