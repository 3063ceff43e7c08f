// Runs programs to their end: a script that prints one line of JSON, an experiment in the CLI or in the app.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { electronArgs } from '../../scripts/lib/args.mjs';
import { run } from '../../scripts/lib/child.mjs';
import { ROOT } from '../../scripts/lib/paths.mjs';
import { SetupError } from '../../scripts/lib/say.mjs';
import { isRoot } from '../../scripts/lib/system.mjs';

/**
 * @typedef {import('../../src/shared/report/report').Report} Report
 * @typedef {import('../../src/shared/experiment/experiment').ExperimentInput} ExperimentInput
 * @typedef {Record<string, string | undefined>} Environment
 */

const LIMIT_MS = 5 * 60_000;
const CLI = join(ROOT, 'out', 'main', 'cli.js');

/**
 * @param {string} what
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Environment} env
 * @returns {Promise<string>} its standard output
 */
async function runWell(what, command, args, env) {
  const result = await run(command, args, { cwd: ROOT, env, timeoutMs: LIMIT_MS });
  if (result.code === 0) return result.stdout;
  const how = result.timedOut ? `took over ${LIMIT_MS / 1000} s` : `ended with ${result.code}`;
  throw new SetupError(`${what} ${how}.`, result.output.slice(-4_000));
}

/**
 * @template T
 * @param {string} file a script whose last line of output is JSON
 * @param {readonly (string | number)[]} args
 * @returns {Promise<T>}
 */
export async function runScript(file, ...args) {
  const command = [file, ...args.map(String)];
  const output = await runWell(file, process.execPath, command, process.env);
  return JSON.parse(output.trim().split('\n').at(-1) ?? '');
}

/**
 * Ordinary trials alone and no reading between them, unless the experiment says otherwise.
 * @param {Omit<ExperimentInput, 'version' | 'name'>} experiment
 * @returns {ExperimentInput}
 */
function complete(experiment) {
  return { version: 1, name: 'bench', warmup: 0, emptyRepeats: 0, ...experiment };
}

/**
 * @param {string} folder
 * @param {Omit<ExperimentInput, 'version' | 'name'>} experiment
 * @returns {string}
 */
function writeExperiment(folder, experiment) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'bench.corelane.json');
  writeFileSync(file, JSON.stringify(complete(experiment)));
  return file;
}

/**
 * @param {string} folder
 * @returns {Report}
 */
function readReport(folder) {
  return JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
}

/**
 * What is measured here is not to be among what the user of this machine keeps.
 * @param {string} folder
 * @returns {Environment}
 */
function keptIn(folder) {
  return { CORELANE_DATA: join(folder, 'data') };
}

/**
 * Runs an experiment in the built CLI.
 * @param {string} folder for its files
 * @param {Omit<ExperimentInput, 'version' | 'name'>} experiment
 * @param {string} [electron] runs the CLI with this Electron as its Node.js
 * @returns {Promise<Report>}
 */
export async function runInCli(folder, experiment, electron) {
  const file = writeExperiment(folder, experiment);
  const args = [CLI, 'run', file, '--out', folder, '--format', 'json', '--quiet'];
  const env = electron === undefined ? {} : { ELECTRON_RUN_AS_NODE: '1' };
  const own = { ...process.env, ...keptIn(folder), ...env };
  await runWell('The CLI', electron ?? process.execPath, args, own);
  return readReport(folder);
}

/**
 * Electron's command line for an application with a profile of its own.
 * @param {string} profile
 * @param {readonly string[]} app the application and its arguments
 * @param {Environment} env
 * @returns {{ args: string[], env: Environment }}
 */
export function electronCommand(profile, app, env) {
  const waylandOnly = !env.DISPLAY && Boolean(env.WAYLAND_DISPLAY);
  const root = process.platform === 'linux' && isRoot();
  const [target = '.', ...rest] = app;
  const args = electronArgs({ app: rest, screen: true, root, waylandOnly });
  const { ELECTRON_RUN_AS_NODE: _unwanted, ...clean } = env;
  return {
    args: [`--user-data-dir=${profile}`, ...args.map((arg) => (arg === '.' ? target : arg))],
    env: clean,
  };
}

/**
 * Runs an experiment in the app: its real window, along its usual way, with nobody at it.
 * @param {string} folder for its files
 * @param {Omit<ExperimentInput, 'version' | 'name'>} experiment
 * @param {string} electron
 * @param {Environment} env with a display
 * @returns {Promise<Report>}
 */
export async function runInApp(folder, experiment, electron, env) {
  const file = writeExperiment(folder, experiment);
  const asked = ['.', '--run-default', '--experiment', file, '--out', folder];
  const command = electronCommand(join(folder, 'profile'), asked, env);
  await runWell('The app', electron, command.args, { ...command.env, ...keptIn(folder) });
  return readReport(folder);
}
