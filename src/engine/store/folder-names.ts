// Names of files and folders that users can read, from an experiment's name and a moment.

/** Maximum number of bytes of a name that are taken: with a moment beside it, it stays below every system's limit. */
const maxBytes = 60;

/** The experiment's name as a part of a file's name: letters and digits of any script. */
export function fileNameOf(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  let kept = '';
  for (const character of plain) {
    if (Buffer.byteLength(kept + character) > maxBytes) break;
    kept += character;
  }
  kept = kept.replace(/[-.]+$/, '');
  return kept === '' ? 'run' : kept;
}

/** `2026-11-29T080122Z` of an ISO date, in UTC: names sort as the moments do. */
export function momentName(iso: string): string {
  return `${iso.slice(0, 10)}T${iso.slice(11, 19).replaceAll(':', '')}Z`;
}

/** `2026-11-29T08:01:22Z` of a name that begins with a moment; nothing where it does not. */
export function momentOf(name: string): string | undefined {
  const parts = /^(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)Z-/.exec(name);
  return parts === null ? undefined : `${parts[1]}T${parts[2]}:${parts[3]}:${parts[4]}Z`;
}
