// Calls about the app itself.
import { message, speak } from '@present/messages/message';
import { nativeTheme, shell } from 'electron';
import { makeFolder } from '@engine/files/make-folder';
import { privateFolder } from '@engine/store/privacy';
import { failInWords } from '@present/words/engine/problems';
import { ok } from '@shared/base/result';
import type { Handlers } from '../ipc';
import type { HandlerContext } from './context';

export function appHandlers({
  info,
  startTheme,
  startLanguage,
  onShown,
  onLanguage,
  dataFolder,
}: HandlerContext): Pick<
  Handlers,
  'app:info' | 'app:theme' | 'app:language' | 'app:shown' | 'app:show-data'
> {
  return {
    'app:info': () => ok(info),
    'app:theme': (theme) => {
      nativeTheme.themeSource = theme === 'system' ? (startTheme ?? 'system') : theme;
      return ok(undefined);
    },
    'app:language': async (language) => {
      await speak(language === 'system' ? startLanguage : language);
      onLanguage();
      return ok(undefined);
    },
    'app:shown': (place) => {
      onShown(place);
      return ok(undefined);
    },
    'app:show-data': async () => {
      // Before the first run there is none.
      await makeFolder(dataFolder, privateFolder);
      const why = await shell.openPath(dataFolder);
      if (why === '') return ok(undefined);
      return failInWords('not-shown', message('folder-not-shown', { folder: dataFolder, why }));
    },
  };
}
