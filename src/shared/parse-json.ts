// The text of a file to the value it holds.
import { fail, ok, type Result } from './result';

/** The value of a JSON text; `bad-json` with the parser's reason where it is none. */
export function parseJson(text: string): Result<unknown> {
  try {
    // Some editors put a byte order mark first, which JSON does not allow.
    return ok(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail('bad-json', `The file is not JSON: ${reason}. Mend that place and try again.`);
  }
}
