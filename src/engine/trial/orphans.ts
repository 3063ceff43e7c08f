// Programs whose host was killed: it had no time to end them.
import { readFileSync, readdirSync } from 'node:fs';
import { hostMark } from '@shared/own-work';

/** Processes of a host's programs, and what those have started; none where there is no /proc. */
function programsOf(host: number): readonly number[] {
  const mark = `${hostMark}=${host}`;
  try {
    return readdirSync('/proc')
      .map(Number)
      .filter((pid) => pid > 0 && environmentOf(pid).includes(mark));
  } catch {
    return [];
  }
}

function environmentOf(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0');
  } catch {
    // It has ended, or is somebody else's.
    return [];
  }
}

/** Ends what a killed host has left behind. */
export function endProgramsOf(host: number): void {
  for (const pid of programsOf(host)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended just now.
    }
  }
}
