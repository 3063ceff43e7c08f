// `npm run build`: always builds, and says what the build tool says.
import { runMain } from './lib/lifecycle.mjs';

void runMain(async () => {
  const { build } = await import('./lib/build.mjs');
  const { ensureDependencies } = await import('./lib/dependencies.mjs');
  const { withLock } = await import('./lib/lock.mjs');
  const { cacheDir, ROOT } = await import('./lib/paths.mjs');

  await withLock(ROOT, cacheDir(), async () => {
    await ensureDependencies(ROOT);
    await build(ROOT, { show: true });
  });
  return 0;
});
