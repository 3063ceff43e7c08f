import { upperTail } from '@analysis/stats/normal';
import { describe, expect, it } from 'vitest';

describe('upperTail', () => {
  // Python: 0.5 * math.erfc(z / math.sqrt(2)).
  it.each([
    [0, 0.5],
    [0.1, 0.460172162722971],
    [1, 0.15865525393145707],
    [1.999, 0.022804176932658883],
    [2, 0.02275013194817922],
    [2.5, 0.006209665325776139],
    [3.5, 0.00023262907903552504],
    [5, 2.866515718791946e-7],
  ])('above %d lies %d', (z, expected) => {
    expect(upperTail(z) / expected).toBeCloseTo(1, 10);
  });
});
