// Calls about a file of the person's own code. Nothing of it is run here.
import { listExports } from '@engine/own-work/list-exports';
import { ownFileEndings } from '@shared/own-work';
import { ok } from '@shared/result';
import { askForFile } from '../dialogs';
import type { Handlers } from '../ipc';
import type { HandlerContext } from './context';

const filters = [{ name: 'TypeScript, JavaScript, Python', extensions: [...ownFileEndings] }];

export function ownCodeHandlers({
  window,
}: Pick<HandlerContext, 'window'>): Pick<Handlers, 'own-code:choose' | 'own-code:exports'> {
  return {
    'own-code:choose': async () => {
      const path = await askForFile(window, { title: 'Choose your code', filters });
      return ok(path === undefined ? { cancelled: true } : { path });
    },
    'own-code:exports': (path) => listExports(path),
  };
}
