// The same mistake of own Python has one status and one sentence in every strategy.
import { afterAll, describe, expect, it } from 'vitest';
import type { Report } from '@shared/report/report';
import { hasPython } from '../../helpers/interpreters';
import { OwnFolder } from '../../helpers/own-code';
import { ends, everyStrategy, expectAll, run } from './own-runs';

const own = new OwnFolder();
afterAll(() => own.remove());

/** Each is what task 2 does. */
const mistakes = `import asyncio, builtins, gzip, json, os, signal, sys, threading, time, _thread
def hooks(params, index, context):
    if index == 2:
        sys.excepthook = threading.excepthook = sys.unraisablehook = None
    return index
def interrupts(params, index, context):
    if index == 2:
        if params["how"] == "kill":
            os.kill(os.getpid(), signal.SIGINT)
        else:
            _thread.interrupt_main()
        time.sleep(1)
    return index
def replaces(params, index, context):
    if index == 2:
        put = setattr
        for name in list(vars(builtins)):
            if not name.startswith("_"):
                put(builtins, name, None)
        builtins.__import__ = builtins.__build_class__ = None
    return index
def closes(params, index, context):
    if index == 2:
        os.closerange(3, 200)
    return index
def clears(params, index, context):
    if index == 2:
        sys.modules.clear()
    return index
def sees(params, index, context):
    builtins.len = lambda value: 7
    import helper
    assert [len([]), helper.length([]), json.loads("[1]")] == [7, 7, [1]]
    assert gzip.decompress(gzip.compress(b"a")) == b"a"
    return index
async def stops(params, index, context):
    if index == 2:
        asyncio.get_running_loop().stop()
    await asyncio.sleep(0)
    return index
`;

const work = (name: string, how = ''): Parameters<typeof run>[0] =>
  own.workload('mistakes.py', mistakes, { export: name, params: { how } });

/** Whatever else is noted: how long an end takes is not what these are about. */
function expectOk(report: Report): void {
  const all = ends(report).map(({ id, status, message }) => ({ id, status, message }));
  expect(all.length).toBeGreaterThan(0);
  expect(all).toEqual(all.map(({ id }) => ({ id, status: 'ok', message: undefined })));
}

describe.runIf(hasPython)('a mistake of own Python', { timeout: 120_000 }, () => {
  it('hooks that are no functions fail no trial, wherever they are set', async () => {
    expectOk(await run(work('hooks')));
    const text =
      'import threading\nthreading.excepthook = None\ndef work(p, i, c):\n    return i\n';
    expectOk(await run(own.workload('hookless.py', text, { export: 'work' })));
  });

  it('builtins are own code’s: it replaces them for itself and what it imports', async () => {
    own.write('helper.py', 'def length(value):\n    return len(value)\n');
    expectOk(await run(work('replaces')));
    expectOk(await run(work('sees')));
  });

  it('descriptors below those of Corelane may be closed', async () => {
    expectOk(await run(work('closes')));
  });

  it('modules that it forgets are there again', async () => {
    expectOk(await run(work('clears')));
  });

  it.each(['kill', 'interrupt_main'])('an interrupt names its task: %s', async (how) => {
    const sentence = /^Worker \d threw in task 2: KeyboardInterrupt \(mistakes\.py:\d+\)\.$/;
    expectAll(await run(work('interrupts', how)), 'failed', sentence);
  });

  it('a stopped event loop names its task', async () => {
    const sentence =
      /^Worker \d threw in task 2: RuntimeError: Event loop stopped before Future completed\./;
    expectAll(await run(work('stops')), 'failed', sentence);
  });

  it.each([
    [
      'no Python',
      Buffer.from('def work(p, i, c):\n    x = = 3\n'),
      /^A worker threw while its file was loaded: SyntaxError: invalid syntax \(broken\.py, line 2\)\./,
    ],
    [
      'no UTF-8',
      Buffer.from('def work(p, i, c):\n    return "\xe4"\n', 'latin1'),
      /^A worker threw while its file was loaded: SyntaxError: .* \(save the file as UTF-8, or name its encoding in its first line: # -\*- coding: latin-1 -\*-\)\./,
    ],
  ])('a broken file has one sentence: %s', async (_, text, sentence) => {
    const path = own.write('broken.py', text);
    const report = await run({ kind: 'module', path, export: 'work' });
    expectAll(report, 'failed', sentence);
    expect(new Set(ends(report).map(({ message }) => message)).size).toBe(1);
  });

  it('what setup throws is of a worker, whose number is known', async () => {
    const text = 'def setup(p, c):\n    raise ValueError("no")\ndef work(p, i, c):\n    return i\n';
    const workload = own.workload('setup.py', text, { export: 'work' });
    const sentence = /^Worker \d threw in setup: ValueError: no \(setup\.py:2\)\./;
    expectAll(await run(workload, everyStrategy), 'failed', sentence);
  });
});
