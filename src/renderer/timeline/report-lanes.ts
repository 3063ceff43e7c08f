// The lanes of the report that a view shows, as they were arranged while the window is open.
import { computed, type WritableComputedRef } from 'vue';
import type { LaneView } from '../model/lane-view';
import { useLanesStore } from '../stores/lanes';

/** @param report its id, or that of the run that is shown live */
export function useReportLanes(report: () => string): WritableComputedRef<LaneView> {
  const store = useLanesStore();
  return computed({
    get: () => store.viewOf(report()),
    set: (view) => store.arrange(report(), view),
  });
}
