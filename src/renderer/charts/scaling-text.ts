// What the fits to the speed-ups say, a line for each strategy. Pure.
import { formatFigure } from '@shared/format';
import type { Fitted, Scaling } from '@shared/findings';
import type { Placement, StrategyKind } from '@shared/strategies';

export interface ScalingLine {
  readonly strategy: StrategyKind;
  readonly name: string;
  readonly sentences: readonly string[];
}

/** `threads`, or `threads main` where the app's own process spawned them. */
export function seriesName({
  strategy,
  placement,
}: {
  readonly strategy: StrategyKind;
  readonly placement: Placement;
}): string {
  return placement === 'main' ? `${strategy} main` : strategy;
}

const withRange = ({ value, low, high }: Fitted, write: (figure: number) => string): string =>
  `${write(value)} (${write(low)} to ${write(high)})`;

const share = (value: number): string => value.toFixed(3);
const count = (value: number): string => formatFigure(Math.round(value));

/** The serial fraction that the largest count within the cores shows; none where serial is faster. */
function karpFlatt({ points }: Scaling, cores: number): readonly string[] {
  const known = points.filter(
    ({ workers, serialFraction = Infinity }) => serialFraction <= 1 && workers <= cores,
  );
  const last = known.at(-1);
  if (last?.serialFraction === undefined) return [];
  return [`Serial fraction at ${last.workers}: ${share(last.serialFraction)} (Karp–Flatt).`];
}

function sentences(scaling: Scaling, cores: number): readonly string[] {
  const { amdahl, usl, refusal, enough, points } = scaling;
  const past = points.some(({ workers }) => workers > cores);
  return [
    ...(amdahl === undefined ? [] : [`Serial part ${withRange(amdahl.serial, share)} (Amdahl).`]),
    ...karpFlatt(scaling, cores),
    ...(usl === undefined
      ? []
      : [
          `Contention ${withRange(usl.contention, share)}, coherency ${withRange(usl.coherency, formatFigure)} (USL).`,
          usl.best === undefined
            ? 'Predicted best count: none, the fit only rises up to the cores.'
            : `Predicted best count ${withRange(usl.best, count)}.`,
        ]),
    ...(enough === undefined ? [] : [`More than ${enough.workers} gained nothing.`]),
    ...(refusal === undefined ? [] : [refusal]),
    ...(amdahl !== undefined && past ? [`Past ${cores} only what was measured.`] : []),
  ];
}

/** A line for each strategy with several worker counts, in the report's order. */
export function scalingLines(
  all: readonly Scaling[],
  basis: Scaling['basis'],
  cores: number,
): readonly ScalingLine[] {
  return all
    .filter((one) => one.basis === basis)
    .map((one) => ({
      strategy: one.strategy,
      name: seriesName(one),
      sentences: sentences(one, cores),
    }));
}
