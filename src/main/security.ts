// What no page in this app may do, whatever it holds: ask for permissions, go elsewhere, open
// windows, embed others, reach the network. After Electron's own security checklist.
import { app, session } from 'electron';

const network = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*/*'];

/** Binds every page that is ever made. Before the app is ready. */
export function forbidLeaving(): void {
  app.enableSandbox();
  app.on('web-contents-created', (_, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/**
 * Refuses every permission, and the network. After the app is ready.
 * @param developmentOrigin the one origin that may be reached, where the development server is used
 */
export function refuseAll(developmentOrigin: string | undefined): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.setSpellCheckerEnabled(false);
  if (developmentOrigin !== undefined) return;
  defaultSession.webRequest.onBeforeRequest({ urls: network }, (_, answer) => {
    answer({ cancel: true });
  });
}
