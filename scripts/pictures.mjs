// `npm run pictures`: the README's pictures, taken of the real app in a short real run, light and dark.
import { runMain } from './lib/lifecycle.mjs';

void runMain(async () => {
  const { build } = await import('./lib/build.mjs');
  const { startDisplay } = await import('./lib/display.mjs');
  const { ensureElectron } = await import('./lib/electron.mjs');
  const { ROOT } = await import('./lib/paths.mjs');
  const { takePictures } = await import('./lib/pictures.mjs');
  const { hasScreen } = await import('./lib/system.mjs');

  await ensureElectron(ROOT);
  await build(ROOT, { show: false });
  // The same screen on every machine, where there can be one.
  const display = process.platform === 'linux' || !hasScreen() ? await startDisplay() : undefined;
  // Another folder gets every place: to look at the whole window at a size.
  const [folder, width = '1280', height = '800'] = process.argv.slice(2);
  const size = { width: Number(width), height: Number(height) };
  await takePictures(ROOT, folder ?? 'docs/images', size, display?.name, folder !== undefined);
  return 0;
});
