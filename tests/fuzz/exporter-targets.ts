// Everything that writes what was read: the files of a report and of findings, and the picture in the window.
import { problemText } from '@present/words/engine/problems';
import { exporters } from '@report/index';
import { findingsExporters } from '@report/findings/findings';
import { renderFindings } from '@report/findings/findings-text';
import { renderTable } from '@report/text';
import { bufferFromReport } from '@renderer/model/from-report';
import type { ExportFormat } from '@shared/report/export-formats';
import { parseFindings, type FindingsFile } from '@shared/claims/findings-file';
import type { Report } from '@shared/report/report';
import { parseReport } from '@shared/report/report-file';
import type { Result } from '@shared/base/result';
import { faultsOfCsv, faultsOfHtml, faultsOfText, faultsOfTrace } from '../helpers/well-formed';
import { findings } from './file-targets';
import { mutateLeaves, mutateValue } from './mutate-value';
import type { Chance } from './random';
import { smallReport } from './small-report';
import type { Outcome, Target } from './target';

type Faults = readonly string[];

/** Changed copies are tried until one is taken: what is refused is never written. */
const maxTries = 4;

/** Values that are kept: as many as one target takes in a turn, for the targets after it. */
const maxKept = 500;

/** The same value for the same seed and number of changes, made once for all the targets that take it. */
function madeOnce<T extends object>(
  make: (chance: Chance, most: number) => T,
): (chance: Chance, most: number) => T {
  const kept = new Map<string, T>();
  return (chance, most) => {
    const key = `${chance.seed} ${most}`;
    const value = kept.get(key) ?? make(chance, most);
    if (kept.size >= maxKept && !kept.has(key)) kept.clear();
    kept.set(key, value);
    return value;
  };
}

/** A changed copy as its parser takes it; an unchanged one where none of some is taken. */
function taken<T>(
  base: T,
  parse: (text: string) => Result<T>,
): (chance: Chance, most: number) => T {
  const text = JSON.stringify(base);
  return (chance, most) => {
    for (let tries = 0; tries < maxTries; tries += 1) {
      const mutate = chance.in(0.9) ? mutateLeaves : mutateValue;
      const parsed = parse(JSON.stringify(mutate(base, chance, most)));
      if (parsed.ok) return parsed.value;
    }
    const parsed = parse(text);
    if (!parsed.ok) throw new Error(problemText(parsed.problem));
    return parsed.value;
  };
}

const takenReport = madeOnce(taken(smallReport, parseReport));
const takenFindings = madeOnce(taken(findings, parseFindings));

const write = (format: ExportFormat, report: Report): string =>
  [...exporters[format].render(report)].join('');

function outcome(faults: Faults): Outcome {
  return { taken: true, fault: faults.length === 0 ? undefined : faults.slice(0, 5).join('\n') };
}

function ofReport(name: string, faultsOf: (report: Report) => Faults): Target {
  return {
    name: `a report as ${name}`,
    make: takenReport,
    check: (input) => outcome(faultsOf(input as Report)),
  };
}

function ofFindings(name: string, faultsOf: (file: FindingsFile) => Faults): Target {
  return {
    name: `findings as ${name}`,
    make: takenFindings,
    check: (input) => outcome(faultsOf(input as FindingsFile)),
  };
}

/** The file is read again as the report it was. */
function faultsOfJson(report: Report): Faults {
  const text = write('json', report);
  const again = parseReport(text);
  if (!again.ok) return [`written and refused: ${problemText(again.problem)}`];
  return JSON.stringify(again.value) === JSON.stringify(report)
    ? []
    : ['read again as another one'];
}

/** The picture takes a report whole: as many tasks as it has, and no lane for a number in it. */
function faultsOfPicture(report: Report): Faults {
  const buffer = bufferFromReport(report);
  const faults: string[] = [];
  for (const { trials, emptyTrials, workers } of report.cells) {
    for (const { trial, spans } of [...trials, ...emptyTrials]) {
      const track = buffer.trial(trial);
      if (track === undefined) faults.push(`trial ${trial} is not shown`);
      else if (track.workers.length > workers) faults.push(`${track.workers.length} lanes`);
      else if (track.tasksDone !== spans.task.length) faults.push('tasks are not shown');
    }
  }
  return Number.isFinite(buffer.nowNs) ? faults : ['a time that is none'];
}

export const exporterTargets: readonly Target[] = [
  ofReport('JSON', faultsOfJson),
  ofReport('CSV', (report) => faultsOfCsv(write('csv', report), ',')),
  ofReport('CSV for spreadsheets', (report) => faultsOfCsv(write('spreadsheet', report), ';')),
  ofReport('a trace', (report) => faultsOfTrace(write('trace', report))),
  ofReport('a page', (report) => faultsOfHtml(write('html', report))),
  ofReport('a table in a terminal', (report) => faultsOfText(renderTable(report))),
  ofReport('a picture', faultsOfPicture),
  ofFindings('CSV', (file) => faultsOfCsv(findingsExporters.csv.render(file), ',')),
  ofFindings('a page', (file) => faultsOfHtml(findingsExporters.html.render(file))),
  ofFindings('a table in a terminal', (file) => faultsOfText(renderFindings(file.findings))),
];
