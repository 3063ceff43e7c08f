// Who imports whom in src, read from the import statements of TypeScript, Vue and Python.
import { dirname, join, normalize } from 'node:path/posix';

/** @typedef {import('./sources.mjs').Source} Source */

/**
 * @typedef {object} Edge
 * @property {string} from path of the file that imports
 * @property {string} to path of the imported file
 */

const STATEMENT = /^(?:import|export)\b(?:[^'";]*?\bfrom)?\s*['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]/g;
const PYTHON = /^\s*(?:from\s+([.\w]+)\s+import\s+(?:\(([^)]*)\)|([^\n]*))|import\s+([.\w]+))/gm;
const ALIAS = /^@(shared|analysis|present|report|engine|workers|renderer)\//;

/**
 * Finds the imports between files of `src`; imports of packages are left out.
 * @param {readonly Source[]} sources
 * @returns {Edge[]} each pair once
 */
export function findImports(sources) {
  const known = new Set(sources.map(({ path }) => path));
  return sources.flatMap((source) => {
    const wanted = source.path.endsWith('.py')
      ? pythonTargets(source, known)
      : scriptTargets(source);
    const found = wanted.flatMap((target) => resolve(target, known) ?? []);
    return [...new Set(found)]
      .filter((to) => to !== source.path)
      .map((to) => ({ from: source.path, to }));
  });
}

/**
 * @param {Source} source
 * @returns {string[]} paths as written, without an alias
 */
function scriptTargets({ text, folder }) {
  const names = [...text.matchAll(STATEMENT), ...text.matchAll(DYNAMIC)].map((match) => match[1]);
  return names.flatMap((name = '') => {
    if (ALIAS.test(name)) return [`src/${name.slice(1)}`];
    return name.startsWith('.') ? [normalize(join(folder, name))] : [];
  });
}

/**
 * @param {Source} source
 * @param {ReadonlySet<string>} known
 * @returns {string[]}
 */
function pythonTargets({ text, folder }, known) {
  return [...text.matchAll(PYTHON)].flatMap(([, from, many, one, whole]) => {
    const base = modulePath(from ?? whole ?? '', folder);
    const names = (many ?? one ?? '').split(',').map((name) => name.trim().split(/\s/)[0] ?? '');
    const modules = names
      .filter(Boolean)
      .map((name) => `${base}/${name}`)
      .filter((path) => resolve(path, known));
    return modules.length > 0 ? modules : [base];
  });
}

/**
 * @param {string} name dotted, with leading dots where it is relative
 * @param {string} folder
 * @returns {string}
 */
function modulePath(name, folder) {
  const dots = /^\.*/.exec(name)?.[0].length ?? 0;
  const rest = name.slice(dots).replaceAll('.', '/');
  if (dots === 0) return `src/python/${rest}`;
  const up = Array.from({ length: dots - 1 }, () => '..');
  return normalize(join(folder, ...up, rest)).replace(/\/$/, '');
}

/**
 * @param {string} target
 * @param {ReadonlySet<string>} known
 * @returns {string | undefined}
 */
function resolve(target, known) {
  const tries = [
    target,
    `${target}.ts`,
    `${target}.py`,
    `${target}/index.ts`,
    `${target}/__init__.py`,
  ];
  return tries.find((path) => known.has(path));
}

/**
 * Reduces imports between files to imports between folders.
 * @param {readonly Edge[]} edges
 * @returns {Map<string, Set<string>>} for each folder the other folders it imports from
 */
export function folderImports(edges) {
  /** @type {Map<string, Set<string>>} */
  const graph = new Map();
  for (const { from, to } of edges) {
    const [one, other] = [dirname(from), dirname(to)];
    if (one === other) continue;
    graph.set(one, (graph.get(one) ?? new Set()).add(other));
  }
  return graph;
}

/**
 * Finds the imports between folders that lead back: each of them is part of a circle.
 * @param {ReadonlyMap<string, ReadonlySet<string>>} graph
 * @returns {(readonly [from: string, to: string])[]}
 */
export function importsThatReturn(graph) {
  const reaches = (/** @type {string} */ start, /** @type {string} */ goal) => {
    const seen = new Set([start]);
    for (const folder of seen) {
      for (const next of graph.get(folder) ?? []) seen.add(next);
    }
    return seen.has(goal);
  };
  return [...graph].flatMap(([from, targets]) =>
    [...targets].filter((to) => reaches(to, from)).map((to) => /** @type {const} */ ([from, to])),
  );
}
