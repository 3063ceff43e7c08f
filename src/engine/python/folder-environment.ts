// Whether a virtual environment that merely lies in the current folder may be started. Somebody else may have
// put it there, so it may only lead to a Python that lies elsewhere.
import { realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/**
 * Why nothing of it is started; nothing where it may be.
 * @param interpreters the files in it that are called as an interpreter is
 */
export function whyLeftAlone(
  environment: string,
  interpreters: readonly string[],
  folder: string,
): string | undefined {
  const isEnvironment = statSync(join(environment, 'pyvenv.cfg'), {
    throwIfNoEntry: false,
  })?.isFile();
  if (isEnvironment !== true) return reason('it has no pyvenv.cfg');
  if (interpreters.some((path) => !leadsOutOf(folder, path))) {
    return reason('it is no link to a Python elsewhere');
  }
  return undefined;
}

const reason = (what: string): string =>
  `it was not started: it lies in the current folder and ${what}; activate it if you trust it`;

function leadsOutOf(folder: string, path: string): boolean {
  const inside = `${realpathSync(folder)}${sep}`;
  return !realpathSync(path).startsWith(inside);
}
