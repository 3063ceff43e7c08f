// `corelane init module`: prints an experiment for own code, or writes it with a file to start from.
import { failInWords } from '@present/words/engine/problems';
import { makeFolder } from '@engine/files/make-folder';
import { writeNewFile } from '@engine/files/write-file';
import { message } from '@present/messages/message';
import { ok, type Result } from '@shared/base/result';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ownExperimentFile, ownTemplate } from './own-templates';

/** Resolves with what is printed: the experiment, or with a folder where its files are. Nothing is overwritten. */
export async function initModule(
  python: boolean,
  out: string | undefined,
): Promise<Result<{ readonly printed: string; readonly said: readonly string[] }>> {
  const { file, code, experiment } = ownTemplate(python);
  if (out === undefined) return ok({ printed: experiment, said: [] });
  const folder = await makeFolder(out);
  if (!folder.ok) return folder;
  const files = [
    [file, code],
    [ownExperimentFile, experiment],
  ] as const;
  for (const [name] of files) {
    const path = join(folder.value, name);
    // Both or neither.
    if (existsSync(path)) return failInWords('file-exists', message('init-exists', { path }));
  }
  const said: string[] = [];
  for (const [name, text] of files) {
    const written = await writeNewFile(join(folder.value, name), text);
    if (!written.ok) return written;
    said.push(message('cli-wrote', { path: written.value }));
  }
  return ok({ printed: '', said });
}
