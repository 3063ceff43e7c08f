// The names that a person's own file gives to others, found without running it.
import { isAbsolute } from 'node:path';
import { languageOf, type OwnExports } from '@shared/own-work';
import { fail, ok, type Result } from '@shared/result';
import { readOwnCode } from './bundle';
import { listPythonNames } from './python-names';

/**
 * What a file exports, in the order it is told. Nothing of the file is run, and so the names of a CommonJS
 * file are not known.
 * @param path a whole path
 */
export async function listExports(path: string): Promise<Result<OwnExports>> {
  if (!isAbsolute(path)) {
    return fail(
      'relative-path',
      `${path} is not a whole path. Choose the file, or write all of it.`,
    );
  }
  const language = languageOf(path);
  if (language === 'python') return listPythonNames(path);
  if (language === undefined) return fail('not-read', `${path} is not a file that can be run.`);
  const read = await readOwnCode(path);
  if (!read.ok) return read;
  const { exports } = read.value;
  return ok({ names: [...exports], known: exports.length > 0 });
}
