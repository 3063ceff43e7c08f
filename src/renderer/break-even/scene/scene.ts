// Computes the scene of the break-even map, and answers questions about it.
import type { BreakEvenPoint } from '@shared/report/break-even';
import type { Box } from '../../canvas/bar-box';
import type { Area } from './areas';
import type { AreaLabel } from './labels';
import type { MapData } from '@present/figures/break-even-text';
import type { LogScale } from '@present/scales/log-scale';

export type MapFont = 'title' | 'note' | 'head' | 'id';

export interface MapRequest {
  readonly data: MapData;
  readonly width: number;
  readonly height: number;
  /** Width of a text in px. */
  readonly widthOf: (text: string, font: MapFont) => number;
}

export interface MapDot {
  readonly x: number;
  readonly y: number;
  readonly point: BreakEvenPoint;
}

export interface MapTick {
  readonly at: number;
  readonly label: string;
}

/** A program on the map: where it stands, and what is said of it. */
export interface MapMark {
  readonly x: number;
  readonly y: number;
  readonly title: string;
  readonly note: string | undefined;
  /** Where workers would begin to pay, straight above it. */
  readonly reachesY: number | undefined;
  /** Where its text stands. */
  readonly box: Box;
}

export interface ColumnPlace extends MapTick {
  readonly tasks: number;
  /** Whether there is room for its label. */
  readonly labelled: boolean;
}

/** What is said above columns in which workers never paid. */
export interface MapNote {
  readonly text: string;
  readonly box: Box;
}

export interface BreakEvenScene {
  readonly width: number;
  readonly height: number;
  readonly plot: Box;
  readonly columns: readonly ColumnPlace[];
  readonly yTicks: readonly MapTick[];
  readonly areas: readonly Area[];
  readonly dots: readonly MapDot[];
  readonly labels: readonly AreaLabel[];
  readonly notes: readonly MapNote[];
  readonly article: MapMark | undefined;
  readonly own: MapMark | undefined;
}

/** Where figures stand. */
export interface MapScales {
  readonly plot: Box;
  readonly xOf: (tasks: number) => number;
  readonly y: LogScale;
}
