// Calls about a file of the user's own code. Nothing of it is run here.
import { failInWords } from '@present/words/engine/problems';
import { message } from '@present/messages/message';
import { isAbsolute } from 'node:path';
import { listExports } from '@engine/own-code/exports/list-exports';
import { refuseRemotePath } from '@engine/own-code/remote-path';
import { cleanText } from '@shared/base/clean-text';
import { ownFileEndings } from '@shared/experiment/own-code';
import { ok } from '@shared/base/result';
import type { Consent } from '../../runs/consent';
import { askForFile } from '../dialogs';
import type { Handlers } from '../ipc';
import type { HandlerContext } from './context';

export function ownCodeHandlers({
  window,
  consent,
}: Pick<HandlerContext, 'window'> & {
  readonly consent: Pick<Consent, 'mayLook' | 'openFile'>;
}): Pick<Handlers, 'own-code:choose' | 'own-code:exports'> {
  return {
    'own-code:choose': async () => {
      const path = await askForFile(window, {
        title: message('open-code'),
        filters: [{ name: message('open-code-files'), extensions: [...ownFileEndings] }],
      });
      if (path === undefined) return ok({ cancelled: true });
      consent.openFile(path);
      return ok({ path });
    },
    'own-code:exports': (path) => {
      const near = refuseRemotePath(path);
      if (!near.ok) return near;
      if (!isAbsolute(path) || consent.mayLook(path)) return listExports(path);
      return failInWords(
        'not-allowed',
        message('app-not-looked-at', { path: cleanText(path, 300) }),
      );
    },
  };
}
