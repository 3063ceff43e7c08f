// `npm run messages`: the types of all messages, from the English texts.
import { runMain } from './lib/lifecycle.mjs';

void runMain(async () => {
  const { readdirSync, readFileSync, writeFileSync } = await import('node:fs');
  const { basename, join } = await import('node:path');
  const { format, resolveConfig } = await import('prettier');
  const { typesFile } = await import('./lib/message-types.mjs');
  const { ROOT } = await import('./lib/paths.mjs');
  const { say, SetupError } = await import('./lib/say.mjs');

  const folder = join(ROOT, 'src', 'present', 'messages');
  const files = readdirSync(join(folder, 'en')).filter((file) => file.endsWith('.ftl'));
  const texts = files.map((file) => readFileSync(join(folder, 'en', file), 'utf8'));
  for (const [index, file] of files.entries()) {
    const topic = basename(file, '.ftl');
    const target = join(folder, 'types', `${topic}.ts`);
    let types = '';
    try {
      types = typesFile(topic, texts[index] ?? '', texts.toSpliced(index, 1));
    } catch (error) {
      throw new SetupError(
        `src/present/messages/en/${file}, ${/** @type {Error} */ (error).message}`,
      );
    }
    const options = await resolveConfig(target);
    writeFileSync(target, await format(types, { ...options, parser: 'typescript' }));
  }
  say('messages', `types of ${files.length} topics written`);
  return 0;
});
