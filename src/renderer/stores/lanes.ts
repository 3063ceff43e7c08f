// How a user has arranged the lanes of each report, as long as the window is open.
import { defineStore } from 'pinia';
import { shallowReactive } from 'vue';
import { usualView, type LaneView } from '../model/lane-view';

/** The run that is shown live: its report has its id only when it is over. */
export const liveRun = 'live';

export const useLanesStore = defineStore('lanes', () => {
  const views = shallowReactive(new Map<string, LaneView>());

  /** Returns the lanes of a report as they were arranged; all, by number, where they weren't. */
  const viewOf = (report: string): LaneView => views.get(report) ?? usualView;

  function arrange(report: string, view: LaneView): void {
    views.set(report, view);
  }

  /** A run begins: with all lanes. */
  function beginRun(): void {
    views.delete(liveRun);
  }

  /** The run is over and has its report: it stays as it was arranged. */
  function endRun(report: string): void {
    const view = views.get(liveRun);
    if (view !== undefined && !views.has(report)) views.set(report, view);
  }

  return { viewOf, arrange, beginRun, endRun };
});
