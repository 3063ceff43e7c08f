// JSON: a list of small records to text and back.
import { workloads } from '@shared/experiment/workloads';
import { fold } from './checksum';
import { param, type LoadedWorkload, type WorkloadContext } from './context';
import { taskState, xorshift32 } from './random';

interface Entry {
  readonly id: number;
  readonly name: string;
  /** A multiple of 1/256: exact as a double and as decimal text. */
  readonly score: number;
  readonly active: boolean;
  readonly tags: readonly string[];
}

function makeEntries(count: number, state: number): Entry[] {
  const entries: Entry[] = [];
  let drawn = state;
  for (let id = 0; id < count; id += 1) {
    drawn = xorshift32(drawn);
    const name = `entry-${drawn.toString(16)}`;
    drawn = xorshift32(drawn);
    const score = (drawn >>> 8) / 256;
    const tags = [`group-${drawn & 15}`, `level-${(drawn >>> 4) & 7}`];
    entries.push({ id, name, score, active: (drawn & 128) !== 0, tags });
  }
  return entries;
}

function foldText(sum: number, text: string): number {
  let folded = fold(sum, text.length);
  for (let index = 0; index < text.length; index += 1) {
    folded = fold(folded, text.charCodeAt(index));
  }
  return folded;
}

function foldEntry(sum: number, entry: Entry): number {
  const figures = [entry.id, entry.score * 256, entry.active ? 1 : 0].reduce(fold, sum);
  return entry.tags.reduce(foldText, foldText(figures, entry.name));
}

/** The checksum folds every field of every record as it came back. */
export function create(context: WorkloadContext): LoadedWorkload {
  const records = param(context, 'records');
  return {
    run: (task) => {
      const state = taskState(context.seed, task % workloads.json.variants);
      const text = JSON.stringify(makeEntries(records, state));
      const parsed = JSON.parse(text) as readonly Entry[];
      return parsed.reduce(foldEntry, 0) >>> 0;
    },
  };
}
