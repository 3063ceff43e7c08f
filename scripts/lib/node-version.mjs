// Says whether this Node.js can run the project. Keep the syntax old: an old Node.js must be able to read it.

/** What to tell someone whose Node.js is too old. */
const ADVICE =
  'Install Node.js 22 (LTS), for example with `nvm install 22`, then run the same command again.';

/**
 * The build tools need 20.19 or later of the 20 line, 22.12 or later of the 22 line, or anything newer.
 * @param {string} version for example `20.19.2`, with or without a leading v
 * @returns {string} an empty string when it will do, otherwise a sentence that says what to install
 */
export function nodeProblem(version) {
  const parts = version.replace(/^v/, '').split('.').map(Number);
  const major = parts[0] || 0;
  const minor = parts[1] || 0;
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 23;
  if (fits) return '';
  return 'Corelane needs Node.js 20.19, 22.12 or newer; this is ' + version + '. ' + ADVICE;
}
