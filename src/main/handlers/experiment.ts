// Calls about experiment files.
import { dirname } from 'node:path';
import { refuseRemote } from '@engine/own-work/remote-path';
import { resolveOwnCode } from '@engine/own-work/resolve';
import { experimentBytes, readTextFile } from '@engine/read-file';
import { writeReportFile } from '@engine/write-file';
import { parseExperiment, parseExperimentText } from '@shared/parse-experiment';
import { ok } from '@shared/result';
import { isOwnWork } from '@shared/workloads';
import { askForFile, askWhereToSave } from '../dialogs';
import type { Handlers } from '../ipc';
import type { HandlerContext } from './context';

const filters = [{ name: 'Experiment', extensions: ['json'] }];

export function experimentHandlers({
  window,
  control,
  consent,
}: HandlerContext): Pick<Handlers, 'experiment:open' | 'experiment:save' | 'experiment:estimate'> {
  return {
    'experiment:open': async () => {
      const path = await askForFile(window, { title: 'Open an experiment', filters });
      if (path === undefined) return ok({ cancelled: true });
      consent.openFile(path);
      const text = await readTextFile(path, experimentBytes);
      if (!text.ok) return text;
      return ok({ text: withWholePaths(text.value, dirname(path)), path });
    },
    'experiment:save': async (text) => {
      const path = await askWhereToSave(window, {
        title: 'Save the experiment',
        defaultPath: 'experiment.corelane.json',
        filters,
      });
      if (path === undefined) return ok({ cancelled: true });
      const written = await writeReportFile(path, text);
      return written.ok ? ok({ path: written.value }) : written;
    },
    'experiment:estimate': async (input) => {
      const experiment = parseExperiment(input);
      if (!experiment.ok) return experiment;
      const agreed = await consent.forPilot(experiment.value);
      return agreed.ok ? control.estimate(experiment.value, agreed.value) : agreed;
    },
  };
}

/** The window does not know where the file lies that its own code is named relative to. */
function withWholePaths(text: string, folder: string): string {
  const experiment = parseExperimentText(text);
  if (!experiment.ok || !isOwnWork(experiment.value.workload)) return text;
  // As it is: a run refuses it.
  if (!refuseRemote(experiment.value).ok) return text;
  return JSON.stringify(resolveOwnCode(experiment.value, folder), undefined, 2);
}
