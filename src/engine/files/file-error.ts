// Explains the operating system's errors about files.
import { fail, type Result } from '@shared/base/result';

const words: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'it would be larger than a file may be',
  EIO: 'the device failed',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is not a folder',
  EEXIST: 'a part of the path is not a folder',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EPIPE: 'nobody reads it',
  ENXIO: 'nobody reads it',
  ETXTBSY: 'it is a program that runs',
  ENOTCONN: 'the connection is gone',
  ESTALE: 'the folder is gone',
};

/** A limit in an error's sentence. */
export const writeLimit = (bytes: number): string =>
  bytes < 1e6 ? `${bytes} B` : `${bytes / 1e6} MB`;

/** A file system error as the end of a sentence, without a full stop. */
export function describeFileError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  return words[code] ?? error.message;
}

/** Returns whether it is a file system error of one of these codes. */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

/** The failure of a file, or of a folder for files, that could not be written. */
export function notWritten(path: string, error: unknown): Result<never> {
  // What is written need not be there before; the folder it belongs into must.
  const why = hasCode(error, 'ENOENT') ? 'there is no such folder' : describeFileError(error);
  return fail(
    'not-written',
    `${path} could not be written: ${why}. Choose another place, or mend that and try again.`,
  );
}
