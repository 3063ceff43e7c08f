// Cleans up when this process is killed: a separate shell waits for that. In the app it is all there is, since the
// sampler dies with it. Where there is no shell (Windows) the next run does what it can.
import type { ChildProcess } from 'node:child_process';
import { startChild } from '../processes/start-child';
import { limitOf, watchdogName, runMark } from '@shared/wire/run-mark';
import { trustedEnv } from './trusted-path';
import { holderFile } from '../processes/holder';
import { tempFolderPlace } from './temp-folder';

/**
 * Waits for the end of its input, a line of which is a folder to remove. Then it ends whoever carries the
 * mark, over and over until twice nobody is found, and removes the folders, those of the process in its user's
 * common parent that were never named to it included. multiprocessing's own helper has 5 s,
 * once it is alone, to remove what the others leave in shared memory.
 */
const script = `
token=$1 parent=$2 prefix=$3 limit=$4; shift 4
while IFS= read -r line; do set -- "$@" "$line"; done
marked() {
  if [ -d /proc/self ]; then
    grep -lsF -e "$token" /proc/[0-9]*/environ | cut -d/ -f3
    [ -n "$limit" ] || return
    for file in $(grep -lsE "^Max file locks +$limit " /proc/[0-9]*/limits); do
      grep -qs "^State:.[ZX]" "\${file%/*}/status" || echo "$file" | cut -d/ -f3
    done
  else ps -axEww -o pid=,command= | grep -e "${runMark}=[^ ]*$token" | awk '{ print $1 }'; fi
}
round=0 quiet=0 alone=0
while [ $round -lt 60 ] && [ $quiet -lt 2 ]; do
  quiet=$((quiet + 1)) due=0 spared=0
  for pid in $(marked); do
    quiet=0
    if [ $alone -lt 100 ] && grep -qsF multiprocessing.resource_tracker "/proc/$pid/cmdline"; then
      spared=1
    else
      due=1
      kill -s KILL "$pid"
    fi
  done
  if [ $due = 0 ] && [ $spared = 1 ]; then alone=$((alone + 1)); else round=$((round + 1)); fi
  sleep 0.05 || sleep 1
done
for again in 1 2; do
  for folder in "$@" "$parent/$prefix"*; do
    if [ ! -L "$folder" ] && { [ $again = 2 ] || [ -f "$folder/${holderFile}" ]; }; then
      rm -rf -- "$folder" && rmdir -- "\${folder%/*}"
    fi
  done
  if [ ! -L "$parent" ]; then rmdir -- "$parent"; fi
  sleep 0.5 || sleep 1
done
`;

/** Returns what its shell is started with, for a run with this token. */
export function watchdogArguments(token: string): string[] {
  const { parent, prefix } = tempFolderPlace();
  return ['-c', script, watchdogName, token, parent, prefix, limitOf(token) ?? ''];
}

/** The watchdog of one run. */
export class CleanupWatchdog {
  readonly #shell: ChildProcess | undefined;

  /** @param token of the run's mark */
  constructor(token: string) {
    if (process.platform === 'win32') return;
    // Where no process or pipe can be had, it has no input either.
    const { child: shell } = startChild('/bin/sh', watchdogArguments(token), {
      stdio: ['pipe', 'ignore', 'ignore'],
      // A signal to our own group is not for it.
      detached: true,
      cwd: '/',
      env: trustedEnv(),
    });
    // Where it can't be started, the sampler and the children's own ends are what there is.
    shell?.stdin?.on('error', () => undefined);
    shell?.unref();
    this.#shell = shell;
  }

  /** Has a folder made by {@link makeTempFolder} removed too. */
  remove(folder: string): void {
    // A line is one folder.
    if (!folder.includes('\n')) this.#shell?.stdin?.write(`${folder}\n`);
  }

  /** Calls it off: everything was done by whoever was to do it. */
  cancel(): void {
    this.#shell?.kill('SIGKILL');
  }
}
