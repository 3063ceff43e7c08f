// What can't be done in a thread by its nature: no failure to mend, but a reason for another strategy. Pure.

/** What Node.js says where a function works on the whole process: `process.chdir() is not supported in workers`. */
const unsupported = /\b(process\.[\w.]+)\(\) is not supported in workers/;

/** What it says where an add-on is loaded for the second time in a process and was made for one. */
const notRegistered = /\bModule did not self-register/;

/** One sentence for people of what was thrown, or of a sentence with it; undefined where it is an ordinary mistake. */
export function threadsCannot(thrown: string): string | undefined {
  const call = unsupported.exec(thrown)?.[1];
  if (call === 'process.chdir')
    return "Threads can't change the folder of their process; processes can.";
  if (call !== undefined) return `Threads can't call ${call}; processes can.`;
  if (notRegistered.test(thrown)) {
    return "The add-on can be loaded by one thread of a process only: threads can't share it; processes can each load it.";
  }
  return undefined;
}
