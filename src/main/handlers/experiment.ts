// Calls about experiment files.
import { experimentBytes, readTextFile } from '@engine/read-file';
import { writeReportFile } from '@engine/write-file';
import { parseExperiment } from '@shared/parse-experiment';
import { ok } from '@shared/result';
import { askForFile, askWhereToSave } from '../dialogs';
import type { Handlers } from '../ipc';
import type { HandlerContext } from './context';

const filters = [{ name: 'Experiment', extensions: ['json'] }];

export function experimentHandlers({
  window,
  control,
}: HandlerContext): Pick<Handlers, 'experiment:open' | 'experiment:save' | 'experiment:estimate'> {
  return {
    'experiment:open': async () => {
      const path = await askForFile(window, { title: 'Open an experiment', filters });
      if (path === undefined) return ok({ cancelled: true });
      const text = await readTextFile(path, experimentBytes);
      return text.ok ? ok({ text: text.value, path }) : text;
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
      return experiment.ok ? control.estimate(experiment.value) : experiment;
    },
  };
}
