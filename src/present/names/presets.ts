// The presets by name. The help of the command line shows them: nothing of the engine may be loaded for that.
import type { ExperimentInput } from '@shared/experiment/experiment';
import type { Preset } from '@shared/experiment/presets';
import { message } from '../messages/message';

/** The title of a preset: `Two threads`. */
export const presetTitle = ({ id }: Pick<Preset, 'id'>): string => message(`preset-${id}`);

/** What a preset is, in short. */
export const presetNote = ({ id }: Pick<Preset, 'id'>): string => message(`preset-${id}.note`);

/** The experiment of a preset, named in the language of the messages. */
export function presetExperiment({ id, experiment }: Preset): ExperimentInput {
  return { ...experiment, name: message(`preset-${id}.name`) };
}
