// Own code: calls a function of a person's file. The engine has bundled the file into one text, which
// is run under the file's own path, so that what it imports beyond itself is found from there.
import { readFileSync } from 'node:fs';
import { Module } from 'node:module';
import { dirname } from 'node:path';
import { ownStage } from '@engine/host/own-stage';
import type { WorkloadSurroundings } from '@shared/messages';
import { fileName, type ModuleWorkload } from '@shared/own-work';
import type { LoadedWorkload } from './context';
import { ownChecksum } from './own-checksum';

/** What a function is given beside its parameters and the task's index. */
interface OwnContext {
  readonly seed: number;
  /** What `setup` gave, once for each worker. */
  state: unknown;
}

type Own = (...given: readonly unknown[]) => unknown;

/** The part of Node's loader that its types leave out. */
interface Loader extends Module {
  _compile(text: string, path: string): void;
}

interface LoaderStatics {
  _nodeModulePaths(folder: string): string[];
}

/**
 * Loads the file, runs its `setup` and gives its function as a workload; `teardown` runs on close.
 * Rejects with one sentence where the file has no such function.
 */
export async function load(
  workload: ModuleWorkload,
  seed: number,
  { code }: WorkloadSurroundings,
): Promise<LoadedWorkload> {
  if (code === undefined) throw new Error('the file was not made ready to run');
  // An error's place is one in the person's own file then.
  process.setSourceMapsEnabled(true);
  ownStage.stage = 'load';
  const exported = compile(readFileSync(code, 'utf8'), workload.path);
  ownStage.stage = undefined;
  const work = functionIn(exported, workload);
  const { params } = workload;
  const context: OwnContext = { seed, state: undefined };
  const waiting = new Waiting();
  const teardown = hook(exported, 'teardown');
  ownStage.stage = 'setup';
  context.state = await hook(exported, 'setup')?.(params, context);
  ownStage.stage = undefined;
  return {
    run: (task) => {
      let value: unknown;
      try {
        value = work(params, task, context);
      } catch (error) {
        rejected(error);
      }
      return isPromise(value)
        ? waiting.until(value).then(ownChecksum, rejected)
        : ownChecksum(value);
    },
    ...(teardown === undefined
      ? {}
      : { close: async () => void (await teardown(params, context)) }),
  };
}

/** A promise that nothing is left to settle would let a thread end as if it were done. */
class Waiting {
  readonly #alive = setInterval(() => undefined, 1e9).unref();
  #pending = 0;

  async until<T>(promise: PromiseLike<T>): Promise<T> {
    this.#pending += 1;
    this.#alive.ref();
    try {
      return await promise;
    } finally {
      this.#pending -= 1;
      if (this.#pending === 0) this.#alive.unref();
    }
  }
}

function compile(text: string, path: string): unknown {
  const module = new Module(path) as Loader;
  module.filename = path;
  module.paths = (Module as unknown as LoaderStatics)._nodeModulePaths(dirname(path));
  module._compile(text, path);
  return module.exports;
}

/** A thread tells of an error only: whatever else a promise was rejected with becomes one. */
function rejected(reason: unknown): never {
  if (reason instanceof Error) throw reason;
  throw new Error(typeof reason === 'string' ? reason : `it threw ${String(reason)}`);
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'then' in value &&
    typeof value.then === 'function'
  );
}

/** A file's exports by name; a CommonJS file may export one function as all there is. */
function membersOf(exported: unknown): ReadonlyMap<string, unknown> {
  const members = new Map(
    typeof exported === 'object' || typeof exported === 'function'
      ? Object.entries(exported ?? {})
      : [],
  );
  if (typeof exported === 'function' && !members.has('default')) members.set('default', exported);
  const whole = members.get('default');
  // What `module.exports = { … }` holds has names of its own.
  if (members.size === 1 && typeof whole === 'object' && whole !== null) {
    return new Map(Object.entries(whole));
  }
  return members;
}

function functionIn(exported: unknown, { path, export: name }: ModuleWorkload): Own {
  const members = membersOf(exported);
  const found = members.get(name);
  if (typeof found === 'function') return found as Own;
  const names = [...members.keys()].filter((key) => key !== '__esModule').join(', ') || 'nothing';
  throw new Error(`${fileName(path)} exports no function ${name}; it exports ${names}`);
}

function hook(exported: unknown, name: 'setup' | 'teardown'): Own | undefined {
  const found = membersOf(exported).get(name);
  return typeof found === 'function' ? (found as Own) : undefined;
}
