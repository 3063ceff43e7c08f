// Builds the four kinds of bundle: main (with the CLI and every child entry), preload, renderer.
// Targets are the older of the two runtimes the app runs on (Electron 25: Node 18.15, Chrome 114).
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'electron-vite';
import { cpSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ChunkingContext } from 'rolldown';
import type { Plugin } from 'vite';
import { customMedia } from './src/renderer/styles/breakpoints';

process.env['ELECTRON_MAJOR_VER'] ??= '25';

const source = (path: string): string => resolve(import.meta.dirname, 'src', path);

/** What workloads share. A thread imports its workload when it starts, so the thread's own imports do not show these. */
const sharedByWorkloads = /[\\/]src[\\/]workers[\\/]workloads[\\/](blocks|checksum|random)\.ts$/;

const threadEntry = source('workers/thread.entry.ts');

/**
 * What a worker thread loads before its workload goes into one file, and nothing else does: every file takes a third of
 * a millisecond of each worker's start. Which modules these are, the thread's own imports say.
 */
function workerChunk(id: string, context: ChunkingContext): 'worker' | undefined {
  const loaded = new Set([threadEntry]);
  for (const each of loaded) {
    for (const imported of context.getModuleInfo(each)?.importedIds ?? []) loaded.add(imported);
  }
  const inWorker = (id !== threadEntry && loaded.has(id)) || sharedByWorkloads.test(id);
  return inWorker ? 'worker' : undefined;
}

const alias = {
  '@shared': source('shared'),
  '@analysis': source('analysis'),
  '@present': source('present'),
  '@report': source('report'),
  '@engine': source('engine'),
  '@workers': source('workers'),
  '@renderer': source('renderer'),
};

/** While developing, Vite injects styles and scripts that the page's policy would forbid. */
const policyOnlyWhenBuilt: Plugin = {
  name: 'policy-only-when-built',
  apply: 'serve',
  transformIndexHtml: (html) =>
    html.replace(/<meta[^>]*http-equiv="Content-Security-Policy"[^>]*>/s, ''),
};

/** Python reads its files as they are. */
const copyPython: Plugin = {
  name: 'copy-python',
  closeBundle: () => {
    cpSync(source('python'), resolve(import.meta.dirname, 'out/python'), {
      recursive: true,
      filter: (path) => !/__pycache__|README\.md$/.test(path),
    });
  },
};

/**
 * What the language has, as each file finds it when it is loaded: own code that a host or a thread loads later may put
 * something else in its place, or nothing.
 */
const languageGlobals =
  'Array ArrayBuffer Atomics BigInt BigInt64Array BigUint64Array Boolean DataView Date Error Float64Array Int32Array Intl JSON Map Math Number Object Promise Proxy RangeError Reflect RegExp Set SharedArrayBuffer String Symbol TypeError Uint8Array Uint32Array WeakMap WeakRef WeakSet isFinite isNaN parseFloat parseInt';

const keptGlobals = `'use strict';\nconst { ${languageGlobals.replaceAll(' ', ', ')} } = globalThis;`;

export default defineConfig({
  main: {
    resolve: { alias },
    plugins: [copyPython],
    build: {
      target: 'node18.15',
      externalizeDeps: false,
      rollupOptions: {
        // Loaded where a user's own code is to be run, as it is: it has a native half.
        external: ['rolldown'],
        input: {
          index: source('main/index.ts'),
          cli: source('cli/index.ts'),
          host: source('workers/host.entry.ts'),
          thread: source('workers/thread.entry.ts'),
          sampler: source('workers/sampler.entry.ts'),
          'http-peer': source('workers/http-peer.entry.ts'),
          probe: source('workers/probe.entry.ts'),
          'probe-worker': source('workers/probe-worker.entry.ts'),
        },
        output: {
          format: 'cjs',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          // A third of the text that every worker reads and parses before it can start.
          comments: { jsdoc: false },
          banner: keptGlobals,
          codeSplitting: {
            groups: [
              { name: workerChunk, debugName: 'worker' },
              { name: 'host', test: /[\\/]src[\\/]engine[\\/]host[\\/]/ },
            ],
            includeDependenciesRecursively: false,
          },
        },
      },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      target: 'node18.15',
      externalizeDeps: false,
      isolatedEntries: true,
      rollupOptions: {
        input: { index: source('preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  },
  renderer: {
    root: source('renderer'),
    resolve: { alias },
    plugins: [vue(), policyOnlyWhenBuilt],
    css: { postcss: { plugins: [customMedia] } },
    build: {
      target: 'chrome114',
      minify: true,
      rollupOptions: {
        input: {
          index: source('renderer/index.html'),
          probe: source('renderer/probe.html'),
        },
      },
    },
  },
});
