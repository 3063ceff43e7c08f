// The findings for a terminal: one claim after the other, each with its figures' medians in words.
import { message } from '@present/messages/message';
import { messageParts } from '@present/messages/parts';
import { findingText } from '@present/words/claims/findings';
import { claimSentence } from '@present/names/claims';
import { claimNoteText } from '@present/words/claims/notes';
import { claimNumber } from '@shared/claims/catalogue';
import { outcomeMarks, outcomeWord } from '@present/names/outcomes';
import { type Finding, outcomes } from '@shared/claims/claims';
import { cleanLine } from '../base/clean-text';
import { wrap } from '../base/wrap';

const indent = '     ';

/** `8 hold, 1 does not hold here`. */
function counted(findings: readonly Finding[]): string {
  return outcomes
    .map((outcome) => ({
      outcome,
      count: findings.filter((finding) => finding.outcome === outcome).length,
    }))
    .filter(({ count }) => count > 0)
    .map((one) => messageParts('outcome-count', one).map(({ text }) => text))
    .map((parts) => parts.join(''))
    .join(message('list-separator'));
}

function block({ id, outcome, languages, notes }: Finding): string {
  const number = String(claimNumber(id)).padStart(2);
  const lines = [
    `${number} ${outcomeMarks[outcome]} ${claimSentence(id)} ${outcomeWord(outcome).toUpperCase()}`,
    ...wrap(cleanLine(findingText({ languages })), 100 - indent.length).map(
      (line) => indent + line,
    ),
    ...notes.flatMap((note) =>
      wrap(
        cleanLine(message('findings-note', { note: claimNoteText(note) })),
        100 - indent.length,
      ).map((line) => indent + line),
    ),
  ];
  return lines.join('\n');
}

/** The findings as text, at most 100 columns where words allow. */
export function renderFindings(findings: readonly Finding[]): string {
  if (findings.length === 0) return `${message('findings-none')}\n`;
  return `${findings.map(block).join('\n\n')}\n\n${message('findings-counts', { counts: counted(findings) })}\n`;
}
