// The one window.
import { BrowserWindow, nativeTheme, type IpcMainInvokeEvent, type Session } from 'electron';
import { palettes } from '@shared/look/palette';
import { appIcon } from './icon';
import { minSize, type WindowSize } from '../base/window-size';

const ground = (): string => palettes[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'].ground;

/** Opens the window; it shows itself when the page is drawn. `size` is that of the page. */
export function createWindow(session: Session, preload: string, size: WindowSize): BrowserWindow {
  const window = new BrowserWindow({
    ...size,
    useContentSize: true,
    minWidth: minSize.width,
    minHeight: minSize.height,
    title: 'Corelane',
    icon: appIcon(),
    backgroundColor: ground(),
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      session,
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  const repaint = (): void => window.setBackgroundColor(ground());
  nativeTheme.on('updated', repaint);
  window.once('closed', () => nativeTheme.off('updated', repaint));
  return window;
}

/** Returns whether a message comes from the window's own page: its top frame, at the page's origin. */
export function isOwnPage(
  window: BrowserWindow,
  { sender, senderFrame }: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  origin: string,
): boolean {
  if (window.isDestroyed() || sender !== window.webContents || senderFrame === null) return false;
  return senderFrame === window.webContents.mainFrame && senderFrame.origin === origin;
}
