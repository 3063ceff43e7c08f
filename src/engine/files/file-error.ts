// Explains the operating system's errors about files.
import type { FileFault, FileFaultCode, PlacedFault } from '@shared/base/file-fault';
import type { ProblemOf } from '@shared/base/problems';
import { fail, type Result } from '@shared/base/result';

const codes: Readonly<Record<string, FileFaultCode>> = {
  ENOENT: 'missing',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'read-only',
  ENOSPC: 'full',
  EDQUOT: 'over-quota',
  EFBIG: 'too-large',
  EIO: 'device',
  EISDIR: 'folder',
  ENOTDIR: 'no-folder-on-path',
  EEXIST: 'no-folder-on-path',
  ENAMETOOLONG: 'long-name',
  ELOOP: 'link-circle',
  EMFILE: 'too-many-open',
  ENFILE: 'too-many-open',
  EPIPE: 'nobody-reads',
  ENXIO: 'nobody-reads',
  ETXTBSY: 'running',
  ENOTCONN: 'disconnected',
  ESTALE: 'stale',
};

/** Thrown, or given, in place of a file system error where Corelane itself refuses a file. */
export class FileRefused extends Error {
  constructor(readonly fault: FileFaultCode) {
    super(fault);
  }
}

/** What is wrong with a file, by the error that it gave. */
export function fileFault(error: unknown): FileFault {
  if (error instanceof FileRefused) return { code: error.fault };
  if (!(error instanceof Error)) return { code: 'other', said: String(error) };
  const known = codes['code' in error ? String(error.code) : ''];
  return known === undefined ? { code: 'other', said: error.message } : { code: known };
}

/** The same with the file or folder that the error names; what the system says of an unknown fault names it itself. */
export function placedFault(error: unknown): PlacedFault {
  const why = fileFault(error);
  const path = error instanceof Error && 'path' in error ? error.path : undefined;
  return why.code === 'other' || typeof path !== 'string' ? { why } : { path, why };
}

/** Returns whether it is a file system error of one of these codes. */
export function hasCode(error: unknown, ...wanted: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && wanted.includes(String(error.code));
}

/** The failure of a file, or of a folder for files, that could not be written. */
export function notWritten(path: string, error: unknown): Result<never, ProblemOf<'not-written'>> {
  // What is written need not be there before; the folder it belongs into must.
  const why: FileFault = hasCode(error, 'ENOENT') ? { code: 'no-folder' } : fileFault(error);
  return fail('not-written', { path, why });
}
