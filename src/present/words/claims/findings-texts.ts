// Findings as files hold them: with the English text beside each fact, for readers other than Corelane.
import type { Finding } from '@shared/claims/claims';
import type { FindingsFile } from '@shared/claims/findings-file';
import { inLanguage } from '../../messages/message';
import { claimNoteText } from './notes';

/** Findings with texts that their schema passes over. */
export type SaidFindings = Readonly<Partial<Record<keyof FindingsFile, unknown>>>;

function sayFinding({ notes, ...finding }: Finding): object {
  return { ...finding, notes: notes.map((note) => ({ ...note, text: claimNoteText(note) })) };
}

/** The findings with a text beside each of their facts. */
export function findingsWithTexts(file: FindingsFile): SaidFindings {
  return inLanguage('en', () => ({ ...file, findings: file.findings.map(sayFinding) }));
}
