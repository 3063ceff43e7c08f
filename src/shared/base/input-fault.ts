// What can be wrong at one place of an input, as one of a closed set of codes with its arguments. What stands in the
// input is an argument, cleaned and cut. `present/words/engine/input-faults.ts` writes the sentences.

/** A value that would do: one of a type, or the very value as JSON writes it. */
export type WantedValue =
  | { readonly kind: 'type'; readonly type: string }
  | { readonly kind: 'value'; readonly json: string };

/** What an input has: its type, or the value itself where that is short. */
export type ShownValue =
  | { readonly kind: 'list' | 'object' | 'function' }
  | { readonly kind: 'text'; readonly text: string };

/** Values of which one would do; so many others are not listed. */
interface Choices {
  readonly choices: readonly WantedValue[];
  readonly others: number;
}

interface Limit {
  readonly bound: 'most' | 'least';
  readonly limit: number;
}

/** Codes of another file of Corelane where an experiment is wanted. */
export const otherFileFaults = ['is-report', 'is-findings'] as const;

/** Without arguments: codes that a schema's own patterns and checks may name. */
export const plainFaults = [
  'unknown-key',
  'empty-text',
  'no-json',
  'reserved-name',
  'half-character',
  'no-moment',
  'not-runnable',
  'uneven-columns',
  'more-rows',
  'two-cells',
  'no-range',
  'above-high',
  'before-start',
  'before-own-start',
  'no-break-even-cell',
  'core-twice',
  ...otherFileFaults,
  'invalid',
] as const;

export type PlainFault = (typeof plainFaults)[number];

/** Why a number of a JSON text is another one once it is read. */
export type NumberOddity =
  | { readonly kind: 'too-large' | 'minus-zero' | 'tiny' | 'digits' }
  | { readonly kind: 'inexact'; readonly read: string };

export type InputFault =
  | { readonly code: PlainFault }
  | ({ readonly code: 'text-length'; readonly characters: number } & Limit)
  | ({ readonly code: 'list-length'; readonly entries: number } & Limit)
  | ({ readonly code: 'number'; readonly value: string } & Limit)
  | ({ readonly code: 'missing' } & Choices)
  | ({ readonly code: 'wrong'; readonly value: ShownValue } & Choices)
  /** What the schema library says of something else. */
  | { readonly code: 'library'; readonly said: string }
  | { readonly code: 'no-json-number'; readonly value: string }
  | { readonly code: 'many-values' | 'many-characters'; readonly limit: number }
  | { readonly code: 'too-deep'; readonly levels: number }
  /** Of parameters: what is wrong lies at a place in them. */
  | { readonly code: 'holds'; readonly place: string; readonly fault: InputFault }
  | { readonly code: 'many-rows'; readonly rows: number; readonly most: number }
  | {
      readonly code: 'row';
      readonly value: number;
      readonly wanted: 'int' | 'number';
      readonly min: number;
      readonly max: number;
    }
  /** An object has a name twice. */
  | { readonly code: 'twice'; readonly line: number; readonly column: number }
  | { readonly code: 'odd-number'; readonly token: string; readonly oddity: NumberOddity }
  | { readonly code: 'rate'; readonly hz: number; readonly least: number }
  | {
      readonly code: 'many-workers';
      readonly workers: number;
      readonly processes: number;
      readonly most: number;
    }
  | { readonly code: 'many-programs'; readonly programs: number; readonly most: number }
  | { readonly code: 'no-parameter'; readonly name: string; readonly known: string }
  | { readonly code: 'given-parameter' | 'bad-parameter'; readonly name: string }
  | { readonly code: 'median'; readonly median: number }
  // Parts of a report that do not belong together.
  | { readonly code: 'same-trial' | 'no-such-trial'; readonly trial: number }
  | { readonly code: 'same-worker' | 'no-such-worker'; readonly worker: number }
  | { readonly code: 'many-topology-workers'; readonly workers: number; readonly most: number }
  | { readonly code: 'other-workers'; readonly workers: number; readonly all: number }
  | { readonly code: 'worker-of-cell'; readonly value: number; readonly workers: number }
  | { readonly code: 'task-of-experiment'; readonly task: number; readonly tasks: number }
  | { readonly code: 'no-such-cell'; readonly cell: string }
  | { readonly code: 'many-processes'; readonly most: number }
  | {
      readonly code: 'other-rows';
      readonly rows: number;
      readonly first: string;
      readonly length: number;
    }
  | { readonly code: 'other-cores'; readonly cores: number; readonly length: number };

/** The fault of one code. */
export type InputFaultOf<C extends InputFault['code']> = Having<InputFault, C>;

type Having<F extends InputFault, C> = F extends unknown
  ? C extends F['code']
    ? F
    : never
  : never;

/** Where a text stops being JSON: what to do there. */
export type JsonFault =
  | {
      readonly code:
        | 'value'
        | 'trailing'
        | 'comment'
        | 'value-or-bracket'
        | 'value-after-colon'
        | 'comma-missing'
        | 'comma-extra'
        | 'digits'
        | 'double-quotes'
        | 'first-digit'
        | 'backslash'
        | 'open-text'
        | 'control'
        | 'name-or-brace'
        | 'colon';
    }
  /** A word of another language. */
  | { readonly code: 'foreign'; readonly word: ForeignWord }
  | { readonly code: 'quote-word' | 'quote-name'; readonly word: string }
  | { readonly code: 'close' | 'close-first'; readonly close: '}' | ']' };

export const foreignWords = ['True', 'False', 'None', 'undefined', 'NaN', 'Infinity'] as const;

export type ForeignWord = (typeof foreignWords)[number];
