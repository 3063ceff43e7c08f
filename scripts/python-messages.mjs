// `npm run messages:python`: Python's types of the messages, from the contract in TypeScript.
import { runMain } from './lib/lifecycle.mjs';

void runMain(async () => {
  const { writeFileSync } = await import('node:fs');
  const { join } = await import('node:path');
  const { ROOT } = await import('./lib/paths.mjs');
  const { pythonMessages } = await import('./lib/python-messages.mjs');
  const { say } = await import('./lib/say.mjs');

  for (const { path, text } of pythonMessages(ROOT)) {
    writeFileSync(join(ROOT, path), text);
    say('messages', `${path} written`);
  }
  return 0;
});
