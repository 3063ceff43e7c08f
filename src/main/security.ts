// What no page in this app may do, whatever it holds: ask for permissions, go elsewhere, open
// windows, embed others, reach the network. After Electron's own security checklist.
import { app, type Session } from 'electron';

const network = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*/*'];

/** Binds every page that is ever made. Before the app is ready. */
export function forbidLeaving(): void {
  // Where the sandbox was switched off (for root there is none), asking for it again ends every
  // child of Chromium's own. The window asks for itself in any case.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.on('web-contents-created', (_, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/**
 * Refuses every permission, and the network. After the app is ready.
 * @param development the development server serves the page, so the network is needed
 */
export function refuseAll(session: Session, development: boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  if (development) return;
  session.webRequest.onBeforeRequest({ urls: network }, (_, answer) => answer({ cancel: true }));
}
