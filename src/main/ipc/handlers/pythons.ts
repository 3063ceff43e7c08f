// The call about the Pythons of this machine.
import { findInterpreters } from '@engine/python/find-interpreters';
import type { FoundInterpreters } from '@shared/experiment/python';
import { ok } from '@shared/base/result';
import type { Handlers } from '../ipc';

type Find = () => Promise<FoundInterpreters>;

/**
 * Finding starts every Python once, so what was found is kept until it is asked for anew.
 * @param find looks for them; tests give their own
 */
export function pythonHandlers(
  find: Find = () => findInterpreters(),
): Pick<Handlers, 'pythons:list'> {
  let kept: Promise<FoundInterpreters> | undefined;
  return {
    'pythons:list': async (anew) => {
      if (anew) kept = undefined;
      const asked = (kept ??= find());
      try {
        return ok(await asked);
      } catch (error) {
        if (kept === asked) kept = undefined;
        throw error;
      }
    },
  };
}
