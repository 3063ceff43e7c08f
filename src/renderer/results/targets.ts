// Resolves where a link in the results leads: a tab, and what to bring into view there. Pure.
import { medianTrial } from '@analysis/cells/cells';
import type { EvidencePlace } from '@shared/report/findings';
import type { Report } from '@shared/report/report';
import type { ClauseEvidence } from '@present/words/verdict-text';

export type Target =
  | {
      readonly tab: 'verdict';
      /** Ids of elements; the first that is there is meant. */
      readonly anchors: readonly string[];
      /** It stands in the panel at the side. */
      readonly side: boolean;
    }
  | { readonly tab: 'timeline'; readonly trial: number | undefined }
  | { readonly tab: 'break-even' };

/** The id of the element that holds a place's evidence, of one cell or of all. */
export function anchorOf(place: EvidencePlace, cell?: string): string {
  return cell === undefined ? `evidence-${place}` : `evidence-${place}-${cell}`;
}

const atSide: readonly EvidencePlace[] = ['scaling', 'warnings'];

/** Returns where the evidence of a clause stands; a lane is that of its cell's median trial. */
export function targetOf(
  { place, cell }: Pick<ClauseEvidence, 'place' | 'cell'>,
  report: Report,
): Target {
  if (place === 'break-even') return { tab: 'break-even' };
  if (place === 'lane') {
    const found = report.cells.find(({ id }) => id === cell);
    return { tab: 'timeline', trial: found && medianTrial(found)?.trial };
  }
  const whole = place === 'memory' ? anchorOf('row') : anchorOf(place);
  return {
    tab: 'verdict',
    anchors: cell === undefined ? [whole] : [anchorOf(place, cell), whole],
    side: atSide.includes(place),
  };
}
