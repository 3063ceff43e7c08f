// One run of the command line in which something is killed at some moment, and what was left after that.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { victims, works } from './kill-work.mjs';
import { send } from './pids.mjs';

const MARK = 'CORELANE_KILL';
/** Everything is gone so long after a kill. */
const GONE_WITHIN_MS = 2_000;
/** Files may be removed a little later: what was being ended may still write. */
const FILES_WITHIN_MS = 4_000;
/** A trial that was told of so long before the kill is on disk. */
const WRITTEN_WITHIN_MS = 500;
const ENDS_WITHIN_MS = 60_000;

/**
 * @typedef {object} Try
 * @property {string} work
 * @property {keyof typeof victims} victim
 * @property {number} afterMs
 */

/**
 * @typedef {object} Outcome
 * @property {boolean} killed whether there was somebody to be killed before the run had ended
 * @property {readonly string[]} failures `processes: …`, `files: …`, `trials: …` or `run: …`
 */

/**
 * @param {string} mark
 * @returns {{ pid: number, command: string }[]} processes that carry it and have not ended
 */
function marked(mark) {
  return readdirSync('/proc').flatMap((name) => {
    const pid = Number(name);
    if (!Number.isInteger(pid)) return [];
    try {
      if (!readFileSync(`/proc/${pid}/environ`, 'latin1').includes(`${MARK}=${mark}`)) return [];
      return [{ pid, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') }];
    } catch {
      // It has ended, or is another user's.
      return [];
    }
  });
}

/**
 * @param {() => boolean} look
 * @param {number} withinMs
 * @returns {Promise<boolean>} whether it came to be
 */
async function becomes(look, withinMs) {
  const end = performance.now() + withinMs;
  while (!look()) {
    if (performance.now() > end) return false;
    await wait(50);
  }
  return true;
}

/**
 * @param {string} folder
 * @returns {number} trials that the journals of this data folder hold; all of them where the whole report is kept
 */
function journalled(folder) {
  const runs = join(folder, 'runs');
  if (!existsSync(runs)) return 0;
  return readdirSync(runs).reduce((sum, run) => {
    if (existsSync(join(runs, run, 'report.corelane'))) return Infinity;
    const file = join(runs, run, 'journal.ndjson');
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    return sum + text.split('"type":"trial-end"').length - 1;
  }, 0);
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
const filesIn = (folder) => readdirSync(folder, { recursive: true }).map(String);

/**
 * @param {string} folder
 * @returns {string[]} files that were begun and never got their name
 */
const begunIn = (folder) =>
  existsSync(folder) ? filesIn(folder).filter((name) => name.endsWith('.partial')) : [];

/**
 * Runs one try.
 * @param {string} cli the built command line
 * @param {Try} what
 * @returns {Promise<Outcome>}
 */
export async function killOnce(cli, { work, victim, afterMs }) {
  const folder = mkdtempSync(join(tmpdir(), 'kill-'));
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary);
  const mark = randomBytes(12).toString('hex');
  const experiment = join(folder, 'x.corelane.json');
  writeFileSync(experiment, JSON.stringify(works[work]?.(folder)));
  const env = {
    ...process.env,
    TMPDIR: temporary,
    CORELANE_DATA: join(folder, 'data'),
    [MARK]: mark,
  };
  const child = spawn(
    process.execPath,
    [
      cli,
      'run',
      experiment,
      '--no-pilot',
      '--allow-code',
      '--format',
      'json',
      '--out',
      join(folder, 'out'),
    ],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env,
    },
  );
  /** @type {number[]} */
  const toldMs = [];
  child.stderr.setEncoding('utf8').on('data', (text) => {
    for (const _ of String(text).matchAll(/^trial \d+ of/gm)) toldMs.push(performance.now());
  });
  const ended = once(child, 'exit');
  let over = false;
  void ended.then(() => {
    over = true;
  });
  /** @type {string[]} */
  const failures = [];
  let killed = false;
  try {
    await Promise.race([wait(afterMs), ended]);
    const pid = () =>
      victim === 'cli'
        ? child.pid
        : marked(mark).find(({ command }) => command.includes(victims[victim]))?.pid;
    await becomes(() => over || pid() !== undefined, ENDS_WITHIN_MS);
    const chosen = over ? undefined : pid();
    const killedMs = performance.now();
    if (chosen !== undefined) {
      send(chosen, 'SIGKILL');
      killed = true;
    }
    if (victim !== 'cli' && !(await becomes(() => over, ENDS_WITHIN_MS)))
      failures.push('run: it did not end');
    if (victim === 'cli' || failures.length > 0) send(child.pid ?? 0, 'SIGKILL');
    await ended;
    const left = () =>
      marked(mark).map(({ pid: one, command }) => `${one} ${command.slice(0, 80)}`);
    if (!(await becomes(() => left().length === 0, GONE_WITHIN_MS)))
      failures.push(`processes: ${left().join('; ')}`);
    if (!(await becomes(() => filesIn(temporary).length === 0, FILES_WITHIN_MS))) {
      failures.push(`files: ${filesIn(temporary).slice(0, 5).join(', ')}`);
    }
    const begun = () => begunIn(join(folder, 'data'));
    // What a killed one had begun to write goes when the store is next looked at.
    if (begun().length > 0) spawnSync(process.execPath, [cli, 'runs'], { stdio: 'ignore', env });
    if (begun().length > 0) failures.push(`files: ${begun().slice(0, 5).join(', ')}`);
    if (victim !== 'cli') {
      if (!existsSync(join(folder, 'out', 'latest', 'report.json')))
        failures.push('run: there is no report');
    } else {
      const told = toldMs.filter((atMs) => atMs < killedMs - WRITTEN_WITHIN_MS).length;
      const kept = journalled(join(folder, 'data'));
      // A run that had ended has a report in place of its journal.
      if (kept < told && !existsSync(join(folder, 'out', 'latest', 'report.json'))) {
        failures.push(`trials: ${kept} of ${told} on disk`);
      }
    }
    return { killed, failures };
  } finally {
    for (const { pid } of marked(mark)) send(pid, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
