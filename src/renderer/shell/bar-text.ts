// Writes the text of the bar. Pure.
import { message } from '@present/messages/message';
import { presetTitle } from '@present/names/presets';
import type { Origin } from '../draft/draft';

/** Returns where a draft of that name came from: a file's name, a preset. */
export function describeOrigin(origin: Origin, name: string): string {
  switch (origin.kind) {
    case 'file':
      return origin.path.split(/[\\/]/).at(-1) ?? origin.path;
    case 'preset':
      return presetTitle(origin.preset) === name
        ? message('bar-preset')
        : message('bar-preset-of', { title: presetTitle(origin.preset) });
    case 'command':
      return message('bar-command');
    case 'claim':
      return message('bar-claim', { number: origin.number });
  }
}
