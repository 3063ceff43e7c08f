// `corelane init`: prints a preset's experiment.
import { presets } from '@shared/experiment/presets';
import { fail, ok, type Result } from '@shared/base/result';
import { shown } from '@shared/base/command-words';
import { listPresets } from './help';

/** The preset's experiment as the text of a file; `unknown-preset` with all there are. */
export function presetText(id: string): Result<string> {
  const preset = presets.find((known) => known.id === id);
  return preset === undefined
    ? fail('unknown-preset', `There is no preset ${shown(id)}. Use one of these:\n${listPresets()}`)
    : ok(`${JSON.stringify(preset.experiment, undefined, 2)}\n`);
}
