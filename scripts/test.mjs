// `npm test`: the same set-up as `npm start`, then every check but the long tier (`--all`: with it), going on after a failure.
// The last line is the sum.
import { runMain } from './lib/lifecycle.mjs';

void runMain(async () => {
  const { randomUUID } = await import('node:crypto');
  const { casesFor, chooseChecks, LEFT_OUT, queueOf } = await import('./lib/checks.mjs');
  const { counts, lastLine, sumCounts } = await import('./lib/counts.mjs');
  const { MARK } = await import('./lib/leftovers.mjs');
  const { ROOT } = await import('./lib/paths.mjs');
  const { onDisplay, runScript, runSuite } = await import('./lib/run-checks.mjs');
  const { say } = await import('./lib/say.mjs');
  const { checkLeftovers, setUpForTests } = await import('./lib/test-set-up.mjs');

  const args = process.argv.slice(2);
  const checks = chooseChecks(args);
  const ready = await setUpForTests(ROOT, new Set(checks.map(({ name }) => name)));
  const all = [counts(0, ready.failures)];

  if (ready.dependencies) {
    const scripts = checks.flatMap(({ title, script }) => (script ? [{ title, script }] : []));
    const others = queueOf(scripts, (each) => runScript(ROOT, each.title, each.script));
    const suites = checks.filter(({ project, app }) => project && (!app || ready.app));
    const beside = suites.find(({ app }) => app);
    // One beside the app, which leaves a core idle; two at a time where it is not opened, and once it is closed.
    if (!beside) await Promise.all([others.help(), others.help()]);

    const run = randomUUID();
    const env = { ...process.env, [MARK]: run, ...casesFor(args) };
    for (const check of suites) {
      const { title, project = '', app = false } = check;
      const first = check === beside ? others.help() : undefined;
      await onDisplay(app, env, async (full) => {
        all.push(await runSuite(ROOT, title, project, full));
        // With the display still there: a forgotten app would end with it, unseen.
        all.push(await checkLeftovers(ROOT, run, title));
      });
      if (first) await Promise.all([first, others.help()]);
    }
    all.push(...others.results);
  }
  if (args.length === 0) say('left out', LEFT_OUT);
  const sum = sumCounts(all);
  process.stdout.write(`\n${lastLine(sum)}\n`);
  return sum.failed > 0 || sum.passed === 0 ? 1 : 0;
});
