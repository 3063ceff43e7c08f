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
    // Elsewhere the system asks by itself before a file is replaced.
    properties: ['showOverwriteConfirmation'],
  });
  return canceled || filePath === '' ? undefined : filePath;
}

const consentWords = {
  run: {
    message: 'Run this code?',
    more: 'It can do whatever you can do on this machine. Run it only if you trust it.',
    button: 'Run it',
  },
  look: {
    message: 'Look at this code?',
    more: 'It lies outside the folders you have opened, so nothing of it has been read yet. You are asked again before it runs.',
    button: 'Look at it',
  },
} as const;

/**
 * Whether the person agrees to run code of their own, or only to have it looked at; `what` tells of it in lines.
 * @param signal takes the question back, which is a no
 */
export async function askToRun(
  window: BrowserWindow,
  what: string,
  may: keyof typeof consentWords,
  signal?: AbortSignal,
): Promise<boolean> {
  const { message, more, button } = consentWords[may];
  const { response } = await dialog.showMessageBox(window, {
    ...(signal === undefined ? {} : { signal }),
    type: 'warning',
    message,
    detail: `${what}\n\n${more}`,
    buttons: [button, 'Cancel'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

/**
 * Whether the person closes Corelane although something is under way; `what` says what that is.
 * @param signal takes the question back, which is a no
 */
export async function askToClose(
  window: BrowserWindow,
  what: string,
  signal: AbortSignal,
): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    signal,
    type: 'question',
    message: 'Stop and close Corelane?',
    detail: what,
    buttons: ['Stop and close', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

/**
 * Whether to load the window's page again, which does not answer.
 * @param signal takes the question back, which is a no
 */
export async function askToReload(window: BrowserWindow, signal: AbortSignal): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    signal,
    type: 'question',
    message: 'The window does not answer.',
    detail:
      'Wait, or load it again: a run under way goes on, and what was measured and typed is kept.',
    buttons: ['Load it again', 'Wait'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

/** Whether to try once more to show a page that can't be shown; no is to close. */
export async function askToTryAgain(window: BrowserWindow, why: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: why,
    detail:
      'Try again without what was open in it, or close Corelane: a run under way is stopped then, and what was measured is kept.',
    buttons: ['Try again', 'Close Corelane'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}
