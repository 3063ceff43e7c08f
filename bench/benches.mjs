// All benches, in the order in which they run.
import { agent } from './agent.mjs';
import { app } from './app.mjs';
import { dispatchProcesses } from './dispatch-processes.mjs';
import { dispatchThreads } from './dispatch-threads.mjs';
import { intake } from './intake.mjs';
import { live } from './live.mjs';
import { neighbour } from './neighbour.mjs';
import { observer } from './observer.mjs';
import { report } from './report.mjs';
import { sampler } from './sampler.mjs';
import { start } from './start.mjs';

/**
 * @typedef {object} Around
 * @property {boolean} short once, quickly: to see that it works
 * @property {string | undefined} electron its executable, where there is one
 * @property {(row: string) => boolean} wants whether this row was asked for; what others need may be left out
 * @property {(row: import('./lib/rows.mjs').Row) => void} tell hands over a row as soon as it is known
 *
 * @typedef {{ readonly name: string, readonly title: string, readonly unit: string }} RowName
 *
 * @typedef {object} Bench
 * @property {string} name
 * @property {boolean} [window] needs Electron
 * @property {readonly RowName[]} rows what it gives
 * @property {(around: Around) => Promise<void>} run tells its rows
 */

/** @type {readonly Bench[]} */
export const benches = [
  dispatchThreads,
  dispatchProcesses,
  observer,
  agent,
  neighbour,
  live,
  sampler,
  start,
  app,
  report,
  intake,
];
