// Prints the help of the command line.
import { message } from '@present/messages/message';
import { claimShort } from '@present/names/claims';
import { presetNote, presetTitle } from '@present/names/presets';
import { exportFormats, usualFormats } from '@shared/report/export-formats';
import { claimIds } from '@shared/claims/claims';
import { presets } from '@shared/experiment/presets';
import type { CommandName } from './arguments';

const formats = exportFormats.join(',');
const usual = usualFormats.join(',');

const texts: Readonly<Record<CommandName | 'general', () => string>> = {
  general: () => message('help-general'),
  run: () => message('help-run', { formats, usual }),
  recover: () => message('help-recover', { formats, usual }),
  runs: () => message('help-runs'),
  claims: () => message('help-claims', { claims: listClaims() }),
  init: () => message('help-init', { presets: listPresets() }),
  machine: () => message('help-machine'),
};

/** The help on one command, or on all. */
export function helpText(about: CommandName | undefined): string {
  return `${texts[about ?? 'general']()}\n`;
}

/** Names with what they mean, one to a line, in two columns. */
function listMeanings(all: readonly { readonly id: string; readonly means: string }[]): string {
  const width = Math.max(...all.map(({ id }) => id.length));
  return all.map(({ id, means }) => `  ${id.padEnd(width)}  ${means}`).join('\n');
}

/** One line for each claim. */
function listClaims(): string {
  return listMeanings(claimIds.map((id) => ({ id, means: claimShort(id) })));
}

/** One line for each preset. */
export function listPresets(): string {
  return listMeanings(
    presets.map((preset) => ({
      id: preset.id,
      means: message('help-preset', { title: presetTitle(preset), note: presetNote(preset) }),
    })),
  );
}
