// Problems: why something asked for can't be done, as one of a closed set of codes with its arguments. What another
// program said is an argument. `present/words/engine/problems.ts` writes the sentences.
import type { FileFault } from './file-fault';
import type { InputFault, JsonFault } from './input-fault';

/** Why bytes are not the text of a file. */
export type TextFault =
  | { readonly kind: 'gzip' | 'damaged-gzip' | 'zeros' | 'utf-32' | 'utf-16' | 'damaged-utf-16' }
  | {
      readonly kind: 'not-utf-8';
      readonly seems: 'binary' | 'one-byte';
      /** In hexadecimal digits. */
      readonly byte: string;
      /** From 1. */
      readonly line: number;
    };

/** Why a journal can't be read. */
export type JournalFault =
  | { readonly code: 'file'; readonly fault: FileFault }
  | { readonly code: 'only-begun' }
  | { readonly code: 'long-line'; readonly bytes: number }
  | { readonly code: 'no-journal' }
  | { readonly code: 'newer'; readonly version: number; readonly newest: number }
  | { readonly code: 'damaged'; readonly problem: Problem };

/** The arguments of each code. */
export interface ProblemArgs {
  // Texts of files, and what the window sends. The place is the problem's path.
  'bad-json':
    | { readonly kind: 'empty' }
    | {
        readonly kind: 'mistake';
        readonly line: number;
        readonly column: number;
        readonly fault: JsonFault;
      }
    /** What the parser says. */
    | { readonly kind: 'said'; readonly said: string };
  /** `searched`: its path is known, or it is the file itself. */
  'too-deep': {
    readonly levels: number;
    readonly line: number;
    readonly column: number;
    readonly searched: boolean;
  };
  'bad-experiment': { readonly fault: InputFault };
  'not-a-report': { readonly lacks: 'schema' | 'version' };
  'newer-report': { readonly version: number; readonly newest: number };
  'bad-report': { readonly fault: InputFault };
  'bad-findings': { readonly fault: InputFault };
  'bad-journal': { readonly fault: InputFault };
  'bad-input': { readonly fault: InputFault };

  // Files.
  'not-read': { readonly path: string; readonly why: FileFault };
  /** `unpacked`: it is too large only when it is unpacked. */
  'too-large': { readonly name: string; readonly bytes: number; readonly unpacked: boolean };
  'not-text': { readonly name: string; readonly why: TextFault };
  'not-written': { readonly path: string; readonly why: FileFault };
  'file-exists': { readonly path: string };
  /** A damaged file could not be given another name. */
  'not-set-aside': { readonly path: string; readonly why: FileFault };
  'not-removed': { readonly path: string; readonly why: FileFault };

  // What is kept.
  /** What it holds could not be read, so it stays. */
  'not-replaced': { readonly path: string; readonly why: Problem };
  'empty-file': { readonly path: string };
  'damaged-settings': { readonly path: string };
  'damaged-file': { readonly path: string; readonly why: Problem };
  /** Nothing can be made of a file of measurements. */
  'damaged-measurements': { readonly path: string };
  'journal-not-read': { readonly path: string; readonly why: JournalFault };
  'folder-not-read': { readonly path: string; readonly why: FileFault };
  /** A run's folder that holds neither report nor journal. */
  'empty-run': { readonly path: string };
  /** Nothing can be made of a run. `journalGone`: its journal went when its report was written. */
  'lost-run': { readonly why: Problem; readonly journalGone: boolean };
  'no-such-run': { readonly id?: string | undefined };
  'run-under-way': { readonly pid?: number | undefined };
  /** Another process makes the report of a run. */
  'run-taken': { readonly pid?: number | undefined };
  'not-kept': object;
  /** Something stands where a link to the newest run's files would be. */
  'link-left': { readonly link: string; readonly why: 'foreign' | 'folder' | 'file' };
  'link-not-made': { readonly link: string; readonly why: FileFault };

  // What a run needs.
  'no-temp-folder': { readonly folder: string; readonly why: FileFault };
  /** The text of own code could not be written into the run's folder. */
  'text-not-kept': { readonly path: string; readonly why: FileFault };

  // Own code.
  'relative-path': { readonly path: string };
  'remote-path': { readonly path: string };
  'no-such-file': { readonly path: string; readonly why: FileFault };
  /** The bundler failed: it says why, or a text of an encoding that it does not name is the reason. */
  'not-bundled': {
    readonly path: string;
    readonly why:
      | { readonly kind: 'said'; readonly said: string }
      | { readonly kind: 'text'; readonly name: string; readonly fault: TextFault }
      | { readonly kind: 'processes' };
  };
  'no-such-export': {
    readonly file: string;
    readonly export: string;
    readonly exports: readonly string[];
  };
  /** Own code, or what a program is told to work on, is more than can be agreed to. */
  'too-much-code': {
    readonly name: string;
    /** Files, names in its folders, or names of files among its arguments. */
    readonly what: 'files' | 'names' | 'arguments';
    readonly most: number;
    readonly source: 'program' | 'file';
  };
  'content-not-read': { readonly path: string; readonly why: FileFault };
  /** Own code is no longer what was agreed to. */
  'code-changed': { readonly path: string; readonly how: 'gone' | 'added' | 'changed' };
  'code-unreadable': { readonly path: string; readonly why: FileFault };
  'not-whole-path': { readonly path: string };
  'not-runnable': { readonly path: string };
  'no-file': { readonly path: string };
  'not-readable': { readonly path: string; readonly why: FileFault };
  /** A Python does not understand a file of Python. */
  'bad-python': {
    readonly file: string;
    readonly line?: number | undefined;
    readonly said: string;
  };
}

export type ProblemCode = keyof ProblemArgs;

/** What may end a run before it begins, or between two trials: a report keeps it. */
export type RunProblemCode =
  | 'no-temp-folder'
  | 'text-not-kept'
  | 'relative-path'
  | 'remote-path'
  | 'no-such-file'
  | 'not-bundled'
  | 'no-such-export'
  | 'too-much-code'
  | 'content-not-read'
  | 'code-changed'
  | 'code-unreadable';

/** The problem of one code. */
export interface ProblemOf<C extends ProblemCode> {
  readonly code: C;
  readonly args: ProblemArgs[C];
  /** Where in the input, e.g. `strategies[1].workers`; absent where there is no such place. */
  readonly path?: string;
  /** The file or the input that it is in, for the front of the sentence. */
  readonly of?: string;
}

/** A problem that a report can keep. */
export type RunProblem = { [C in RunProblemCode]: ProblemOf<C> }[RunProblemCode];

/** A problem of main or of the command line, which write their sentences themselves. */
export interface SaidProblem {
  /** A stable word for code to branch on, e.g. `run-under-way`. */
  readonly code: string;
  /** One sentence for a user: what happened, the figure, and the remedy. */
  readonly message: string;
  readonly path?: string;
  readonly of?: string;
}

/** What went wrong, where, and what to do next. */
export type Problem = { [C in ProblemCode]: ProblemOf<C> }[ProblemCode] | SaidProblem;

/** Whether it is nothing but a file of a newer version: what holds it is whole, and is not to be removed. */
export function isOfNewer(problem: Problem): boolean {
  if ('message' in problem) return false;
  switch (problem.code) {
    case 'newer-report':
      return true;
    case 'damaged-file':
    case 'lost-run':
      return isOfNewer(problem.args.why);
    case 'journal-not-read': {
      const { why } = problem.args;
      return why.code === 'newer' || (why.code === 'damaged' && isOfNewer(why.problem));
    }
    default:
      return false;
  }
}
