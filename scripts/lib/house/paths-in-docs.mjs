// Paths of files that the documentation names, and those of them that lead nowhere.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from '../stamp.mjs';

const PATH = /`((?:[\w.-]+\/)*[\w.-]+\.(?:ts|vue|mjs|cjs|py|ftl|css))`/g;
const FOLDER = /`((?:src|tests|scripts|bench|docs)\/(?:[\w.-]+\/)*)`/g;
/** Its names without a folder are those of users' own files. */
const USERS_FILES = 'docs/OWN-CODE.md';
/** Stands for any name. */
const ANY = /NAME|TOPIC|TAG/;

/**
 * Finds paths in backticks that no file of the project ends with; `trial/ending.ts` is short for a longer one, and so is
 * `ending.ts`. Of `trial/NAME.ts`, and of a folder below the root, the folder has to be there.
 * @param {string} text Markdown
 * @param {readonly string[]} files
 * @returns {string[]}
 */
export function deadPaths(text, files) {
  const named = [...text.matchAll(PATH), ...text.matchAll(FOLDER)].map((match) => match[1] ?? '');
  return named.filter((path) => {
    const known = ANY.test(path) ? path.slice(0, path.search(ANY)).replace(/[^/]*$/, '') : path;
    if (known === '') return false;
    return !files.some((file) =>
      known.endsWith('/')
        ? `/${file}`.includes(`/${known}`)
        : file === known || file.endsWith(`/${known}`),
    );
  });
}

/**
 * @param {string} root
 * @returns {string[]} each with the page that names it
 */
export function listDeadPaths(root) {
  const files = ['src', 'tests', 'bench', 'scripts', 'docs'].flatMap((folder) =>
    filesUnder(root, folder),
  );
  const config = ['vitest.config.mts', 'electron.vite.config.ts', '.dependency-cruiser.cjs'];
  const pages = filesUnder(root, 'docs').filter(
    (path) => path.endsWith('.md') && !path.startsWith('docs/decisions/'),
  );
  return ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...pages].flatMap((page) =>
    deadPaths(readFileSync(join(root, page), 'utf8'), [...files, ...config])
      .filter((path) => path.includes('/') || page !== USERS_FILES)
      .map((path) => `${page}: ${path}`),
  );
}
