// Claims about ends and crashes on real processes: what can be ended, and who lives on.
import { collectFigures } from '@engine/claims/collect-figures';
import { claimNoteText } from '@present/words/claims/notes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClaimContext } from '@engine/claims/context';
import { runProbes, type ShownProbe } from '@engine/claims/probe-run';
import { answered } from '@engine/claims/crashing';
import { lab } from '@engine/claims/lab';
import { readFreeMemory } from '@engine/machine/free-memory';
import { createForkLauncher } from '@engine/launch/fork-launcher';
import type { CrashFault } from '@shared/claims/crash-faults';
import type { Interpreter } from '@shared/experiment/python';
import { RunReaper } from '@engine/trial/run-reaper';
import { builtEntries } from '../../helpers/entries';
import { interpreters } from '../../helpers/interpreters';

const [python] = interpreters;

const reaper = new RunReaper();
afterAll(() => reaper.end());

let context: ClaimContext;

beforeAll(() => {
  context = {
    launcher: createForkLauncher(),
    reaper,
    entries: builtEntries,
    program: { name: 'corelane', version: '0.0.0', shell: 'cli', runtime: 'node' },
    cores: 2,
    interpreters,
    onEvent: () => undefined,
    freeMemory: () => readFreeMemory(),
    quiet: true,
    signal: new AbortController().signal,
  };
});

/** Values by `way quantity` of one act in one runtime. */
async function act(
  probe: 'killing' | 'crashing',
  params: ShownProbe['params'],
  runtime?: Interpreter,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const staged: ShownProbe = {
    ...{ probe, params, workers: 4, timeoutSeconds: 20, strategy: 'threads' },
    ...(runtime === undefined ? {} : { python: runtime }),
  };
  const [end] = (await runProbes(context, lab(probe), [staged])).map(answered);
  expect(end).toMatchObject({ status: 'done', notes: [] });
  return new Map(
    end?.figures.map(({ variant, quantity, values }) => [`${variant} ${quantity}`, values]),
  );
}

const killing = {
  ...{ repeats: 1, bytes: 32_000_000 },
  ...{ waitMs: 1000, endMs: 5000, limitMs: 8000, childMs: 10_000 },
};

const crash = (kind: string, fault: CrashFault) => ({ kind, fault, others: 3 });

describe('a worker in a loop', () => {
  it('is ended from outside in Node.js, as a thread and as a process', async () => {
    const found = await act('killing', killing);
    for (const variant of ['threads', 'processes']) {
      expect(found.get(`${variant} ended`), variant).toEqual([1]);
      expect(found.get(`${variant} gone`)?.[0], variant).toBeGreaterThan(0);
      expect(found.get(`${variant} others-alive`), variant).toEqual([1]);
      expect(found.get(`${variant} file-left`), variant).toEqual([1]);
      expect(found.get(`${variant} child-left`), variant).toEqual([1]);
      // It gives its memory back.
      if (process.platform === 'linux') {
        const back = found.get(`${variant} memory-back`)?.[0];
        expect(back, variant).toBeGreaterThan(killing.bytes * 0.8);
      }
    }
  });

  it.runIf(python !== undefined)('is not ended in Python as a thread', async () => {
    const found = await act('killing', killing, python);
    expect(found.get('threads ended')).toEqual([0]);
    expect(found.get('threads gone')).toEqual([]);
    expect(found.get('threads-flag ended')).toEqual([1]);
    expect(found.get('processes ended')).toEqual([1]);
    expect(found.get('processes others-alive')).toEqual([1]);
    expect(found.get('processes child-left')).toEqual([1]);
  });
});

const runtimes = [
  { name: 'Node.js', runtime: undefined },
  ...(python === undefined ? [] : [{ name: `Python ${python.id}`, runtime: python }]),
];

it.runIf(process.platform === 'linux')('is ended before it holds what is not free', async () => {
  const params = { ...killing, bytes: 256_000_000, waitMs: 2000 };
  const staged: ShownProbe = {
    ...{ probe: 'killing', params, workers: 4, timeoutSeconds: 20 },
    strategy: 'threads',
  };
  const scarce = { ...context, freeMemory: () => 200_000_000 };
  const [end] = await runProbes(scarce, lab('killing'), [staged]);
  expect(end?.status).toBe('memory-limit');
  const [note] = collectFigures(scarce, end === undefined ? [] : [end]).notes.slice(-1);
  expect(note && claimNoteText(note)).toMatch(
    /^Node\.js could not be measured: it exceeded the memory limit \(\d+ MB > 140 MB available\)/,
  );
});

describe.runIf(process.platform !== 'win32').each(runtimes)('a fault in $name', ({ runtime }) => {
  it.each(['abort', 'segv'] as const)('%s ends a program with threads', async (fault) => {
    const found = await act('crashing', crash('threads', fault), runtime);
    expect(found.get(`threads-${fault} survivors`)).toEqual([0]);
    expect(found.get(`threads-${fault} program-alive`)).toEqual([0]);
  });

  it.each(['throw', 'memory', 'abort', 'segv', 'exit', 'leak'] as const)(
    '%s in a process leaves the others and the program',
    async (fault) => {
      const found = await act('crashing', crash('processes', fault), runtime);
      expect(found.get(`processes-${fault} survivors`)).toEqual([3]);
      expect(found.get(`processes-${fault} program-alive`)).toEqual([1]);
    },
  );

  it('thrown in a thread leaves the others and the program', async () => {
    const found = await act('crashing', crash('threads', 'throw'), runtime);
    expect(found.get('threads-throw survivors')).toEqual([3]);
  });
});
