// `npm run kill -- 1000`: so many runs in which the command line, a host, the sampler or a Python agent is killed
// at a random moment. Nothing of a run may be left after it, and no finished trial may be lost.
import { onEnd, runMain } from './lib/lifecycle.mjs';

void runMain(async () => {
  const { existsSync } = await import('node:fs');
  const { join } = await import('node:path');
  const { killMany } = await import('./lib/kill-many.mjs');
  const { ROOT } = await import('./lib/paths.mjs');
  const { say, SetupError } = await import('./lib/say.mjs');
  const { leftPieces, sharedPieces } = await import('./lib/shared-memory.mjs');

  const [count = 60, minutes = Infinity] = process.argv.slice(2).map(Number);
  if (!Number.isInteger(count) || count < 1 || Number.isNaN(minutes)) {
    throw new SetupError(
      'Say how many: npm run kill -- 1000, and within how many minutes: npm run kill -- 1000 10',
    );
  }
  const cli = join(ROOT, 'out', 'main', 'cli.js');
  if (!existsSync(cli)) throw new SetupError('There is no build. Run npm run build first.');
  const shared = sharedPieces();
  const stop = new AbortController();
  let told = 0;
  const work = killMany(cli, count, {
    withinMs: minutes * 60_000,
    signal: stop.signal,
    onTry: ({ tries, kills, failures }) => {
      for (const failure of failures.slice(told)) say('left', failure);
      told = failures.length;
      if (tries % 20 === 0) say('so far', `${kills} kills in ${tries} runs`);
    },
  });
  const sayAll = (/** @type {Awaited<typeof work>} */ sum) => {
    for (const [name, kills] of Object.entries(sum.by).sort()) say('killed', `${name}: ${kills}`);
    say('sum', `${sum.kills} kills in ${sum.tries} runs, ${sum.failures.length} failures`);
  };
  // Stopped, it ends what is under way and says what it has.
  const callOff = onEnd(async () => {
    stop.abort();
    sayAll(await work);
  });
  const sum = await work;
  callOff();
  if (!stop.signal.aborted) sayAll(sum);
  const pieces = await leftPieces(shared, 10_000);
  if (pieces.length > 0) say('left', `shared memory: ${pieces.join(', ')}`);
  return sum.failures.length + pieces.length > 0 || sum.kills === 0 ? 1 : 0;
});
