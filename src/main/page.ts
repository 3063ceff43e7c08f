// The window's page: loaded, and loaded again where its process crashes.
import type { BrowserWindow } from 'electron';
import type { AppRequest } from './command-line';
import { logLine } from './log';

/** A page that crashes more often than this is given up. */
const mostCrashes = 3;

export interface PageOptions {
  readonly window: BrowserWindow;
  readonly address: string;
  /** Its document is there, at first and after each reload. */
  readonly onLoaded: () => void;
  /** It crashed; it is being loaded again. */
  readonly onCrash: (reason: string) => void;
  /** It can't be shown. */
  readonly onLost: () => void;
}

/**
 * The address of the development server that serves the page: only where a developer asks for it on the command
 * line, never in a packaged app, and only on this machine. An environment variable alone changes nothing.
 */
export function developmentOrigin(
  { developmentPage }: Pick<AppRequest, 'developmentPage'>,
  packaged: boolean,
  env: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  const address = env['ELECTRON_RENDERER_URL'];
  if (packaged || developmentPage !== true || address === undefined) return undefined;
  const { protocol, hostname, origin } = new URL(address);
  const here = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return protocol === 'http:' && here ? origin : undefined;
}

/** The page's address; it says so where the command line names a theme, for that goes before a stored one. */
export function pageAddress(origin: string, { theme }: Pick<AppRequest, 'theme'>): string {
  return `${origin}/index.html${theme === undefined ? '' : `?theme=${theme}`}`;
}

/** Loads the page and keeps it. */
export function keepPage({ window, address, onLoaded, onCrash, onLost }: PageOptions): void {
  const { webContents } = window;
  let crashes = 0;
  webContents.on('dom-ready', onLoaded);
  webContents.on('render-process-gone', (_, { reason }) => {
    if (reason === 'clean-exit') return;
    crashes += 1;
    logLine(`the window's process is gone: ${reason}`);
    onCrash(reason);
    if (crashes > mostCrashes) onLost();
    else webContents.reload();
  });
  window.loadURL(address).catch((error: unknown) => {
    logLine(`the window's page could not be loaded: ${String(error)}`);
    onLost();
  });
}
