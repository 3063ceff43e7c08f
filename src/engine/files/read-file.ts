// Reads text that a user names: an experiment, a report, compressed or not. Bounded.
import { constants, createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { fail, ok, type Result } from '@shared/base/result';
import { decodeText } from './decode-text';
import { fileFault, FileRefused } from './file-error';
import { decompress, isCompressed } from './kept-report';

/** The largest experiment that is read. */
export const experimentBytes = 1_000_000;

/** The largest report that is read. */
export const reportBytes = 300_000_000;

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
  const bytes = await readBytes(input, name, limit);
  return bytes.ok ? decodeText(bytes.value, name) : bytes;
}

async function readBytes(
  input: AsyncIterable<Uint8Array | string>,
  name: string,
  limit: number,
): Promise<Result<Uint8Array>> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of input) {
    const buffer = Buffer.from(chunk);
    bytes += buffer.length;
    if (bytes > limit) {
      return fail('too-large', { name, bytes: limit, unpacked: false });
    }
    chunks.push(buffer);
  }
  return ok(Buffer.concat(chunks));
}

/**
 * The text of a file of at most `limit` bytes.
 * @returns `not-read`, `too-large` or `not-text` where it failed
 */
export async function readTextFile(path: string, limit: number): Promise<Result<string>> {
  const bytes = await readFileBytes(path, limit, createReadStream(path));
  return bytes.ok ? decodeText(bytes.value, path) : bytes;
}

/** As {@link readTextFile}, of a file of the data folder: refuses what {@link storedPieces} refuses. */
export async function readStoredText(path: string, limit: number): Promise<Result<string>> {
  const bytes = await readFileBytes(path, limit, storedPieces(path));
  return bytes.ok ? decodeText(bytes.value, path) : bytes;
}

/**
 * The bytes of a file of the data folder. A pipe or a device in its place, which could be read without end or
 * keep the reader waiting, is refused.
 */
export async function* storedPieces(path: string): AsyncGenerator<Uint8Array> {
  const { O_RDONLY, O_NONBLOCK = 0 } = constants;
  const file = await open(path, O_RDONLY | O_NONBLOCK);
  try {
    const found = await file.stat();
    if (!found.isFile() && !found.isDirectory()) throw new FileRefused('pipe-or-device');
    yield* file.createReadStream() as AsyncIterable<Buffer>;
  } finally {
    await file.close();
  }
}

/** The bytes of a file, from its pieces, at most `limit` of them; fails as {@link readTextFile} does. */
export async function readFileBytes(
  path: string,
  limit: number,
  pieces: AsyncIterable<Uint8Array | string>,
): Promise<Result<Uint8Array>> {
  try {
    return await readBytes(pieces, path, limit);
  } catch (error) {
    return fail('not-read', { path, why: fileFault(error) });
  }
}

/** The text of a report file, compressed (`.corelane`) or not; fails as {@link readStoredText} does. */
export async function readReportText(path: string): Promise<Result<string>> {
  const bytes = await readFileBytes(path, reportBytes, storedPieces(path));
  return bytes.ok ? reportText(bytes.value, path) : bytes;
}

/** The text in a report's bytes, compressed or not. `name` is what errors speak of. */
export async function reportText(bytes: Uint8Array, name: string): Promise<Result<string>> {
  if (!isCompressed(bytes)) return decodeText(bytes, name);
  const unpacked = await decompress(bytes, name, reportBytes);
  return unpacked.ok ? decodeText(unpacked.value, name) : unpacked;
}
