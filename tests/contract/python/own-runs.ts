// Runs of own Python over every strategy, and how their trials ended: for the tests of own code in Python.
import { afterAll, expect } from 'vitest';
import { byVersion } from '@engine/python/by-version';
import type { ExperimentInput } from '@shared/experiment/experiment';
import type { LiveEvent } from '@shared/report/live';
import type { Report } from '@shared/report/report';
import { casesOf } from '../../helpers/every-case';
import { everyPythonStrategy } from '../../helpers/every-strategy';
import { whyOf } from '../../helpers/failures';
import { interpreters } from '../../helpers/interpreters';
import { notesOf } from '../../helpers/notes';
import { OwnFolder } from '../../helpers/own-code';
import { beginRun, experiment } from '../../helpers/run-experiment';
import { endings, hooks, shop } from './own-modules';

export const own = new OwnFolder();
afterAll(() => own.remove());

export type Strategies = ExperimentInput['strategies'];

export const newest = [...interpreters].sort(byVersion).at(-1);
export const some =
  interpreters.find(({ version }) => version.startsWith('3.11')) ?? interpreters[0];

/** Every strategy on one interpreter; `interpreters` apart, as some modules can't be loaded there. */
export function strategiesOn(id: string): Strategies {
  const one = [id];
  const processes = casesOf(['spawn'], ['fork']);
  const pool = casesOf(['forkserver'], ['spawn']);
  return everyPythonStrategy(one).flatMap((entry): Strategies => {
    if (entry.kind === 'python-interpreters') return [];
    if (entry.kind === 'python-processes') return [{ ...entry, startMethod: processes }];
    const forks = entry.kind === 'python-pool' && entry.executor === 'process';
    return forks ? [{ ...entry, startMethod: pool }] : [entry];
  });
}

export const isolated: Strategies =
  newest?.subInterpreters === true
    ? [{ kind: 'python-interpreters', workers: 2, interpreters: [newest.id] }]
    : [];

export const everyStrategy: Strategies = [...strategiesOn(some?.id ?? 'default'), ...isolated];

/** Every strategy, with every start method of processes. */
export const everyStart: Strategies = [
  ...strategiesOn(some?.id ?? 'default').filter((one) => !('startMethod' in one)),
  ...(['fork', 'spawn', 'forkserver'] as const).flatMap((startMethod): Strategies => {
    const each = { workers: 2, startMethod, interpreters: [some?.id ?? 'default'] };
    return [
      { kind: 'python-processes', ...each },
      { kind: 'python-pool', ...each },
    ];
  }),
  ...isolated,
];

/** Those whose workers share the program's process. */
export const inProcess = everyStrategy.filter(
  (one) => !/processes|interpreters/.test(one.kind) && !('startMethod' in one && one.startMethod),
);

export async function run(
  workload: ExperimentInput['workload'],
  strategies = everyStrategy,
  onEvent?: (event: LiveEvent) => void,
): Promise<Report> {
  const input = experiment({
    workload,
    strategies,
    tasks: 4,
    sampling: { hz: 0, memoryHz: 0 },
  });
  return beginRun(input, onEvent, interpreters).report;
}

export const ends = ({ cells }: Report) =>
  cells.flatMap(({ id, trials }) =>
    trials.map(({ status, evidence, notes }) => ({
      id,
      status,
      message: whyOf(evidence),
      notes: notes && notesOf({ notes }),
    })),
  );

export function expectAll(report: Report, status: string, message?: RegExp, notes?: RegExp): void {
  expect(ends(report).length).toBeGreaterThan(0);
  for (const end of ends(report)) {
    expect(end).toMatchObject({
      id: end.id,
      status,
      message: message === undefined ? undefined : (expect.stringMatching(message) as unknown),
      notes:
        notes === undefined
          ? undefined
          : (expect.arrayContaining([expect.stringMatching(notes)]) as unknown),
    });
  }
}

/** Relative imports, a module named like one of the standard library's, a pool inside. */
export function packaged(): ExperimentInput['workload'] {
  own.write('shop/__init__.py', '');
  own.write('shop/rates.py', 'RATE = 3\n');
  own.write('shop/deep/__init__.py', '');
  own.write('shop/deep/types.py', 'KIND = "k"\n');
  return own.workload('shop/deep/prices.py', shop, { export: 'work' });
}

/** Own code whose hooks do something besides. */
export const hooked = (how: string) =>
  own.workload('hooks.py', hooks, { export: 'work', params: { how } });

/** Expects one end of a function of `endings.py` everywhere. */
export async function expectEnd(name: string, status: string, message: RegExp): Promise<void> {
  const workload = own.workload('endings.py', endings, { export: name });
  expectAll(await run(workload), status, message);
}

/** Expects that results count, whatever a hook does, and that one note tells of it. */
export async function expectCounted(
  how: string,
  strategies: Strategies,
  note: RegExp,
): Promise<void> {
  const report = await run(hooked(how), strategies);
  expectAll(report, 'ok', undefined, note);
  expect(notesOf(report.run)).toEqual([expect.stringMatching(note)]);
}
