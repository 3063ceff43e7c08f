// Reports of earlier versions, each made one of the next. What has only text stays text: no figure is read out
// of a sentence. They run before the schema, so every part may be of any type.
import { textFact } from './facts';

export type RawReport = Readonly<Record<string, unknown>>;

/** By version: what makes the report of that version one of the next. */
export type Upgrades = Readonly<Record<number, (report: RawReport) => RawReport>>;

/** Every older version has an entry here, so that every old report still opens. */
export const reportUpgrades: Upgrades = { 1: fromVersion1, 2: fromVersion2 };

/** Whether a value has properties by name. */
export function isObject(value: unknown): value is RawReport {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Changes the objects of a list; what is no list, or no object in it, is left to the schema. */
const each = (value: unknown, change: (entry: RawReport) => RawReport): unknown =>
  Array.isArray(value)
    ? value.map((entry: unknown) => (isObject(entry) ? change(entry) : entry))
    : value;

/** Version 2 brought warnings, clauses, scaling, empty trials; version 1 had caveats, sentences only. */
function fromVersion1(report: RawReport): RawReport {
  const { caveats, ...verdict } = isObject(report['verdict']) ? report['verdict'] : {};
  const { cells, experiment } = report;
  return {
    ...report,
    // The schema's own default is for runs to come.
    experiment: isObject(experiment) ? { ...experiment, emptyRepeats: 0 } : experiment,
    cells: each(cells, (cell) => ({ ...cell, outliers: [], emptyTrials: [] })),
    scaling: [],
    warnings: listOf(caveats).map((text) => ({
      kind: 'earlier',
      text,
      advice: '',
      cells: [],
      trials: [],
    })),
    verdict: { ...verdict, clauses: [{ text: verdict['text'] }] },
  };
}

/** Version 3 has facts where version 2 had sentences. */
function fromVersion2(report: RawReport): RawReport {
  const { verdict, cells } = report;
  return {
    ...report,
    cells: each(cells, ({ bottleneck, ...cell }) => ({
      ...cell,
      ...(bottleneck === undefined ? {} : { bottleneck: withTextFact(bottleneck) }),
    })),
    verdict: isObject(verdict) ? withFacts(verdict) : verdict,
  };
}

/** The text of something as its fact. */
function withTextFact(value: unknown): unknown {
  if (!isObject(value)) return value;
  const { text, ...rest } = value;
  return { ...rest, fact: textFact(text as string) };
}

function withFacts({ text: _, clauses, ...verdict }: RawReport): RawReport {
  return { ...verdict, facts: [{ kind: 'text', clauses }] };
}
