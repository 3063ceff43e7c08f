// Defines a complaint: what is wrong at one place of an input, and how the place is written.
import { quoteText } from './clean-text';
import { maxShown } from './describe-value';
import type { InputFault } from './input-fault';

/** What is wrong at one place of an input. */
export interface Complaint {
  /** `strategies[1].workers`; empty for the input as a whole. */
  readonly path: string;
  readonly fault: InputFault;
}

/** Names that read as themselves in a path; others are quoted and cut. */
const plainName =
  /^(?!(?:undefined|null|true|false|NaN|Infinity|__proto__)$)[A-Za-z_$][\w$-]{0,59}$/;

/** Parts of a path that are shown; of a deeper one the first and the last. */
const maxParts = 12;

function writePart(part: PropertyKey): string {
  if (typeof part === 'number') return `[${part}]`;
  const name = String(part);
  return plainName.test(name) ? `.${name}` : `[${quoteText(name, maxShown)}]`;
}

/** A place as JavaScript writes it: `strategies[1].workers`, `params["a b"]`; bounded. */
export function writePath(path: readonly PropertyKey[]): string {
  const parts = path.map(writePart);
  const half = maxParts / 2;
  const shown =
    parts.length <= maxParts ? parts : [...parts.slice(0, half), '…', ...parts.slice(-half)];
  return shown.join('').replace(/^\./, '');
}
