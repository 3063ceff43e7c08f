// `npm run messages:python`: Python's types of the messages, from the contract in TypeScript.
import { runMain } from './lib/lifecycle.mjs';

void runMain(async () => {
  const { writeFileSync } = await import('node:fs');
  const { join } = await import('node:path');
  const { ROOT } = await import('./lib/paths.mjs');
  const { PYTHON_MESSAGES, pythonMessages } = await import('./lib/python-messages.mjs');
  const { say } = await import('./lib/say.mjs');

  writeFileSync(join(ROOT, PYTHON_MESSAGES), pythonMessages(ROOT));
  say('messages', `${PYTHON_MESSAGES} written`);
  return 0;
});
