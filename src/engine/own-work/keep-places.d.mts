import type { OutputChunk, Plugin } from 'rolldown';
import type { Bundled } from './bundler';

/** See keep-places.mjs. */
export function keepPlaces(entry: string): Plugin;

/** See keep-places.mjs. */
export function describeBundle(chunk: OutputChunk, modules: readonly string[]): Bundled;
