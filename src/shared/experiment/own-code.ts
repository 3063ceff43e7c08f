// Own code as a workload: its definition in an experiment, and which strategies can run it.
import { fillArgument, type ArgumentValue } from './command-arguments';
import { strategyKinds, strategyRecords } from './strategies';
import type { WorkloadSpecification } from './workload-spec';

/** Any value that a JSON file can hold. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export type JsonObject = Readonly<Record<string, Json>>;

/** A function in a file: each task calls it once. */
export interface ModuleWorkload {
  readonly kind: 'module';
  /** In a file relative to the file; the engine is given an absolute one. */
  readonly path: string;
  readonly export: string;
  readonly params: JsonObject;
}

/** A program: each task is one process of it. */
export interface CommandWorkload {
  readonly kind: 'command';
  /** A name to look up as a shell does, or a path. */
  readonly command: string;
  /** `{index}`, `{seed}` and the names of `params` in them are replaced. */
  readonly args: readonly string[];
  readonly params?: Readonly<Record<string, ArgumentValue>> | undefined;
  /** Exit codes that are no failure; 0 alone where they are not given. */
  readonly exitCodes?: readonly number[] | undefined;
}

/** The exit codes of a program that are no failure. */
export function allowedExitCodes({ exitCodes }: CommandWorkload): readonly number[] {
  return exitCodes ?? [0];
}

export type OwnCodeWorkload = ModuleWorkload | CommandWorkload;

export const ownCodeKinds = [
  'module',
  'command',
] as const satisfies readonly OwnCodeWorkload['kind'][];

/** No task of it is known to be like another, so every one has a reference of its own. */
const own = { nature: 'mixed', variants: Infinity, params: {}, listed: false } as const;

export const ownSpecs: Readonly<Record<OwnCodeWorkload['kind'], WorkloadSpecification>> = {
  module: own,
  command: own,
};

/** What a file gives to others. */
export interface OwnExports {
  readonly names: readonly string[];
  /** False where only running it would show that. */
  readonly known: boolean;
}

/** Returns whether each task is a process of its own, which what watches the hosts does not see. */
export function runsPrograms(workload: { readonly kind: string }): boolean {
  return workload.kind === 'command';
}

/** Functions beside the one that is run: before the first task, and after the last. */
export const ownHooks: readonly string[] = ['setup', 'teardown'];

/** The endings of files that can be run, without the dot. */
export const ownFileEndings = ['ts', 'mts', 'cts', 'js', 'mjs', 'cjs', 'py'] as const;

const nodeFile = /\.[cm]?[jt]s$/i;
const pythonFile = /\.py$/i;

/** Returns the language of a file by its name, or undefined if no runtime supports it. */
export function languageOfFile(path: string): 'node' | 'python' | undefined {
  if (nodeFile.test(path)) return 'node';
  return pythonFile.test(path) ? 'python' : undefined;
}

/** A path's last part, for users. */
export function fileName(path: string): string {
  return path.slice(path.search(/[^\\/]*$/));
}

function canRunPrograms(strategy: string): boolean {
  return strategyKinds.some((kind) => kind === strategy && strategyRecords[kind].runsPrograms);
}

/** Why a strategy can't run a work: it is in the other language, or each of its tasks is a process already. */
export const unsupportedReasons = ['python', 'not-python', 'program'] as const;

export type UnsupportedReason = (typeof unsupportedReasons)[number];

/** Why a strategy can't run this work; nothing where it can. */
export function unsupportedReason(
  workload: OwnCodeWorkload | { readonly kind: string },
  strategy: string,
): UnsupportedReason | undefined {
  const inPython = strategy.startsWith('python-');
  if (isModule(workload)) {
    const language = languageOfFile(workload.path);
    if (language === 'python' && !inPython) return 'python';
    if (language === 'node' && inPython) return 'not-python';
  }
  return workload.kind === 'command' && !canRunPrograms(strategy) ? 'program' : undefined;
}

/** Returns whether the workload is a user's own code or program, which may start further processes. */
export function isOwnCode(workload: { readonly kind: string }): workload is OwnCodeWorkload {
  return isModule(workload) || runsPrograms(workload);
}

/** Returns whether the workload is a user's own module. */
export function isModule(workload: { readonly kind: string }): workload is ModuleWorkload {
  return workload.kind === 'module';
}

/** Returns a short name of this workload: `work.mts`, `resize (thumb.mts)`, `gzip -9`. */
export function describeOwnCode(workload: OwnCodeWorkload): string {
  if (workload.kind === 'command') {
    const { command, args, params = {} } = workload;
    return [command, ...args.map((arg) => fillArgument(arg, params))].join(' ');
  }
  const file = fileName(workload.path);
  return workload.export === 'default' ? file : `${workload.export} (${file})`;
}
