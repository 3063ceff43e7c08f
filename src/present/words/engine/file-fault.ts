// Why a file or a folder can't be read or written, in words.
import type { FileFault, PlacedFault } from '@shared/base/file-fault';
import type { TextFault } from '@shared/base/problems';
import { formatNumber, groupDigits, withUnit } from '../../locale/format';
import { message } from '../../messages/message';

/** The end of a sentence, without a full stop: `the disk is full`. */
export function fileFaultText(fault: FileFault): string {
  const { code } = fault;
  return message('file-fault', { code, said: code === 'other' ? fault.said : '' });
}

/** A fault with the file or folder that it is of, where that is known: `/tmp/a: the disk is full`. */
export function placedFaultText({ path, why }: PlacedFault): string {
  const said = fileFaultText(why);
  return path === undefined ? said : message('file-fault-at', { path, why: said });
}

/** Why bytes are not the text of a file, as a sentence. */
export function textFaultText(name: string, why: TextFault): string {
  if (why.kind !== 'not-utf-8') return message('problem-not-text', { name, why: why.kind });
  const { seems, byte, line } = why;
  return message('problem-not-utf-8', { name, seems, byte, line: String(line) });
}

/** A limit on what is read, as a sentence names it: `1 MB`. */
export const limitText = (bytes: number): string =>
  bytes < 1e6 ? withUnit(groupDigits(bytes), 'B') : withUnit(formatNumber(bytes / 1e6), 'MB');
