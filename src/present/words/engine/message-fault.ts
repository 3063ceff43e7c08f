// Why a message of another process is none, in words.
import type { MessageFault } from '@shared/base/problem-schemas';
import { message } from '../../messages/message';
import { sayType, sayValue } from './input-faults';

/** A few words, without a full stop: `task is 7. Give a whole number from 0 to 3`. */
export function messageFaultText(fault: MessageFault): string {
  switch (fault.code) {
    case 'no-message':
      return message('message-none');
    case 'text':
      return fault.said;
    case 'range':
      return message('message-range', { ...fault, wanted: sayType(fault.wanted) });
    case 'wrong-type': {
      const { part, value } = fault;
      const shown = sayValue(value);
      return message('message-wrong-type', { part, wanted: sayType(fault.wanted), value: shown });
    }
    case 'none-of':
      return message('message-none-of', { part: fault.part, known: fault.known });
    case 'many-entries':
      return message('message-many-entries', { part: fault.part, most: String(fault.most) });
    case 'other-rows': {
      const { part, rows, length } = fault;
      return message('message-other-rows', { part, rows: String(rows), length: String(length) });
    }
    case 'worker-twice':
      return message('message-worker-twice', { part: fault.part, worker: String(fault.worker) });
    case 'no-rows':
      return message('message-no-rows', { part: fault.part, width: String(fault.width) });
    case 'other-unit':
      return message('message-other-unit', fault);
    default:
      return message('message-part', { part: fault.part, code: fault.code });
  }
}
