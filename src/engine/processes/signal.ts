// Signals to processes that may have ended meanwhile: the one place that knows what the system says then.
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

/** Ends a process at once; harmless where it has ended. */
export function killIfAlive(pid: number): void {
  signalProcess(pid, 'SIGKILL');
}

/** Ends a process at once with all of its group, where the system has groups; harmless where they have ended. */
export function killGroup(leader: number): void {
  signalProcess(process.platform === 'win32' ? leader : -leader, 'SIGKILL');
}

/** Returns whether a process of this number exists, ours or not; one that nobody has waited for yet does. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemErrorCode(error) !== 'ESRCH';
  }
}
