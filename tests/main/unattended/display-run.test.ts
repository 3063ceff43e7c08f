// The run that nobody clicks for is given up where nothing happens, and not while a trial may still go on.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { LiveEvent } from '@shared/report/live';
import { DisplayRun } from '../../../src/main/unattended/display-run';
import { ViewTracker } from '../../../src/main/unattended/view-tracker';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

it('waits as long as setup and tasks of own code, and a search for a mismatch, may take', async () => {
  const places = new ViewTracker();
  const run = new DisplayRun({
    request: { out: 'never-written' } as never,
    window: {} as never,
    places,
    command: () => undefined,
  });
  const ended = vi.fn();
  void run.execute(undefined).then(ended);
  places.tell('lab');
  await vi.advanceTimersByTimeAsync(0);
  run.follow({
    ...{ type: 'run-begin', cells: [], order: [], cores: [] },
    experiment: { name: 'slow', timeoutSeconds: 300, tasks: 1 },
  } as unknown as LiveEvent);
  await vi.advanceTimersByTimeAsync(3 * 3 * 300_000);
  expect(ended).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(ended).toHaveBeenCalledExactlyOnceWith(1);
});
