// The standard input as text, bounded.
import { message } from '@present/messages/message';
import { readTextStream } from '@engine/files/read-file';
import type { Result } from '@shared/base/result';

/** All of it; `too-large` beyond `limit` bytes, `not-text` where it is not UTF-8. */
export async function readStandardInput(
  input: AsyncIterable<Uint8Array | string>,
  limit: number,
): Promise<Result<string>> {
  return readTextStream(input, message('cli-the-stdin'), limit);
}
