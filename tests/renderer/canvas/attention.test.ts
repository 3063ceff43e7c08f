// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followAttention } from '@renderer/canvas/attention';

let told: boolean[];
let stop: () => void;
let visibility: DocumentVisibilityState;

function show(state: DocumentVisibilityState): void {
  visibility = state;
  document.dispatchEvent(new Event('visibilitychange'));
}

beforeEach(() => {
  vi.useFakeTimers();
  visibility = 'visible';
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
  told = [];
  stop = followAttention((attended) => told.push(attended));
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('followAttention', () => {
  it('tells at once when the window is hidden, and when it is back', () => {
    show('hidden');
    show('visible');
    expect(told).toEqual([false, true]);
  });

  it('waits a minute before a window behind others is left alone', () => {
    window.dispatchEvent(new Event('blur'));
    vi.advanceTimersByTime(30_000);
    window.dispatchEvent(new Event('focus'));
    vi.advanceTimersByTime(120_000);
    expect(told).toEqual([]);
    window.dispatchEvent(new Event('blur'));
    vi.advanceTimersByTime(60_000);
    expect(told).toEqual([false]);
    window.dispatchEvent(new Event('focus'));
    expect(told).toEqual([false, true]);
  });

  it('tells nothing once it has ended', () => {
    window.dispatchEvent(new Event('blur'));
    stop();
    show('hidden');
    vi.advanceTimersByTime(120_000);
    expect(told).toEqual([]);
  });
});
