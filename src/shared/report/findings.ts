// Defines what the analysis finds in a run, as a report holds it: closed sets of names, and the shapes.
import { z } from 'zod';
import {
  amount,
  figure,
  index,
  boundedList,
  ns,
  ratio,
  share,
  shortText,
} from '../base/data-schemas';
import { factSchema, textFactSchema } from './facts';
import { pythonCellSchema } from '../experiment/python-schema';
import { placements, strategyKinds } from '../experiment/strategies';

/** Three answers only. */
export const answers = ['faster', 'slower', 'no-difference'] as const;

export type Answer = (typeof answers)[number];

const ratioFields = {
  ratio,
  /** 95 % interval of the ratio; absent with fewer than 3 trials on a side. */
  low: ratio.optional(),
  high: ratio.optional(),
  /** How often it holds the ratio, where trials are too few for 95 % (3 against 3 or 4). */
  confidence: z.number().min(0).max(1).optional(),
};

export const ratioSchema = z.object(ratioFields);

export type RatioEstimate = z.infer<typeof ratioSchema>;

export const comparisonSchema = z.object({
  /** Id of the cell it is compared with. */
  cell: shortText,
  /** How this cell is against that one. */
  answer: z.enum(answers),
  /** This cell's median over that one's: below 1 where this is faster. */
  ...ratioFields,
  /** Two-sided p of the Mann–Whitney test; absent with fewer than 3 trials on a side. */
  p: share.optional(),
});

export type CellComparison = z.infer<typeof comparisonSchema>;

/** How well a cell uses the cores that its workers could take; `over`: more workers than cores. */
export const utilisations = ['idle', 'poor', 'ok', 'ideal', 'over'] as const;

export type Utilisation = (typeof utilisations)[number];

/** What time is lost to. */
export const lossKinds = [
  'start-up',
  'messaging',
  'imbalance',
  'run-queue',
  'waiting',
  'interpreter-lock',
  'memory',
] as const;

export type LossKind = (typeof lossKinds)[number];

export const bottleneckKinds = ['none', ...lossKinds] as const;

export type BottleneckKind = (typeof bottleneckKinds)[number];

/**
 * How the average worker spent the run phase; the three add up to it. Hand-out: waiting for a task
 * before its last one ended. Compute: in tasks. Idle: after its last task, while others still ran.
 */
export const splitSchema = z.object({
  handOutNs: ns,
  computeNs: ns,
  idleNs: ns,
});

export type RunSplit = z.infer<typeof splitSchema>;

const fitted = z.object({
  value: figure,
  /** 95 % bootstrap interval. */
  low: figure,
  high: figure,
});

export type Fitted = z.infer<typeof fitted>;

/** Distinct worker counts up to the cores, each with so many trials. */
const countsMeasured = { counts: amount, minTrials: amount, cores: amount } as const;

/** Why a law was not fitted to the speed-ups. */
const refusalSchema = z.discriminatedUnion('kind', [
  /** More tasks at once are still on one core. */
  factSchema('async', {}),
  factSchema('serial-trials', { minTrials: amount }),
  /** Too few for both laws: Amdahl's needs so many above 1, the other so many in all. */
  factSchema('few-counts', { ...countsMeasured, amdahl: amount, usl: amount }),
  factSchema('not-faster', { cores: amount }),
  factSchema('few-counts-usl', { ...countsMeasured, usl: amount }),
  textFactSchema,
]);

export type ScalingRefusal = z.infer<typeof refusalSchema>;

export const scalingSchema = z.object({
  strategy: z.enum(strategyKinds),
  placement: z.enum(placements),
  python: pythonCellSchema.optional(),
  basis: z.enum(['cold', 'warm']),
  points: boundedList(
    z.object({
      cell: shortText,
      workers: index.min(1),
      speedup: z.object(ratioFields),
      /** Speed-up over workers. */
      efficiency: ratio,
      /** Karp–Flatt metric; absent for one worker. */
      serialFraction: figure.optional(),
    }),
  ),
  /** Amdahl's law: the part that stays serial. Fitted up to the usable cores. */
  amdahl: z.object({ serial: fitted }).optional(),
  /** Universal Scalability Law: contention σ and coherency κ. */
  usl: z
    .object({
      contention: fitted,
      coherency: fitted,
      /** Workers at which the fit is fastest; absent where it only rises up to the cores. */
      best: fitted.optional(),
    })
    .optional(),
  /** The fitted speed-ups, the Universal Scalability Law's where it was fitted, otherwise Amdahl's. */
  curve: z
    .array(z.object({ workers: amount, speedup: figure, low: figure, high: figure }))
    .optional(),
  /** Why a law was not fitted; absent where both were. */
  refusal: refusalSchema.optional(),
  /** The measured count from which more workers gained nothing; absent where each gained. */
  enough: z.object({ workers: index.min(1), cell: shortText }).optional(),
});

export type Scaling = z.infer<typeof scalingSchema>;

/** Where the evidence of a clause stands. */
export const evidencePlaces = [
  'row',
  'lane',
  'phases',
  'memory',
  'scaling',
  'break-even',
  'overhead',
  'warnings',
] as const;

export type EvidencePlace = (typeof evidencePlaces)[number];
