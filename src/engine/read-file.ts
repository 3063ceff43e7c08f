// Reads text that a person names: an experiment, a report. Bounded, and UTF-8 or nothing.
import { createReadStream } from 'node:fs';
import { formatBytes } from '@shared/format';
import { fail, ok, type Result } from '@shared/result';
import { describeFileError } from './file-error';

/** The largest experiment that is read. */
export const experimentBytes = 1_000_000;

/** The largest report that is read. */
export const reportBytes = 300_000_000;

/** Text of UTF-8 bytes, without a byte order mark. `name` is what the error speaks of. */
function decodeText(bytes: Uint8Array, name: string): Result<string> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return fail('not-text', `${name} is not UTF-8 text. Save it as UTF-8 and try again.`);
  }
}

/**
 * The text of an input of at most `limit` bytes, of which no more is read, whatever it says of its
 * size. `name` is what errors speak of.
 * @returns `too-large` or `not-text` where it failed
 */
export async function readTextStream(
  input: AsyncIterable<Uint8Array | string>,
  name: string,
  limit: number,
): Promise<Result<string>> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of input) {
    const buffer = Buffer.from(chunk);
    bytes += buffer.length;
    if (bytes > limit) {
      const most = formatBytes(limit);
      return fail('too-large', `${name} is larger than ${most}, the most that is read.`);
    }
    chunks.push(buffer);
  }
  return decodeText(Buffer.concat(chunks), name);
}

/**
 * The text of a file of at most `limit` bytes.
 * @returns `not-read`, `too-large` or `not-text` where it failed
 */
export async function readTextFile(path: string, limit: number): Promise<Result<string>> {
  try {
    return await readTextStream(createReadStream(path), path, limit);
  } catch (error) {
    return fail(
      'not-read',
      `${path} could not be read: ${describeFileError(error)}. Check the path and try again.`,
    );
  }
}
