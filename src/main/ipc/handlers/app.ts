// Calls about the app itself.
import { speak } from '@present/messages/message';
import { nativeTheme } from 'electron';
import { ok } from '@shared/base/result';
import type { Handlers } from '../ipc';
import type { HandlerContext } from './context';

export function appHandlers({
  info,
  startTheme,
  startLanguage,
  onShown,
}: HandlerContext): Pick<Handlers, 'app:info' | 'app:theme' | 'app:language' | 'app:shown'> {
  return {
    'app:info': () => ok(info),
    'app:theme': (theme) => {
      nativeTheme.themeSource = theme === 'system' ? (startTheme ?? 'system') : theme;
      return ok(undefined);
    },
    'app:language': async (language) => {
      await speak(language === 'system' ? startLanguage : language);
      return ok(undefined);
    },
    'app:shown': (place) => {
      onShown(place);
      return ok(undefined);
    },
  };
}
