// What the command line says of itself.
import { exportFormats, usualFormats } from '@shared/report/export-formats';
import { claimTexts } from '@shared/claims/claim-texts';
import { claimIds } from '@shared/claims/claims';
import { presets } from '@shared/experiment/presets';
import type { CommandName } from './arguments';

const general = `Threads, processes or neither, and how many? Measured on this machine.

Usage: corelane COMMAND

  run FILE        runs an experiment and writes its report
  recover [ID…]   makes reports of runs that were left unfinished
  runs            lists the runs that are kept, finished or not
  experiment ID   tries the article's claims, one or all, on this machine
  init [PRESET]   prints an experiment to start from
  machine         shows what is known about this machine

  --help          this text; corelane COMMAND --help says more
  --version       the version

Exit code: 0 done, 1 a trial failed or the run was stopped, 2 the input can't be used.
`;

const run = `Usage: corelane run FILE [--out DIR] [--format LIST] [--dry-run] [--no-pilot] [--quiet]
                         [--force] [--allow-code] [--module PATH]

Says about how long it will take, runs the experiment in FILE (- for the standard input), prints a
table of the results and writes the report as files: into a folder of their own in DIR, named after
the experiment and the moment. DIR/latest and DIR/report.json (.csv …) lead to the newest.

  --out DIR       folder for all that, made where there is none (reports)
  --force         replaces a file of another where a link to the newest report is to be
  --format LIST   which files, separated by commas (${exportFormats.join(',')});
                  without it ${usualFormats.join(',')}
  --dry-run       prints what would be done and, after a pilot of some seconds, what it would
                  cost; with --no-pilot it runs nothing at all
  --no-pilot      does not say beforehand how long it will take
  --quiet, -q     no progress, no pilot
  --allow-code    runs whatever code of its own the experiment names, interpreters too
  --module PATH   runs this file where the experiment names it; may be given again

Ctrl-C stops the run and still reports what was measured; a second one quits at once. Every finished
trial is on disk: what is killed is not lost, see corelane recover --help.
Exit code: 0 done, 1 a trial failed or the run was stopped, 2 the input can't be used.
`;

const recover = `Usage: corelane recover [ID…] [--out DIR] [--format LIST] [--force] [--discard]

Makes the reports of runs that were left unfinished (killed, power gone, disk full) from the trials
there are, prints their tables and writes their files as corelane run does. With the ID of a run
that is kept, its files are written again. "corelane runs" lists the IDs.

  --out DIR       folder for the files, made where there is none (reports)
  --format LIST   which files, separated by commas (${usualFormats.join(',')})
  --force         replaces a file of another where a link to the newest report is to be
  --discard       removes these runs instead

Exit code: 0 done, 1 a report could not be made or written, 2 there is no such run.
`;

const runs = `Usage: corelane runs

Lists the runs in the data folder, the newest first: those that are kept with their report, left
unfinished, or under way. Kept ones take at most 2 GB, or what "keptBytes" in settings.json there
says; the oldest go first. The folder is where CORELANE_DATA says, else the system's for data.
`;

const experiment =
  (): string => `Usage: corelane experiment [ID… | all] [--json FILE] [--html FILE] [--kept] [--quiet]

Tries what is claimed of threads and processes, each claim on the real thing, in JavaScript and in
Python, and says whether it holds here, does not, or depends: on the language, the version or the
way. Without an ID, all of them: some minutes.

  --json FILE     the findings with every figure; its folder is made where there is none
  --html FILE     the findings as a page, likewise
  --kept          tries nothing: tells what was found here before
  --quiet, -q     no progress

${listClaims()}

Ctrl-C stops, and tells what was found until then; a second one quits at once. Each finding is kept
as soon as it is there, whatever ends the others.
Exit code: 0 done, 1 stopped or nothing could be measured, 2 the input can't be used.
`;

const init = (): string => `Usage: corelane init [PRESET]
       corelane init module [--python] [--out DIR]

Prints an experiment: corelane init wait > waits.corelane.json
For code of your own, module prints an experiment that runs it.

  --out DIR       writes it there, beside a file to put the code into; overwrites nothing
  --python        in Python, not in TypeScript

${listPresets()}
`;

const machine = `Usage: corelane machine [--json]

Shows the machine as a run would see it: cores it may use, memory, and which counters can be read.

  --json          as JSON
`;

/** The help on one command, or on all. */
export function helpText(about: CommandName | undefined): string {
  if (about === undefined) return general;
  return {
    run: () => run,
    recover: () => recover,
    runs: () => runs,
    experiment,
    init,
    machine: () => machine,
  }[about]();
}

/** One line for each claim. */
function listClaims(): string {
  const width = Math.max(...claimIds.map((id) => id.length));
  return claimIds.map((id) => `  ${id.padEnd(width)}  ${claimTexts[id].short}`).join('\n');
}

/** One line for each preset. */
export function listPresets(): string {
  const width = Math.max(...presets.map(({ id }) => id.length));
  return presets
    .map(({ id, title, note }) => `  ${id.padEnd(width)}  ${title}: ${note}`)
    .join('\n');
}
