// `npm start`: everything from a fresh checkout to the open app. A second start does only what has changed.
import { runMain } from './lib/lifecycle.mjs';

void runMain(async () => {
  const { openApp } = await import('./lib/app.mjs');
  const { readArgs } = await import('./lib/args.mjs');
  const { ROOT } = await import('./lib/paths.mjs');
  const { setUp } = await import('./lib/set-up.mjs');
  const { hasScreen } = await import('./lib/system.mjs');

  const { retry, app } = readArgs(process.argv.slice(2));
  const electron = await setUp(ROOT, { retry, xvfb: !hasScreen() });
  return openApp(ROOT, electron.binary, app);
});
