import {
  formatBytes,
  formatCores,
  formatDecimals,
  formatDuration,
  formatFigure,
  formatNumber,
  formatPercent,
  formatRatio,
  formatShare,
  groupDigits,
  bareNumber,
  readNumber,
  timeColumn,
  unitSign,
  withUnit,
} from '@present/locale/format';
import { describe, expect, it } from 'vitest';

describe('formatDuration', () => {
  it.each([
    [0, '0 ns'],
    [412, '412 ns'],
    [999.6, '1.00 µs'],
    [3_100, '3.10 µs'],
    [31_000_000, '31 ms'],
    [104_400_000, '104 ms'],
    [999_960_000, '1.00 s'],
    [2_184_000_000, '2.18 s'],
    [13_280_000_000, '13.3 s'],
    [119_900_000_000, '120 s'],
    [120_000_000_000, '2 min 00 s'],
    [368_000_000_000, '6 min 08 s'],
    [3_599_700_000_000, '1 h 00 min'],
    [7_500_000_000_000, '2 h 05 min'],
    [-31_000_000, '-31 ms'],
    [Number.NaN, 'not known'],
    [Infinity, 'not known'],
  ])('%d ns is %s', (ns, text) => {
    expect(formatDuration(ns)).toBe(text);
  });
});

describe('formatFigure', () => {
  it.each([
    [5, '5'],
    [400_000, '400,000'],
    [1234.5, '1,235'],
    [99.96, '100'],
    [9.996, '10.0'],
    [2.184, '2.18'],
    [0.25, '0.25'],
    [0.0314, '0.031'],
    [0.0042, '0.0042'],
    [0.00000012, '0.00000012'],
    [Number.NaN, 'not known'],
  ])('%d is %s', (value, text) => {
    expect(formatFigure(value)).toBe(text);
  });
});

describe('formatRatio', () => {
  it.each([
    [6.09, '6.09×'],
    [2, '2.00×'],
    [10.26, '10.3×'],
    [99.97, '100×'],
    [10_234, '10,200×'],
    [0.98, '0.98×'],
    [0.000097, '0.000097×'],
    [Infinity, 'not known'],
  ])('%d is %s', (ratio, text) => {
    expect(formatRatio(ratio)).toBe(text);
  });
});

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [512, '512 B'],
    [65_536, '65.5 kB'],
    [999_999, '1.00 MB'],
    [148_000_000, '148 MB'],
    [8_000_000_000, '8 GB'],
    [16_100_000_000_000, '16,100 GB'],
  ])('%d is %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});

describe('formatCores', () => {
  it.each([
    [3.24, 8, '3.2 of 8 cores'],
    [1, 1, '1.0 of 1 core'],
    [1.2, 1.5, '1.2 of 1.5 cores'],
    [Number.NaN, 8, 'not known'],
  ])('%d of %d', (busy, cores, text) => {
    expect(formatCores(busy, cores)).toBe(text);
  });
});

describe('groupDigits', () => {
  it('groups from the right', () => {
    expect([0, 12, 999, 1000, 1234567, -4321, -0.2].map(groupDigits)).toEqual([
      '0',
      '12',
      '999',
      '1,000',
      '1,234,567',
      '-4,321',
      '0',
    ]);
  });
});

describe('the unit of a column', () => {
  it('suits the figure as it will be rounded', () => {
    expect(timeColumn([999_600_000]).unit).toBe('s');
    expect(timeColumn([]).unit).toBe('ns');
    expect(timeColumn([157.3e6]).unitNs).toBe(1e6);
  });
});

describe('formatShare', () => {
  it.each([
    [0, '0 %'],
    [0.004, 'under 1 %'],
    [0.314, '31 %'],
    [1, '100 %'],
  ])('%d', (share, text) => {
    expect(formatShare(share)).toBe(text);
  });
});

describe('formatPercent', () => {
  it.each([
    [0.02, '2 %'],
    [0.0412, '4.1 %'],
    [1.25, '130 %'],
    [Number.NaN, 'not known'],
  ])('%d', (share, text) => {
    expect(formatPercent(share)).toBe(text);
  });
});

describe('formatNumber and formatDecimals', () => {
  it.each([
    [7, '7', '7.00'],
    [0.25, '0.25', '0.25'],
    [1.005, '1.005', '1.00'],
    [12_500.5, '12,500.5', '12,500.50'],
    [-0, '0', '0.00'],
    [Infinity, 'not known', 'not known'],
  ])('%d', (value, plain, decimals) => {
    expect(formatNumber(value)).toBe(plain);
    expect(formatDecimals(value, 2)).toBe(decimals);
  });
});

describe('timeColumn', () => {
  const written = (valuesNs: readonly number[]): readonly string[] => {
    const { unit, write } = timeColumn(valuesNs);
    return [unit, ...valuesNs.map(write)];
  };

  it('has one unit and one number of decimals', () => {
    expect(written([2.18e9, 13.28e9])).toEqual(['s', '2.18', '13.28']);
    expect(written([157.3e6, 321.8e6])).toEqual(['ms', '157', '322']);
    expect(written([24.35e6, 176.9e6])).toEqual(['ms', '24.4', '176.9']);
  });

  it('takes the next smaller unit for the sake of a small figure', () => {
    expect(written([467e6, 2.57e9])).toEqual(['ms', '467', '2,570']);
    expect(written([3_100, 31e6])).toEqual(['µs', '3.10', '31,000']);
  });

  it('gives each three figures where some are long', () => {
    expect(written([2.86e6, 24.6e6, 623.85e6, 1.373e9])).toEqual([
      'ms',
      '2.86',
      '24.6',
      '624',
      '1,373',
    ]);
  });

  it('keeps a far smaller figure readable', () => {
    expect(written([40, 31e6])).toEqual(['µs', '0.040', '31,000']);
  });

  it('writes a figure with its unit where it stands alone', () => {
    const { writeWhole } = timeColumn([2.86e6, 24.6e6]);
    expect([24.6e6, Number.NaN].map(writeWhole)).toEqual(['24.60 ms', 'not known']);
  });

  it('takes a column without figures', () => {
    expect(timeColumn([]).write(Number.NaN)).toBe('not known');
    expect(written([0])).toEqual(['ns', '0']);
  });
});

describe('a number that is typed', () => {
  it.each([
    [400_000, '400000'],
    [0.5, '0.5'],
    [-12, '-12'],
  ])('%d stands bare and is read back', (value, text) => {
    expect(bareNumber(value)).toBe(text);
    expect(readNumber(text)).toBe(value);
  });
});

describe('withUnit', () => {
  it.each([
    ['20', 'Hz', '20 Hz'],
    ['95', '%', '95 %'],
    ['12', 'us', '12 µs'],
  ] as const)('%s %s', (figure, unit, text) => {
    expect(withUnit(figure, unit)).toBe(text);
    expect(text).toContain(unitSign(unit));
  });
});
