// Ending workers from outside: whether it is possible, who is harmed, what stays.
import { formatBytes, formatDuration } from '../../locale/format';
import type { ClaimFactOf, Left, Often, Spread } from '@shared/claims/claim-facts';
import { list } from '../../messages/list';
import { message } from '../../messages/message';
import { sentenceOf, spreadText } from './parts';

const oftenValues = (often: Often | undefined) =>
  ({
    often: often === undefined ? 'always' : 'times',
    times: often?.times ?? 0,
    of: often?.of ?? 0,
  }) as const;

const goneValues = (goneNs: Spread | undefined) =>
  ({
    gone: goneNs === undefined ? 'unknown' : 'told',
    time: goneNs === undefined ? '' : spreadText(goneNs, formatDuration),
  }) as const;

/** `a thread in a loop could not be ended from outside; a process in a loop was ended from outside in 9 ms.` */
export function endedText({ sides }: ClaimFactOf<'ended'>): string {
  return sentenceOf(
    sides.map(({ side, ended, often, goneNs }) =>
      ended
        ? message('claim-ended', { side, ...oftenValues(often), ...goneValues(goneNs) })
        : message('claim-not-ended', { side }),
    ),
  );
}

/** `The worker beside it went on.` */
export function othersText({ sides }: ClaimFactOf<'others-harmed'>): string {
  if (sides.length === 0) return message('claim-others-went-on');
  const workers = sides.map(({ side, often }) =>
    message('claim-other-harmed', { side, ...oftenValues(often) }),
  );
  return message('claim-others-harmed', { workers: workers.join(message('list-separator')) });
}

function leftOf({ side, file, child, fileOften, childOften, backBytes }: Left): string {
  const what = [
    ...(file ? [message('claim-left-file', oftenValues(fileOften))] : []),
    ...(child ? [message('claim-left-child', oftenValues(childOften))] : []),
  ];
  const back = backBytes === undefined ? 'unknown' : backBytes.median > 0 ? 'bytes' : 'none';
  return message('claim-left-of', {
    side,
    what: what.length === 0 ? message('claim-left-nothing') : list(what),
    back,
    bytes: backBytes === undefined ? '' : spreadText(backBytes, formatBytes),
  });
}

/** `When ended, a process left its file and its child process and gave 70 MB back.` */
export function leftText({ sides }: ClaimFactOf<'left'>): string {
  const workers = sides.map(leftOf).join(message('claim-separator'));
  return message('claim-left', { workers });
}

/** `A flag that the loop itself checks ended it in 4 ms.` */
export function endedByHelpText({
  help,
  ended,
  often,
  goneNs,
}: ClaimFactOf<'ended-by-help'>): string {
  if (!ended) return message('claim-help-not-ended', { help });
  return message('claim-help-ended', { help, ...oftenValues(often), ...goneValues(goneNs) });
}
