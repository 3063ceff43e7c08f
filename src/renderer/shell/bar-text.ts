// What the bar says. Pure.
import type { Origin } from '../draft/draft';

/** Where a draft of that name came from: a file's name, a preset. */
export function describeOrigin(origin: Origin, name: string): string {
  switch (origin.kind) {
    case 'file':
      return origin.path.split(/[\\/]/).at(-1) ?? origin.path;
    case 'preset':
      return origin.preset.title === name ? 'preset' : `preset ${origin.preset.title}`;
    case 'command':
      return 'from the command line';
    case 'claim':
      return `from claim ${origin.number}`;
  }
}
