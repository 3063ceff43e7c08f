// Many such tries, several at a time, and the sum of them.
import { spawnSync } from 'node:child_process';
import { killOnce } from './kill-once.mjs';
import { works } from './kill-work.mjs';

/**
 * @typedef {object} Sum
 * @property {number} tries
 * @property {number} kills
 * @property {Readonly<Record<string, number>>} by kills by victim and work
 * @property {readonly string[]} failures one line each: the try, and what was left
 */

const python = spawnSync('python3', ['-c', '']).status === 0;

/**
 * The nth try: all pairs of work and victim in turns, at any moment of a run.
 * @param {number} index
 * @param {() => number} random from 0 to 1
 * @param {readonly string[]} victims
 * @returns {import('./kill-once.mjs').Try}
 */
function nth(index, random, victims) {
  const pairs = Object.keys(works)
    .filter((work) => python || !work.startsWith('Python'))
    .flatMap((work) => {
      const host = work.startsWith('Python') ? 'agent' : 'host';
      return ['cli', host, 'cli', 'sampler'].map((victim) => ({ work, victim }));
    })
    .filter(({ victim }) => victims.includes(victim));
  const { work, victim } =
    /** @type {{ work: string, victim: import('./kill-once.mjs').Try['victim'] }} */ (
      pairs[index % pairs.length]
    );
  return { work, victim, afterMs: 100 + random() * 2900 };
}

/**
 * @param {string} cli the built command line
 * @param {number} count
 * @param {object} [options]
 * @param {number} [options.atOnce]
 * @param {number} [options.withinMs] nothing new is begun after that
 * @param {() => number} [options.random]
 * @param {readonly string[]} [options.victims]
 * @param {AbortSignal} [options.signal] nothing new is begun after it
 * @param {(sum: Sum) => void} [options.onTry] what there is so far, after each
 * @returns {Promise<Sum>}
 */
export async function killMany(
  cli,
  count,
  {
    atOnce = 4,
    withinMs = Infinity,
    random = Math.random,
    victims = ['cli', 'host', 'agent', 'sampler'],
    signal,
    onTry = () => undefined,
  } = {},
) {
  /** @type {Record<string, number>} */
  const by = {};
  /** @type {string[]} */
  const failures = [];
  const end = performance.now() + withinMs;
  let next = 0;
  let done = 0;
  let kills = 0;
  const line = async () => {
    while (next < count && performance.now() < end && signal?.aborted !== true) {
      const one = nth(next, random, victims);
      next += 1;
      const outcome = await killOnce(cli, one);
      const name = `${one.victim}, ${one.work}`;
      if (outcome.killed) {
        kills += 1;
        by[name] = (by[name] ?? 0) + 1;
      }
      for (const failure of outcome.failures)
        failures.push(`${name}, after ${Math.round(one.afterMs)} ms: ${failure}`);
      done += 1;
      onTry({ tries: done, kills, by, failures });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, line));
  return { tries: done, kills, by, failures };
}
