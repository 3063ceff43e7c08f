// The one window.
import { BrowserWindow, nativeTheme, type IpcMainInvokeEvent } from 'electron';
import { palettes } from '@shared/palette';
import { appOrigin } from './protocol';

export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

export const defaultSize: WindowSize = { width: 1440, height: 900 };
export const leastSize: WindowSize = { width: 1024, height: 700 };

const ground = (): string => palettes[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'].ground;

/** Opens the window; it shows itself when the page is drawn. `size` is that of the page. */
export function createWindow(preload: string, size: WindowSize): BrowserWindow {
  const window = new BrowserWindow({
    ...size,
    useContentSize: true,
    minWidth: leastSize.width,
    minHeight: leastSize.height,
    title: 'Corelane',
    backgroundColor: ground(),
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
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

/** Whether a message comes from the window's own page: its top frame, our origin. */
export function isOwnPage(
  window: BrowserWindow,
  { sender, senderFrame }: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  origin: string = appOrigin,
): boolean {
  if (window.isDestroyed() || sender !== window.webContents || senderFrame === null) return false;
  return senderFrame === window.webContents.mainFrame && senderFrame.origin === origin;
}
