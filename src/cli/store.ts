// The store of runs, as the command line opens it.
import { dataFolder } from '@engine/store/data-folder';
import { RunStore } from '@engine/store/run-store';
import { verdictText } from '@present/words/verdict';
import { exporters } from '@report/index';

export function openStore(): RunStore {
  return new RunStore({
    folder: dataFolder(),
    renderJson: exporters.json.render,
    writeVerdict: verdictText,
  });
}
