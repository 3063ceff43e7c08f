// How many tasks that do nothing threads get through, against pools of worker threads.
import { measureDispatch } from './lib/dispatch.mjs';

const name = 'dispatch-threads';
const title = 'tasks that do nothing, threads';

/** @type {import('./benches.mjs').Bench} */
export const dispatchThreads = {
  name,
  rows: [{ name, title, unit: 'tasks/s' }],
  run: async ({ short, tell }) => {
    tell(await measureDispatch({ name, title, kind: 'threads', chunk: 1, short }));
  },
};
