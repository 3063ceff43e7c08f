// `npm test`: the same set-up as `npm start`, then every check, going on after a failure. The last line is the sum.
import { runMain } from './lib/lifecycle.mjs';

void runMain(async () => {
  const { randomUUID } = await import('node:crypto');
  const { chooseChecks, inTurns } = await import('./lib/checks.mjs');
  const { counts, lastLine, sumCounts } = await import('./lib/counts.mjs');
  const { MARK } = await import('./lib/leftovers.mjs');
  const { ROOT } = await import('./lib/paths.mjs');
  const { onDisplay, runScript, runSuite } = await import('./lib/run-checks.mjs');
  const { checkLeftovers, setUpForTests } = await import('./lib/test-set-up.mjs');

  const checks = chooseChecks(process.argv.slice(2));
  const ready = await setUpForTests(ROOT, new Set(checks.map(({ name }) => name)));
  const all = [counts(0, ready.failures)];

  if (ready.dependencies) {
    const scripts = checks.flatMap(({ title, script }) => (script ? [{ title, script }] : []));
    // Two at a time: each is one busy process.
    all.push(...(await inTurns(scripts, 2, (each) => runScript(ROOT, each.title, each.script))));

    const run = randomUUID();
    const env = { ...process.env, [MARK]: run };
    for (const { name, title, project } of checks) {
      if (!project || (name === 'e2e' && !ready.app)) continue;
      await onDisplay(name === 'e2e', env, async (full) => {
        all.push(await runSuite(ROOT, title, project, full));
        // With the display still there: a forgotten app would end with it, unseen.
        all.push(await checkLeftovers(ROOT, run, title));
      });
    }
  }
  const sum = sumCounts(all);
  process.stdout.write(`\n${lastLine(sum)}\n`);
  return sum.failed > 0 || sum.passed === 0 ? 1 : 0;
});
