// Why something of the machine can't be read, in words.
import type { ReaderFault } from '@shared/base/problem-schemas';
import { message } from '../../messages/message';

/** The end of a sentence, without a full stop. */
export function readerFaultText(fault: ReaderFault): string {
  switch (fault.code) {
    case 'text':
      return fault.said;
    case 'not-read':
    case 'not-opened':
      return message('reader-not-read', {
        ...{ path: fault.path, errno: fault.errno },
        what: fault.code === 'not-read' ? 'read' : 'open',
      });
    case 'linux-only':
    case 'untold':
      return message('reader-other-platform', {
        platform: fault.platform,
        what: fault.code === 'untold' ? 'runtime' : 'linux',
      });
    default:
      return message('reader-fault', { code: fault.code });
  }
}
