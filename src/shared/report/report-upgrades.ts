// Reports of earlier versions, each made one of the next. What has only text stays text: no figure is read out
// of a sentence. They run before the schema, so every part may be of any type.
import { defined } from '../base/defined';
import { each, isObject, type RawObject } from '../base/raw-data';
import { textFact } from './facts';
import { withFailure } from './failures';

export type RawReport = RawObject;

/** By version: what makes the report of that version one of the next. */
export type Upgrades = Readonly<Record<number, (report: RawReport) => RawReport>>;

/** Every older version has an entry here, so that every old report still opens. */
export const reportUpgrades: Upgrades = { 1: fromVersion1, 2: fromVersion2 };

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

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

/** What only had texts, as version 2 and early reports of version 3: warnings, the run's failure, why a law was not fitted. */
export function completeReport(report: RawReport): RawReport {
  return {
    ...report,
    run: withFailure(report['run']),
    warnings: each(report['warnings'], withWarningFact),
    scaling: each(report['scaling'], withRefusalFact),
  };
}

function withRefusalFact(scaling: RawReport): RawReport {
  const { refusal } = scaling;
  return typeof refusal === 'string' ? { ...scaling, refusal: textFact(refusal) } : scaling;
}

function withWarningFact(warning: RawReport): RawReport {
  if ('fact' in warning) return warning;
  const { text, advice, ...rest } = warning;
  return { ...rest, fact: { kind: 'text', text, advice } };
}

/** Version 3 has facts where version 2 had sentences. */
function fromVersion2(report: RawReport): RawReport {
  const { verdict, cells } = report;
  return {
    ...report,
    cells: each(cells, ({ bottleneck, ...cell }) => ({
      ...cell,
      ...defined({ bottleneck: bottleneck === undefined ? undefined : withTextFact(bottleneck) }),
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
