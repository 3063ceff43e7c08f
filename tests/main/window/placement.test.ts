import { describe, expect, it } from 'vitest';
import { boundsOn, readPlacement } from '../../../src/main/window/placement';

const primary = { x: 0, y: 0, width: 1920, height: 1040 };
const second = { x: 1920, y: 0, width: 1280, height: 1024 };
const kept = { x: 2000, y: 100, width: 1100, height: 800 };

describe('the place of the window', () => {
  it('is as it was on a display that is there', () => {
    expect(boundsOn(kept, [primary, second])).toEqual(kept);
    expect(boundsOn({ ...kept, x: -900 }, [primary, second])).toEqual({ ...kept, x: -900 });
  });

  it('is the middle of the first display where its own is gone', () => {
    expect(boundsOn(kept, [primary])).toEqual({ x: 410, y: 120, width: 1100, height: 800 });
  });

  it('is no larger than that display', () => {
    const huge = { x: 4000, y: 0, width: 3000, height: 2000 };
    expect(boundsOn(huge, [primary])).toEqual(primary);
  });

  it.each([
    ['above every display', { ...kept, x: 100, y: -50 }],
    ['but for a sliver beside it', { ...kept, x: 1890 }],
    ['but for its head below it', { ...kept, x: 100, y: 1030 }],
  ])('is not kept %s', (_, lost) => {
    expect(boundsOn(lost, [primary])).toEqual({ x: 410, y: 120, width: 1100, height: 800 });
  });

  it('comes from a text that has all of it, and from no other', () => {
    const placement = { ...kept, maximised: true };
    expect(readPlacement(JSON.stringify(placement))).toEqual(placement);
    for (const damaged of [
      '',
      '[]',
      'null',
      '{"x":1}',
      JSON.stringify({ ...kept, width: 0 }),
      JSON.stringify({ ...kept, y: 0.5 }),
      JSON.stringify({ ...kept, x: 1e9 }),
    ]) {
      expect(readPlacement(damaged)).toBeUndefined();
    }
  });
});
