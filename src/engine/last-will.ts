// What is to be done when this process is gone without a word: a shell of its own waits for that. Where
// there is none (Windows), the sampler and the next run do what they can.
import { spawn } from 'node:child_process';

/**
 * Starts a shell that runs `script` once this process has ended, unless it is called off before.
 * @param script reads its argument as `$1`
 * @returns calls it off
 */
function leaveWill(script: string, argument: string): () => void {
  if (process.platform === 'win32') return () => undefined;
  // The end of its standard input is the end of who holds the other side.
  const shell = spawn('/bin/sh', ['-c', `read -r _; ${script}`, 'sh', argument], {
    stdio: ['pipe', 'ignore', 'ignore'],
    // A signal to our own group is not for it.
    detached: true,
  });
  shell.on('error', () => undefined);
  shell.stdin.on('error', () => undefined);
  shell.unref();
  return () => void shell.kill('SIGKILL');
}

/** Has a folder removed; what is being ended may still write into it once. Returns what calls it off. */
export function willRemove(folder: string): () => void {
  return leaveWill('rm -rf -- "$1"; sleep 1; rm -rf -- "$1"', folder);
}

/** Has a process group ended, told first as in the launcher. Returns what calls it off. */
export function willEnd(group: number): () => void {
  return leaveWill('kill -s TERM -- "-$1"; sleep 1; kill -s KILL -- "-$1"', String(group));
}
