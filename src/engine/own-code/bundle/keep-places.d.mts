import type { rolldown } from 'rolldown';
import type { Bundled } from './bundler';

/** See keep-places.mjs. */
export function bundleFile(
  bundler: typeof rolldown,
  order: {
    readonly path: string;
    readonly folder: string;
    readonly native: boolean;
    readonly node: string;
  },
): Promise<Bundled>;
