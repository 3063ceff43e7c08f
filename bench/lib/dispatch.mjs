// Tasks a second that do nothing: Corelane's own path, each task with both its time stamps, against worker pools.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { ROOT } from '../../scripts/lib/paths.mjs';
import { peers } from '../peers/pools.mjs';
import { interleave } from './interleave.mjs';
import { pairedRow, write } from './rows.mjs';
import { runInCli, runScript } from './run-program.mjs';
import { median } from './stats.mjs';
import { withFolder } from './temp.mjs';

const RATE = fileURLToPath(new URL('../peers/rate.mjs', import.meta.url));
const WORKERS = 2;
/** Of the packages tried first, so many go on to the rounds: the fastest, and one that may turn out to be. */
const FINALISTS = 2;
/** Tasks in one trial: as many as an experiment may have. */
const TASKS = 100_000;

/**
 * What a package does in its fastest setting.
 * @typedef {{ readonly rate: number, readonly pipeline: number, readonly tasks: number }} Rate
 */

/**
 * @param {string} name
 * @returns {string} with the version that is installed
 */
function versioned(name) {
  const manifest = readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8');
  return `${name} ${JSON.parse(manifest).version}`;
}

/**
 * Median tasks a second of one run's trials, from go to the last task done.
 * @param {string} folder
 * @param {'threads' | 'processes'} kind
 * @param {number} chunk tasks a worker takes at once
 * @param {number} repeats
 * @returns {Promise<number>}
 */
async function ownRate(folder, kind, chunk, repeats) {
  const { cells } = await runInCli(folder, {
    workload: { kind: 'empty' },
    tasks: TASKS,
    strategies: [{ kind, workers: WORKERS }],
    schedule: { kind: 'dynamic', chunk },
    repeats,
  });
  const trials = cells.flatMap((cell) => cell.trials);
  return median(
    trials.map(({ spans, warmNs, status }) => {
      if (status !== 'ok' || warmNs === undefined) throw new Error(`a trial was ${status}`);
      return spans.task.length / (warmNs / 1e9);
    }),
  );
}

/**
 * @param {{ name: string, title: string, kind: 'threads' | 'processes', chunk: number, short: boolean }} what
 * @returns {Promise<import('./rows.mjs').Row>}
 */
export function measureDispatch({ name, title, kind, chunk, short }) {
  return withFolder(async (folder) => {
    const repeats = short ? 1 : 5;
    const batches = short ? 1 : 7;
    /** @type {[string, () => Promise<number>, number][]} */
    const tried = [];
    for (const peer of peers[kind]) {
      const rate = (/** @type {number[]} */ ...rest) =>
        /** @type {Promise<Rate>} */ (runScript(RATE, kind, peer.package, WORKERS, ...rest));
      const first = await rate(short ? 1 : 3);
      const again = async () => (await rate(batches, first.pipeline, first.tasks)).rate;
      tried.push([versioned(peer.package), again, first.rate]);
    }
    tried.sort(([, , one], [, , other]) => other - one);
    const { own = [], ...rates } = await interleave(short ? 1 : 7, {
      own: () => ownRate(folder, kind, chunk, repeats),
      ...Object.fromEntries(tried.slice(0, FINALISTS).map(([name, again]) => [name, again])),
    });
    const ranked = Object.entries(rates).sort(([, one], [, other]) => median(other) - median(one));
    const [[fastest, values] = ['', []]] = ranked;
    const others = tried.slice(FINALISTS).map(([peer, , rate]) => `${peer} ${write(rate)}`);
    const listed = ranked.map(([peer, all]) => `${peer} ${write(median(all))}`);
    return pairedRow({
      ...{ name, title, unit: 'tasks/s', values: own },
      against: { name: fastest, values },
      note:
        `${WORKERS} workers, chunks of ${chunk}; ${listed.join(', ')}` +
        (others.length > 0 ? `; tried once: ${others.join(', ')}` : ''),
    });
  });
}
