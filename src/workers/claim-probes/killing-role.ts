// The worker that is to be ended: it takes memory, makes a file, starts a child, and then hears nothing.
import { spawn } from 'node:child_process';
import { nowNs } from '@engine/clock';
import { leaveFile } from './own-files';
import type { Talk } from './talk';

export interface LoopData {
  /** Of the file it makes. */
  readonly file: string;
  /** What it allocates and touches. */
  readonly bytes: number;
  /** How long it loops at most, so that nothing is ever left; in ms. */
  readonly limitMs: number;
  /** How long its child sleeps; in ms. */
  readonly childMs: number;
}

/** What it has made, said before it loops. */
export interface Made {
  readonly child: number | undefined;
}

/**
 * A child that outlives its parent, as children do, but not the program: nobody may have been told of it
 * yet when that is killed.
 */
function sleeper(program: number, ms: number): string {
  const look = `try { process.kill(${program}, 0) } catch { process.exit() }`;
  return `setInterval(() => { ${look} }, 200); setTimeout(() => process.exit(), ${ms})`;
}

/** Reports what it has made, and loops once it receives anything. */
export function loopOn({ file, bytes, limitMs, childMs }: LoopData, talk: Talk): void {
  const memory = Buffer.alloc(bytes, 1);
  leaveFile(file);
  const program = talk.inThread ? process.pid : process.ppid;
  const child = spawn(process.execPath, ['-e', sleeper(program, childMs)], {
    stdio: 'ignore',
    // Electron's binary is to be a Node.js.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  // Without it the worker would end by an error instead of by the attempt.
  child.on('error', () => undefined);
  talk.onMessage(() => {
    talk.send('looping');
    const until = nowNs() + BigInt(limitMs) * 1_000_000n;
    // The memory is used to the last, or it would be given back before.
    for (let at = 0; nowNs() < until; at = (at + 4096) % bytes) memory[at] = at & 255;
    talk.send('ended by itself');
  });
  talk.send({ child: child.pid } satisfies Made);
}
