// How fast a race plays. Pure.
import { formatNumber } from '../locale/format';
import { message } from '../messages/message';

/** Speeds to choose from; `fit` lets the axis pass in some seconds. */
export const speeds = ['fit', '0.1', '0.25', '0.5', '1', '2', '5'] as const;
export type Speed = (typeof speeds)[number];

/** How long a fitted race plays. */
const fitSeconds = 6;
/** Axes of these lengths are watched as they were. */
const watchable = { minNs: 1.5e9, maxNs: 12e9 } as const;

/** Race time by real time. */
export function factorOf(speed: Speed, axisNs: number): number {
  return speed === 'fit' ? axisNs / (fitSeconds * 1e9) : Number(speed);
}

/** True speed where the race can be followed at it, else one that fits. */
export function firstSpeed(axisNs: number): Speed {
  return axisNs >= watchable.minNs && axisNs <= watchable.maxNs ? '1' : 'fit';
}

/** The factor as it is written: two figures. */
export function speedText(factor: number): string {
  return message('race-speed-of', { speed: formatNumber(Number(factor.toPrecision(2))) });
}
