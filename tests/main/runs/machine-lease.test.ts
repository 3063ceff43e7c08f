// One piece of work at a time, whatever is pressed in whatever order.
import { failInWords, problemText } from '@present/words/engine/problems';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { deferred, type Deferred } from '@engine/host/base/deferred';
import { ok, type Result } from '@shared/base/result';
import { MachineLease, type HolderKind } from '../../../src/main/runs/machine-lease';

const settle = () => new Promise((resolve) => setImmediate(resolve));

interface Asked {
  readonly name: string;
  readonly prepared: Deferred<Result<undefined>>;
  readonly refuse: (error: Error) => void;
  readonly done: Deferred<undefined>;
  readonly answer: Promise<Result<undefined>>;
}

/** A lease whose preparations and works end when a test says so. */
function stage() {
  const begun: string[] = [];
  const asked: Asked[] = [];
  const onFree = vi.fn();
  const onBug = vi.fn();
  /** What a client beside it still does. */
  const beside = { gaveWay: Promise.resolve() };
  const giveWay = vi.fn(() => beside.gaveWay);
  const alive = new Set<string>();
  const stopped = new Set<string>();
  let most = 0;
  const lease = new MachineLease(onBug);
  lease.addYielding({ giveWay, onFree });
  const ask = (name: string, kind: HolderKind = 'run'): Asked => {
    const prepared = deferred<Result<undefined>>();
    const failed = deferred<Error>();
    const done = deferred<undefined>();
    const answer = lease.take({
      kind,
      prepare: () =>
        Promise.race([prepared.promise, failed.promise.then((error) => Promise.reject(error))]),
      begin: () => {
        begun.push(name);
        alive.add(name);
        most = Math.max(most, alive.size);
        return {
          stop: () => stopped.add(name),
          done: done.promise.then(() => void alive.delete(name)),
        };
      },
    });
    const one = { name, prepared, refuse: failed.resolve, done, answer };
    asked.push(one);
    return one;
  };
  return {
    lease,
    ask,
    begun,
    asked,
    alive,
    stopped,
    onFree,
    giveWay,
    beside,
    onBug,
    most: () => most,
  };
}

beforeEach(() => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  return () => vi.restoreAllMocks();
});

describe('a preparation', () => {
  it.each([
    [
      'throws',
      (one: Asked) => one.refuse(new Error('no such Python')),
      'not-started',
      'no such Python',
    ],
    [
      'says no',
      (one: Asked) => one.prepared.resolve(failInWords('not-allowed', 'No.')),
      'not-allowed',
      'No.',
    ],
  ])('that %s leaves the machine free and tells why', async (_, end, code, why) => {
    const { lease, ask, begun, onFree } = stage();
    const one = ask('a');
    end(one);
    const answer = await one.answer;
    expect(answer).toMatchObject({ ok: false, problem: { code } });
    expect(answer.ok || problemText(answer.problem)).toContain(why);
    await settle();
    expect(lease.state).toBeUndefined();
    expect(onFree).toHaveBeenCalledOnce();
    const next = ask('b');
    next.prepared.resolve(ok(undefined));
    expect((await next.answer).ok).toBe(true);
    expect(begun).toEqual(['b']);
  });

  it('whose work throws when it begins leaves the machine free', async () => {
    const { lease } = stage();
    const answer = await lease.take({
      kind: 'run',
      prepare: () => Promise.resolve(ok(undefined)),
      begin: () => {
        throw new Error('a plan of nothing');
      },
    });
    expect(answer).toMatchObject({ problem: { code: 'not-started' } });
    await settle();
    expect(lease.state).toBeUndefined();
  });

  it('that is stopped never begins, and what is asked for right after it does', async () => {
    const { lease, ask, begun } = stage();
    const first = ask('stopped');
    expect(lease.state).toEqual({ kind: 'run', phase: 'preparing' });
    lease.stop();
    expect(await first.answer).toMatchObject({ problem: { code: 'stopped' } });
    const second = ask('asked for', 'claims');
    first.prepared.resolve(ok(undefined));
    second.prepared.resolve(ok(undefined));
    expect((await second.answer).ok).toBe(true);
    expect(begun).toEqual(['asked for']);
    expect(lease.state).toMatchObject({ kind: 'claims', phase: 'running' });
  });

  it('that hangs can be stopped, and holds nothing up for ever', async () => {
    const { lease, ask, begun } = stage();
    const first = ask('hangs');
    lease.stop();
    expect(await first.answer).toMatchObject({ problem: { code: 'stopped' } });
    const second = ask('next');
    second.prepared.resolve(ok(undefined));
    // Its limits keep to clocks that nobody can fake.
    await vi.waitFor(() => expect(begun).toEqual(['next']), { timeout: 10_000 });
  });
});

describe('a client that gives way', () => {
  it('has ended before the work begins, and hears when the machine is free', async () => {
    const { lease, ask, begun, beside, giveWay, onFree } = stage();
    const gone = deferred<undefined>();
    beside.gaveWay = gone.promise.then(() => undefined);
    const one = ask('a');
    one.prepared.resolve(ok(undefined));
    await settle();
    expect(giveWay).toHaveBeenCalledOnce();
    expect([begun, lease.free]).toEqual([[], false]);
    gone.resolve(undefined);
    expect((await one.answer).ok).toBe(true);
    expect([begun, onFree.mock.calls.length]).toEqual([['a'], 0]);
    one.done.resolve(undefined);
    await settle();
    expect([lease.free, onFree.mock.calls.length]).toEqual([true, 1]);
  });

  it('is waited for by the closing', async () => {
    const { lease, beside } = stage();
    const gone = deferred<undefined>();
    beside.gaveWay = gone.promise.then(() => undefined);
    let closed = false;
    const closing = lease.close().then(() => (closed = true));
    await settle();
    expect([closed, lease.free]).toEqual([false, false]);
    gone.resolve(undefined);
    await closing;
    expect(closed).toBe(true);
  });
});

describe('work', () => {
  it('that is stopped ends before the next one begins', async () => {
    const { lease, ask, begun, stopped } = stage();
    const first = ask('a');
    first.prepared.resolve(ok(undefined));
    await first.answer;
    expect(await ask('too early').answer).toMatchObject({ problem: { code: 'run-under-way' } });
    lease.stop();
    const second = ask('b');
    second.prepared.resolve(ok(undefined));
    await settle();
    expect([...stopped]).toEqual(['a']);
    expect(begun).toEqual(['a']);
    first.done.resolve(undefined);
    expect((await second.answer).ok).toBe(true);
    expect(begun).toEqual(['a', 'b']);
  });

  it('of another kind is not stopped', async () => {
    const { lease, ask, stopped } = stage();
    const one = ask('run', 'run');
    one.prepared.resolve(ok(undefined));
    await one.answer;
    lease.stop('claims');
    expect([...stopped]).toEqual([]);
    lease.stop('run');
    expect([...stopped]).toEqual(['run']);
  });
});

it('is one at a time in every order of presses, and free in the end', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('ask', 'stop', 'prepared', 'refused', 'threw', 'ended', 'wait'), {
        maxLength: 40,
      }),
      fc.infiniteStream(fc.nat(3)),
      async (presses, picks) => {
        const { lease, ask, asked, begun, most } = stage();
        const givenUp = new Set<string>();
        const pick = (): Asked | undefined => asked.at(-1 - (picks.next().value ?? 0));
        for (const press of presses) {
          if (press === 'ask') ask(String(asked.length));
          if (press === 'stop') {
            for (const { name } of asked) if (!begun.includes(name)) givenUp.add(name);
            lease.stop();
          }
          if (press === 'prepared') pick()?.prepared.resolve(ok(undefined));
          if (press === 'refused') pick()?.prepared.resolve(failInWords('no', 'No.'));
          if (press === 'threw') pick()?.refuse(new Error('bug'));
          if (press === 'ended') pick()?.done.resolve(undefined);
          if (press === 'wait') await settle();
        }
        for (const one of asked) {
          one.prepared.resolve(ok(undefined));
          one.done.resolve(undefined);
        }
        await Promise.all(asked.map(({ answer }) => answer));
        await settle();
        expect(most()).toBeLessThanOrEqual(1);
        expect(begun.filter((name) => givenUp.has(name))).toEqual([]);
        expect(lease.state).toBeUndefined();
        const last = ask('last');
        last.prepared.resolve(ok(undefined));
        expect((await last.answer).ok).toBe(true);
      },
    ),
    { numRuns: 300 },
  ));
