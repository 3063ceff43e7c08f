// Files by their content and by what the file system says of them.
import { createHash } from 'node:crypto';
import { createReadStream, lstatSync, statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { cleanText } from '@shared/base/clean-text';
import type { ProblemOf } from '@shared/base/problems';
import { fail, ok, type Result } from '@shared/base/result';
import { fileFault } from '../../files/file-error';
import type { ContentFile, FileRole } from '@shared/experiment/own-content';

const describe = (path: string): string => cleanText(path, 1000);

/** Size, times and number: of a file that is written or replaced, one of them differs. `undefined` where it is gone. */
export function signatureOf(path: string): string | undefined {
  const found = statOrNothing(() => statSync(path, { bigint: true, throwIfNoEntry: false }));
  if (found === undefined) return undefined;
  const { size, mtimeNs, ctimeNs, ino, dev } = found;
  return [size, mtimeNs, ctimeNs, ino, dev].join(':');
}

/** Of a folder only the times: what is in it does not change its own size everywhere. */
export function folderSignatureOf(path: string): string {
  const found = statOrNothing(() => lstatSync(path, { bigint: true, throwIfNoEntry: false }));
  return found === undefined ? 'gone' : [found.mtimeNs, found.ino, found.dev].join(':');
}

function statOrNothing<T>(read: () => T | undefined): T | undefined {
  try {
    return read();
  } catch {
    // A part of the path is no folder any more, or not ours to read.
    return undefined;
  }
}

/** The SHA-256 of a text. */
export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A file with its content; `content-not-read` where it can't be read or is none. */
export async function readContentFile(
  path: string,
  role: FileRole,
): Promise<Result<ContentFile, ProblemOf<'content-not-read'>>> {
  try {
    // A pipe or a device would be read without end.
    if (!(await stat(path)).isFile()) {
      return fail('content-not-read', { path: describe(path), why: { code: 'not-a-file' } });
    }
    const signature = signatureOf(path) ?? '';
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
    return ok({ path, role, sha256: hash.digest('hex'), signature });
  } catch (error) {
    return fail('content-not-read', { path: describe(path), why: fileFault(error) });
  }
}
