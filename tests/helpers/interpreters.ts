// The Python interpreters of this machine; where there is none, what needs one is skipped.
import { byVersion } from '@engine/python/by-version';
import { inject } from 'vitest';
import type { Interpreter } from '@shared/experiment/python';

export const interpreters: readonly Interpreter[] = inject('interpreters');

export const hasPython = interpreters.length > 0;

/** The oldest and the newest of them, which may be one. */
export function oldestAndNewest(): readonly Interpreter[] {
  const sorted = [...interpreters].sort(byVersion);
  return [...new Set([...sorted.slice(0, 1), ...sorted.slice(-1)])];
}
