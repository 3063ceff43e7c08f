// What each figure may be at most, or has to be at least. A row that has no budget is for information.

/**
 * @typedef {object} Budget
 * @property {'value' | 'ratio'} of which of a row's two figures it is for
 * @property {number} [atMost]
 * @property {number} [atLeast]
 */

/** @type {Readonly<Record<string, Budget>>} by the row's name; values in the row's own unit */
export const budgets = {
  'dispatch-threads': { of: 'ratio', atLeast: 40 },
  'dispatch-processes': { of: 'ratio', atLeast: 10 },

  'observer-serial': { of: 'ratio', atMost: 1.01 },
  'observer-threads': { of: 'ratio', atMost: 1.01 },
  'observer-serial-bare': { of: 'ratio', atMost: 1.02 },
  'observer-threads-bare': { of: 'ratio', atMost: 1.02 },

  'agent-python': { of: 'ratio', atMost: 1.02 },

  neighbour: { of: 'ratio', atMost: 1.03 },
  live: { of: 'value', atMost: 16 },

  'sampler-worker': { of: 'value', atMost: 5 },
  'sampler-share-8': { of: 'value', atMost: 1 },
  // With 64 workers the budget of each comes to more than 1 % of a core: for information.
  'sampler-peers': { of: 'ratio', atLeast: 100 },

  'start-threads-2': { of: 'ratio', atMost: 1.15 },
  'start-threads-4': { of: 'ratio', atMost: 1.15 },
  'start-processes-2': { of: 'ratio', atMost: 1.15 },
  'start-processes-4': { of: 'ratio', atMost: 1.15 },

  'app-first-paint': { of: 'ratio', atMost: 1.3 },
  'app-idle-cpu': { of: 'value', atMost: 1 },
  'app-memory': { of: 'ratio', atMost: 1.4 },

  'report-json': { of: 'value', atMost: 3 },
  'report-trace': { of: 'value', atMost: 3 },
  'report-json-memory': { of: 'value', atMost: 300 },
  'report-trace-memory': { of: 'value', atMost: 300 },

  'samples-intake': { of: 'ratio', atMost: 0.6 },
};
