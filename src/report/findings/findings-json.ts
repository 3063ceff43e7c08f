// The findings as Corelane reads them again, with an English text beside each fact.
import { findingsWithTexts } from '@present/words/claims/findings-texts';
import type { FindingsFile } from '@shared/claims/findings-file';

/** The findings as indented JSON; ends with a new line. */
export function renderFindingsJson(file: FindingsFile): string {
  return `${JSON.stringify(findingsWithTexts(file), null, 2)}\n`;
}
