// The one voice of the scripts: a short line per step, and errors that say what to do next.

/**
 * Prints one step.
 * @param {string} step what it is about, one word
 * @param {string} text
 * @returns {void}
 */
export function say(step, text) {
  process.stdout.write(`${step.padEnd(13)} ${text}\n`);
}

/** A failure that the user can do something about: shown as its text, without a stack. */
export class SetupError extends Error {
  /**
   * @param {string} message what went wrong and what to do
   * @param {string} [detail] the end of a tool's output, shown under it
   */
  constructor(message, detail = '') {
    super(message);
    this.name = 'SetupError';
    this.detail = detail;
  }
}

/**
 * Prints a failure to stderr.
 * @param {unknown} error
 * @returns {void}
 */
export function complain(error) {
  if (error instanceof SetupError) {
    const detail = error.detail.trim();
    process.stderr.write(`\n${detail ? `${detail}\n\n` : ''}${error.message}\n`);
  } else {
    process.stderr.write(`\n${error instanceof Error ? error.stack : String(error)}\n`);
  }
}
