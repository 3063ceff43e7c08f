// Calls about experiment files.
import type { FileFilter } from 'electron';
import { message } from '@present/messages/message';
import { dirname } from 'node:path';
import { refuseRemote } from '@engine/own-code/remote-path';
import { namesPaths, resolveOwnCode } from '@engine/own-code/resolve';
import { experimentBytes, readTextFile } from '@engine/files/read-file';
import { fileNameOf } from '@engine/store/folder-names';
import { parseExperimentText } from '@shared/experiment/parse-experiment';
import { ok } from '@shared/base/result';
import { askForFile } from '../dialogs';
import type { Handlers } from '../ipc';
import type { HandlerContext } from './context';
import { saveAs } from './save-as';

const filters = (): FileFilter[] => [{ name: message('file-experiment'), extensions: ['json'] }];

export function experimentHandlers({
  window,
  control,
  consent,
  saves,
}: HandlerContext): Pick<Handlers, 'experiment:open' | 'experiment:save' | 'experiment:estimate'> {
  return {
    'experiment:open': async () => {
      const path = await askForFile(window, {
        title: message('open-experiment'),
        filters: filters(),
      });
      if (path === undefined) return ok({ cancelled: true });
      consent.openFile(path);
      const text = await readTextFile(path, experimentBytes);
      if (!text.ok) return text;
      return ok({ text: withWholePaths(text.value, path), path });
    },
    'experiment:save': (text) =>
      saveAs(
        { window, saves },
        {
          title: message('save-experiment'),
          defaultPath: experimentName(text),
          filters: filters(),
        },
        () => text,
      ),
    'experiment:estimate': async (experiment) => {
      const agreed = await consent.forPilot(experiment);
      return agreed.ok ? control.estimate(experiment, agreed.value) : agreed;
    },
  };
}

/** `Heavy-powers.corelane.json`: saved again and again, so without a moment. */
function experimentName(text: string): string {
  const experiment = parseExperimentText(text);
  return `${fileNameOf(experiment.ok ? experiment.value.name : 'experiment')}.corelane.json`;
}

/** The window does not know where the file lies that own code and interpreters are named relative to. */
export function withWholePaths(text: string, path: string): string {
  const experiment = parseExperimentText(text);
  if (!experiment.ok || !namesPaths(experiment.value)) return text;
  // As it is: a run refuses it.
  if (!refuseRemote(experiment.value).ok) return text;
  return JSON.stringify(resolveOwnCode(experiment.value, dirname(path)), undefined, 2);
}
