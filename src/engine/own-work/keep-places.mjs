// A plugin of the bundler by which every module knows the place it was written for. Plain JavaScript,
// since it also runs in another Node.js as it stands.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, isAbsolute, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The `type` of the package that a file belongs to. */
function packageType(file) {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest)) return JSON.parse(readFileSync(manifest, 'utf8')).type;
    if (folder === dirname(folder)) return undefined;
  }
}

const ecmaScript = /^\s*(?:import|export)\b(?!\s*\()/m;

/** Whether Node.js would load a file with `require` and nothing else. */
function isRequired(file) {
  const ending = extname(file);
  if (ending === '.cjs' || ending === '.node') return true;
  if (ending !== '.js') return false;
  const type = packageType(file);
  return type === undefined ? !ecmaScript.test(readFileSync(file, 'utf8')) : type !== 'module';
}

/** What tells a module its place, and what it tells there. */
const places = {
  url: (file) => pathToFileURL(file).href,
  filename: (file) => file,
  dirname,
};

/**
 * Files of CommonJS stay where they are and are required from there: they may read what lies beside them. What
 * has to be bundled, as it is ECMAScript or TypeScript, is told its own place instead of the bundle's.
 * @param {string} entry the file that is bundled, which runs under its own path
 */
export function keepPlaces(entry) {
  return {
    name: 'keep-places',
    async resolveId(source, importer, { kind }) {
      // Before anything looks there: looking alone tells the other machine who asks.
      if (/^(?:file:)?[\\/]{2}(?!\/)/.test(source)) {
        throw new Error(`${source} lies on another machine or a device, and is not loaded`);
      }
      if (importer === undefined) return null;
      const found = await this.resolve(source, importer, { kind, skipSelf: true });
      if (found === null || found.external || found.id === entry) return found;
      return isRequired(found.id) ? { id: found.id, external: 'absolute' } : found;
    },
    transform(code, id) {
      const placed = code.replace(/\bimport\.meta\.(url|filename|dirname)\b/g, (_, name) =>
        JSON.stringify(places[name](id)),
      );
      return placed === code ? null : { code: placed, map: null };
    },
  };
}

/**
 * What a bundle is and what it was made of.
 * @param {import('rolldown').OutputChunk} chunk
 * @param {readonly string[]} modules the files that were read
 */
export function describeBundle({ code, exports, imports, dynamicImports }, modules) {
  const loaded = [...imports, ...dynamicImports];
  const outside = loaded
    .map((id) => (id.startsWith('file:') ? fileURLToPath(id) : id))
    .filter((id) => isAbsolute(id));
  return { code, exports, modules: [...modules].sort(), outside: [...new Set(outside)].sort() };
}
