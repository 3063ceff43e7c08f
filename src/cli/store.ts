// The store of runs, as the command line opens it.
import { dataFolder } from '@engine/store/data-folder';
import { RunStore } from '@engine/store/run-store';
import { readSettings } from '@engine/store/settings';
import { problemText } from '@present/words/engine/problems';
import { exporters } from '@report/index';
import { complain } from './refuse';

export function openStore(): RunStore {
  return new RunStore({
    folder: dataFolder(),
    renderJson: exporters.json.render,
  });
}

/** Says on the standard error where the store's settings can't be used. */
export async function complainOfSettings(): Promise<void> {
  const settings = await readSettings(dataFolder());
  if (!settings.ok) complain(problemText(settings.problem));
}
