// Calls about the runs in the user's data folder: what is kept, and what was left unfinished.
import { readSettings, writeSettings } from '@engine/store/settings';
import type { StoredRun } from '@engine/store/look-at-run';
import type { RunStore } from '@engine/store/run-store';
import { defined } from '@shared/base/defined';
import type { EarlierRun } from '@shared/wire/ipc';
import { defaultKeptBytes, type RemovedRuns } from '@shared/kept/kept-run';
import { ok, type Result } from '@shared/base/result';
import type { Report } from '@shared/report/report';
import type { Handlers } from '../ipc';
import type { HandlerContext } from './context';

type RunsCall = 'runs:list' | 'runs:open' | 'runs:discard' | 'runs:limit';

type Context = Pick<HandlerContext, 'store' | 'dataFolder' | 'shelf' | 'gaps' | 'onRunsChanged'>;

export function runsHandlers({
  store,
  dataFolder,
  shelf,
  gaps,
  onRunsChanged,
}: Context): Pick<Handlers, RunsCall> {
  return {
    'runs:list': async () => {
      await gaps.next();
      const [runs, settings] = await Promise.all([store.list(), readSettings(dataFolder)]);
      const { keptBytes = defaultKeptBytes } = settings.ok ? settings.value : {};
      const settingsFault = settings.ok ? undefined : settings.problem;
      return ok({
        ...{ runs: runs.map(toEarlier), keptBytes, folder: dataFolder },
        ...defined({ settingsFault }),
      });
    },
    'runs:open': async (id) => {
      await gaps.next();
      const opened = await openRun(store, id, onRunsChanged);
      if (opened.ok) shelf.last = opened.value;
      return opened;
    },
    'runs:discard': async (id) => {
      await gaps.next();
      const removed = await store.remove(id);
      if (removed.ok) onRunsChanged();
      return removed;
    },
    'runs:limit': async (keptBytes) => {
      await gaps.next();
      const set = await writeSettings(dataFolder, { keptBytes });
      if (!set.ok) return set;
      const removed = await store.trim();
      onRunsChanged();
      return ok({ ...set.value, ...defined({ removed }) });
    },
  };
}

/** A finished run's report as it is kept; an unfinished one's is made, and kept in its place. */
async function openRun(
  store: RunStore,
  id: string,
  onRunsChanged: (removed?: RemovedRuns) => void,
): Promise<Result<Report>> {
  const kept = await store.open(id);
  if (kept.ok) return kept;
  const recovered = await store.recover(id);
  if (!recovered.ok) return recovered;
  const { report, kept: written } = recovered.value;
  // Where it can't be kept its journal stays, and it is opened all the same.
  onRunsChanged(written.ok ? written.value.removed : undefined);
  return ok(report);
}

function toEarlier({ about, progress, ...run }: StoredRun): EarlierRun {
  const { id, state, name, startedAt, bytes, why } = run;
  return {
    ...{ id, state, name, startedAt, bytes },
    ...defined({
      why,
      trials: about?.trials ?? progress?.trials,
      planned: progress?.planned,
      status: about?.status,
      durationNs: about?.durationNs,
      shell: about?.shell,
      verdict: about?.verdict,
    }),
  };
}
