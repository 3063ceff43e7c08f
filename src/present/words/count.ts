// How many of what, with its plural.
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
