// `npm run bench`: what the instrument costs. Each figure is a ratio taken in one run; a run says which targets hold.
import { runMain } from '../scripts/lib/lifecycle.mjs';

void runMain(async () => {
  const { resolve } = await import('node:path');
  const { benches } = await import('./benches.mjs');
  const { readRequest, USAGE } = await import('./lib/args.mjs');
  const { runBenches } = await import('./lib/run-benches.mjs');

  const request = readRequest(
    process.argv.slice(2),
    benches.map(({ name }) => name),
  );
  if (typeof request === 'string') {
    process.stderr.write(`${request}\n`);
    return 2;
  }
  if (request.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const chosen = benches.filter(({ name }) => request.names.includes(name));
  return runBenches(chosen, {
    ...request,
    ...(request.json === undefined ? {} : { json: resolve(request.json) }),
  });
});
