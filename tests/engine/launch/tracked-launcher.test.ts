import { describe, expect, it, vi } from 'vitest';
import { trackChildren } from '@engine/launch/tracked-launcher';
import type { ChildExit, Launcher } from '@engine/types';

function stage() {
  const children: { end: () => void; kill: ReturnType<typeof vi.fn> }[] = [];
  const launcher: Launcher = {
    kind: 'fork',
    launch: () => {
      const listeners: ((exit: ChildExit) => void)[] = [];
      const child = {
        end: () => {
          for (const tell of listeners) tell({ code: 0 });
        },
        kill: vi.fn(),
      };
      children.push(child);
      return {
        pid: children.length,
        send: () => undefined,
        onMessage: () => undefined,
        onExit: (listener) => void listeners.push(listener),
        kill: child.kill,
        stderrTail: () => '',
      };
    },
  };
  const tracked = trackChildren(launcher);
  const launch = () => tracked.launch('x.js', { name: 'x' });
  return { tracked, launch, children };
}

describe('the tracked launcher', () => {
  it('counts the living and ends them only', () => {
    const { tracked, launch, children } = stage();
    const told = vi.fn();
    launch().onExit(told);
    launch();
    expect(tracked.alive()).toBe(2);
    children[0]?.end();
    expect(told).toHaveBeenCalledExactlyOnceWith({ code: 0 });
    expect(tracked.alive()).toBe(1);
    tracked.killAll();
    expect(children.map(({ kill }) => kill.mock.calls.length)).toEqual([0, 1]);
  });

  it('tells when the last one is gone', async () => {
    const { tracked, launch, children } = stage();
    expect(await tracked.allGone(0)).toBe(true);
    launch();
    launch();
    const gone = vi.fn();
    const waiting = tracked.allGone(60_000).then(gone);
    children[1]?.end();
    await Promise.resolve();
    expect(gone).not.toHaveBeenCalled();
    children[0]?.end();
    await waiting;
    expect(gone).toHaveBeenCalledExactlyOnceWith(true);
  });

  it('does not wait for ever', async () => {
    vi.useFakeTimers();
    try {
      const { tracked, launch } = stage();
      launch();
      const gone = tracked.allGone(500);
      await vi.advanceTimersByTimeAsync(500);
      expect(await gone).toBe(false);
    } finally {
      vi.useRealTimers();
    }
  });
});
