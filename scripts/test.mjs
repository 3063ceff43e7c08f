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
    const runScripts = (/** @type {number} */ width) =>
      inTurns(scripts, width, (each) => runScript(ROOT, each.title, each.script));
    const suites = checks.filter(({ name, project }) => project && (name !== 'e2e' || ready.app));
    const beside = suites.find(({ name }) => name === 'e2e');
    // Beside the app, which leaves most of a machine idle; two at a time where it is not opened.
    if (!beside) all.push(...(await runScripts(2)));

    const run = randomUUID();
    const env = { ...process.env, [MARK]: run };
    for (const check of suites) {
      const { name, title, project = '' } = check;
      const others = check === beside ? runScripts(1) : undefined;
      await onDisplay(name === 'e2e', env, async (full) => {
        all.push(await runSuite(ROOT, title, project, full));
        // With the display still there: a forgotten app would end with it, unseen.
        all.push(await checkLeftovers(ROOT, run, title));
      });
      all.push(...((await others) ?? []));
    }
  }
  const sum = sumCounts(all);
  process.stdout.write(`\n${lastLine(sum)}\n`);
  return sum.failed > 0 || sum.passed === 0 ? 1 : 0;
});
