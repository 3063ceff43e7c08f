// Reads text that a person names: an experiment, a report. Bounded, and UTF-8 or nothing.
import { open } from 'node:fs/promises';
import { formatBytes } from '@shared/format';
import { fail, ok, type Result } from '@shared/result';
import { describeFileError } from './file-error';

/** The largest experiment that is read. */
export const experimentBytes = 1_000_000;

/** The largest report that is read. */
export const reportBytes = 300_000_000;

/** Text of UTF-8 bytes, without a byte order mark. `name` is what the error speaks of. */
export function decodeText(bytes: Uint8Array, name: string): Result<string> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return fail('not-text', `${name} is not UTF-8 text. Save it as UTF-8 and try again.`);
  }
}

/** The problem of an input beyond the limit. */
export function tooLarge(name: string, limit: number): Result<never> {
  return fail('too-large', `${name} is larger than ${formatBytes(limit)}, the most that is read.`);
}

/**
 * The text of a file of at most `limit` bytes.
 * @returns `not-read`, `too-large` or `not-text` where it failed
 */
export async function readTextFile(path: string, limit: number): Promise<Result<string>> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size > limit) return tooLarge(path, limit);
      return decodeText(await file.readFile(), path);
    } finally {
      await file.close();
    }
  } catch (error) {
    return fail(
      'not-read',
      `${path} could not be read: ${describeFileError(error)}. Check the path and try again.`,
    );
  }
}
