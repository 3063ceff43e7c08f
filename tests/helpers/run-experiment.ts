// Runs an experiment on the real engine with forked children, keeping every event.
import { problemText } from '@present/words/engine/problems';
import { startRun } from '@engine/run/run';
import { createForkLauncher } from '@engine/launch/fork-launcher';
import type { OwnContent } from '@shared/experiment/own-content';
import type { ExperimentInput } from '@shared/experiment/experiment';
import type { LiveEvent } from '@shared/report/live';
import { parseExperiment } from '@shared/experiment/parse-experiment';
import type { Interpreter } from '@shared/experiment/python';
import type { Report } from '@shared/report/report';
import { parseReport } from '@shared/report/report-file';
import type { RunHandle } from '@engine/types';
import { builtEntries } from './entries';

export interface RunUnderTest {
  readonly handle: RunHandle;
  readonly events: LiveEvent[];
  readonly report: Promise<Report>;
}

/** Starts a run; `onEvent` may stop it or harm its children. */
export function beginRun(
  input: ExperimentInput,
  onEvent: (event: LiveEvent, run: { stop(): void }) => void = () => undefined,
  interpreters: readonly Interpreter[] = [],
  content?: OwnContent,
): RunUnderTest {
  const parsed = parseExperiment(input);
  if (!parsed.ok) throw new Error(problemText(parsed.problem));
  const events: LiveEvent[] = [];
  const control = { stop: (): void => handle.stop() };
  const handle = startRun({
    experiment: parsed.value,
    interpreters,
    content,
    launcher: createForkLauncher(),
    entries: builtEntries,
    program: { name: 'corelane', version: '0.0.0', shell: 'cli', runtime: 'node' },
    onEvent: (event) => {
      events.push(event);
      onEvent(event, control);
    },
  });
  return { handle, events, report: handle.done.then(opened) };
}

/** The report, which must open again: what is written can be read, whatever happened in its run. */
function opened(report: Report): Report {
  const parsed = parseReport(JSON.stringify(report));
  if (!parsed.ok) throw new Error(problemText(parsed.problem));
  return report;
}

/** An experiment of one small workload: no warm-up, no empty trials, and no samples but those of its end. */
export function experiment(extra: Partial<ExperimentInput>): ExperimentInput {
  return {
    version: 1,
    name: 'under test',
    workload: { kind: 'powers', params: { number: 7, iterations: 1000 } },
    tasks: 6,
    strategies: [{ kind: 'serial' }],
    repeats: 1,
    warmup: 0,
    emptyRepeats: 0,
    timeoutSeconds: 20,
    sampling: { hz: 0, memoryHz: 0 },
    ...extra,
  };
}
