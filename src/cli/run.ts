// `corelane run`: an experiment from its file to its report, with no window.
import { failInWords, problemText } from '@present/words/engine/problems';
import { describeCost, noCostText } from '@present/words/cost-text';
import { startEstimate, type EstimateOptions } from '@engine/run/estimate';
import type { Shortage } from '@shared/report/shortages';
import { leftOutText } from '@present/words/engine/left-out';
import { wallClockIso } from '@engine/clock';
import { message } from '@present/messages/message';
import { exitCodeOf } from '@present/words/outcome';
import type { OwnContent } from '@shared/experiment/own-content';
import { planRun } from '@engine/run/plan';
import { readMachine } from '@engine/machine/machine';
import { interpretersFor } from '@engine/python/find-interpreters';
import { untrustedInterpreters } from '@engine/python/named-interpreters';
import { experimentIn, readExperimentFile } from '@engine/run/read-experiment';
import { experimentBytes } from '@engine/files/read-file';
import { startRun } from '@engine/run/run';
import { OutputFolder } from '@engine/store/output-folder';
import type { KeptRun } from '@engine/store/run-keeper';
import type { Launcher } from '@engine/types';
import { renderTable } from '@report/text';
import { leftOut } from '@shared/experiment/cells';
import type { Experiment } from '@shared/experiment/experiment';
import type { Interpreter } from '@shared/experiment/python';
import type { Report } from '@shared/report/report';
import { ok, type Result } from '@shared/base/result';
import type { RunRequest } from './arguments';
import { Interruption, onInterrupt } from './interrupts';
import { leaveReport } from './leave-report';
import { checkInterpreters, checkOwnCode, openedBy, readAllowed } from './own-code';
import { describePlan } from './plan-text';
import { ProgressPrinter } from './progress-printer';
import { complain, refuse } from './refuse';
import { programOf, quietScreen, startedHere, type CliContext } from './shell';
import { complainOfSettings, openStore } from './store';
import { print, progressScreen, end, readStandardInput } from './terminal';

/** Runs and reports; the exit code: 0 done, 1 a trial or the run failed, 2 bad input. */
export async function runCommand(request: RunRequest, context: CliContext): Promise<0 | 1 | 2> {
  const experiment = await readExperiment(request.file);
  if (!experiment.ok) return refuse(problemText(experiment.problem));
  const runsNothing = request.dryRun && (!request.pilot || request.quiet);
  const allowed = runsNothing ? ok(undefined) : checkOwnCode(experiment.value, request);
  if (!allowed.ok) return refuse(problemText(allowed.problem));
  if (request.dryRun) return showPlan(experiment.value, request, context);
  const named = checkInterpreters(experiment.value, request, openedBy(request));
  if (!named.ok) return refuse(problemText(named.problem));
  const agreed = await readAllowed(experiment.value, named.value);
  if (!agreed.ok) return refuse(problemText(agreed.problem));
  // Known before an hour of measuring, not after it.
  const { out, force } = request;
  const output = await OutputFolder.make(out, experiment.value.name, wallClockIso(), { force });
  if (!output.ok) return refuse(problemText(output.problem));
  await complainOfSettings();
  const printer = new ProgressPrinter(request.quiet ? quietScreen : progressScreen);
  const launcher = startedHere();
  if (request.pilot && !request.quiet) {
    const cost = await costLine({
      experiment: experiment.value,
      launcher,
      ...agreed.value,
      ...context,
    });
    if (!cost.ok) {
      await output.value.publish();
      return stoppedBefore();
    }
    printer.say(cost.value);
  }
  const interruption = new Interruption(() => printer.say(message('cli-stopping')));
  try {
    const searched = await interpretersFor(experiment.value, {
      named: named.value,
      opened: openedBy(request),
      allowed: request.allowCode,
    });
    const { report, kept } = await measure({
      ...{
        experiment: experiment.value,
        ...searched,
        ...agreed.value,
        launcher,
        context,
        printer,
        interruption,
      },
    });
    const written = await leaveReport(report, request.formats, output.value, kept, printer);
    print(`${renderTable(report).trimEnd()}\n`);
    return written ? exitCodeOf(report) : 1;
  } finally {
    interruption.forget();
  }
}

/** Resolves with what would be done, and after a pilot what it would cost. */
async function showPlan(
  experiment: Experiment,
  request: RunRequest,
  context: CliContext,
): Promise<0 | 1> {
  const { pilot, quiet } = request;
  const opened = openedBy(request);
  const { usableCores } = readMachine();
  for (const path of untrustedInterpreters(experiment, opened)) {
    complain(message('cli-not-started', { path }));
  }
  const { interpreters, searchLacks } = await interpretersFor(experiment, { opened });
  for (const left of leftOut(experiment, interpreters, searchLacks)) complain(leftOutText(left));
  const plan = planRun(experiment, usableCores, interpreters);
  print(describePlan(experiment, plan, usableCores));
  if (!pilot || quiet) return 0;
  const cost = await costLine({ experiment, launcher: startedHere(), ...context });
  if (!cost.ok) return stoppedBefore();
  print(`\n${message('cli-cost', { cost: cost.value })}\n`);
  return 0;
}

function stoppedBefore(): 1 {
  complain(message('cli-stopped-before'));
  return 1;
}

async function readExperiment(file: string): Promise<Result<Experiment>> {
  if (file !== '-') return readExperimentFile(file);
  const text = await readStandardInput(process.stdin, experimentBytes);
  if (!text.ok) return text;
  if (text.value.trim() === '') return failInWords('bad-json', message('cli-stdin-empty'));
  return experimentIn(text.value, message('cli-stdin'), process.cwd());
}

interface Measuring {
  readonly experiment: Experiment;
  readonly interpreters: readonly Interpreter[];
  readonly searchLacks?: Shortage;
  readonly content?: OwnContent;
  readonly launcher: Launcher;
  readonly context: CliContext;
  readonly printer: ProgressPrinter;
  readonly interruption: Interruption;
}

/** The report, and where it is kept. */
async function measure({
  launcher,
  context,
  printer,
  interruption,
  ...what
}: Measuring): Promise<{ readonly report: Report; readonly kept: Result<KeptRun> }> {
  const journal = openStore().createRun();
  const run = startRun({
    ...what,
    launcher,
    entries: context.entries,
    program: programOf(context.version),
    quiet: true,
    onEvent: (event) => printer.follow(event),
    journal,
  });
  interruption.stops(() => run.stop());
  const report = await run.done;
  return { report, kept: await journal.finish(report) };
}

/** The line, or why it is not known; `cancelled` where the pilot was interrupted. */
async function costLine(options: EstimateOptions): Promise<Result<string>> {
  const forget = onInterrupt(() => estimate.cancel(), end);
  const estimate = startEstimate(options);
  try {
    const cost = await estimate.done;
    if (cost.ok) return ok(describeCost(cost.value));
    const why = noCostText(cost.problem);
    return cost.problem.code === 'cancelled' ? failInWords('cancelled', why) : ok(why);
  } finally {
    forget();
  }
}
