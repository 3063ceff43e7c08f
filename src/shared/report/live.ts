// Defines the events that the recorder sends to its listeners during a run: the same facts the report will hold.
// All times are nanoseconds on the run's one clock, counted from the run's origin.
import type { BreakEvenPoint } from './break-even';
import type { Cell } from '../experiment/cells';
import type { Experiment } from '../experiment/experiment';
import type { Failure } from './failures';
import type { RunSplit } from './findings';
import type { Note } from './notes';
import type { ReducedRows, TaskTimes } from './reduced';
import { emptyLists, type ListsOf, type RowsOf } from '../base/table';
import type { RunStatus, TrialStatus } from './statuses';
import { sampleTables, spanTable } from './tables';
import type { WorkerIdentity } from '../base/worker-identity';

/** Finished tasks, as columns: row i of each belongs together. */
export type SpanColumns = ListsOf<typeof spanTable>;

/** Samples of the kernel's counters, as columns, see {@link sampleTables}. */
export interface SampleColumns {
  readonly cores: RowsOf<typeof sampleTables.cores>;
  readonly workers: RowsOf<typeof sampleTables.workers>;
  readonly memory: RowsOf<typeof sampleTables.processes>;
  readonly resident: RowsOf<typeof sampleTables.resident>;
}

/** The same as lists that grow, where a few rows are put together one by one. */
export interface SampleLists {
  readonly cores: ListsOf<typeof sampleTables.cores>;
  readonly workers: ListsOf<typeof sampleTables.workers>;
  readonly memory: ListsOf<typeof sampleTables.processes>;
  readonly resident: ListsOf<typeof sampleTables.resident>;
}

/** V8 heaps of the workers of one trial. */
export type HeapColumns = Omit<RowsOf<typeof sampleTables.heaps>, 'trial'>;

/** Event-loop delay of the process that leads the run. */
export type LoopColumns = RowsOf<typeof sampleTables.loop>;

/** What measuring cost, since the run began. */
export interface SamplerCost {
  readonly cpuNs: number;
  readonly ticks: number;
  readonly missed: number;
  /** The latest a sample came after its time. */
  readonly worstLateNs: number;
}

/** Why a trial did not end well. */
export interface Evidence {
  readonly failure: Failure;
  readonly worker?: number;
  readonly task?: number;
  readonly pid?: number;
  readonly exitCode?: number;
  readonly signal?: string;
  readonly stack?: string;
  /** The last lines the process wrote to its standard error. */
  readonly stderrTail?: string;
}

/** Parts of a trial's cold time; they add up to it. */
export interface Phases {
  readonly spawnNs: number;
  readonly readyNs: number;
  readonly runNs: number;
  readonly collectNs: number;
  readonly joinNs: number;
}

/** One trial in the order it will run. */
export interface PlannedTrial {
  /** Index in the run's order; the trial's name everywhere. */
  readonly trial: number;
  readonly cell: string;
  readonly round: number;
  readonly warmup: boolean;
  /** Its tasks do nothing: it measures what the strategy itself costs. */
  readonly empty?: boolean;
}

export interface TrialEnd {
  readonly trial: number;
  readonly status: TrialStatus;
  readonly evidence?: Evidence;
  readonly endNs: number;
  /** The decision, on the run's clock. */
  readonly startNs?: number;
  readonly coldNs?: number;
  readonly warmNs?: number;
  readonly phases?: Phases;
  readonly cpuUserNs?: number;
  readonly cpuSystemNs?: number;
  /** CPU used between go and the last result in: in the run and collect phases. */
  readonly cpuWarmNs?: number;
  /** Largest resident sizes of the workers' processes, added up. */
  readonly peakRssBytes?: number;
  /** In Python: what a name that the tasks assign to holds in the program itself, as Python writes it. */
  readonly parentResult?: string;
  readonly peakPssBytes?: number;
  /** Private and shared part at the moment of the PSS peak. */
  readonly peakPrivateBytes?: number;
  /** PSS of the trial's processes that were left when the workers had ended. */
  readonly leftPssBytes?: number;
  /** Everything stood still for that long meanwhile, so that its times mean nothing. */
  readonly stoodStillNs?: number;
  /** What was odd without being a reason to discard the trial. */
  readonly notes?: readonly Note[];
}

/** A process outside the run that used CPU time while a trial ran. */
export interface OtherProcess {
  readonly pid: number;
  /** As the kernel names it, at most 15 characters. */
  readonly name: string;
  readonly cpuNs: number;
}

/**
 * What happened around a trial, from just before its decision to just after its last result. What
 * the platform does not reveal is absent.
 */
export interface Interference {
  readonly spanNs: number;
  /** CPU time of every process that is no part of the run, together. */
  readonly othersCpuNs?: number;
  /** Those of them that used most, at most three. */
  readonly others?: readonly OtherProcess[];
  /** Time the hypervisor gave this machine's cores to somebody else. */
  readonly stolenNs?: number;
  /** Pages read from and written to swap, on the whole machine. */
  readonly swappedPages?: number;
  /** Time the control group's quota held its tasks back. */
  readonly throttledNs?: number;
  /** Thermal throttling events of the usable cores. */
  readonly thermalThrottles?: number;
  /** Mean frequency of the usable cores at its end. */
  readonly frequencyMhz?: number;
}

/** Everything a run says, in order. */
export type LiveEvent =
  | {
      readonly type: 'run-begin';
      readonly experiment: Experiment;
      readonly cells: readonly Cell[];
      readonly order: readonly PlannedTrial[];
      /** Kernel numbers of the usable cores, in the order of `busy`. */
      readonly cores: readonly number[];
      readonly sampling: { readonly hz: number; readonly memoryHz: number };
    }
  | { readonly type: 'note'; readonly note: Note }
  | { readonly type: 'trial-begin'; readonly trial: number; readonly atNs: number }
  | {
      readonly type: 'workers';
      readonly trial: number;
      readonly workers: readonly WorkerIdentity[];
    }
  | { readonly type: 'spans'; readonly trial: number; readonly spans: SpanColumns }
  | { readonly type: 'heaps'; readonly trial: number; readonly heaps: HeapColumns }
  | { readonly type: 'samples'; readonly samples: SampleColumns; readonly cost?: SamplerCost }
  | { readonly type: 'loop'; readonly loop: LoopColumns }
  | {
      readonly type: 'surroundings';
      readonly trial: number;
      readonly surroundings: Interference;
    }
  | { readonly type: 'trial-end'; readonly end: TrialEnd }
  /** More trials than first planned, because a cell is not precise enough yet, or everything stood still in one. */
  | {
      readonly type: 'planned';
      readonly order: readonly PlannedTrial[];
      readonly why?: 'stood-still';
    }
  /** Of a trial that has more tasks than are kept: what is known of all. */
  | {
      readonly type: 'task-times';
      readonly trial: number;
      readonly times: TaskTimes;
      readonly split?: RunSplit;
    }
  /** Of samples there are fewer rows than were taken: since the last time this was said. */
  | { readonly type: 'reduced'; readonly rows: ReducedRows }
  /** The picture lacks so much of a trial: the report has it. Said by whoever hands events on. */
  | {
      readonly type: 'missed';
      readonly trial: number;
      readonly tasks: number;
      readonly rows: number;
    }
  /** The search for the break-even has measured one more point. */
  | { readonly type: 'break-even'; readonly point: BreakEvenPoint }
  | {
      readonly type: 'run-end';
      readonly status: RunStatus;
      readonly failure?: Failure;
    };

/** Sample columns with no rows, for `cores` cores. */
export function emptySamples(cores: number): SampleLists {
  return {
    cores: emptyLists(sampleTables.cores, cores),
    workers: emptyLists(sampleTables.workers),
    memory: emptyLists(sampleTables.processes),
    resident: emptyLists(sampleTables.resident),
  };
}

/** Span columns with no rows. */
export function emptySpans(): SpanColumns {
  return emptyLists(spanTable);
}
