// The questions for a file that belong to the window.
import { dialog, type BrowserWindow, type FileFilter } from 'electron';

export interface OpenQuestion {
  readonly title: string;
  readonly filters: readonly FileFilter[];
}

export interface SaveQuestion extends OpenQuestion {
  /** A name, or a whole path. */
  readonly defaultPath: string;
}

/** The path of the file chosen; nothing where the person chose none. */
export async function askForFile(
  window: BrowserWindow,
  { title, filters }: OpenQuestion,
): Promise<string | undefined> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title,
    filters: [...filters],
    properties: ['openFile'],
  });
  return filePaths[0];
}

/** The path to save to; nothing where the person chose none. */
export async function askWhereToSave(
  window: BrowserWindow,
  { title, filters, defaultPath }: SaveQuestion,
): Promise<string | undefined> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title,
    defaultPath,
    filters: [...filters],
  });
  return canceled || filePath === '' ? undefined : filePath;
}

/**
 * Whether the person agrees to run code of their own; `what` is its whole path or command line.
 * @param signal takes the question back, which is a no
 */
export async function askToRun(
  window: BrowserWindow,
  what: string,
  signal?: AbortSignal,
): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    ...(signal === undefined ? {} : { signal }),
    type: 'warning',
    message: 'Run this code?',
    detail: `${what}\n\nIt can do whatever you can do on this machine. Run it only if you trust it.`,
    buttons: ['Run it', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}
