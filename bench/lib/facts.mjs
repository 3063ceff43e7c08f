// What a figure can't be read without: the machine, the runtimes, the code's commit.
import { availableParallelism, cpus, loadavg, release, totalmem } from 'node:os';
import { run } from '../../scripts/lib/child.mjs';
import { findElectron } from '../../scripts/lib/electron-binary.mjs';
import { ROOT } from '../../scripts/lib/paths.mjs';

/** @returns {Promise<string | undefined>} the commit, marked where files differ from it */
async function commit() {
  const git = (/** @type {string[]} */ ...args) =>
    run('git', args, { cwd: ROOT, timeoutMs: 10_000 });
  const head = await git('rev-parse', '--short', 'HEAD');
  if (head.code !== 0) return undefined;
  const { stdout } = await git('status', '--porcelain', '--untracked-files=no');
  return stdout.trim() === '' ? head.stdout.trim() : `${head.stdout.trim()} with changes`;
}

/** What the figures were taken on, and how busy it was when that began. */
export async function readFacts() {
  const [core] = cpus();
  return {
    commit: await commit(),
    cores: availableParallelism(),
    processor: core?.model ?? 'not known',
    memoryBytes: totalmem(),
    system: `${process.platform} ${release()} ${process.arch}`,
    node: process.versions.node,
    electron: findElectron(ROOT)?.version,
    loadAverage: loadavg()[0],
    at: new Date().toISOString(),
  };
}

/**
 * @param {Awaited<ReturnType<typeof readFacts>>} facts
 * @returns {string} one line
 */
export function factsLine({ cores, node, electron, commit: head, loadAverage }) {
  return [
    `${cores} cores`,
    `Node ${node}`,
    ...(electron === undefined ? [] : [`Electron ${electron}`]),
    ...(head === undefined ? [] : [`commit ${head}`]),
    ...(loadAverage === undefined ? [] : [`load average ${loadAverage.toFixed(2)} before`]),
  ].join(' · ');
}
