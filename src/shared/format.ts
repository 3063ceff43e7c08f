// Figures as people read them: one place, so that window, terminal and files agree.

const timeUnits = [
  { limit: 1e3, divisor: 1, unit: 'ns' },
  { limit: 1e6, divisor: 1e3, unit: 'µs' },
  { limit: 1e9, divisor: 1e6, unit: 'ms' },
  { limit: 120e9, divisor: 1e9, unit: 's' },
] as const;

/** Three significant figures, without an exponent. */
export function formatFigure(value: number): string {
  if (!Number.isFinite(value)) return 'not known';
  const size = Math.abs(value);
  if (size >= 100 || Number.isInteger(value)) return groupDigits(Math.round(value));
  return value.toFixed(size >= 10 ? 1 : 2);
}

/** `400,000`: whole numbers with a separator every three digits. */
export function groupDigits(value: number): string {
  return Math.round(value)
    .toString()
    .replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** A duration in the unit that suits it: `2.18 s`, `104 ms`, `6 min 08 s`. */
export function formatDuration(ns: number): string {
  if (!Number.isFinite(ns)) return 'not known';
  const size = Math.abs(ns);
  for (const { limit, divisor, unit } of timeUnits) {
    if (size < limit) return `${formatFigure(ns / divisor)} ${unit}`;
  }
  const seconds = Math.round(ns / 1e9);
  const rest = String(seconds % 60).padStart(2, '0');
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${rest} s`;
  return `${Math.floor(seconds / 3600)} h ${String(Math.floor((seconds % 3600) / 60)).padStart(2, '0')} min`;
}

/** The unit that suits the largest of a column's values, so that a column has one unit. */
export function timeUnitFor(largestNs: number): { readonly unit: string; readonly divisor: number } {
  const found = timeUnits.find(({ limit }) => Math.abs(largestNs) < limit);
  return found === undefined
    ? { unit: 's', divisor: 1e9 }
    : { unit: found.unit, divisor: found.divisor };
}

/** Bytes in MB (10⁶), or kB and GB where that suits. */
export function formatBytes(bytes: number): string {
  if (!Number.isFinite(bytes)) return 'not known';
  if (Math.abs(bytes) >= 1e9) return `${formatFigure(bytes / 1e9)} GB`;
  if (Math.abs(bytes) >= 1e6) return `${formatFigure(bytes / 1e6)} MB`;
  return `${formatFigure(bytes / 1e3)} kB`;
}

/** `6.1×`. */
export function formatRatio(ratio: number): string {
  if (!Number.isFinite(ratio)) return 'not known';
  if (ratio >= 100) return `${groupDigits(ratio)}×`;
  return `${ratio.toFixed(ratio >= 10 ? 1 : 2)}×`;
}

/** `3.2 of 8 cores`. */
export function formatCores(busy: number, cores: number): string {
  return `${busy.toFixed(1)} of ${cores} ${cores === 1 ? 'core' : 'cores'}`;
}
