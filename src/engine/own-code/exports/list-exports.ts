// The names that a user's own file gives to others, found without running it.
import { stat } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { languageOfFile, type OwnExports } from '@shared/experiment/own-code';
import { fail, ok, type Result } from '@shared/base/result';
import { fileFault } from '../../files/file-error';
import { byVersion } from '../../python/by-version';
import { findInterpreters } from '../../python/find-interpreters';
import { readOwnCode } from '../bundle/bundle';
import { scanCommonJsNames } from './commonjs-names';
import { listPythonNames } from './python-names';

/**
 * What a file exports, in the order it is told. Nothing of the file is run, and so the names of a CommonJS
 * file are those it seems to have, `known` false.
 * @param path a whole path
 */
export async function listExports(path: string): Promise<Result<OwnExports>> {
  if (!isAbsolute(path)) {
    return fail('not-whole-path', { path });
  }
  const language = languageOfFile(path);
  if (language === undefined) return fail('not-runnable', { path });
  const regular = await refuseIrregular(path);
  if (!regular.ok) return regular;
  if (language === 'python') return listPythonExports(path);
  const read = await readOwnCode(path);
  if (!read.ok) return read;
  const { exports } = read.value;
  if (exports.length > 0) return ok({ names: [...exports], known: true });
  return ok({ names: [...(await scanCommonJsNames(path))], known: false });
}

/** A pipe or a device would be waited for without end. */
async function refuseIrregular(path: string): Promise<Result<undefined>> {
  try {
    const found = await stat(path);
    return found.isFile() ? ok(undefined) : fail('no-file', { path });
  } catch (error) {
    return fail('not-readable', { path, why: fileFault(error) });
  }
}

/** What the newest Python here doesn't understand is a mistake; an older one may just not know it yet. */
async function listPythonExports(path: string): Promise<Result<OwnExports>> {
  const listed = await listPythonNames(path);
  if (listed.ok || listed.problem.code !== 'bad-python') return listed;
  const newest = [...(await findInterpreters()).usable].sort(byVersion).at(-1);
  return newest === undefined ? listed : listPythonNames(path, newest.path);
}
