// A file of /proc kept open: the descriptor stays on the same thread or process even when the
// kernel gives its number to another, and reading again costs one system call.
import { closeSync, openSync, readSync } from 'node:fs';
import { ok } from '@shared/base/result';
import { systemErrorCode } from './read-text';
import { unread, type Reading } from './reading';

/** What the kernel says when the thread or process has ended. */
const goneCodes: readonly string[] = ['ENOENT', 'ESRCH'];

export class ProcFile {
  readonly #descriptor: number;

  private constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  /** Opens it; fails with `ended` where there is no such thread or process, else `not-opened`. */
  static open(path: string): Reading<ProcFile> {
    try {
      return ok(new ProcFile(openSync(path, 'r')));
    } catch (error) {
      const code = systemErrorCode(error);
      if (code === undefined) throw error;
      const gone = goneCodes.includes(code);
      return unread(gone ? { code: 'ended' } : { code: 'not-opened', path, errno: code });
    }
  }

  /**
   * Reads the text as it is now into the buffer.
   * @returns its length in bytes; 0 when what it describes has ended
   */
  read(into: Uint8Array): number {
    try {
      return readSync(this.#descriptor, into, 0, into.length, 0);
    } catch (error) {
      if (systemErrorCode(error) === undefined) throw error;
      return 0;
    }
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}
