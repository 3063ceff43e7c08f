// Reports as they are kept: compressed, and read back with a limit on what they may grow to.
import { promisify } from 'node:util';
import { createGzip, gunzip, type ZlibOptions } from 'node:zlib';
import { fail, ok, type Result } from '@shared/base/result';

/** The ending of a kept report's name. */
export const keptExtension = 'corelane';

const magic = [0x1f, 0x8b] as const;

/** Returns whether bytes begin as a compressed report does. */
export function isCompressed(bytes: Uint8Array): boolean {
  return bytes[0] === magic[0] && bytes[1] === magic[1];
}

/** Quick: a report is mostly digits, and the run waits for it. */
const options: ZlibOptions = { level: 3 };

/** The text, compressed, piece by piece. */
export async function* compress(text: Iterable<string>): AsyncGenerator<Uint8Array> {
  const gzip = createGzip(options);
  // Readable.from would read ahead of what is asked for; this way it is one piece at a time.
  const feeding = (async (): Promise<void> => {
    for (const piece of text) {
      if (!gzip.write(piece)) await new Promise((drained) => gzip.once('drain', drained));
    }
    gzip.end();
  })();
  feeding.catch((error: unknown) => {
    gzip.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  for await (const chunk of gzip as AsyncIterable<Uint8Array>) yield chunk;
  await feeding;
}

/**
 * Resolves with what was compressed, at most `limit` bytes of it: `too-large` beyond, `not-text` where it is
 * damaged. `name` is what errors speak of.
 */
export async function decompress(
  bytes: Uint8Array,
  name: string,
  limit: number,
): Promise<Result<Uint8Array>> {
  try {
    return ok(await promisify(gunzip)(bytes, { maxOutputLength: limit }));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ERR_BUFFER_TOO_LARGE') {
      return fail('too-large', { name, bytes: limit, unpacked: true });
    }
    return fail('not-text', { name, why: { kind: 'damaged-gzip' } });
  }
}
