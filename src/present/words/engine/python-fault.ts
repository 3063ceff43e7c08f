// Why an interpreter can't be used, in words.
import { minPython } from '@shared/experiment/python';
import type { PythonFault } from '@shared/experiment/python-fault';
import { message } from '../../messages/message';
import { fileFaultText } from './file-fault';

/** A sentence without its capital letter and its full stop: `it does not answer`. */
export function pythonFaultText(fault: PythonFault): string {
  switch (fault.code) {
    case 'file':
      return fileFaultText(fault.fault);
    case 'relative-folder':
      return message('python-relative-folder');
    case 'not-trusted':
      return fault.folder === undefined
        ? message('python-in-current-folder')
        : message('python-in-folder', { folder: fault.folder });
    case 'not-used':
      return message('python-not-used', { folder: fault.folder });
    case 'not-asked':
      return message('python-not-asked', { others: fault.others });
    case 'too-old': {
      const oldest = `${minPython.major}.${minPython.minor}`;
      return fault.version === undefined
        ? message('python-ancient', { oldest })
        : message('python-too-old', { version: fault.version, oldest });
    }
    case 'speaks-first':
      return message('python-speaks-first', { said: fault.said });
    case 'not-started':
      return message('python-does-not-run', { why: fileFaultText(fault.fault) });
    case 'failed':
      return message('python-does-not-run', { why: fault.said });
    case 'exited':
      return message('python-exited', { code: String(fault.exitCode) });
    case 'killed':
      return message('python-killed', { signal: fault.signal });
    default:
      return message('python-untold', { how: fault.code });
  }
}
