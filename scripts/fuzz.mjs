// `npm run fuzz -- 1000000 [first seed] [parsers, exporters or part of a name]`: the long mode of tests/fuzz, bundled
// into a temporary folder and run in one process. Ctrl-C ends it with the figures so far.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { ROOT } from './lib/paths.mjs';

const layers = ['shared', 'analysis', 'present', 'report', 'engine', 'workers', 'renderer'];

const folder = mkdtempSync(join(tmpdir(), 'corelane-fuzz-program-'));
const program = join(folder, 'long.mjs');
// What is not bundled is found from the project.

const bundle = await rolldown({
  input: join(ROOT, 'tests/fuzz/long.ts'),
  platform: 'node',
  resolve: {
    alias: Object.fromEntries(layers.map((layer) => [`@${layer}`, join(ROOT, 'src', layer)])),
  },
  plugins: [
    {
      // Texts of messages, as the bundler of the app gives them.
      name: 'whole-texts',
      resolveId: (source, importer) =>
        source.endsWith('.ftl?raw') && importer !== undefined
          ? join(importer, '..', source)
          : undefined,
      load: (id) =>
        id.endsWith('.ftl?raw')
          ? `export default ${JSON.stringify(readFileSync(id.slice(0, -'?raw'.length), 'utf8'))}`
          : undefined,
    },
    {
      // Recorded texts lie beside their sources.
      name: 'own-folder',
      transform: (code, id) =>
        code.includes('import.meta.dirname')
          ? code.replaceAll('import.meta.dirname', JSON.stringify(join(id, '..')))
          : undefined,
    },
  ],
});
await bundle.write({ file: program, format: 'esm' });
await bundle.close();

const child = spawn(process.execPath, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
process.on('SIGINT', () => child.kill('SIGINT'));
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code, signal) => {
  rmSync(folder, { recursive: true, force: true });
  process.exitCode = code ?? 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 15);
});
