// A screen for a window nobody sees: the one there is, otherwise an Xvfb of our own.
import { spawn, type ChildProcess } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Readable } from 'node:stream';
import { ok, type Result } from '@shared/base/result';
import { deferred, within } from '../host/base/deferred';
import { trustedEnv, trustedPath } from '../files/trusted-path';

export interface Display {
  /** For DISPLAY; absent where the one there is serves. */
  readonly name?: string;
  close(): Promise<void>;
}

const startWithinMs = 10_000;
const endWithinMs = 3_000;
const xvfb = ['Xvfb', '-displayfd', '3', '-screen', '0', '800x600x24', '-nolisten', 'tcp'];

function hasProgram(name: string): boolean {
  return trustedPath()
    .split(delimiter)
    .some((folder) => {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return true;
      } catch {
        // Not in this folder.
        return false;
      }
    });
}

type DisplayFault = 'no-display' | 'display-not-started';

const no = (code: DisplayFault) => ({ ok: false, problem: { code } }) as const;

/** Opens a screen; `no-display` where there is none and none can be made. */
export async function openDisplay(): Promise<Result<Display, { readonly code: DisplayFault }>> {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform !== 'linux' || Boolean(DISPLAY) || Boolean(WAYLAND_DISPLAY)) {
    return ok({ close: () => Promise.resolve() });
  }
  if (!hasProgram('Xvfb')) {
    return no('no-display');
  }
  // It ends with this process, whatever ends that.
  const guard = hasProgram('setpriv') ? ['setpriv', '--pdeathsig', 'TERM', '--'] : [];
  const [command = '', ...args] = [...guard, ...xvfb];
  const server = spawn(command, args, {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    env: trustedEnv(),
  });
  const gone = deferred<void>();
  server.once('exit', () => gone.resolve());
  server.once('error', () => gone.resolve());
  const close = async (): Promise<void> => {
    server.kill('SIGTERM');
    await within(gone.promise, endWithinMs);
    server.kill('SIGKILL');
  };
  const number = await within(displayNumber(server), startWithinMs);
  if (number !== undefined && number !== '') return ok({ name: `:${number}`, close });
  await close();
  return no('display-not-started');
}

/** Resolves with what it writes once it is ready; empty when it ends first. */
function displayNumber(server: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const pipe = server.stdio[3] as Readable;
    pipe.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const number = /^\d+(?=\n)/.exec(text)?.[0];
      if (number !== undefined) resolve(number);
    });
    pipe.once('close', () => resolve(''));
  });
}
