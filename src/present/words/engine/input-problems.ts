// Problems of an input in words: the place, what is wrong there, and what to give instead.
import { otherFileFaults, type InputFault } from '@shared/base/input-fault';
import type { ProblemArgs } from '@shared/base/problems';
import { message } from '../../messages/message';
import { inputFaultText, jsonFaultText } from './input-faults';

type OfInput =
  | 'bad-json'
  | 'too-deep'
  | 'bad-experiment'
  | 'not-a-report'
  | 'newer-report'
  | 'bad-report'
  | 'bad-findings'
  | 'bad-journal'
  | 'bad-input';

type Whole = 'file' | 'experiment' | 'findings' | 'other';

/** A place, or the whole input where it is none. */
const placeOr = (path: string | undefined, what: Whole): string =>
  path === undefined || path === '' ? message('input-whole', { what }) : path;

type Writer<C extends OfInput> = (args: ProblemArgs[C], path?: string) => string;

const atPlace =
  (what: Whole) =>
  ({ fault }: { readonly fault: InputFault }, path?: string): string =>
    message('problem-at-place', { place: placeOr(path, what), fault: inputFaultText(fault) });

/** How each is written, with its place. */
export const inputWriters: { readonly [C in OfInput]: Writer<C> } = {
  'bad-json': (args) => {
    if (args.kind === 'empty') return message('problem-empty-experiment');
    if (args.kind === 'said') return message('problem-json-said', { said: args.said });
    const { line, column, fault } = args;
    return message('problem-json-mistake', {
      ...{ line: String(line), column: String(column) },
      fault: jsonFaultText(fault),
    });
  },
  'too-deep': ({ searched, ...place }, path) => {
    const levels = String(place.levels);
    const where = { levels, line: String(place.line), column: String(place.column) };
    return searched
      ? message('problem-too-deep', { ...where, place: placeOr(path, 'file') })
      : message('problem-too-deep-at', where);
  },
  // Another file has no experiment to name.
  'bad-experiment': ({ fault }, path) =>
    atPlace(otherFileFaults.some((code) => code === fault.code) ? 'file' : 'experiment')(
      { fault },
      path,
    ),
  'not-a-report': (args) => message('problem-not-a-report', args),
  'newer-report': ({ version, newest }) =>
    message('problem-newer-report', { version: String(version), newest: String(newest) }),
  'bad-report': ({ fault }, path) =>
    message('problem-bad-report', {
      place: placeOr(path, 'other'),
      fault: inputFaultText(fault),
    }),
  'bad-findings': ({ fault }, path) =>
    message('problem-bad-findings', {
      place: placeOr(path, 'findings'),
      fault: inputFaultText(fault),
    }),
  'bad-journal': atPlace('other'),
  'bad-input': atPlace('other'),
};
