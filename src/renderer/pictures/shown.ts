// The charts that are shown now and can be copied or saved, for the palette to list.
import { onBeforeUnmount, onMounted } from 'vue';

/** What can be done with a chart, in the menu's order. */
export const chartDeeds = ['copy', 'png', 'svg', 'data'] as const;
export type ChartDeed = (typeof chartDeeds)[number];

export interface ShownChart {
  readonly title: () => string;
  readonly perform: (deed: ChartDeed) => void;
}

const shown: ShownChart[] = [];

/** The charts on the screen, in the order they came. */
export function shownCharts(): readonly ShownChart[] {
  return shown;
}

/** Lists a chart while its component is shown. */
export function useShownChart(chart: ShownChart): void {
  onMounted(() => shown.push(chart));
  onBeforeUnmount(() => shown.splice(shown.indexOf(chart), 1));
}
