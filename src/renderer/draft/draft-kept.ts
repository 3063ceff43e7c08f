// The draft as the page keeps it: written on every change, read when the page is loaded again. What
// can't be shown as a form any more comes back as text. Pure.
import { defined } from '@shared/base/defined';
import { experimentSchema } from '@shared/experiment/experiment';
import { parseExperiment } from '@shared/experiment/parse-experiment';
import { defaultPreset, presets } from '@shared/experiment/presets';
import { workloadKinds } from '@shared/experiment/workloads';
import type { Draft, Origin } from './draft-types';
import { isOwnKind, newWorkload } from './draft-workload';

/** The part of the draft's state that is kept. */
export interface DraftState {
  readonly experiment: Draft;
  readonly origin: Origin;
  /** What it looked like when it was opened or saved. */
  readonly original: string;
  /** Text that was typed and is no experiment. */
  readonly typed?: string;
}

/** A cleared number field; JSON has no word for it. */
const cleared = '\u0000NaN';

type Raw = Readonly<Record<string, unknown>>;

const isRaw = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The state as a text. */
export function writeDraftState({ experiment, origin, original, typed }: DraftState): string {
  const from = origin.kind === 'preset' ? { kind: 'preset', id: origin.preset.id } : origin;
  const state = { experiment, origin: from, original, ...defined({ typed }) };
  return JSON.stringify(state, (_, value: unknown) => (Number.isNaN(value) ? cleared : value));
}

/** The state in a text that was kept; nothing where it is damaged. */
export function readDraftState(text: string): DraftState | undefined {
  const state = revive(text);
  if (!isRaw(state) || !isRaw(state['experiment'])) return undefined;
  const { experiment, original, typed } = state;
  const origin = originOf(state['origin']);
  if (typeof original !== 'string' || origin === undefined) return undefined;
  if (typeof typed !== 'string' && typed !== undefined) return undefined;
  if (isDraft(experiment)) {
    return { experiment, origin, original, ...defined({ typed }) };
  }
  // The form can't show it: nothing of it is lost as text.
  const fallback = parseExperiment(defaultPreset.experiment);
  if (!fallback.ok) return undefined;
  return {
    experiment: JSON.parse(JSON.stringify(fallback.value)) as Draft,
    origin,
    original,
    typed: typed ?? JSON.stringify(experiment, undefined, 2),
  };
}

function revive(text: string): unknown {
  try {
    return JSON.parse(text, (_, value: unknown) => (value === cleared ? Number.NaN : value));
  } catch {
    return undefined;
  }
}

function originOf(value: unknown): Origin | undefined {
  if (!isRaw(value)) return undefined;
  switch (value['kind']) {
    case 'preset': {
      const preset = presets.find(({ id }) => id === value['id']);
      return preset === undefined ? { kind: 'command' } : { kind: 'preset', preset };
    }
    case 'file':
      return typeof value['path'] === 'string' ? { kind: 'file', path: value['path'] } : undefined;
    case 'claim':
      return typeof value['number'] === 'number'
        ? { kind: 'claim', number: value['number'] }
        : undefined;
    case 'command':
      return { kind: 'command' };
    default:
      return undefined;
  }
}

/** Returns whether the form can show it: every part is of its kind, whatever the figures and texts say. */
function isDraft(value: Raw): value is Raw & Draft {
  const parsed = parseExperiment(defaultPreset.experiment);
  if (!parsed.ok) return false;
  const { workload: _work, strategies: _ways, schedule, until, breakEven, ...plain } = parsed.value;
  const { shape } = experimentSchema;
  const { workers: _, ...search } = breakEven ?? shape.breakEven.unwrap().parse({});
  const optional = [
    [value['until'], until ?? shape.until.unwrap().parse({})],
    [value['breakEven'], search],
  ] as const;
  return (
    hasShape(value, plain) &&
    hasShape(value['schedule'], { kind: schedule.kind }) &&
    isWorkload(value['workload']) &&
    areStrategies(value['strategies']) &&
    optional.every(([given, like]) => given === undefined || hasShape(given, like))
  );
}

function areStrategies(value: unknown): boolean {
  const { element } = experimentSchema.shape.strategies;
  return Array.isArray(value) && value.every((one) => element.safeParse(one).success);
}

function isWorkload(value: unknown): boolean {
  if (!isRaw(value)) return false;
  const { kind, params: given } = value;
  if (typeof kind !== 'string') return false;
  const known = isOwnKind(kind) ? kind : workloadKinds.find((one) => one === kind);
  if (known === undefined) return false;
  const { params, ...rest } = newWorkload(known);
  if (!hasShape(value, rest)) return false;
  if (!isOwnKind(known)) return hasShape(given, params);
  return given === undefined || typeof given === 'string' || isRaw(given);
}

/** Returns whether a value has every part of a model, each of the same kind. */
function hasShape(value: unknown, model: unknown): boolean {
  if (Array.isArray(model)) {
    return (
      Array.isArray(value) &&
      value.every((one) => model.length === 0 || hasShape(one, model[0] as unknown))
    );
  }
  if (isRaw(model)) {
    return isRaw(value) && Object.entries(model).every(([key, like]) => hasShape(value[key], like));
  }
  return typeof value === typeof model;
}
