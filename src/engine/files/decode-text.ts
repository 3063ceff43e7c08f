// Bytes of a file to text: UTF-8, or UTF-16 where that is certain; anything else is named.
import type { TextFault } from '@shared/base/problems';
import { fail, failWith, ok, type Result } from '@shared/base/result';

type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'UTF-32';

/** Returns what a byte order mark says, or the zeros beside the first character, which JSON has in ASCII. */
function encodingOf(bytes: Uint8Array): Encoding {
  const [first = 1, second = 1, third = 1, fourth = 1] = bytes;
  const wide = bytes.length >= 4;
  if (wide && first === 0 && second === 0) return 'UTF-32';
  if (wide && third === 0 && fourth === 0 && (second === 0 || (first === 0xff && second === 0xfe)))
    return 'UTF-32';
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'UTF-16LE';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'UTF-16BE';
  return 'UTF-8';
}

/**
 * The text, without a byte order mark.
 * @param name what the error speaks of
 * @returns `not-text` with the encoding, as far as it is known, where it can't be read
 */
export function decodeText(bytes: Uint8Array, name: string): Result<string> {
  const text = decode(bytes);
  return text.ok ? text : fail('not-text', { name, why: text.problem });
}

function decode(bytes: Uint8Array): Result<string, TextFault> {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    return failWith({ kind: 'gzip' });
  }
  if (bytes.length > 0 && bytes.every((byte) => byte === 0)) {
    return failWith({ kind: 'zeros' });
  }
  const encoding = encodingOf(bytes);
  if (encoding === 'UTF-32') return failWith({ kind: 'utf-32' });
  if (encoding === 'UTF-8') return decodeUtf8(bytes);
  if (bytes.length % 2 !== 0) return failWith({ kind: 'damaged-utf-16' });
  const little = encoding === 'UTF-16LE' ? bytes : Buffer.from(bytes).swap16();
  const text = decodeAs(little, 'utf-16le');
  return text === undefined ? failWith({ kind: 'damaged-utf-16' }) : ok(text);
}

/** Why bytes are not UTF-8 text; undefined where they are. */
export function whyNotUtf8(bytes: Uint8Array): TextFault | undefined {
  const text = decode(bytes);
  if (!text.ok) return text.problem;
  return encodingOf(bytes) === 'UTF-8' ? undefined : { kind: 'utf-16' };
}

function decodeUtf8(bytes: Uint8Array): Result<string, TextFault> {
  const text = decodeAs(bytes, 'utf-8');
  if (text !== undefined) return ok(text);
  const at = firstBad(bytes);
  const line = countLines(bytes.subarray(0, at));
  const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  const seems = isBinary(bytes) ? 'binary' : 'one-byte';
  return failWith({ kind: 'not-utf-8', seems, byte, line });
}

function decodeAs(bytes: Uint8Array, encoding: 'utf-8' | 'utf-16le'): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // It is not of that encoding.
    return undefined;
  }
}

/** Control characters that no text has. */
function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 4096).some((byte) => byte < 9 || (byte > 13 && byte < 27));
}

/** Returns where the first byte is that UTF-8 does not have there. */
function firstBad(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let offset = 0;
  let from = 0;
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', from)) {
    offset += Buffer.byteLength(text.slice(from, at));
    // The sign for what can't be read may stand in a text itself, in three bytes.
    if (bytes[offset] !== 0xef || bytes[offset + 1] !== 0xbf || bytes[offset + 2] !== 0xbd)
      return offset;
    offset += 3;
    from = at + 1;
  }
  return 0;
}

function countLines(bytes: Uint8Array): number {
  return bytes.reduce((lines, byte) => (byte === 10 ? lines + 1 : lines), 1);
}
