import type { Plugin } from 'rolldown';

/** See keep-places.mjs. */
export function keepPlaces(entry: string): Plugin;
