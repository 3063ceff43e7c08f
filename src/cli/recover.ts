// `corelane recover`: reports of runs that were left unfinished, and files of those that are kept.
import { describeMoment } from '@present/locale/moment';
import { withoutStop } from '@present/words/engine/own-code-problems';
import { problemText } from '@present/words/engine/problems';
import { ClaimsStore } from '@engine/store/claims-store';
import { dataFolder } from '@engine/store/data-folder';
import { recoverMeasured } from '@engine/store/measured-store';
import { renderFindings } from '@report/findings/findings-text';
import { message } from '@present/messages/message';
import { shown } from '@present/words/command-words';
import { countTrials } from '@present/words/count';
import { OutputFolder } from '@engine/store/output-folder';
import type { StoredRun } from '@engine/store/look-at-run';
import { isOfNewer, type Problem } from '@shared/base/problems';
import type { RunStore } from '@engine/store/run-store';
import { cleanLine, cleanMultiline } from '@report/base/clean-text';
import { renderTable } from '@report/text';
import { formatBytes, notKnown } from '@present/locale/format';
import { basename, sep } from 'node:path';
import { alignColumns } from './columns';
import type { RecoverRequest } from './arguments';
import { leaveReport } from './leave-report';
import { complain, refuse } from './refuse';
import { complainOfSettings, openStore } from './store';
import { mention, print } from './terminal';

/** Recovers; the exit code: 0 all is written, 1 some could not be (or read), 2 there is no such run. */
export async function recoverCommand(request: RecoverRequest): Promise<0 | 1 | 2> {
  await complainOfSettings();
  const store = openStore();
  const runs = await store.list(true);
  // Where it lies names it as well as it does.
  const ids = request.ids.map((id) => basename(id));
  for (const given of request.ids) {
    if (!runs.some(({ id }) => id === basename(given))) {
      return refuse(message('recover-no-run', { id: shown(given) }));
    }
  }
  const others = runs.filter(({ id }) => !ids.includes(id));
  if (ids.length === 0) tellOthers(others);
  const chosen = runs.filter(({ id, state }) =>
    ids.length === 0 ? state === 'unfinished' : ids.includes(id),
  );
  const unread = ids.length === 0 && others.some(({ state }) => state === 'damaged');
  const claims = ids.length === 0 ? await recoverClaims() : 'none';
  if (chosen.length === 0 && !unread && claims === 'none')
    mention(`${message('recover-nothing')}\n`);
  let good = (!unread || request.discard) && claims !== 'failed';
  // The oldest first, so that the newest is printed last and "latest" leads to it.
  for (const run of [...chosen].reverse()) {
    good =
      (request.discard ? await discard(store, run) : await recover(store, run, request)) && good;
  }
  return good ? 0 : 1;
}

/** Every run in the store, as a table. */
export async function runsCommand(): Promise<0> {
  await complainOfSettings();
  const runs = await openStore().list(true);
  if (runs.length === 0) mention(`${message('runs-none')}\n`);
  else print(`${alignColumns(runs.map((run) => rowOf(run).map((cell) => cleanLine(cell))))}\n`);
  return 0;
}

function rowOf(run: StoredRun): readonly string[] {
  const { id, bytes, about } = run;
  const trials = about === undefined ? '' : countTrials(about.trials);
  return [id, stateOf(run), trials, formatBytes(bytes), nameOf(run)];
}

function stateOf({ state, about, pid, why }: StoredRun): string {
  const status = about?.status ?? 'done';
  const what =
    why !== undefined
      ? message('runs-state', { state: isOfNewer(why) ? 'newer' : 'damaged' })
      : status === 'done' || state !== 'finished'
        ? message('runs-state', { state })
        : message('runs-state-ended', { state, status: message('run-ending', { status }) });
  return pid === undefined ? what : message('runs-state-of', { state: what, pid: String(pid) });
}

/** Returns what it is called, with why it can't be read and what can be done about it. */
function nameOf({ name, state, why: whole, folder }: StoredRun): string {
  if (whole === undefined) return name;
  const why = withoutStop(problemText(whole).replace(`${folder}${sep}`, ''));
  if (isOfNewer(whole)) return message('runs-newer', { name, why });
  return state === 'unfinished'
    ? message('runs-damaged-journal', { name, why })
    : message('runs-damaged', { name, why });
}

/** A line beside what was asked for. */
function tell(line: string): void {
  mention(`${cleanMultiline(line)}\n`);
}

/** What is not made reports of, and why. */
function tellOthers(runs: readonly StoredRun[]): void {
  for (const { id, state, pid, why } of runs) {
    if (state === 'running') {
      tell(message('recover-running', { id, pid: pid === undefined ? notKnown() : String(pid) }));
    }
    if (state !== 'damaged') continue;
    complain(why === undefined ? message('recover-unreadable', { id }) : unreadText(why, id));
  }
}

/** Why a run can't be read; one of a newer version is whole, and is not offered to be removed. */
function unreadText(problem: Problem, id: string): string {
  const why = problemText(problem);
  return isOfNewer(problem) ? why : message('recover-damaged', { why, id });
}

async function discard(store: RunStore, { id }: StoredRun): Promise<boolean> {
  const removed = await store.remove(id);
  if (removed.ok) tell(message('recover-removed', { id }));
  else complain(problemText(removed.problem));
  return removed.ok;
}

async function recover(store: RunStore, run: StoredRun, request: RecoverRequest): Promise<boolean> {
  if (run.state === 'unfinished' && run.why !== undefined) {
    tell(message('recover-from-journal', { why: problemText(run.why) }));
  }
  const taken = await store.take(run.id);
  if (!taken.ok) {
    complain(message('recover-taken', { id: run.id, why: problemText(taken.problem) }));
    return false;
  }
  try {
    return await recoverTaken(store, run, request);
  } finally {
    await taken.value.release();
  }
}

async function recoverTaken(
  store: RunStore,
  run: StoredRun,
  { out, formats, force }: RecoverRequest,
): Promise<boolean> {
  const now = (await store.list()).find(({ id }) => id === run.id);
  if (run.state === 'unfinished' && now?.state === 'finished' && run.why === undefined) {
    tell(message('recover-meanwhile', { id: run.id }));
    return true;
  }
  const recovered = await store.recover(run.id);
  if (!recovered.ok) {
    const { problem } = recovered;
    const busy = problem.code === 'run-under-way';
    complain(busy ? problemText(problem) : unreadText(problem, run.id));
    return false;
  }
  const { report, kept } = recovered.value;
  const { experiment, run: ran } = report;
  const output = await OutputFolder.make(out, experiment.name, ran.startedAt, {
    force,
    onlyIfNewest: true,
  });
  if (!output.ok) {
    complain(problemText(output.problem));
    return false;
  }
  const teller = { say: tell };
  const written = await leaveReport(report, formats, output.value, kept, teller);
  print(`${renderTable(report).trimEnd()}\n`);
  return written;
}

/** Resolves with whether there was anything, and whether it went well. */
async function recoverClaims(): Promise<'none' | 'done' | 'failed'> {
  const folder = dataFolder();
  const left = await recoverMeasured(folder, new ClaimsStore(folder));
  for (const one of left) {
    if (!one.ok) {
      complain(problemText(one.problem));
      continue;
    }
    const { startedAt, measurements, findings } = one.value;
    const moment = describeMoment(startedAt);
    const counts = { measurements, findings: findings.length };
    mention(`${message('recover-claims', { moment, ...counts })}\n`);
    if (findings.length > 0) print(renderFindings(findings));
  }
  if (left.some(({ ok }) => !ok)) return 'failed';
  return left.length === 0 ? 'none' : 'done';
}
