// Own code: calls a function of a user's file, which Node.js loads itself, or a module that the engine has
// made of the file where Node.js could not.
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setInterval } from '@engine/host/base/intrinsics';
import { ownStage } from '@engine/host/own-stage';
import { saidError } from '@engine/host/base/said-error';
import { unbound } from '@engine/host/base/unbound';
import { defined } from '@shared/base/defined';
import type { SaidOf } from '@shared/base/said';
import type { WorkloadInputs } from '@shared/wire/messages';
import { fileName, type ModuleWorkload } from '@shared/experiment/own-code';
import { refuseReplaced } from '../own-replaced';
import type { LoadedWorkload } from './context';
import { ownChecksum } from './own-checksum';

/** What a function is given beside its parameters and the task's index. */
interface OwnContext {
  readonly seed: number;
  /** What `setup` gave, once for each worker. */
  state: unknown;
}

type Own = (...given: readonly unknown[]) => unknown;

/**
 * Loads the file, runs its `setup` and gives its function as a workload; `teardown` runs on close.
 * Rejects with one sentence where the file has no such function.
 */
export async function load(
  workload: ModuleWorkload,
  seed: number,
  { code }: WorkloadInputs,
): Promise<LoadedWorkload> {
  if (code === undefined) throw new Error('the file was not made ready to run');
  // An error's place is one in the user's own file then.
  if (code !== workload.path) process.setSourceMapsEnabled(true);
  const file = fileName(workload.path);
  const waiting = new Waiting(() => refuseReplaced(file));
  ownStage.stage = 'load';
  const exported = await waiting.until(importOwn(code, workload.path));
  refuseReplaced(file);
  ownStage.stage = undefined;
  const work = functionIn(exported, workload);
  const { params } = workload;
  const context: OwnContext = { seed, state: undefined };
  const teardown = hook(exported, 'teardown');
  ownStage.stage = 'setup';
  const made = hook(exported, 'setup')?.(params, context);
  const state: unknown = isPromise(made) ? await waiting.until(made) : made;
  // It may have set the state itself.
  if (state !== undefined) context.state = state;
  ownStage.stage = undefined;
  return {
    run: (task) => {
      const value = work(params, task, context);
      return isPromise(value) ? checksumOf(waiting.until(value)) : ownChecksum(value);
    },
    ...defined({
      close: teardown && (async () => void (await teardown(params, context))),
    }),
  };
}

/** Imports a user's file, or the module that was made of it, which no user knows. */
async function importOwn(path: string, own: string): Promise<object> {
  try {
    return (await import(pathToFileURL(path).href)) as object;
  } catch (error) {
    const clean = withoutImporter(error, path, fileURLToPath(import.meta.url));
    throw path === own ? clean : withoutImporter(clean, own, path);
  }
}

/**
 * Returns an error that does not name the file that imports; others, as own code throws them, as they are.
 * @param importer the path of that file
 */
export function withoutImporter(error: unknown, path: string, importer: string): unknown {
  const end = ` imported from ${importer}`;
  if (!(error instanceof Error) || !error.message.endsWith(end)) return error;
  const { code } = error as NodeJS.ErrnoException;
  // The address of a path has it as %5C, which Node.js takes for a separator.
  if (code === 'ERR_INVALID_MODULE_SPECIFIER' && path.includes('\\')) {
    return saidError('backslash-in-path', { path });
  }
  return new Error(error.message.slice(0, -end.length));
}

async function checksumOf(value: Promise<unknown>): Promise<number> {
  return ownChecksum(await value);
}

/** Between two looks: rare enough to cost a task nothing. */
const lookMs = 2_000;

/** A promise that nothing is left to settle would let a thread end as if it were done. */
class Waiting {
  readonly #alive: NodeJS.Timeout;
  #pending = 0;

  /** @param look called now and then; what it throws is told as an error outside of any task */
  constructor(look: () => void) {
    this.#alive = setInterval(look, lookMs).unref();
  }

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

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'then' in value &&
    typeof value.then === 'function'
  );
}

/**
 * What a module gives under a name. A CommonJS file gives all it has as `default`, with names of its own in that,
 * and one that was ECMAScript before it was compiled says so.
 */
function memberOf(exported: object, name: string): unknown {
  const names = exported as Readonly<Record<string, unknown>>;
  const whole = names['default'];
  if ((typeof whole !== 'object' && typeof whole !== 'function') || whole === null) {
    return names[name];
  }
  const inner = whole as Readonly<Record<string, unknown>>;
  if (name === 'default') {
    return inner['__esModule'] === true || typeof whole !== 'function' ? inner['default'] : whole;
  }
  return names[name] ?? inner[name];
}

function namesOf(exported: object): readonly string[] {
  const whole = (exported as { readonly default?: unknown }).default;
  const inner = typeof whole === 'object' && whole !== null ? Object.keys(whole) : [];
  const outer = Object.keys(exported).filter((name) => name !== 'default' || inner.length === 0);
  const odd = new Set(['__esModule', 'module.exports']);
  return [...new Set([...outer, ...inner])].filter((name) => !odd.has(name));
}

function functionIn(exported: object, { path, export: name }: ModuleWorkload): Own {
  const found = memberOf(exported, name);
  if (isClass(found)) {
    const { name: called = '' } = found;
    const itself = called === '' || called === 'default' ? 'Work' : called;
    throw saidError('export-is-class', { file: fileName(path), export: name, class: itself });
  }
  if (typeof found === 'function') return found as Own;
  if (found !== undefined) {
    throw saidError('export-is-value', { file: fileName(path), export: name, what: kindOf(found) });
  }
  const exports = [...namesOf(exported)];
  throw saidError('no-such-export', { file: fileName(path), export: name, exports });
}

function kindOf(value: unknown): SaidOf<'export-is-value'>['args']['what'] {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  const kind = typeof value;
  if (kind === 'string') return 'text';
  return kind === 'number' || kind === 'boolean' || kind === 'object' ? kind : 'other';
}

const sourceOf = unbound(Function.prototype.toString);

/** Calling one throws, whatever it is given. A method that is called `class` goes on with a bracket. */
function isClass(value: unknown): value is { readonly name?: string } {
  if (typeof value !== 'function') return false;
  const source = sourceOf(value);
  for (let at = 0; at < 'class'.length; at += 1) if (source[at] !== 'class'[at]) return false;
  const next = source['class'.length] ?? '';
  return next === '{' || next === ' ' || next === '\n' || next === '\t' || next === '/';
}

function hook(exported: object, name: 'setup' | 'teardown'): Own | undefined {
  const found = memberOf(exported, name);
  return typeof found === 'function' ? (found as Own) : undefined;
}
