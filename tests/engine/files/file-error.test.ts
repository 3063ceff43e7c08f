import { inWords } from '../../helpers/in-words';
import { describe, expect, it } from 'vitest';
import { fileFaultText, placedFaultText } from '@present/words/engine/file-fault';
import { fileFault, notWritten, placedFault } from '@engine/files/file-error';

const missing = Object.assign(new Error('ENOENT: mkdir'), { code: 'ENOENT' });

describe('errors of files', () => {
  it('speaks of the folder where something could not be written, and of the file where it could not be read', () => {
    expect(fileFaultText(fileFault(missing))).toBe('there is no such file');
    expect(inWords(notWritten('out/a.json', missing))).toMatchObject({
      problem: {
        message:
          'out/a.json could not be written: there is no such folder. Choose another place, or fix that and try again.',
      },
    });
  });

  it('name the file, unless the system does so in its own words', () => {
    const denied = Object.assign(new Error('EACCES: rm'), { code: 'EACCES', path: '/tmp/a' });
    expect(placedFaultText(placedFault(denied))).toBe('/tmp/a: permission is denied');
    const busy = Object.assign(new Error('EBUSY: rm /tmp/a'), { code: 'EBUSY', path: '/tmp/a' });
    expect(placedFaultText(placedFault(busy))).toBe('EBUSY: rm /tmp/a');
    expect(placedFaultText(placedFault('gone'))).toBe('gone');
  });
});
