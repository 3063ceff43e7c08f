// Why an interpreter that is there can't be used, as one of a closed set of codes.
import type { FileFault } from '../base/file-fault';

export type PythonFault =
  /** Its file is no program that can be started. */
  | { readonly code: 'file'; readonly fault: FileFault }
  /** It was not started: the PATH names its folder relative to the current one. */
  | { readonly code: 'relative-folder' }
  /** It was not started: it is code of a folder that a user has opened; without a name the current one. */
  | { readonly code: 'not-trusted'; readonly folder?: string | undefined }
  /** What a path leads to lies in such a folder. */
  | { readonly code: 'not-used'; readonly folder: string }
  /** So many others were asked before it. */
  | { readonly code: 'not-asked'; readonly others: number }
  /** Without a version it is older than any that can be asked. */
  | { readonly code: 'too-old'; readonly version?: string | undefined }
  /** It does not say what it is. */
  | { readonly code: 'unknown' | 'says-nothing' | 'endless' }
  /** It prints something before it is asked. */
  | { readonly code: 'speaks-first'; readonly said: string }
  | { readonly code: 'no-answer' }
  | { readonly code: 'not-started'; readonly fault: FileFault }
  | { readonly code: 'failed'; readonly said: string }
  | { readonly code: 'exited'; readonly exitCode: number | undefined }
  | { readonly code: 'killed'; readonly signal: string };
