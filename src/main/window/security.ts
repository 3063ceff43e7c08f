// Denies what no page in this app may do, whatever it holds: ask for permissions, go elsewhere, open windows, embed
// others, reach the network. After Electron's own security checklist.
import { app, type Session } from 'electron';

const network = ['http', 'https', 'ws', 'wss', 'ftp', 'file'].map((scheme) => `${scheme}://*/*`);

/** Binds every page that is ever made. Before the app is ready. */
export function forbidLeaving(): void {
  // Where the sandbox was switched off (for root there is none), asking for it again ends every
  // child of Chromium's own. The window asks for itself in any case.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.on('web-contents-created', (_, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/**
 * Refuses every permission, and the network. After the app is ready.
 * @param development origin of the development server that serves the page, if any: nothing else is reached
 */
export function refuseAll(session: Session, development?: string): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest({ urls: network }, ({ url }, answer) => {
    answer({ cancel: development === undefined || !isAtHost(url, development) });
  });
}

/** Returns whether an address is one of the development server, its socket for reloading included. */
function isAtHost(address: string, origin: string): boolean {
  return /^(?:http|ws):/.test(address) && new URL(address).host === new URL(origin).host;
}
