// The built command line as a user of its own, under a limit of the shell's: no limit on processes holds for root.
import { execFile, spawnSync } from 'node:child_process';
import { chmod, chown, cp, mkdir, readFile } from 'node:fs/promises';
import { randomInt } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Report } from '@shared/report/report';
import { parseReport } from '@shared/report/report-file';
import { builtCli } from './entries';

/** Only root may become somebody else, and only Linux counts a user's threads so. */
export const canBecomeOthers =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  spawnSync('setpriv', ['--version']).status === 0;

/** A copy of the build that every user may read. */
export async function readableCli(folder: string): Promise<string> {
  await chmod(folder, 0o755);
  const built = dirname(dirname(builtCli));
  await cp(built, join(folder, 'out'), { recursive: true });
  await cp(join(dirname(built), 'package.json'), join(folder, 'package.json'));
  spawnSync('chmod', ['-R', 'a+rX', join(folder, 'out'), join(folder, 'package.json')]);
  return join(folder, 'out', 'main', 'cli.js');
}

export interface Ended {
  readonly code: number | string;
  /** Absent where none was written. */
  readonly report: Report | undefined;
  readonly said: string;
}

/** Runs an experiment as a user that has no other process. */
export async function runAsOther(
  folder: string,
  cli: string,
  limit: string,
  experiment: object,
  options: readonly string[] = [],
): Promise<Ended> {
  const user = 100_000 + randomInt(1_000_000);
  const home = join(folder, `home-${user}`);
  await mkdir(join(home, 'tmp'), { recursive: true });
  for (const made of [home, join(home, 'tmp')]) await chown(made, user, user);
  const out = join(home, 'out');
  const shell = ['bash', '-c', `ulimit ${limit} && exec "$0" "$@"`];
  const run = [
    process.execPath,
    cli,
    'run',
    '-',
    '--no-pilot',
    '--format',
    'json',
    '--out',
    out,
    ...options,
  ];
  const become = [`--reuid=${user}`, `--regid=${user}`, '--clear-groups'];
  const env = {
    PATH: '/usr/local/bin:/usr/bin:/bin',
    HOME: home,
    TMPDIR: join(home, 'tmp'),
    CORELANE_DATA: join(home, 'data'),
  };
  const ended = await new Promise<Omit<Ended, 'report'>>((resolve) => {
    const args = [...become, ...shell, ...run];
    const child = execFile(
      'setpriv',
      args,
      { env, cwd: home, timeout: 100_000 },
      (error, _printed, said) => {
        resolve({ code: error?.code ?? error?.signal ?? 0, said });
      },
    );
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(JSON.stringify(experiment));
  });
  const text = await readFile(join(out, 'report.json'), 'utf8').catch(() => undefined);
  const report = text === undefined ? undefined : parseReport(text);
  return { ...ended, report: report?.ok === true ? report.value : undefined };
}
