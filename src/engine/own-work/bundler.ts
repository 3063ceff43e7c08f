// The bundler itself, which can't be built in for its native half, so it is a dependency: in this process,
// or where its Node.js is too old for it, in a newer one's.
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { describeBundle, keepPlaces } from './keep-places.mjs';
import { trustedEnv } from './trusted-path';
import pluginText from './keep-places.mjs?raw';

/** A file and all it imports. */
export interface Bundled {
  readonly code: string;
  /** Names of its exports; of a CommonJS file they are not known. */
  readonly exports: readonly string[];
  /** Whole paths of the files whose text is in it. */
  readonly modules: readonly string[];
  /** Whole paths of the files that it loads from where they lie. */
  readonly outside: readonly string[];
}

/** The oldest that the bundler runs on. */
const least = [20, 19] as const;

const withinMs = 60_000;
const mostBytes = 256e6;

const inputOf = (path: string, folder: string) =>
  ({ input: path, cwd: folder, platform: 'node', logLevel: 'silent' }) as const;
const output = {
  format: 'cjs',
  exports: 'named',
  sourcemap: 'inline',
  codeSplitting: false,
} as const;

/** The same as below, as a program: what it says is one JSON object. */
const program = `const [bundler, plugin, input, output] = process.argv.slice(1);
const { rolldown } = await import(bundler);
const { describeBundle, keepPlaces } = await import(plugin);
let said;
try {
  const given = JSON.parse(input);
  const bundle = await rolldown({ ...given, plugins: [keepPlaces(given.input)] });
  const [chunk] = (await bundle.generate(JSON.parse(output))).output;
  said = describeBundle(chunk, await bundle.watchFiles);
} catch (error) {
  said = { error: String(error?.message ?? error) };
}
process.stdout.write(JSON.stringify(said));`;

function isNewEnough(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > least[0] || (major === least[0] && minor >= least[1]);
}

/** Bundles; rejects with the bundler's own words. */
export async function runBundler(path: string, folder: string): Promise<Bundled> {
  if (!isNewEnough()) return runElsewhere(path, folder);
  // Heavy, and has a native half: only who runs own code loads it.
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({ ...inputOf(path, folder), plugins: [keepPlaces(path)] });
  const [chunk] = (await bundle.generate(output)).output;
  const bundled = describeBundle(chunk, await bundle.watchFiles);
  await bundle.close();
  return bundled;
}

/** In the Node.js that `node` means; an older Electron's own is too old. */
export async function runElsewhere(path: string, folder: string): Promise<Bundled> {
  const bundler = pathToFileURL(createRequire(import.meta.url).resolve('rolldown')).href;
  const plugin = `data:text/javascript,${encodeURIComponent(pluginText)}`;
  const given = [bundler, plugin, JSON.stringify(inputOf(path, folder)), JSON.stringify(output)];
  let text: string;
  try {
    const args = ['--input-type=module', '-e', program, ...given];
    const ended = await promisify(execFile)('node', args, {
      env: trustedEnv(),
      timeout: withinMs,
      maxBuffer: mostBytes,
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
