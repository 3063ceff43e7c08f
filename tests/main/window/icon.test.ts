import { describe, expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ nativeImage: {} }));

const { barsOf, iconPixels } = await import('../../../src/main/window/icon');

describe('the icon', () => {
  it('has the logo\u2019s lines as bars, with square bends and flat ends', () => {
    expect(barsOf('M4 5V1.75h12V5', 1.5)).toEqual([
      { left: 3.25, right: 4.75, top: 1, bottom: 5 },
      { left: 3.25, right: 16.75, top: 1, bottom: 2.5 },
      { left: 15.25, right: 16.75, top: 1, bottom: 5 },
    ]);
    expect(barsOf('M4 10h16M7.5 13.75H18', 2)).toEqual([
      { left: 4, right: 20, top: 9, bottom: 11 },
      { left: 7.5, right: 18, top: 12.75, bottom: 14.75 },
    ]);
  });

  it('is ink on the ground, with corners that are seen through', () => {
    const size = 56;
    const pixels = iconPixels(size);
    const at = (x: number, y: number): number[] => [
      ...pixels.subarray((y * size + x) * 4, (y * size + x) * 4 + 4),
    ];
    expect(at(0, 0)[3]).toBe(0);
    // Between core edge and lanes, then in the middle lane (2 px a unit, a margin of 4 units).
    expect(at(28, 15)).toEqual([0xf2, 0xf5, 0xf5, 255]);
    expect(at(28, 27)).toEqual([0x1a, 0x18, 0x15, 255]);
  });
});
