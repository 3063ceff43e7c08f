import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import { LastWill } from '@engine/files/last-will';

vi.mock('node:child_process', () => ({
  // What Node.js gives where there are no more files: nothing was started, and there are no pipes.
  spawn: () =>
    Object.assign(new EventEmitter(), {
      stdin: undefined,
      unref: () => undefined,
      kill: () => false,
    }),
}));

it('costs nothing else where its shell cannot be started', () => {
  const will = new LastWill('1.token');
  expect(() => {
    will.remove('/tmp/folder');
    will.callOff();
  }).not.toThrow();
});
