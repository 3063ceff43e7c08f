// Own Python that puts others in the place of the standard library's functions, as mocks and fake clocks do: Corelane has
// its own references. Where Python's library itself can't go on, what was replaced is named.
import { expect, describe, it } from 'vitest';
import { whyOf } from '../../helpers/failures';
import { hasPython } from '../../helpers/interpreters';
import { own, run } from './own-runs';

const replacing = (names: string, value: string) => `import importlib, zlib
for name in "${names}".split():
    module, _, attribute = name.rpartition(".")
    setattr(importlib.import_module(module), attribute, ${value})
def work(params, index, context):
    return [index, b"some", "text"]
`;

async function endsOf(names: string, value = 'None') {
  const workload = own.workload('replacing.py', replacing(names, value), { export: 'work' });
  const { cells } = await run(workload);
  return cells.map(({ strategy, trials: [trial] }) => ({
    strategy,
    status: trial?.status,
    why: whyOf(trial?.evidence),
  }));
}

describe.runIf(hasPython)(
  'own Python that replaces parts of the library',
  { timeout: 120_000 },
  () => {
    it('does not reach what Corelane uses', async () => {
      const ends = await endsOf(
        `os.write os.read os.close os.getpid os.pipe os.fstat os._exit os.kill os.times os.dup os.listdir zlib.crc32
 select.select select.poll json.loads json.dumps multiprocessing.Process multiprocessing.Pipe resource.getrusage
 signal.signal signal.getsignal asyncio.new_event_loop asyncio.gather asyncio.set_event_loop time.perf_counter_ns
 threading.Event threading.Lock queue.SimpleQueue threading.get_native_id threading.main_thread threading.enumerate threading.Semaphore threading.Barrier
 concurrent.futures.ThreadPoolExecutor concurrent.futures.ProcessPoolExecutor concurrent.futures.wait`.replaceAll(
          '\n',
          '',
        ),
      );
      expect(ends).toEqual(
        ends.map(({ strategy }) => ({ strategy, status: 'ok', why: undefined })),
      );
    });

    it('is named where the library itself needs it', async () => {
      const ends = await endsOf('threading.Event', 'max');
      const said = /own code has replaced threading\.Event, which Python's library needs/;
      for (const { strategy, status, why } of ends) {
        if (status === 'ok') continue;
        expect([strategy, status, why]).toEqual([strategy, 'failed', expect.stringMatching(said)]);
      }
      expect(
        ends.filter(({ status }) => status === 'failed').map(({ strategy }) => strategy),
      ).toEqual(['python-threads', 'python-thread-pool']);
    });
  },
);
