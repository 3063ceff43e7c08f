// Own Python that a strategy can't run by its nature: the others run it, and the verdict says why that one can't.
import { describe, expect, it } from 'vitest';
import { hasPython } from '../../helpers/interpreters';
import { everyStrategy, newest, own, run, some, strategiesOn } from './own-runs';

/** What one thread makes as the file is loaded, and each task uses. */
const bound = {
  'a connection of SQLite': `import sqlite3
db = sqlite3.connect(":memory:")
def work(params, index, context):
    return db.execute("select ?", (index,)).fetchone()
`,
  'an attribute of threading.local': `import threading
own = threading.local()
own.factor = 2
def work(params, index, context):
    return own.factor * index
`,
} as const;

const signals = `import signal
def work(params, index, context):
    try:
        signal.signal(signal.SIGUSR2, signal.SIG_DFL)
    except ValueError as error:
        raise RuntimeError("no handler") from error
    return index
`;

const loops = `import asyncio
async def answer(index):
    return index
def work(params, index, context):
    inner = answer(index)
    try:
        return asyncio.run(inner)
    finally:
        inner.close()
`;

/** By cell: how its trial ended, and the reason that the verdict gives against it. */
async function reasons(text: string, strategies = strategiesOn(some?.id ?? '')) {
  const { cells, verdict } = await run(
    own.workload('by-nature.py', text, { export: 'work' }),
    strategies,
  );
  const facts = (verdict?.facts ?? []).filter((fact) => fact.kind === 'unfit');
  return cells.map(({ id, strategy, trials }) => ({
    strategy,
    status: trials[0]?.status,
    why: facts.find((fact) => fact.cells.includes(id))?.reason.code,
  }));
}

const expected = async (
  text: string,
  unfit: Readonly<Record<string, string>>,
  strategies = strategiesOn(some?.id ?? ''),
) => {
  const found = await reasons(text, strategies);
  expect(found).toEqual(
    found.map(({ strategy }) => ({
      strategy,
      status: strategy in unfit ? 'failed' : 'ok',
      why: unfit[strategy],
    })),
  );
};

describe.runIf(hasPython)(
  'own Python that not every strategy can run',
  { timeout: 120_000 },
  () => {
    it.each(Object.entries(bound))('uses %s, which belongs to one thread', (_, text) =>
      expected(text, { 'python-threads': 'thread-bound', 'python-thread-pool': 'thread-bound' }),
    );

    it('sets signal handlers', () => {
      const unfit = {
        'python-threads': 'thread-signals',
        'python-thread-pool': 'thread-signals',
        'python-interpreters': 'interpreter-call',
      };
      return expected(signals, unfit, everyStrategy);
    });

    it('runs an event loop of its own', () =>
      expected(loops, { 'python-asyncio': 'loop-running' }, strategiesOn(newest?.id ?? '')));
  },
);
