// Parsers of files: experiments, reports of each version, findings.
import { problemText } from '@present/words/engine/problems';
import { textFailure } from '../helpers/failures';
import { textCode, textFact } from '@shared/report/facts';
import { experimentSchema } from '@shared/experiment/experiment';
import { parseFindings, type FindingsFile } from '@shared/claims/findings-file';
import { parseJournalHeader, parseJournalLine } from '@shared/kept/journal';
import { parseExperiment, parseExperimentText } from '@shared/experiment/parse-experiment';
import { presets } from '@shared/experiment/presets';
import { parseReport } from '@shared/report/report-file';
import { fail, type Result } from '@shared/base/result';
import { reportEvents } from '@renderer/model/from-report';
import { makeFigure } from '../helpers/make/figure';
import { makeFinding } from '../helpers/make/finding';
import { mutateText } from './mutate-text';
import { mutateValue } from './mutate-value';
import type { Chance } from './random';
import { smallReport } from './small-report';
import type { Outcome, Target } from './target';

const commanding = /[\p{Cc}\p{Cf}\p{Cs}]/u;

/** What is wrong with a refusal: it is one sentence that a user can read, and bounded. */
export function faultOfRefusal(message: string): string | undefined {
  if (message.length > 600) return `a message of ${message.length} characters`;
  if (commanding.test(message))
    return `a message with control characters: ${JSON.stringify(message)}`;
  if (/\[object|NaN\]|undefined is/.test(message)) return `an odd message: ${message}`;
  return message.trim() === '' ? 'no message' : undefined;
}

/** A text or a value of chance, made from one of these. */
function textOf(bases: readonly unknown[]): (chance: Chance, most: number) => string {
  const texts = bases.map((base) => JSON.stringify(base));
  return (chance, most) => {
    const at = chance.below(bases.length);
    if (chance.in(0.3)) return mutateText(texts[at] ?? '', chance, most);
    return JSON.stringify(mutateValue(bases[at], chance, most));
  };
}

/** What is taken can be written and read again as the same. */
function readTwice<T>(text: string, parse: (text: string) => Result<T>): Outcome {
  const parsed = parse(text);
  if (!parsed.ok) return { taken: false, fault: faultOfRefusal(problemText(parsed.problem)) };
  const written = JSON.stringify(parsed.value);
  const again = parse(written);
  if (!again.ok)
    return { taken: true, fault: `written and refused: ${problemText(again.problem)}` };
  const same = JSON.stringify(again.value) === written;
  return { taken: true, fault: same ? undefined : 'is another one when it is read again' };
}

const own = {
  version: 1,
  name: 'own',
  strategies: [
    { kind: 'threads', workers: [1, 2] },
    { kind: 'python-pool', workers: 'cores' },
  ],
};

const experiments = [
  ...presets.slice(0, 4).map(({ experiment }) => experiment),
  {
    ...own,
    workload: { kind: 'module', path: 'work.mjs', params: { a: [1, { b: 'c' }], n: 0.5 } },
  },
  {
    ...own,
    workload: { kind: 'command', command: 'gzip', args: ['-{level}'], params: { level: 9 } },
  },
  experimentSchema.parse({
    ...own,
    workload: { kind: 'sort' },
    until: {},
    breakEven: { tasks: [2, 4] },
    sampling: { hz: 5, memoryHz: 0 },
  }),
];

const { warnings: _w, scaling: _s, ...rest } = smallReport;

/** As the first version wrote it. */
const firstReport = {
  ...rest,
  version: 1,
  cells: smallReport.cells.map(
    ({ emptyTrials: _e, outliers: _o, bottleneck: _b, ...cell }) => cell,
  ),
  verdict: { text: 'Use threads.', kind: 'faster', basis: 'cold', caveats: ['Few trials.'] },
};

export const findings: FindingsFile = {
  schema: 'corelane.findings',
  version: 3,
  createdAt: '2026-11-22T14:02:00.000Z',
  program: smallReport.program,
  environment: smallReport.environment,
  interpreters: [],
  findings: [
    makeFinding('heap'),
    makeFinding('messages', {
      outcome: 'depends',
      figures: [
        makeFigure('round-trip', 'threads', [10, 20], { x: 2, runtime: '3.12', note: 'a note' }),
        makeFigure('lost', 'processes', [1, 2, 3]),
      ],
      notes: [textFact('Python 3.12 could not be tried.')],
    }),
    makeFinding('memory', { figures: [makeFigure('pss', 'threads', [1e6, 2e6], { x: 4 })] }),
  ],
  predictions: [{ claim: 'heap', guess: 'fails', madeAt: '2026-11-22T14:00:00.000Z' }],
  weights: { speed: 1, memory: 2, isolation: 0, killability: 5, sharing: 1 },
};

const { program, environment, experiment, cells, samples } = smallReport;
const [started] = reportEvents(smallReport);

const journalHead = {
  schema: 'corelane.journal',
  version: 1,
  id: 'a-run',
  startedAt: '2026-11-22T14:02:00.000Z',
  holder: { pid: 4711, startTicks: 12, boot: 'a-boot', namespace: 'pid:[4026531836]' },
  program,
  environment,
  experiment,
  cells: cells.map(({ id, strategy, workers, topology, placement }) => ({
    ...{ id, strategy, workers, topology, placement },
  })),
  order: started?.type === 'run-begin' ? started.order : [],
  cores: samples.coreIds,
};

const journalLines: readonly unknown[] = [
  {
    type: 'events',
    atNs: 1e9,
    events: [...reportEvents(smallReport)].filter(({ type }) => type !== 'run-begin'),
  },
  {
    type: 'events',
    atNs: 2e9,
    events: [
      { type: 'note', note: textCode('a note') },
      { type: 'missed', trial: 0, tasks: 3, rows: 4 },
      { type: 'run-end', status: 'failed', failure: textFailure('why') },
    ],
  },
  { type: 'other-runs', pids: [7, 8] },
  { type: 'break-even', breakEven: smallReport.breakEven },
  { type: 'end', durationNs: 5e9, ownCpuNs: 1e8 },
];

function target<T>(
  name: string,
  bases: readonly unknown[],
  parse: (text: string) => Result<T>,
): Target {
  return { name, make: textOf(bases), check: (input) => readTwice(String(input), parse) };
}

function readHead(text: string): Result<unknown> {
  const header = parseJournalHeader(text);
  return header.ok ? header : fail('journal-not-read', { path: 'it', why: header.problem });
}

export const fileTargets: readonly Target[] = [
  target('experiment', experiments, parseExperimentText),
  {
    name: 'experiment from the window',
    make: (chance, most) => mutateValue(chance.of(experiments), chance, most),
    check: (input) => {
      const parsed = parseExperiment(input);
      return parsed.ok
        ? { taken: true }
        : { taken: false, fault: faultOfRefusal(problemText(parsed.problem)) };
    },
  },
  target('report', [smallReport], parseReport),
  target('report of version 1', [firstReport], parseReport),
  target('findings', [findings], parseFindings),
  target('head of a journal', [journalHead], readHead),
  target('lines of a journal', journalLines, parseJournalLine),
];
