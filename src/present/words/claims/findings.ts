// Writes a claim's finding: each fact of each language as one sentence.
import type { FindingsFile } from '@shared/claims/findings-file';
import type { ClaimFact } from '@shared/claims/claim-facts';
import type { Figure, Finding, LanguageFinding } from '@shared/claims/claims';
import { formatDuration } from '../../locale/format';
import { paragraph } from '../../messages/list';
import { message, inLanguage } from '../../messages/message';
import { labelOf } from '../../names/cells';
import { claimSentence } from '../../names/claims';
import { endedText, endedByHelpText, leftText, othersText } from './ending';
import { apartText, lockText, lostText } from './losses';
import { differText, openText, tripsText, uncopiedText } from './trips';
import { addedText, gainedText, memoryText, notGrownText, waitedText } from './strategies';
import { droppedText, faultsText, leakedText, missingText, waitedMostText } from './probes';
import { paysFromText, paysNotText, paysStartText, writtenText } from './written';
import { claimNoteText } from './notes';

function factText(fact: ClaimFact): string {
  switch (fact.kind) {
    case 'heap':
      return message('claim-heap', {
        threads: yesNo(fact.threads),
        processes: yesNo(fact.processes),
        mixed: yesNo(fact.mixed),
      });
    case 'heap-shared':
      return message('claim-heap-shared');
    case 'lost':
      return lostText(fact);
    case 'kept-apart':
      return apartText(fact);
    case 'lock':
      return lockText(fact);
    case 'lock-conclusion':
      return fact.outcome === 'unavailable'
        ? ''
        : message('claim-lock-conclusion', { outcome: fact.outcome });
    case 'added':
      return addedText(fact);
    case 'not-grown':
      return notGrownText(fact);
    case 'waited':
      return waitedText(fact);
    case 'gained':
      return gainedText(fact);
    case 'memory':
      return memoryText(fact);
    case 'ended':
      return endedText(fact);
    case 'others-harmed':
      return othersText(fact);
    case 'left':
      return leftText(fact);
    case 'ended-by-help':
      return endedByHelpText(fact);
    case 'faults':
      return faultsText(fact);
    case 'faults-missing':
      return missingText(fact);
    case 'leaked':
      return leakedText(fact);
    case 'window-waited':
      return waitedMostText(fact);
    case 'window-busy':
      return message('claim-window-busy', { time: formatDuration(fact.idleNs) });
    case 'thread-unsure':
      return message('claim-thread-unsure');
    case 'page-frames':
      return message('claim-page-frames', { time: formatDuration(fact.workMs * 1e6) });
    case 'frames-dropped':
      return droppedText(fact);
    case 'trips':
      return tripsText(fact);
    case 'trips-differ':
      return differText(fact);
    case 'trips-open':
      return openText(fact);
    case 'uncopied':
      return uncopiedText(fact);
    case 'as-written':
      return writtenText(fact);
    case 'pays-from':
      return paysFromText(fact);
    case 'pays-not-up-to':
      return paysNotText(fact);
    case 'pays-by-start':
      return paysStartText(fact);
    case 'text':
      return fact.text;
  }
}

const yesNo = (is: boolean): 'yes' | 'no' => (is ? 'yes' : 'no');

/** The outcome of a claim in one language. */
export function languageText({ facts }: Pick<LanguageFinding, 'facts'>): string {
  return paragraph(facts.map(factText));
}

/** The outcome of a claim, in all languages. */
export function findingText({ languages }: Pick<Finding, 'languages'>): string {
  if (languages.length === 0) return message('claim-not-measured');
  return paragraph(
    languages.map((one) =>
      message('claim-language', { language: one.language, text: languageText(one) }),
    ),
  );
}

/** Findings with texts that their schema passes over. */
export type SaidFindings = Readonly<Partial<Record<keyof FindingsFile, unknown>>>;

const sayFigure = (figure: Figure): object => ({ ...figure, text: labelOf(figure.label) });

function sayFinding({ id, outcome, languages, figures, notes, ...finding }: Finding): object {
  return {
    ...{ id, claim: claimSentence(id), outcome, text: findingText({ languages }) },
    languages: languages.map((one) => ({ ...one, text: languageText(one) })),
    figures: figures.map(sayFigure),
    ...finding,
    notes: notes.map((note) => ({ ...note, text: claimNoteText(note) })),
  };
}

/** The findings with a text beside each of their facts. */
export function findingsWithTexts(file: FindingsFile): SaidFindings {
  return inLanguage('en', () => ({ ...file, findings: file.findings.map(sayFinding) }));
}
