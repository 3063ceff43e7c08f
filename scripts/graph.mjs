// `npm run graph`: draws who imports whom, from the imports that there are, into docs/images.
import { runMain } from './lib/lifecycle.mjs';

void runMain(async () => {
  const { writeFileSync } = await import('node:fs');
  const { join } = await import('node:path');
  const { drawPictures } = await import('./lib/house/graph.mjs');
  const { findImports } = await import('./lib/house/imports.mjs');
  const { readSources } = await import('./lib/house/sources.mjs');
  const { ROOT } = await import('./lib/paths.mjs');
  const { say } = await import('./lib/say.mjs');

  for (const [name, svg] of Object.entries(drawPictures(findImports(readSources(ROOT))))) {
    writeFileSync(join(ROOT, 'docs', 'images', name), svg);
    say('graph', `docs/images/${name}`);
  }
  return 0;
});
