import { describe, expect, expectTypeOf, it } from 'vitest';
import { defined } from '@shared/base/defined';

const maybe = (value: number | undefined): number | undefined => value;

describe('defined', () => {
  it('leaves out what is undefined, and keeps every other value', () => {
    const fields = { zero: 0, empty: '', no: false, nothing: null, lost: undefined };
    expect(Object.entries(defined(fields))).toEqual([
      ['zero', 0],
      ['empty', ''],
      ['no', false],
      ['nothing', null],
    ]);
  });

  it('leaves out what an object only inherits', () => {
    const fields = Object.assign(Object.create({ extend: 1 }) as object, { own: 2 });
    expect(Object.keys(defined(fields))).toEqual(['own']);
  });

  it('keeps the order of the keys', () => {
    const keys = Object.keys(defined({ last: 1, lost: undefined, first: 2, middle: 3 }));
    expect(keys).toEqual(['last', 'first', 'middle']);
  });

  it('copies: what it was given stays as it is', () => {
    const fields = { low: 1, high: undefined };
    expect(defined(fields)).not.toBe(fields);
    expect(Object.keys(fields)).toEqual(['low', 'high']);
  });

  it('makes keys that may be undefined optional, without undefined', () => {
    const found = defined({ kind: 'cost', ns: maybe(1), share: 2 });
    expectTypeOf(found).toExtend<{ kind: 'cost'; ns?: number; share: number }>();
    expectTypeOf<{ kind: 'cost'; share: 2 }>().toExtend<typeof found>();
  });
});
