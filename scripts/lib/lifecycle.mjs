// What was started is ended: whatever way a script stops, it first undoes what it registered here.
import { nodeProblem } from './node-version.mjs';
import { complain } from './say.mjs';

const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

/** @type {Set<() => unknown>} */
const endings = new Set();

/**
 * Registers something to undo, newest first, when the script ends for any reason but SIGKILL.
 * @param {() => unknown} ending must not throw for something already gone
 * @returns {() => void} takes it back
 */
export function onEnd(ending) {
  endings.add(ending);
  return () => endings.delete(ending);
}

/** Whether a signal has asked this script to stop: from then on nothing new is started. */
export const stopping = { asked: false };

/** @returns {Promise<void>} */
async function endEverything() {
  for (const ending of [...endings].reverse()) {
    endings.delete(ending);
    try {
      await ending();
    } catch (error) {
      complain(error);
    }
  }
}

/**
 * Runs a script's work, ends what it started, and exits with its code.
 * @param {() => Promise<number>} work gives the exit code
 * @returns {Promise<never>}
 */
export async function runMain(work) {
  const problem = nodeProblem(process.versions.node);
  for (const [signal, code] of Object.entries(EXIT_CODES)) {
    process.on(signal, () => {
      if (stopping.asked) return;
      stopping.asked = true;
      void endEverything().then(() => process.exit(code));
    });
  }
  let code = 1;
  try {
    if (problem) process.stderr.write(`${problem}\n`);
    else code = await work();
  } catch (error) {
    if (!stopping.asked) complain(error);
  }
  // While a signal is being obeyed, its handler is the one that exits.
  if (stopping.asked) return new Promise(() => {});
  await endEverything();
  process.exit(code);
}
