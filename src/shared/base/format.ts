// Figures as people read them: one place, so that window, terminal and files agree.

interface Unit {
  readonly unit: string;
  /** How many of the base unit it holds. */
  readonly divisor: number;
}

const timeUnits: readonly Unit[] = [
  { unit: 'ns', divisor: 1 },
  { unit: 'µs', divisor: 1e3 },
  { unit: 'ms', divisor: 1e6 },
  { unit: 's', divisor: 1e9 },
];

const byteUnits: readonly Unit[] = [
  { unit: 'B', divisor: 1 },
  { unit: 'kB', divisor: 1e3 },
  { unit: 'MB', divisor: 1e6 },
  { unit: 'GB', divisor: 1e9 },
];

/** What is written where there is no figure. */
export const notKnown = 'not known';

/** The first unit in which the figure, as it will be rounded, stays below the next unit. */
function unitFor(value: number, units: readonly Unit[]): Unit {
  const size = Number(Math.abs(value).toPrecision(3));
  const last = units[units.length - 1] as Unit;
  return units.find((_, index) => size < (units[index + 1]?.divisor ?? Infinity)) ?? last;
}

/** `400,000`: rounded to a whole number, with a separator every three digits. */
export function groupDigits(value: number): string {
  if (!Number.isFinite(value)) return notKnown;
  return Math.round(value)
    .toString()
    .replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** `1 trial`, `3 trials`, `1,200 pages`. */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${groupDigits(count)} ${count === 1 ? one : many}`;
}

/** Decimals for a figure below 100: two, and where it is small enough for two digits to show. */
function decimals(value: number): string {
  const size = Math.abs(Number(value.toPrecision(3)));
  if (size >= 10) return value.toFixed(1);
  if (size >= 0.1 || size === 0) return value.toFixed(2);
  return value.toFixed(Math.min(20, 1 - Math.floor(Math.log10(size))));
}

/** Three significant figures, two below 0.1, every digit from 100 on; whole numbers as they are. */
export function formatFigure(value: number): string {
  if (!Number.isFinite(value)) return notKnown;
  if (Number.isInteger(value) || Math.abs(value) >= 99.95) return groupDigits(value);
  return decimals(value);
}

/** A duration in the unit that suits it: `2.18 s`, `104 ms`, `6 min 08 s`. */
export function formatDuration(ns: number): string {
  if (!Number.isFinite(ns)) return notKnown;
  if (Math.abs(ns) < 120e9) {
    const { unit, divisor } = unitFor(ns, timeUnits);
    return `${formatFigure(ns / divisor)} ${unit}`;
  }
  const pad = (value: number): string => String(value).padStart(2, '0');
  const seconds = Math.round(ns / 1e9);
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${pad(seconds % 60)} s`;
  return `${Math.floor(seconds / 3600)} h ${pad(Math.floor((seconds % 3600) / 60))} min`;
}

/** The unit that suits the largest of a column's values, so that a column has one unit. */
export function timeUnitFor(largestNs: number): Unit {
  return unitFor(largestNs, timeUnits);
}

/** How a column of durations is written: one unit, in its head, and one number of decimals. */
export interface TimeColumn {
  readonly unit: string;
  /** The figure without its unit. */
  readonly write: (ns: number) => string;
}

/**
 * One unit for all of a column's durations: the largest's, or the next smaller where the smallest
 * would be below 1; decimals so that the smallest has three figures, and as many for all but where
 * some have four and more before the point: there each has three figures of its own.
 */
export function timeColumn(valuesNs: readonly number[]): TimeColumn {
  const sizes = valuesNs.filter((ns) => Number.isFinite(ns) && ns > 0);
  const largest = timeUnits.indexOf(unitFor(Math.max(0, ...sizes), timeUnits));
  const suited = timeUnits.indexOf(unitFor(Math.min(Infinity, ...sizes), timeUnits));
  const index = sizes.length === 0 ? largest : Math.max(suited, largest - 1, 0);
  const { unit, divisor } = timeUnits[index] as Unit;
  const smallest = Math.min(...sizes) / divisor;
  const digitsOf = (value: number): number =>
    value >= 99.5 || unit === 'ns' ? 0 : value >= 9.95 ? 1 : 2;
  const wide = Math.max(...sizes) / divisor >= 999.5;
  return {
    unit,
    write(ns) {
      if (!Number.isFinite(ns)) return notKnown;
      const value = ns / divisor;
      if (value !== 0 && Math.abs(value) < 0.1) return decimals(value);
      const digits = digitsOf(wide ? Math.abs(value) : smallest);
      return digits === 0 ? groupDigits(value) : value.toFixed(digits);
    },
  };
}

/** Bytes in B, kB, MB or GB (powers of ten). */
export function formatBytes(bytes: number): string {
  if (!Number.isFinite(bytes)) return notKnown;
  const { unit, divisor } = unitFor(bytes, byteUnits);
  return `${formatFigure(bytes / divisor)} ${unit}`;
}

/** `6.09×`, `10.3×`, `10,200×`: three significant figures. */
export function formatRatio(ratio: number): string {
  if (!Number.isFinite(ratio)) return notKnown;
  if (Math.abs(ratio) >= 99.95) return `${groupDigits(Number(ratio.toPrecision(3)))}×`;
  return `${decimals(ratio)}×`;
}

/** `3.2 of 8 cores`. */
export function formatCores(busy: number, cores: number): string {
  if (!Number.isFinite(busy)) return notKnown;
  return `${busy.toFixed(1)} of ${Number(cores.toFixed(2))} ${cores === 1 ? 'core' : 'cores'}`;
}
