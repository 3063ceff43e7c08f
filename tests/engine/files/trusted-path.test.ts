import { delimiter } from 'node:path';
import { describe, expect, it } from 'vitest';
import { trustedPath } from '@engine/files/trusted-path';

describe.runIf(process.platform !== 'win32')('trustedPath', () => {
  it('leaves out what is relative or lies in the current folder', () => {
    const path = ['/usr/bin', '.', '', 'bin', '/p/q/node_modules/.bin', '/p/qq', '../x', '/p/q'];
    expect(trustedPath(path.join(delimiter), '/p/q').split(delimiter)).toEqual([
      '/usr/bin',
      '/p/qq',
    ]);
  });

  it("keeps all of the user's own where the current folder is their home or above it", () => {
    expect(trustedPath('/usr/bin:/home', '/')).toBe('/usr/bin:/home');
  });
});
