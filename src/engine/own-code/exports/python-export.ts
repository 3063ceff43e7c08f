// Whether a Python file may have a function of this name: found in its text, nothing of it is run.
import { readFile } from 'node:fs/promises';
import { fileName, type ModuleWorkload } from '@shared/experiment/own-code';
import type { RunProblem } from '@shared/base/problems';
import { fail, ok, type Result } from '@shared/base/result';
import { scanPythonNames } from './python-names';

/** What gives a module names that its text does not contain. */
const unwritten =
  /\bimport[ \t]*\*|\b(?:globals|locals|vars|setattr|exec|eval|__dict__|__getattr__|modules)\b/;

/**
 * Fails with `no-such-export` where a file can't have the function: its name is nowhere in the text, not even in an
 * `import`, and nothing there makes names. Of a file that defines no function at the left margin nothing is known.
 */
export async function checkPythonExport({
  path,
  export: name,
}: ModuleWorkload): Promise<Result<undefined, RunProblem>> {
  const [first = ''] = name.split('.');
  const text = await readFile(path, 'utf8').catch(() => '');
  const exports = scanPythonNames(text).filter((one) => !one.startsWith('_'));
  // Python takes some letters for equal that are not; and text of two bytes for a letter is refused by it in its own words.
  const isKnown = /^\w+$/.test(first) && exports.length > 0 && !text.includes('\0');
  if (!isKnown || unwritten.test(text) || new RegExp(`\\b${first}\\b`).test(text)) {
    return ok(undefined);
  }
  return fail('no-such-export', { file: fileName(path), export: name, exports });
}
