// Figures as users read them, in the language of the messages: one place, so that window, terminal and files agree.
import { intlLocale } from '../messages/intl-locale';
import { message } from '../messages/message';

type TimeUnit = 'ns' | 'us' | 'ms' | 's';
type ByteUnit = 'B' | 'kB' | 'MB' | 'GB';

/** A unit with a sign of its own. */
export type Unit = TimeUnit | 'min' | 'h' | ByteUnit | 'Hz' | 'MHz' | '%';

interface Scaled<Name extends string> {
  readonly unit: Name;
  /** How many of the base unit it holds. */
  readonly divisor: number;
}

const timeUnits: readonly Scaled<TimeUnit>[] = [
  { unit: 'ns', divisor: 1 },
  { unit: 'us', divisor: 1e3 },
  { unit: 'ms', divisor: 1e6 },
  { unit: 's', divisor: 1e9 },
];

const byteUnits: readonly Scaled<ByteUnit>[] = [
  { unit: 'B', divisor: 1 },
  { unit: 'kB', divisor: 1e3 },
  { unit: 'MB', divisor: 1e6 },
  { unit: 'GB', divisor: 1e9 },
];

/** What is written where there is no figure. */
export const notKnown = (): string => message('not-known');

/** A mark in place of a figure, where words would take too much room. */
export const noFigure = (): string => message('no-figure');

/** Built once for each locale and number of decimals: building one takes far longer than using it. */
const formats = new Map<string, Intl.NumberFormat>();

/** A number with so many decimals, rounded as `toFixed` rounds. */
function write(value: number, digits: number): string {
  const key = `${intlLocale()} ${digits}`;
  const known = formats.get(key);
  const format =
    known ??
    new Intl.NumberFormat(intlLocale(), {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  if (known === undefined) formats.set(key, format);
  // Without the sign of a zero.
  return format.format(Number(value.toFixed(digits)) + 0);
}

/** The first unit in which the figure, as it will be rounded, stays below the next unit. */
function unitFor<Name extends string>(value: number, units: readonly Scaled<Name>[]): Scaled<Name> {
  const size = Number(Math.abs(value).toPrecision(3));
  const last = units[units.length - 1] as Scaled<Name>;
  return units.find((_, index) => size < (units[index + 1]?.divisor ?? Infinity)) ?? last;
}

/** `400,000`: rounded to a whole number, with a separator every three digits. */
export function groupDigits(value: number): string {
  if (!Number.isFinite(value)) return notKnown();
  return write(Math.round(value), 0);
}

/** A figure with so many decimals: `0.50`. */
export function formatDecimals(value: number, digits: number): string {
  return Number.isFinite(value) ? write(value, digits) : notKnown();
}

/** A figure with as many decimals as it has, at most six: `7`, `0.25`, `10,000`. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return notKnown();
  const [, digits = ''] = String(Number(value.toFixed(6))).split('.');
  return write(value, digits.length);
}

/** What the language writes between thousands, or before decimals. */
function separator(type: 'group' | 'decimal'): string {
  const parts = new Intl.NumberFormat(intlLocale()).formatToParts(1234.5);
  return parts.find((part) => part.type === type)?.value ?? '';
}

/** A number as it is typed: every digit, nothing between thousands. */
export function bareNumber(value: number): string {
  return String(value).replace('.', separator('decimal'));
}

/** The number in a text as the language writes it, with or without separators; `NaN` where there is none. */
export function readNumber(text: string): number {
  const bare = text
    .replaceAll(/[\s_]/gu, '')
    .replaceAll(separator('group'), '')
    .replace(separator('decimal'), '.');
  return bare === '' ? Number.NaN : Number(bare);
}

/** Decimals for a figure below 100: two, and where it is small enough for two digits to show. */
function decimals(value: number): string {
  const size = Math.abs(Number(value.toPrecision(3)));
  if (size >= 10) return write(value, 1);
  if (size >= 0.1 || size === 0) return write(value, 2);
  return write(value, Math.min(20, 1 - Math.floor(Math.log10(size))));
}

/** Three significant figures, two below 0.1, every digit from 100 on; whole numbers as they are. */
export function formatFigure(value: number): string {
  if (!Number.isFinite(value)) return notKnown();
  if (Number.isInteger(value) || Math.abs(value) >= 99.95) return groupDigits(value);
  return decimals(value);
}

/** A duration in the unit that suits it: `2.18 s`, `104 ms`, `6 min 08 s`. */
export function formatDuration(ns: number): string {
  if (!Number.isFinite(ns)) return notKnown();
  if (Math.abs(ns) < 120e9) {
    const { unit, divisor } = unitFor(ns, timeUnits);
    return withUnit(formatFigure(ns / divisor), unit);
  }
  const pad = (value: number): string => String(value).padStart(2, '0');
  const seconds = Math.round(ns / 1e9);
  const minutes = Math.floor(seconds / 60);
  if (seconds < 3600) {
    return message('duration-parts', {
      larger: withUnit(writeNumber(minutes), 'min'),
      smaller: withUnit(pad(seconds % 60), 's'),
    });
  }
  return message('duration-parts', {
    larger: withUnit(groupDigits(Math.floor(minutes / 60)), 'h'),
    smaller: withUnit(pad(minutes % 60), 'min'),
  });
}

/** How a column of durations is written: one unit, in its head, and one number of decimals. */
export interface TimeColumn {
  readonly unit: string;
  /** Nanoseconds in one of the unit. */
  readonly unitNs: number;
  /** The figure without its unit. */
  readonly write: (ns: number) => string;
  /** With its unit. */
  readonly writeWhole: (ns: number) => string;
}

const keyOf = (unit: Unit) => (unit === '%' ? 'percent' : unit);

/** The sign of a unit: `ms`. */
export function unitSign(unit: Unit): string {
  return message('unit', { unit: keyOf(unit) });
}

/** A figure that is written already, with its unit: `20 Hz`. */
export function withUnit(figure: string, unit: Unit): string {
  return message('quantity', { figure, unit: keyOf(unit) });
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
  const { unit, divisor } = timeUnits[index] as Scaled<TimeUnit>;
  const smallest = Math.min(...sizes) / divisor;
  const digitsOf = (value: number): number =>
    value >= 99.5 || unit === 'ns' ? 0 : value >= 9.95 ? 1 : 2;
  const wide = Math.max(...sizes) / divisor >= 999.5;
  const writeFigure = (ns: number): string => {
    if (!Number.isFinite(ns)) return notKnown();
    const value = ns / divisor;
    if (value !== 0 && Math.abs(value) < 0.1) return decimals(value);
    const digits = digitsOf(wide ? Math.abs(value) : smallest);
    return digits === 0 ? groupDigits(value) : write(value, digits);
  };
  return {
    unit: unitSign(unit),
    unitNs: divisor,
    write: writeFigure,
    writeWhole: (ns) => (Number.isFinite(ns) ? withUnit(writeFigure(ns), unit) : notKnown()),
  };
}

/** Bytes in B, kB, MB or GB (powers of ten). */
export function formatBytes(bytes: number): string {
  if (!Number.isFinite(bytes)) return notKnown();
  const { unit, divisor } = unitFor(bytes, byteUnits);
  return withUnit(formatFigure(bytes / divisor), unit);
}

/** A ratio whose figure is written already: `10,200×`. */
export const asRatio = (figure: string): string => message('ratio', { figure });

/** `6.09×`, `10.3×`, `10,200×`: three significant figures. */
export function formatRatio(ratio: number): string {
  if (!Number.isFinite(ratio)) return notKnown();
  if (Math.abs(ratio) >= 99.95) return asRatio(groupDigits(Number(ratio.toPrecision(3))));
  return asRatio(decimals(ratio));
}

/** `3.2 of 8 cores`. */
export function formatCores(busy: number, cores: number): string {
  if (!Number.isFinite(busy)) return notKnown();
  return message('cores-busy-of', { busy: write(busy, 1), cores: Number(cores.toFixed(2)) });
}

/** A share of time in whole percent: `31 %`; below one, `under 1 %`. */
export function formatShare(share: number): string {
  if (!Number.isFinite(share)) return notKnown();
  const percent = Math.round(share * 100);
  if (percent === 0 && share > 0) return message('share-under-one');
  return withUnit(groupDigits(percent), '%');
}

/** A share in percent with two significant figures: `2.5 %`. */
export function formatPercent(share: number): string {
  if (!Number.isFinite(share)) return notKnown();
  return withUnit(formatNumber(Number((share * 100).toPrecision(2))), '%');
}

/** A number with all its digits as a file has it: a seed, a process's number. */
export function writeNumber(value: number): string {
  return Number.isFinite(value) ? String(value) : notKnown();
}

/** Returns the words of a text with what stands between them, in order: where a line may break. */
export const splitWords = (text: string): readonly string[] =>
  Array.from(
    new Intl.Segmenter(intlLocale(), { granularity: 'word' }).segment(text),
    ({ segment }) => segment,
  );
