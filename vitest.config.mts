// Two projects: `unit` (with the contract tests, which run the built children) and `e2e` (the real app in Electron).
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

/** The layers that have an alias, as in tsconfig.base.json. */
const LAYERS = ['shared', 'analysis', 'present', 'report', 'engine', 'workers', 'renderer'];

const src = (layer: string) => fileURLToPath(new URL(`./src/${layer}`, import.meta.url));

export default defineConfig({
  plugins: [vue()],
  resolve: {
    alias: LAYERS.map((layer) => ({
      find: new RegExp(`^@${layer}(?=/|$)`),
      replacement: src(layer),
    })),
  },
  test: {
    setupFiles: ['tests/helpers/own-data-folder.ts', 'tests/helpers/no-child-left.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**'],
          // A component's test asks for happy-dom itself: // @vitest-environment happy-dom
          environment: 'node',
          pool: 'forks',
          // Many tests wait for real processes: three files at a time also on two cores.
          maxWorkers: Math.max(3, availableParallelism() - 1),
          // The contract tests start real processes.
          testTimeout: 30_000,
          hookTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          pool: 'forks',
          // One app at a time: they would measure each other.
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
