// Defines what the user's own code consists of, file by file.
import type { CommandWorkload } from './own-code';

/**
 * What a file is to the code. `bundled`: its text is in the bundle. `argument`: a program is told its name, and
 * may write it. `cache`: compiled Python, which others write. The others are run from where they lie.
 */
export type FileRole =
  | 'bundled'
  | 'required'
  | 'package'
  | 'settings'
  | 'python'
  | 'cache'
  | 'program'
  | 'argument'
  | 'interpreter';

/** Files and the folders in which a new one would change what runs. */
export interface Listing {
  readonly files: ReadonlyMap<string, FileRole>;
  readonly folders: ReadonlySet<string>;
}

/** What says which files there are; listed again, it tells of one that was added. */
export type ContentSource =
  | {
      readonly kind: 'node';
      readonly modules: readonly string[];
      readonly outside: readonly string[];
    }
  | { readonly kind: 'python'; readonly path: string }
  | {
      readonly kind: 'program';
      readonly workload: CommandWorkload;
      readonly tasks: number;
      readonly seed: number;
      readonly mayLook?: (path: string) => boolean;
    }
  | { readonly kind: 'interpreter'; readonly path: string };

/** One file as it was agreed to. */
export interface ContentFile {
  readonly path: string;
  readonly role: FileRole;
  readonly sha256: string;
  /** Size, times and number of the file; while it stays, so does the content. */
  readonly signature: string;
}

/** All that a user's own code consists of: what is agreed to, and what runs. */
export interface OwnContent {
  /** SHA-256 of what is run and how: another one is something else to agree to. */
  readonly key: string;
  readonly sources: readonly ContentSource[];
  readonly files: readonly ContentFile[];
  /** Signatures of the folders in which a new file would change what runs. */
  readonly folders: ReadonlyMap<string, string>;
  /** What Node.js runs; absent where it runs nothing of it. */
  readonly code?: string;
}
