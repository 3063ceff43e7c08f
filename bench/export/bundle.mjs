// Bundles parts of the product into one file that plain Node.js can load.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../../scripts/lib/paths.mjs';

const LAYERS = ['shared', 'analysis', 'present', 'report', 'engine', 'renderer'];

/**
 * @param {string} entry
 * @param {string} folder
 * @param {string} name of the bundle
 * @returns {Promise<string>} the bundle
 */
export async function bundleEntry(entry, folder, name) {
  const { build } = await import('vite');
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    resolve: {
      alias: Object.fromEntries(LAYERS.map((layer) => [`@${layer}`, join(ROOT, 'src', layer)])),
    },
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      target: 'node18.15',
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: { output: { format: 'es', entryFileNames: name } },
    },
  });
  return join(folder, name);
}

/**
 * @param {string} folder
 * @returns {Promise<string>} the bundle of the exporters
 */
export function bundleExporters(folder) {
  const entry = fileURLToPath(new URL('entry.mjs', import.meta.url));
  return bundleEntry(entry, folder, 'exporters.mjs');
}
