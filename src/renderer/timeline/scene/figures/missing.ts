// Writes what a trial's picture lacks.
import { message } from '@present/messages/message';
import { groupDigits } from '@present/locale/format';
import { rowKinds, type ReducedRows } from '@shared/report/reduced';
import type { TimelineBuffer } from '../../../model/timeline-buffer';
import type { TrialTrack } from '../../../model/tracks';

/** Kinds of samples that are drawn coarser than they were taken. */
function isCoarser(reduced: ReducedRows): boolean {
  return rowKinds.some((kind) => reduced[kind] !== undefined);
}

/** A sentence for each thing that is missing; none where the picture has everything. */
export function describeMissing(
  { reduced }: Pick<TimelineBuffer, 'reduced'>,
  track: Pick<TrialTrack, 'missed' | 'tasksDone'>,
): readonly string[] {
  const { tasks, rows } = track.missed;
  return [
    ...(tasks === 0
      ? []
      : [message('live-not-drawn', { missed: groupDigits(tasks), count: track.tasksDone })]),
    ...(rows === 0 ? [] : [message('live-not-drawn-samples', { count: rows })]),
    ...(isCoarser(reduced) ? [message('live-coarser')] : []),
  ];
}
