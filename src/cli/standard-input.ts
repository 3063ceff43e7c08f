// The standard input as text, bounded.
import { decodeText, tooLarge } from '@engine/read-file';
import type { Result } from '@shared/result';

const name = 'The standard input';

/** All of it; `too-large` beyond `limit` bytes, `not-text` where it is not UTF-8. */
export async function readStandardInput(
  input: AsyncIterable<Uint8Array | string>,
  limit: number,
): Promise<Result<string>> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of input) {
    const buffer = Buffer.from(chunk);
    bytes += buffer.length;
    if (bytes > limit) return tooLarge(name, limit);
    chunks.push(buffer);
  }
  return decodeText(Buffer.concat(chunks), name);
}
