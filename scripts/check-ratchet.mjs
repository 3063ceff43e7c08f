// `npm run check:ratchet`: fails where a counter of structure has risen; `--update` takes over lower values.
import { runMain } from './lib/lifecycle.mjs';

void runMain(async () => {
  const { readFileSync, writeFileSync } = await import('node:fs');
  const { join } = await import('node:path');
  const { format, resolveConfig } = await import('prettier');
  const { countAll } = await import('./lib/house/counters.mjs');
  const { compare, lower, PAGE, readTable, TABLE, tablePage } =
    await import('./lib/house/ratchet.mjs');
  const { ROOT } = await import('./lib/paths.mjs');
  const { say, SetupError } = await import('./lib/say.mjs');

  const args = process.argv.slice(2);
  if (args.some((arg) => arg !== '--update') || args.length > 1) {
    throw new SetupError('Usage: npm run check:ratchet [-- --update]');
  }
  const counted = countAll(ROOT);
  const rows = readTable(ROOT);
  const { risen, fallen } = compare(rows, counted);
  const page = join(ROOT, PAGE);
  const options = await resolveConfig(page);
  const formatted = (/** @type {string} */ text, /** @type {'markdown' | 'json'} */ parser) =>
    format(text, { ...options, parser });

  if (args.length > 0) {
    const lowered = lower(rows, counted);
    writeFileSync(
      join(ROOT, TABLE),
      await formatted(JSON.stringify({ rows: lowered }, null, 2), 'json'),
    );
    writeFileSync(page, await formatted(tablePage(lowered), 'markdown'));
    say('ratchet', fallen.length > 0 ? `lowered: ${fallen.join(' ')}` : 'nothing to lower');
  } else {
    for (const sentence of fallen) {
      say('ratchet', `${sentence} Keep it: npm run check:ratchet -- --update`);
    }
    if (readFileSync(page, 'utf8') !== (await formatted(tablePage(rows), 'markdown'))) {
      risen.push(`${PAGE} differs from ${TABLE}. Write it: npm run check:ratchet -- --update`);
    }
  }
  for (const sentence of risen) say('ratchet', sentence);
  return risen.length > 0 ? 1 : 0;
});
