// The bundler itself, which can't be built in for its native half, so it is a dependency: in this process,
// or where its Node.js is too old for it, in a newer one's.
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { bundleFile } from './keep-places.mjs';
import { trustedEnv } from '../../files/trusted-path';
import pluginText from './keep-places.mjs?raw';

/** A file and all it imports. */
export interface Bundled {
  /** An ECMAScript module; empty where Node.js loads the file itself, from where it lies. */
  readonly code: string;
  /** Names of its exports; of a CommonJS file they are not known. */
  readonly exports: readonly string[];
  /** Whole paths of the files whose text is in it. */
  readonly modules: readonly string[];
  /** Whole paths of the files that it loads from where they lie. */
  readonly outside: readonly string[];
}

/**
 * The oldest that the bundler runs on, and that can load every kind of plain JavaScript by itself: it tells
 * ECMAScript by its syntax, knows `import.meta.dirname`, and takes attributes of imports.
 */
const least = [20, 19] as const;

const withinMs = 60_000;
const maxBytes = 256e6;

/** The same as below, as a program: what it says is one JSON object. */
const program = `const [bundler, plugin, order] = process.argv.slice(1);
const { rolldown } = await import(bundler);
const { bundleFile } = await import(plugin);
let said;
try {
  said = await bundleFile(rolldown, JSON.parse(order));
} catch (error) {
  said = { error: String(error?.message ?? error) };
}
process.stdout.write(JSON.stringify(said));`;

function isNewEnough(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > least[0] || (major === least[0] && minor >= least[1]);
}

/**
 * Bundles what this Node.js can't load as it is; rejects with the bundler's own words.
 * @param native whether it loads plain JavaScript of every kind from where it lies; the older can't
 */
export async function runBundler(
  path: string,
  folder: string,
  native = isNewEnough(),
): Promise<Bundled> {
  if (!isNewEnough()) return runElsewhere(path, folder, native);
  // Heavy, and has a native half: only who runs own code loads it.
  const { rolldown } = await import('rolldown');
  return bundleFile(rolldown, { path, folder, native, node: process.versions.node });
}

/** In the Node.js that `node` means; an older Electron's own is too old. */
export async function runElsewhere(
  path: string,
  folder: string,
  native: boolean,
): Promise<Bundled> {
  const bundler = pathToFileURL(createRequire(import.meta.url).resolve('rolldown')).href;
  const plugin = `data:text/javascript,${encodeURIComponent(pluginText)}`;
  const given = [
    bundler,
    plugin,
    JSON.stringify({ path, folder, native, node: process.versions.node }),
  ];
  let text: string;
  try {
    const args = ['--input-type=module', '-e', program, ...given];
    const ended = await promisify(execFile)('node', args, {
      env: trustedEnv(),
      timeout: withinMs,
      maxBuffer: maxBytes,
    });
    text = ended.stdout;
  } catch {
    throw new Error(
      `this needs Node.js ${least.join('.')} or later, as "node" on the path, to read it`,
    );
  }
  const said = JSON.parse(text) as Bundled | { readonly error: string };
  if ('error' in said) throw new Error(said.error);
  return said;
}
