// `corelane run`: an experiment from its file to its report, with no window.
import { exitCodeOf } from '@engine/outcome';
import { planRun } from '@engine/plan';
import { readMachine } from '@engine/probe/machine';
import { interpretersFor } from '@engine/python/find-interpreters';
import { strangeInterpreters } from '@engine/python/named-interpreters';
import { experimentIn, readExperimentFile } from '@engine/read-experiment';
import { experimentBytes } from '@engine/read-file';
import { startRun } from '@engine/run';
import { dataFolder } from '@engine/store/data-folder';
import { RunStore } from '@engine/store/run-store';
import type { Launcher } from '@engine/types';
import { makeFolder } from '@engine/make-folder';
import { writeReportFile } from '@engine/write-file';
import { exporters } from '@report/index';
import { renderTable } from '@report/text';
import { leftOut } from '@shared/cells';
import type { Experiment } from '@shared/experiment';
import type { ExportFormat } from '@shared/export-formats';
import type { Interpreter } from '@shared/python';
import type { Report } from '@shared/report';
import { ok, type Result } from '@shared/result';
import { join } from 'node:path';
import type { RunRequest } from './arguments';
import { costLine } from './cost-line';
import { onInterrupt } from './interrupts';
import { checkInterpreters, checkOwnCode, openedBy } from './own-code';
import { describePlan } from './plan-text';
import { ProgressPrinter } from './progress-printer';
import { complain, refuse } from './refuse';
import { programOf, quietScreen, startedHere, type Surroundings } from './shell';
import { readStandardInput } from './standard-input';

/** Runs and reports; the exit code: 0 done, 1 a trial or the run failed, 2 bad input. */
export async function runCommand(request: RunRequest, around: Surroundings): Promise<0 | 1 | 2> {
  const experiment = await readExperiment(request.file);
  if (!experiment.ok) return refuse(experiment.problem.message);
  const runsNothing = request.dryRun && (!request.pilot || request.quiet);
  const allowed = runsNothing ? ok(undefined) : checkOwnCode(experiment.value, request);
  if (!allowed.ok) return refuse(allowed.problem.message);
  if (request.dryRun) return showPlan(experiment.value, request, around);
  const named = checkInterpreters(experiment.value, request, openedBy(request));
  if (!named.ok) return refuse(named.problem.message);
  // Known before an hour of measuring, not after it.
  const folder = await makeFolder(request.out);
  if (!folder.ok) return refuse(folder.problem.message);
  const printer = new ProgressPrinter(request.quiet ? quietScreen : process.stderr);
  const launcher = startedHere();
  if (request.pilot && !request.quiet) {
    const cost = await costLine({ experiment: experiment.value, launcher, ...around });
    if (!cost.ok) return stoppedBefore();
    printer.say(cost.value);
  }
  const interpreters = await interpretersFor(experiment.value, {
    named: named.value,
    opened: openedBy(request),
    allowed: request.allowCode,
  });
  const report = await measure(experiment.value, interpreters, launcher, around, printer);
  const written = await writeFiles(report, request.formats, folder.value, printer);
  process.stdout.write(`${renderTable(report).trimEnd()}\n`);
  return written ? exitCodeOf(report) : 1;
}

/** What would be done, and after a pilot what it would cost. */
async function showPlan(
  experiment: Experiment,
  request: RunRequest,
  around: Surroundings,
): Promise<0 | 1> {
  const { pilot, quiet } = request;
  const opened = openedBy(request);
  const { usableCores } = readMachine();
  for (const path of strangeInterpreters(experiment, opened)) {
    complain(`${path} is not started for a plan, so it is not known to be a Python.`);
  }
  const interpreters = await interpretersFor(experiment, { opened });
  for (const text of leftOut(experiment, interpreters)) complain(text);
  const plan = planRun(experiment, usableCores, interpreters);
  process.stdout.write(describePlan(experiment, plan, usableCores));
  if (!pilot || quiet) return 0;
  const cost = await costLine({ experiment, launcher: startedHere(), ...around });
  if (!cost.ok) return stoppedBefore();
  process.stdout.write(`\ncost: ${cost.value}\n`);
  return 0;
}

function stoppedBefore(): 1 {
  complain('stopped before the first trial.');
  return 1;
}

async function readExperiment(file: string): Promise<Result<Experiment>> {
  if (file !== '-') return readExperimentFile(file);
  const text = await readStandardInput(process.stdin, experimentBytes);
  return text.ok ? experimentIn(text.value, 'standard input', process.cwd()) : text;
}

async function measure(
  experiment: Experiment,
  interpreters: readonly Interpreter[],
  launcher: Launcher,
  { entries, version }: Surroundings,
  printer: ProgressPrinter,
): Promise<Report> {
  const forget = onInterrupt(
    () => {
      printer.say('stopping; what was measured is kept');
      run.stop();
    },
    (code) => process.exit(code),
  );
  const store = new RunStore({ folder: dataFolder(), renderJson: exporters.json.render });
  const journal = store.createRun();
  const run = startRun({
    experiment,
    interpreters,
    launcher,
    entries,
    program: programOf(version),
    quiet: true,
    onEvent: (event) => printer.follow(event),
    journal,
  });
  try {
    const report = await run.done;
    const kept = await journal.finish(report);
    if (!kept.ok) complain(kept.problem.message);
    else if (kept.value.removed !== undefined) printer.say(kept.value.removed);
    return report;
  } finally {
    forget();
  }
}

async function writeFiles(
  report: Report,
  formats: readonly ExportFormat[],
  folder: string,
  printer: ProgressPrinter,
): Promise<boolean> {
  let good = true;
  for (const format of formats) {
    const { extension, render } = exporters[format];
    const written = await writeReportFile(join(folder, `report.${extension}`), render(report));
    if (written.ok) {
      printer.say(`wrote ${written.value}`);
    } else {
      good = false;
      complain(written.problem.message);
    }
  }
  return good;
}
