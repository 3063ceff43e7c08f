// Why a strategy can't run, in words: a sentence for a run's notes, and the end of one for the form.
import {
  fileName,
  isModule,
  unsupportedReason,
  type OwnCodeWorkload,
} from '@shared/experiment/own-code';
import type { LeftOut } from '@shared/experiment/cells';
import { list } from '../../messages/list';
import { message } from '../../messages/message';

/** Why a strategy can't run this work, to continue the strategy's name; nothing where it can. */
export function whyUnsupported(
  workload: OwnCodeWorkload | { readonly kind: string },
  strategy: string,
): string | undefined {
  const why = unsupportedReason(workload, strategy);
  if (why === undefined) return undefined;
  return message('left-out-unfit', {
    why,
    file: isModule(workload) ? fileName(workload.path) : '',
  });
}

/**
 * That a strategy was left out, and why.
 * @param when whether of a run that is over, or of one that is not begun
 */
export function leftOutText(left: LeftOut, when: 'run' | 'draft' = 'run'): string {
  const { strategy, why, file = '', shortage } = left;
  const lacks =
    shortage === undefined ? (left.lacks ?? '') : message('shortage', { lacks: shortage });
  const pythons = list(left.pythons ?? []);
  switch (why) {
    case 'python':
    case 'not-python':
    case 'program':
      return message('note-left-out-unfit', { strategy, when, why, file });
    case 'not-found':
    case 'search-failed':
      return message('note-left-out-missing', {
        ...{ strategy, when, why, lacks, pythons },
        asked: pythons === '' ? 'any' : 'some',
      });
    case 'no-lock-of-its-own':
    case 'no-start-method':
      return message('note-left-out-unable', { strategy, when, why, pythons });
  }
}
