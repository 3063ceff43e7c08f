// The Python interpreters of this machine; where there is none, what needs one is skipped.
import { findInterpreters } from '@engine/python/find-interpreters';
import type { Interpreter } from '@shared/python';

const released = ({ version }: Interpreter): number => {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map((part) => Number.parseInt(part));
  return (major * 1000 + minor) * 1000 + patch;
};

export const interpreters =
  process.platform === 'linux' ? (await findInterpreters()).usable : ([] as const);

export const hasPython = interpreters.length > 0;

/** The oldest and the newest of them, which may be one. */
export function oldestAndNewest(): readonly Interpreter[] {
  const sorted = [...interpreters].sort((a, b) => released(a) - released(b));
  return [...new Set([...sorted.slice(0, 1), ...sorted.slice(-1)])];
}
