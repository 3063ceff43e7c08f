// `npm run golden:update`: writes the golden exports and the published JSON Schemas anew, from what the code gives now.
import { runMain } from './lib/lifecycle.mjs';

void runMain(async () => {
  const { join } = await import('node:path');
  const { run } = await import('./lib/child.mjs');
  const { ROOT } = await import('./lib/paths.mjs');

  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const files = ['tests/report/golden.test.ts', 'tests/schema.test.ts'];
  const env = { ...process.env, UPDATE_GOLDEN: '1', UPDATE_SCHEMAS: '1' };
  const args = [vitest, 'run', ...files];
  const { code } = await run(process.execPath, args, { cwd: ROOT, env, show: true });
  return code;
});
