// Own Python that clears the loaded modules as it is loaded, or takes some away, and own files and packages that are
// called as Corelane's package is: with every strategy and start method as in a program of its own.
import { describe, expect, it } from 'vitest';
import { hasPython } from '../../helpers/interpreters';
import { ends, everyStart, own, run } from './own-runs';

const work = (value: string): string => `
def work(params, index, context):
    return [index, ${value}]
`;

const removes = `import sys, json
for name in ("json", "threading", "os", "pickle", "multiprocessing", "multiprocessing.reduction", "importlib",
             "concurrent.futures.process", "corelane.record.record", "corelane.strategies.processes"):
    sys.modules.pop(name, None)
`;

const importsOurs = `import concurrent.futures, corelane
def work(params, index, context):
    import corelane as again
    return [index, corelane.MINE, again.MINE]
`;

const pool = `import concurrent.futures, multiprocessing
import corelane
def part(value):
    return value + corelane.MINE
def work(params, index, context):
    with concurrent.futures.ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return list(pool.map(part, [index]))
`;

describe.runIf(hasPython)('own Python and the loaded modules', { timeout: 120_000 }, () => {
  it.each([
    ['clears them', `import sys\nsys.modules.clear()\nimport json${work('json.dumps("x")')}`],
    ['has others in their place', `import sys\nsys.modules = {}${work('"x"')}`],
    ['takes some of them away', `${removes}${work('json.dumps("x")')}`],
    ['takes one of them away', `import sys, json\ndel sys.modules["json"]${work('1')}`],
    [
      'puts another in its own place',
      `import sys, types\nmade = types.SimpleNamespace(work=lambda params, index, context: index)\nsys.modules[__name__] = made\n`,
    ],
  ])('%s as it is loaded', async (_, text) => {
    const workload = own.workload('loaded/mine.py', text, { export: 'work' });
    const found = ends(await run(workload, everyStart));
    expect(found).toEqual(found.map(({ id }) => ({ id, status: 'ok' })));
  });

  it.each([
    ['a file', { 'corelane.py': 'MINE = 7' }],
    [
      'a package',
      { 'corelane/__init__.py': 'from .inner import MINE', 'corelane/inner.py': 'MINE = 8' },
    ],
  ])(
    'has its own where %s beside it is called corelane',
    async (how, files: Record<string, string>) => {
      for (const [name, body] of Object.entries(files)) own.write(`beside ${how}/${name}`, body);
      const workload = own.workload(`beside ${how}/mine.py`, importsOurs, { export: 'work' });
      const found = ends(await run(workload, everyStart));
      expect(found).toEqual(found.map(({ id }) => ({ id, status: 'ok' })));
      // An interpreter of its own can't have a pool of processes.
      const pools = everyStart.filter(({ kind }) => /serial|threads|processes/.test(kind));
      const pooled = own.workload(`beside ${how}/pooled.py`, pool, { export: 'work' });
      const inPools = ends(await run(pooled, pools));
      expect(inPools).toEqual(inPools.map(({ id }) => ({ id, status: 'ok' })));
    },
  );

  it.each([
    ['corelane.py', ''],
    ['corelane/own.py', 'from . import side\n'],
    ['corelane_agent.py', ''],
  ])('may be %s itself', async (name, first) => {
    own.write('named/corelane/__init__.py', '');
    // As the standard library itself calls it.
    own.write(
      'named/corelane/side.py',
      "MINE = __import__(name='json', fromlist=['loads'], level=0)",
    );
    const workload = own.workload(`named/${name}`, first + work('1'), { export: 'work' });
    const found = ends(await run(workload, everyStart));
    expect(found).toEqual(found.map(({ id }) => ({ id, status: 'ok' })));
  });
});
