// Findings of earlier versions as those of the newest one. What has only text stays text. They run before the
// schema, so every part may be of any type.
import { each, isObject, type RawObject } from '../base/raw-data';
import { textFact } from '../report/facts';

/** Version 2 has facts where version 1 had sentences. */
export function upgradeFindings(file: unknown): unknown {
  if (!isObject(file) || file['version'] !== 1) return file;
  return { ...file, version: 2, findings: each(file['findings'], upgradeFinding) };
}

function upgradeFinding(finding: RawObject): RawObject {
  return { ...finding, notes: notesAsFacts(finding['notes']) };
}

/** Notes that are sentences as facts. */
export function notesAsFacts(notes: unknown): unknown {
  if (!Array.isArray(notes)) return notes;
  return notes.map((note: unknown) => (typeof note === 'string' ? textFact(note) : note));
}
