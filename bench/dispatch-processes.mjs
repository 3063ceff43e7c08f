// How many tasks that do nothing processes get through, against pools of child processes.
import { measureDispatch } from './lib/dispatch.mjs';

const name = 'dispatch-processes';
const title = 'tasks that do nothing, processes';

/** @type {import('./benches.mjs').Bench} */
export const dispatchProcesses = {
  name,
  rows: [{ name, title, unit: 'tasks/s' }],
  run: async ({ short, tell }) => {
    tell(await measureDispatch({ name, title, kind: 'processes', chunk: 1, short }));
  },
};
