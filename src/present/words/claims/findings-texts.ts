// Findings as files hold them: with the English text beside each fact, for readers other than Corelane.
import type { Finding } from '@shared/claims/claims';
import type { FindingsFile } from '@shared/claims/findings-file';
import { inLanguage } from '../../messages/message';
import { findingText, languageText } from './findings';
import { claimNoteText } from './notes';

/** Findings with texts that their schema passes over. */
export type SaidFindings = Readonly<Partial<Record<keyof FindingsFile, unknown>>>;

function sayFinding({ id, claim, outcome, languages, notes, ...finding }: Finding): object {
  return {
    ...{ id, claim, outcome, text: findingText({ languages }) },
    languages: languages.map((one) => ({ ...one, text: languageText(one) })),
    ...finding,
    notes: notes.map((note) => ({ ...note, text: claimNoteText(note) })),
  };
}

/** The findings with a text beside each of their facts. */
export function findingsWithTexts(file: FindingsFile): SaidFindings {
  return inLanguage('en', () => ({ ...file, findings: file.findings.map(sayFinding) }));
}
