// From what follows `npm start --` to Electron's command line.

/** What the app is asked where nobody could click: run the default experiment, leave the report, exit. */
export const UNATTENDED = ['--run-default', '--out', 'reports'];

/**
 * @param {readonly string[]} args
 * @param {Record<string, string | undefined>} [env]
 * @returns {{ retry: boolean, app: string[] }} what is ours, and what is the app's
 */
export function readArgs(args, env = process.env) {
  const app = args.filter((arg) => arg !== '--retry-electron');
  const retry = app.length < args.length || Boolean(env.CORELANE_RETRY_ELECTRON);
  return { retry, app };
}

/**
 * Switches for Chromium come before the application's folder, what the application reads after it.
 * @param {object} situation
 * @param {readonly string[]} situation.app what the user asked of the app
 * @param {boolean} situation.screen whether there's a screen to show a window on
 * @param {boolean} situation.root whether it runs as root on Linux, where Chromium refuses its sandbox
 * @param {boolean} [situation.waylandOnly]
 * @returns {string[]}
 */
export function electronArgs({ app, screen, root, waylandOnly = false }) {
  return [
    ...(root ? ['--no-sandbox'] : []),
    ...(screen && waylandOnly ? ['--ozone-platform-hint=auto'] : []),
    '.',
    ...(screen || app.length > 0 ? app : UNATTENDED),
  ];
}
