// Everything that reads what others wrote, and everything that writes what was read.
import { exporterTargets } from './exporter-targets';
import { fileTargets } from './file-targets';
import { systemTargets } from './system-targets';
import type { Target } from './target';
import { wireTargets } from './wire-targets';

const parserTargets: readonly Target[] = [...fileTargets, ...wireTargets, ...systemTargets];

/** All of them, those of one half, or those whose name has this in it. */
export function targetsOf(which: string): readonly Target[] {
  if (which === 'parsers') return parserTargets;
  if (which === 'exporters') return exporterTargets;
  return [...parserTargets, ...exporterTargets].filter(({ name }) => name.includes(which));
}
