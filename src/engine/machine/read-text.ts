// Reads a small text of the kernel whole: for what is read once, outside of any loop.
import { readFileSync } from 'node:fs';
import { ok } from '@shared/base/result';
import { unread, type Reading } from './reading';

/** Gives the text at a path, or why there is none. */
export type ReadText = (path: string) => Reading<string>;

/** The system's name for what failed (`ENOENT`), or undefined where it was not the system. */
export function systemErrorCode(error: unknown): string | undefined {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return code !== undefined && /^E[A-Z0-9]+$/.test(code) ? code : undefined;
}

/** Reads the file at `path`; fails with the system's reason where it cannot be read. */
export function readText(path: string): Reading<string> {
  // Such a path comes from a text of the kernel's that is none.
  if (path.includes('\0')) return unread({ code: 'nul-path' });
  try {
    return ok(readFileSync(path, 'utf8'));
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    return unread({ code: 'not-read', path, errno: code });
  }
}
