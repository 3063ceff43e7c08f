// Own Python that puts others in the place of the standard library's functions, as mocks and fake clocks do: Corelane has
// its own references. Where Python's library itself can't go on, what was replaced is named.
import { expect, describe, it } from 'vitest';
import { whyOf } from '../../helpers/failures';
import { hasPython } from '../../helpers/interpreters';
import { everyStart, own, run, type Strategies } from './own-runs';

const replacing = (names: string, value: string) => `import importlib, zlib
places = [name.rpartition(".")[::2] for name in "${names}".split()]
for module, name in [(importlib.import_module(module), name) for module, name in places]:
    setattr(module, name, ${value})
def work(params, index, context):
    return [index, b"some", "text"]
`;

async function endsOf(names: string, value = 'None', strategies?: Strategies) {
  const workload = own.workload('replacing.py', replacing(names, value), { export: 'work' });
  const { cells } = await run(workload, strategies);
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

    it('does not reach what Python’s library uses for Corelane, where nothing can be called', async () => {
      const names = `struct.pack struct.unpack struct.calcsize functools.partial pickle.dumps pickle.loads os.fork
 os.pipe os.getpid os.waitpid os.write os.fspath os.environ socket.socket threading.Thread threading.Condition
 threading._shutdown weakref.ref weakref.WeakSet itertools.count json.loads json.decoder.JSONDecoder io.BytesIO
 selectors.DefaultSelector selectors.PollSelector multiprocessing.Process multiprocessing.connection.Connection
 multiprocessing.connection.wait multiprocessing.reduction.ForkingPickler multiprocessing.util.Finalize
 multiprocessing.util._exit_function multiprocessing.queues.SimpleQueue concurrent.futures.process._ResultItem
 concurrent.futures.process._sendback_result concurrent.futures.Future queue.Empty collections.deque time.monotonic
 contextvars.copy_context signal.SIG_DFL traceback.print_exc sys.exc_info sys.exit`;
      const ends = await endsOf(names.replaceAll('\n', ''), 'None', everyStart);
      expect(ends).toEqual(
        ends.map(({ strategy }) => ({ strategy, status: 'ok', why: undefined })),
      );
    });

    it.each(['struct.pack', 'functools.partial', 'pickle.dumps'])(
      'is named where a process can’t go on with another %s',
      async (name) => {
        const said = expect.stringContaining(
          `own code has replaced ${name}, which Python's`,
        ) as string;
        for (const end of await endsOf(name, 'max', everyStart)) {
          if (end.status !== 'ok') expect(end).toMatchObject({ status: 'failed', why: said });
        }
      },
    );

    it('is named where not even an import can go on', async () => {
      const text = `import _thread, sys
_thread.get_ident = None
import colorsys
${replacing('sys.exit', 'sys.exit')}`;
      const workload = own.workload('importing.py', text, { export: 'work' });
      const { cells } = await run(workload, everyStart);
      for (const { trials } of cells) {
        expect(trials[0]?.status).toBe('failed');
        expect(whyOf(trials[0]?.evidence)).toContain('own code has replaced _thread.get_ident,');
      }
      // Where nothing is imported any more, both are there again in time.
      for (const name of ['_thread.get_ident', 'sys.modules']) {
        const ends = await endsOf(name, 'None', everyStart);
        expect(ends).toEqual(
          ends.map(({ strategy }) => ({ strategy, status: 'ok', why: undefined })),
        );
      }
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
