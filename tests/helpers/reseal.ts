// Changes the first line of a journal as its writer would have written it: with its checksum.
import { seal } from '@engine/store/journal-seal';

export function reseal(text: string, change: (line: string) => string): string {
  const end = text.indexOf('\n');
  const line = text.slice(0, end).replace(/,"crc32":"[0-9a-f]{8}"\}$/, '}');
  return seal(change(line)) + text.slice(end);
}

/** As if the process that writes the journal were gone. */
export const withoutHolder = (text: string): string =>
  reseal(text, (line) => line.replace(`"pid":${process.pid}`, '"pid":4194304'));
