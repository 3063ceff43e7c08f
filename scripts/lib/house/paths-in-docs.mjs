// Paths of files that the documentation names, and those of them that lead nowhere.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from '../stamp.mjs';

const PATH = /`((?:[\w.-]+\/)+[\w.-]+\.(?:ts|vue|mjs|cjs|py|ftl|css))`/g;

/**
 * Finds paths in backticks that no file of the project ends with; `trial/ending.ts` is short for a longer one.
 * @param {string} text Markdown
 * @param {readonly string[]} files
 * @returns {string[]}
 */
export function deadPaths(text, files) {
  return [...text.matchAll(PATH)]
    .map((match) => match[1] ?? '')
    .filter((path) => !/NAME|TOPIC/.test(path))
    .filter((path) => !files.some((file) => file === path || file.endsWith(`/${path}`)));
}

/**
 * @param {string} root
 * @returns {string[]} each with the page that names it
 */
export function listDeadPaths(root) {
  const files = ['src', 'tests', 'bench', 'scripts'].flatMap((folder) => filesUnder(root, folder));
  const config = ['vitest.config.mts', 'electron.vite.config.ts', '.dependency-cruiser.cjs'];
  const pages = filesUnder(root, 'docs').filter(
    (path) => path.endsWith('.md') && !path.startsWith('docs/decisions/'),
  );
  return ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...pages].flatMap((page) =>
    deadPaths(readFileSync(join(root, page), 'utf8'), [...files, ...config]).map(
      (path) => `${page}: ${path}`,
    ),
  );
}
