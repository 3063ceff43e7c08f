// A report as files hold it: with the English text beside each fact, for readers other than Corelane.
import { failureText } from './engine/failures';
import { noteText } from './engine/notes';
import { readerFaultText } from './engine/reader-fault';
import type { MachineInfo } from '@shared/report/machine';
import { defined } from '@shared/base/defined';
import type { Note } from '@shared/report/notes';
import type { Scaling } from '@shared/report/findings';
import type { CellReport, Report, TrialReport } from '@shared/report/report';
import { inLanguage } from '../messages/message';
import { bottleneckText } from './bottleneck';
import { joinClauses } from './clauses';
import { factClauses, verdictText } from './verdict';
import { refusalText } from './scaling-text';
import { sayWarnings } from './warnings';

/** A report with texts that its schema passes over. */
export type SaidReport = Readonly<Partial<Record<keyof Report, unknown>>>;

function sayCell(cell: CellReport): object {
  const { bottleneck } = cell;
  return {
    ...cell,
    ...defined({ bottleneck: bottleneck && { ...bottleneck, text: bottleneckText(cell) } }),
    trials: cell.trials.map(sayTrial),
    emptyTrials: cell.emptyTrials.map(sayTrial),
  };
}

const sayNote = (note: Note): object => ({ ...note, text: noteText(note) });

function sayTrial(trial: TrialReport): object {
  const { notes, evidence } = trial;
  return {
    ...trial,
    ...defined({
      evidence: evidence && { message: failureText(evidence.failure), ...evidence },
      notes: notes?.map(sayNote),
    }),
  };
}

function sayRun({ status, ...run }: Report['run']): object {
  const { failure } = run;
  return {
    status,
    ...defined({ message: failure && failureText(failure) }),
    ...run,
    notes: run.notes.map(sayNote),
  };
}

function sayVerdict(report: Report): object {
  const { facts, ...verdict } = report.verdict;
  const said = factClauses(report);
  return {
    text: verdictText(report),
    ...verdict,
    facts: facts.map((fact, at) => ({ ...fact, text: joinClauses(said[at] ?? []) })),
  };
}

function sayWarningsOf(report: Report): readonly object[] {
  return sayWarnings(report).map(({ warning: { kind, ...warning }, text, advice }) => ({
    kind,
    text,
    advice,
    ...warning,
  }));
}

function sayScaling(scaling: Scaling): object {
  const { refusal } = scaling;
  return {
    ...scaling,
    ...defined({ refusal: refusal && { ...refusal, text: refusalText(refusal) } }),
  };
}

const sayMachine = ({ counters, ...machine }: MachineInfo): object => ({
  ...machine,
  counters: counters.map(({ note, ...counter }) => ({
    ...counter,
    ...defined({ note: note && { ...note, text: readerFaultText(note) } }),
  })),
});

/** The report with a text beside each of its facts. */
export function withTexts(report: Report): SaidReport {
  return inLanguage('en', () => ({
    ...report,
    environment: sayMachine(report.environment),
    run: sayRun(report.run),
    cells: report.cells.map(sayCell),
    scaling: report.scaling.map(sayScaling),
    warnings: sayWarningsOf(report),
    verdict: sayVerdict(report),
  }));
}
