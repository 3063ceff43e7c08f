// The README of a folder: its role, the folders it imports from, and the file to read first.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findImports, folderImports } from './imports.mjs';
import { readSources, sourceFolders } from './sources.mjs';

const LINES =
  /^- \*\*Role:\*\* (?<role>\S.*)\n- \*\*May import:\*\* (?<imports>\S.*)\n- \*\*Start reading at:\*\* \[`(?<start>[^`]+)`\]\((?<link>[^)]+)\)\n$/;

/**
 * @typedef {object} Readme
 * @property {string} role
 * @property {string} imports
 * @property {string} start a file of the folder
 * @property {string} link where the name of that file leads
 */

/**
 * @param {string} text
 * @returns {Readme | undefined} nothing where the text is not these three lines
 */
export function parseReadme(text) {
  const { role, imports, start, link } = LINES.exec(text)?.groups ?? {};
  return role && imports && start && link ? { role, imports, start, link } : undefined;
}

/**
 * @param {{ role: string, imports: string, start: string }} readme
 * @returns {string}
 */
export function writeReadme({ role, imports, start }) {
  return [
    `- **Role:** ${role}`,
    `- **May import:** ${imports}`,
    `- **Start reading at:** [\`${start}\`](${start})`,
    '',
  ].join('\n');
}

/**
 * Writes the line of imports of every folder: other layers by name, rooms of its own layer by path.
 * @param {string} root
 * @returns {Map<string, string>}
 */
export function importLines(root) {
  const graph = folderImports(findImports(readSources(root)));
  return new Map(
    sourceFolders(root).map((folder) => {
      const names = [...(graph.get(folder) ?? [])].map((target) => nameOf(folder, target));
      const unique = [...new Set(names)].sort();
      const line = unique.map((name) => `\`${name}\``).join(', ');
      return /** @type {const} */ ([folder, line || 'nothing of `src`']);
    }),
  );
}

/**
 * @param {string} folder
 * @param {string} target
 * @returns {string}
 */
function nameOf(folder, target) {
  const [, layer = ''] = target.split('/');
  if (folder.split('/')[1] !== layer) return layer;
  const room = target.slice('src/'.length);
  return room === layer ? `${layer}/*` : room;
}

/**
 * Holds every README under `src` against the files and the imports there are.
 * @param {string} root
 * @returns {string[]} what is wrong, one sentence each, with the remedy
 */
export function checkReadmes(root) {
  const lines = importLines(root);
  return sourceFolders(root).flatMap((folder) => {
    const file = join(root, folder, 'README.md');
    if (!existsSync(file)) {
      return [`${folder} has no README.md: give it the three lines that its neighbours have.`];
    }
    const readme = parseReadme(readFileSync(file, 'utf8'));
    if (!readme) return [`${folder}/README.md is not the three lines that its neighbours have.`];
    const problems = [];
    const imports = lines.get(folder) ?? '';
    if (readme.imports !== imports) {
      problems.push(
        `${folder} imports from ${imports}, and its README says ${readme.imports}: move what does not ` +
          'belong there, or take the imports over with `npm run readmes`.',
      );
    }
    if (readme.start !== readme.link || !existsSync(join(root, folder, readme.start))) {
      problems.push(`${folder}/README.md starts at ${readme.start}, which is not there.`);
    }
    return problems;
  });
}
