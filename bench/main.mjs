// `npm run bench`: what the instrument costs. Each figure is a ratio taken in one run; a run says which targets hold.
import { runMain } from '../scripts/lib/lifecycle.mjs';

void runMain(async () => {
  const { join, resolve } = await import('node:path');
  const { ROOT } = await import('../scripts/lib/paths.mjs');
  const { benches } = await import('./benches.mjs');
  const { readRequest, USAGE } = await import('./lib/args.mjs');
  const { runBenches } = await import('./lib/run-benches.mjs');

  const request = readRequest(process.argv.slice(2), benches);
  if (typeof request === 'string') {
    process.stderr.write(`${request}\n`);
    return 2;
  }
  if (request.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const moment = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  const usual = request.short ? undefined : join(ROOT, 'reports', `bench-${moment}.json`);
  const file = request.json === undefined ? usual : resolve(request.json);
  return runBenches(benches, { ...request, ...(file === undefined ? {} : { json: file }) });
});
