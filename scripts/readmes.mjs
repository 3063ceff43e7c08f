// `npm run readmes`: takes the imports there are over into the README of each folder of src.
import { runMain } from './lib/lifecycle.mjs';

void runMain(async () => {
  const { existsSync, readFileSync, writeFileSync } = await import('node:fs');
  const { join } = await import('node:path');
  const { checkReadmes, importLines, parseReadme, writeReadme } =
    await import('./lib/house/readmes.mjs');
  const { ROOT } = await import('./lib/paths.mjs');
  const { say } = await import('./lib/say.mjs');

  for (const [folder, imports] of importLines(ROOT)) {
    const file = join(ROOT, folder, 'README.md');
    const readme = existsSync(file) ? parseReadme(readFileSync(file, 'utf8')) : undefined;
    if (!readme || readme.imports === imports) continue;
    writeFileSync(file, writeReadme({ ...readme, imports }));
    say('readmes', `${folder}: ${imports}`);
  }
  const problems = checkReadmes(ROOT);
  for (const problem of problems) say('readmes', problem);
  return problems.length > 0 ? 1 : 0;
});
