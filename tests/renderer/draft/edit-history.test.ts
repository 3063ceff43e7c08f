import { describe, expect, it } from 'vitest';
import { EditHistory, placeOfChange } from '@renderer/draft/edit-history';

const state = (tasks: number, name = 'a'): string => JSON.stringify({ tasks, on: [name] });

describe('edits', () => {
  it('are taken back one by one, and done again', () => {
    const history = new EditHistory();
    history.record(state(1), state(2));
    history.record(state(2), state(2, 'b'));
    expect(history.undo(state(2, 'b'))).toBe(state(2));
    expect(history.undo(state(2))).toBe(state(1));
    expect(history.undo(state(1))).toBeUndefined();
    expect(history.redo(state(1))).toBe(state(2));
    expect(history.redo(state(2))).toBe(state(2, 'b'));
    expect(history.redo(state(2, 'b'))).toBeUndefined();
  });

  it('of one field are one, until it is left', () => {
    const history = new EditHistory();
    history.record(state(1), state(12));
    history.record(state(12), state(123));
    history.seal();
    history.record(state(123), state(5));
    expect(history.undo(state(5))).toBe(state(123));
    expect(history.undo(state(123))).toBe(state(1));
  });

  it('that were taken back are gone after another edit', () => {
    const history = new EditHistory();
    history.record(state(1), state(2));
    history.undo(state(2));
    history.record(state(1), state(3));
    expect(history.redo(state(3))).toBeUndefined();
  });

  it('are kept up to a bound', () => {
    const history = new EditHistory();
    for (let at = 0; at < 150; at += 1) {
      history.record(state(at), state(at + 1));
      history.seal();
    }
    let count = 0;
    for (let now = state(150); ; count += 1) {
      const before = history.undo(now);
      if (before === undefined) break;
      now = before;
    }
    expect(count).toBe(100);
  });

  it('have a place where one value differs alone', () => {
    expect(placeOfChange(state(1), state(2))).toBe('/tasks');
    expect(placeOfChange(state(1), state(1, 'b'))).toBe('/on/0');
    expect(placeOfChange(state(1), state(2, 'b'))).toBeUndefined();
    expect(placeOfChange('{"a":{"b":1}}', '{}')).toBe('/a');
  });
});
