// Small questions about process ids.

/**
 * @param {unknown} error what `process.kill` threw
 * @returns {boolean} whether it only says that there is no such process
 */
export function gone(error) {
  return error instanceof Error && 'code' in error && error.code === 'ESRCH';
}

/**
 * @param {number} pid
 * @returns {boolean}
 */
export function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !gone(error);
  }
}

/**
 * Sends a signal; a process that is already gone is no error.
 * @param {number} pid negative for a group
 * @param {NodeJS.Signals} signal
 * @returns {void}
 */
export function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!gone(error)) throw error;
  }
}
