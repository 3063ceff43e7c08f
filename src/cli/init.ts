// `corelane init`: prints a preset's experiment.
import { failInWords } from '@present/words/engine/problems';
import { message } from '@present/messages/message';
import { presetExperiment } from '@present/names/presets';
import { shown } from '@present/words/command-words';
import { presets } from '@shared/experiment/presets';
import { ok, type Result } from '@shared/base/result';
import { listPresets } from './help';

/** The preset's experiment as the text of a file; `unknown-preset` with all there are. */
export function presetText(id: string): Result<string> {
  const preset = presets.find((known) => known.id === id);
  return preset === undefined
    ? failInWords(
        'unknown-preset',
        message('cli-no-preset', { preset: shown(id), presets: listPresets() }),
      )
    : ok(`${JSON.stringify(presetExperiment(preset), undefined, 2)}\n`);
}
