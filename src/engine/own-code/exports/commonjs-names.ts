// The names that a CommonJS file seems to export, by how its text assigns them; nothing of it is run.
import { readFile } from 'node:fs/promises';
import { init, parse } from 'cjs-module-lexer';

/**
 * Names in the order of the text: those that Node.js itself would give an `import` of the file. They may be
 * too few or too many, as only a run shows for certain. A file that assigns none exports one value, `default`.
 * None of a file that is TypeScript or no CommonJS.
 * @param path a whole path of a file that can be read
 */
export async function scanCommonJsNames(path: string): Promise<readonly string[]> {
  await init();
  const text = await readFile(path, 'utf8');
  if (!/\b(exports|module)\b/.test(text)) return [];
  try {
    const { exports, reexports } = parse(text);
    const names = exports.filter((name) => name !== '__esModule');
    return names.length === 0 && reexports.length === 0 ? ['default'] : names;
  } catch {
    // Not in the language it reads.
    return [];
  }
}
