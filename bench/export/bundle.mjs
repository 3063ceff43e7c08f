// Bundles the exporters into one file that plain Node.js can load.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../../scripts/lib/paths.mjs';

const LAYERS = ['shared', 'analysis', 'present', 'report', 'engine'];

/**
 * @param {string} folder
 * @returns {Promise<string>} the bundle
 */
export async function bundleExporters(folder) {
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
      ssr: fileURLToPath(new URL('entry.mjs', import.meta.url)),
      target: 'node18.15',
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: { output: { format: 'es', entryFileNames: 'exporters.mjs' } },
    },
  });
  return join(folder, 'exporters.mjs');
}
