// Sample columns with no rows, as they were: lists.

/** @param {number} cores */
export function emptySamples(cores) {
  return {
    cores: { atNs: [], spanNs: [], busy: Array.from({ length: cores }, () => []) },
    workers: { atNs: [], spanNs: [], trial: [], worker: [], onCpuNs: [], waitNs: [], core: [] },
    memory: { atNs: [], trial: [], pid: [], rssBytes: [], pssBytes: [], privateBytes: [] },
  };
}
