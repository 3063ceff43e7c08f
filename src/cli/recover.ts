// `corelane recover`: reports of runs that were left unfinished, and files of those that are kept.
import { countTrials } from '@present/words/count';
import { OutputFolder } from '@engine/store/output-folder';
import type { StoredRun } from '@engine/store/look-at-run';
import type { RunStore } from '@engine/store/run-store';
import { cleanLine, cleanText } from '@report/base/clean-text';
import { renderTable } from '@report/text';
import { formatBytes } from '@shared/base/format';
import { basename, sep } from 'node:path';
import { alignColumns } from './columns';
import type { RecoverRequest } from './arguments';
import { leaveReport } from './leave-report';
import { recoverClaims } from './recover-claims';
import { complain, refuse } from './refuse';
import { openStore } from './store';
import { mention, print } from './terminal';

/** Recovers; the exit code: 0 all is written, 1 some could not be (or read), 2 there is no such run. */
export async function recoverCommand(request: RecoverRequest): Promise<0 | 1 | 2> {
  const store = openStore();
  const runs = await store.list(true);
  // Where it lies names it as well as it does.
  const ids = request.ids.map((id) => basename(id));
  for (const id of ids) {
    if (!runs.some((run) => run.id === id)) {
      return refuse(`There is no run ${id}. "corelane runs" lists those there are.`);
    }
  }
  const others = runs.filter(({ id }) => !ids.includes(id));
  tellOthers(others);
  const chosen = runs.filter(({ id, state }) =>
    ids.length === 0 ? state === 'unfinished' : ids.includes(id),
  );
  const unread = ids.length === 0 && others.some(({ state }) => state === 'damaged');
  const claims = ids.length === 0 ? await recoverClaims() : 'none';
  if (chosen.length === 0 && !unread && claims === 'none')
    mention('Nothing was left unfinished.\n');
  let good = (!unread || request.discard) && claims !== 'failed';
  // The oldest first, so that the newest is told last and "latest" leads to it.
  for (const run of [...chosen].reverse()) {
    good =
      (request.discard ? await discard(store, run) : await recover(store, run, request)) && good;
  }
  return good ? 0 : 1;
}

/** Every run in the store, as a table. */
export async function runsCommand(): Promise<0> {
  const runs = await openStore().list(true);
  if (runs.length === 0) mention('No run is kept yet.\n');
  else print(`${alignColumns(runs.map((run) => rowOf(run).map((cell) => cleanLine(cell))))}\n`);
  return 0;
}

function rowOf(run: StoredRun): readonly string[] {
  const { id, name, bytes, about } = run;
  const trials = about === undefined ? '' : countTrials(about.trials);
  const why = run.why === undefined ? '' : ` (damaged: ${describeDamage(run)})`;
  return [id, stateOf(run), trials, formatBytes(bytes), `${name}${why}`];
}

function stateOf({ state, about, pid, why }: StoredRun): string {
  const status = about === undefined || about.status === 'done' ? '' : `, ${about.status}`;
  const what = state === 'finished' ? `kept${status}` : state;
  const who = pid === undefined ? '' : ` (process ${pid})`;
  return `${why === undefined ? what : 'damaged'}${who}`;
}

/** Why a run can't be read, as the end of a sentence, and what can be done about it. */
function describeDamage({ state, why = '', folder }: StoredRun): string {
  const reason = why.replace(`${folder}${sep}`, '').replace(/\.$/, '');
  return state === 'unfinished'
    ? `${reason}; its journal is whole, see "corelane recover"`
    : reason;
}

/** A line beside what was asked for. */
function tell(line: string): void {
  mention(`${cleanText(line)}\n`);
}

/** What can be done with a run that can't be read. */
function remedyOf(id: string): string {
  return `"corelane recover --discard ${id}" removes it.`;
}

/** What is not made reports of, and why. */
function tellOthers(runs: readonly StoredRun[]): void {
  for (const { id, state, pid, why } of runs) {
    if (state === 'running') tell(`${id} is under way (process ${pid ?? 'not known'}).`);
    if (state === 'damaged') {
      complain(`${why ?? `${id} can't be read.`} ${remedyOf(id)}`);
    }
  }
}

async function discard(store: RunStore, { id }: StoredRun): Promise<boolean> {
  const removed = await store.remove(id);
  if (removed.ok) tell(`removed ${id}`);
  else complain(removed.problem.message);
  return removed.ok;
}

async function recover(store: RunStore, run: StoredRun, request: RecoverRequest): Promise<boolean> {
  if (run.state === 'unfinished' && run.why !== undefined) {
    tell(`${run.why} The report is made of its journal instead.`);
  }
  const taken = await store.take(run.id);
  if (!taken.ok) {
    complain(`${run.id}: ${taken.problem.message} It writes the files.`);
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
    tell(`${run.id} was recovered meanwhile. "corelane recover ${run.id}" writes its files again.`);
    return true;
  }
  const recovered = await store.recover(run.id);
  if (!recovered.ok) {
    const { code, message } = recovered.problem;
    complain(code === 'run-under-way' ? message : `${message} ${remedyOf(run.id)}`);
    return false;
  }
  const { report, kept } = recovered.value;
  const { experiment, run: ran } = report;
  const output = await OutputFolder.make(out, experiment.name, ran.startedAt, {
    force,
    onlyIfNewest: true,
  });
  if (!output.ok) {
    complain(output.problem.message);
    return false;
  }
  const teller = { say: tell };
  const written = await leaveReport(report, formats, output.value, kept, teller);
  print(`${renderTable(report).trimEnd()}\n`);
  return written;
}
