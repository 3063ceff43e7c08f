// Opens the app: on the user's screen, or unattended on one of our own where there is none.
import { electronArgs } from './args.mjs';
import { run } from './child.mjs';
import { startDisplay } from './display.mjs';
import { noiseFilter } from './noise.mjs';
import { say } from './say.mjs';
import { hasScreen, isRoot } from './system.mjs';

/** An unattended run that takes longer than this hangs. */
const UNATTENDED_LIMIT_MS = 30 * 60_000;

/**
 * @param {string} root
 * @param {string} binary Electron's executable
 * @param {readonly string[]} asked the user's own arguments for the app
 * @returns {Promise<number>} the app's exit code
 */
export async function openApp(root, binary, asked) {
  const screen = hasScreen();
  const asRoot = process.platform === 'linux' && isRoot();
  const waylandOnly = !process.env.DISPLAY && Boolean(process.env.WAYLAND_DISPLAY);
  const args = electronArgs({ app: asked, screen, root: asRoot, waylandOnly });
  if (asRoot) say('sandbox', 'off: Chromium has none for root (run as another user to have it)');
  if (screen) return launch(root, binary, args, process.env);

  say('display', 'none here, so the app runs unattended on a virtual one');
  const display = await startDisplay();
  try {
    const env = { ...process.env, DISPLAY: display.name };
    return await launch(root, binary, args, env, UNATTENDED_LIMIT_MS);
  } finally {
    await display.stop();
  }
}

/**
 * @param {string} root
 * @param {string} binary
 * @param {readonly string[]} args
 * @param {Record<string, string | undefined>} env
 * @param {number} [timeoutMs]
 * @returns {Promise<number>}
 */
async function launch(root, binary, args, env, timeoutMs) {
  say('app', `electron ${args.join(' ')}`);
  const filter = noiseFilter((text) => process.stderr.write(text));
  // An editor's terminal may have set it, and then Electron would be a plain Node.js.
  const { ELECTRON_RUN_AS_NODE: _unwanted, ...clean } = env;
  const result = await run(binary, args, {
    cwd: root,
    env: clean,
    timeoutMs,
    show: true,
    onStderr: filter.push,
  });
  filter.end();
  if (result.timedOut) {
    process.stderr.write('The app did not finish within 30 minutes and was ended.\n');
    return 124;
  }
  if (result.code === 127) process.stderr.write(result.output);
  return result.code;
}
