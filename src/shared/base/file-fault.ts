// Why a file or a folder can't be read or written: a code for what the operating system says.

/** What can be wrong with a file or a folder. */
export const fileFaultCodes = [
  'missing',
  'no-folder',
  'denied',
  'read-only',
  'full',
  'over-quota',
  'too-large',
  'device',
  'folder',
  'not-a-file',
  'no-folder-on-path',
  'long-name',
  'link-circle',
  'own-link',
  'dead-link',
  'not-executable',
  'not-there',
  'too-many-open',
  'nobody-reads',
  'running',
  'disconnected',
  'stale',
  'pipe-or-device',
  'socket',
  'disk',
  'no-links',
] as const;

export type FileFaultCode = (typeof fileFaultCodes)[number];

/** A known fault, or what the system says of another one. */
export type FileFault =
  { readonly code: FileFaultCode } | { readonly code: 'other'; readonly said: string };

/** A fault with the file or folder that it is of, where that is known and the fault does not say it itself. */
export interface PlacedFault {
  readonly path?: string | undefined;
  readonly why: FileFault;
}
