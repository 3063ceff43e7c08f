// Signals to processes that may have ended meanwhile.
import { systemErrorCode } from '../machine/read-text';

/**
 * Sends a signal to a process, or with a negative number to a group.
 * @returns whether there was somebody to get it, whom this user may send it to
 */
export function signalProcess(pid: number, signal: NodeJS.Signals): boolean {
  // There are no groups.
  if (pid < 0 && process.platform === 'win32') return false;
  try {
    process.kill(pid, signal);
    return true;
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === 'ESRCH' || code === 'EPERM') return false;
    throw error;
  }
}
