// Writes counts with their plurals.
import { message } from '../messages/message';

/** `1 core`, `8 cores`. */
export const countCores = (count: number): string => message('count-cores', { count });
/** `1 process`, `8 processes`. */
export const countProcesses = (count: number): string => message('count-processes', { count });
/** `1 task`, `20,000 tasks`. */
export const countTasks = (count: number): string => message('count-tasks', { count });
/** `1 thread`, `8 threads`. */
export const countThreads = (count: number): string => message('count-threads', { count });
/** `1 trial`, `8 trials`. */
export const countTrials = (count: number): string => message('count-trials', { count });
/** `1 worker`, `8 workers`. */
export const countWorkers = (count: number): string => message('count-workers', { count });
/** `1 cell`, `8 cells`. */
export const countCells = (count: number): string => message('count-cells', { count });
/** `1 point`, `8 points`. */
export const countPoints = (count: number): string => message('count-points', { count });
/** `1 sample`, `8 samples`. */
export const countSamples = (count: number): string => message('count-samples', { count });
/** `1 measurement`, `8 measurements`. */
export const countMeasurements = (count: number): string =>
  message('count-measurements', { count });
/** `1 finding`, `8 findings`. */
export const countFindings = (count: number): string => message('count-findings', { count });
