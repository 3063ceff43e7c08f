// A journal's line carries a checksum of itself, so that a digit that was changed on the disk is found
// although the line reads as well as before.
import { crc32 } from './crc32';

const before = ',"crc32":"';
const sealed = /,"crc32":"([0-9a-f]{8})"\}$/;

/** A line of JSON, an object that is not empty, with the checksum of what comes before it as its last member. */
export function seal(line: string): string {
  const body = line.slice(0, -1);
  return `${body}${before}${crc32(body).toString(16).padStart(8, '0')}"}`;
}

/** Returns what its checksum says of a line; `unsealed` where it has none, as in a journal of earlier. */
export function checkSeal(line: string): 'whole' | 'damaged' | 'unsealed' {
  const found = sealed.exec(line);
  if (found === null) return 'unsealed';
  return crc32(line.slice(0, found.index)) === Number.parseInt(found[1] ?? '', 16)
    ? 'whole'
    : 'damaged';
}
