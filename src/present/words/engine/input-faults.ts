// What is wrong at a place of an input, in words: each continues the place to a sentence.
import {
  plainFaults,
  type WantedValue,
  type InputFault,
  type InputFaultOf,
  type JsonFault,
  type PlainFault,
  type ShownValue,
} from '@shared/base/input-fault';
import { groupDigits, writeNumber } from '../../locale/format';
import { listAny } from '../../messages/list';
import { message } from '../../messages/message';

type Argued = Exclude<InputFault['code'], PlainFault>;

const writers: { readonly [C in Argued]: (fault: InputFaultOf<C>) => string } = {
  'text-length': ({ characters, bound, limit }) =>
    message('input-text-length', {
      characters: grouped(characters),
      ...{ bound, limit: grouped(limit) },
    }),
  'list-length': ({ entries, bound, limit }) =>
    message('input-list-length', { entries: grouped(entries), bound, limit: grouped(limit) }),
  number: ({ value, bound, limit }) =>
    message('input-number', { value, bound, limit: grouped(limit) }),
  missing: (fault) => message('input-missing', { choices: listChoices(fault) }),
  wrong: (fault) =>
    message('input-wrong', { choices: listChoices(fault), value: sayValue(fault.value) }),
  library: ({ said }) => message('input-library', { said }),
  'no-json-number': ({ value }) => message('input-no-json-number', { value }),
  'many-values': ({ limit }) => message('input-many-values', { limit }),
  'many-characters': ({ limit }) => message('input-many-characters', { limit }),
  'too-deep': ({ levels }) => message('input-too-deep', { levels: String(levels) }),
  holds: ({ place, fault }) => message('input-holds', { place, fault: inputFaultText(fault) }),
  'many-rows': (fault) => message('input-many-rows', texts(fault)),
  row: ({ wanted, ...figures }) =>
    message('input-row', { ...texts(figures), wanted: sayType(wanted) }),
  twice: (fault) => message('input-twice', texts(fault)),
  'odd-number': ({ token, oddity }) =>
    message('input-odd-number', {
      ...{ token, oddity: oddity.kind },
      read: oddity.kind === 'inexact' ? oddity.read : '',
    }),
  rate: (fault) => message('input-rate', texts(fault)),
  'many-workers': (fault) => message('input-many-workers', texts(fault)),
  'many-programs': (fault) => message('input-many-programs', texts(fault)),
  'no-parameter': ({ name, known }) => message('input-no-parameter', { name, known }),
  'given-parameter': ({ name }) => message('input-given-parameter', { name }),
  'bad-parameter': ({ name }) => message('input-bad-parameter', { name }),
  median: (fault) => message('input-median', texts(fault)),
  'same-trial': (fault) => message('input-same-trial', texts(fault)),
  'no-such-trial': (fault) => message('input-no-such-trial', texts(fault)),
  'same-worker': (fault) => message('input-same-worker', texts(fault)),
  'no-such-worker': (fault) => message('input-no-such-worker', texts(fault)),
  'many-topology-workers': (fault) => message('input-many-topology-workers', texts(fault)),
  'other-workers': (fault) => message('input-other-workers', texts(fault)),
  'worker-of-cell': (fault) => message('input-worker-of-cell', texts(fault)),
  'task-of-experiment': (fault) => message('input-task-of-experiment', texts(fault)),
  'no-such-cell': ({ cell }) => message('input-no-such-cell', { cell }),
  'many-processes': (fault) => message('input-many-processes', texts(fault)),
  'other-rows': (fault) => message('input-other-rows', texts(fault)),
  'other-cores': (fault) => message('input-other-cores', texts(fault)),
};

/** Continues a place to a sentence, with what to give there: `is 0. Give at least 1.` */
export function inputFaultText(fault: InputFault): string {
  const plain = plainFaults.find((code) => code === fault.code);
  if (plain !== undefined) return message('input-plain', { code: plain });
  return (writers[fault.code as Argued] as (given: InputFault) => string)(fault);
}

/** What to do where a text is no JSON, as a sentence. */
export function jsonFaultText(fault: JsonFault): string {
  switch (fault.code) {
    case 'foreign':
      return message('json-foreign', { word: fault.word });
    case 'quote-word':
      return message('json-quote-word', { word: fault.word });
    case 'quote-name':
      return message('json-quote-name', { word: fault.word });
    case 'close':
      return message('json-close', { close: fault.close });
    case 'close-first':
      return message('json-close-first', { close: fault.close });
    default:
      return message('json-fault', { code: fault.code });
  }
}

/** A whole number as the language groups it; another one as it is. */
const grouped = (value: number): string =>
  Number.isInteger(value) ? groupDigits(value) : writeNumber(value);

/** All of a fault's arguments as texts: its numbers are to be found in the input as they stand. */
function texts<T extends object>(fault: T): { readonly [K in Exclude<keyof T, 'code'>]: string } {
  const all = Object.entries(fault).map(([name, value]) => [name, String(value)]);
  return Object.fromEntries(all) as { readonly [K in Exclude<keyof T, 'code'>]: string };
}

function listChoices({
  choices,
  others,
}: Pick<InputFaultOf<'missing'>, 'choices' | 'others'>): string {
  const all = choices.map(sayChoice);
  if (others > 0) all.push(message('input-others', { others }));
  return all.length === 0 ? message('input-something') : listAny(all);
}

const sayChoice = (choice: WantedValue): string =>
  choice.kind === 'value' ? choice.json : sayType(choice.type);

const types = ['int', 'number', 'string', 'boolean', 'array', 'tuple', 'object'] as const;

/** `a whole number`, by the name that a schema has for it. */
export function sayType(name: string): string {
  const type = types.find((known) => known === name);
  return message('input-type', { type: type ?? 'other', name });
}

/** What an input has instead: `a list`, or the value itself. */
export const sayValue = (value: ShownValue): string =>
  value.kind === 'text' ? value.text : message('input-value', { kind: value.kind });
