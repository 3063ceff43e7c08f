// What a person is asked before code of their own is run: all of it that counts, cleaned and bounded, one thing
// a line. Pure.
import { cleanText } from '../base/clean-text';
import type { OwnWorkload } from './own-work';

/** The most characters that are shown of a path, an argument, parameters; and the most lines of a list. */
const most = { path: 1000, argument: 200, params: 500, arguments: 12, files: 8 } as const;

/** What the code consists of, where it has been looked at. */
export interface OwnFacts {
  /** Files in all. */
  readonly files: number;
  /** Of these, files of installed packages. */
  readonly packaged: number;
  /** Paths of the others that lie outside the folders that the person has opened. */
  readonly outside: readonly string[];
}

/** A text on one line; what is cut says how much there is. */
function show(text: string, max: number): string {
  const shown = cleanText(text, max);
  return text.length > max ? `${shown} (${text.length.toLocaleString('en')} characters)` : shown;
}

function list(lines: readonly string[], max: number, rest: string): readonly string[] {
  const left = lines.length - max;
  return left <= 0 ? lines : [...lines.slice(0, max), `… and ${left.toLocaleString('en')} ${rest}`];
}

const count = (files: number): string =>
  files === 1 ? '1 file' : `${files.toLocaleString('en')} files`;

function describeFacts({ files, packaged, outside }: OwnFacts): readonly string[] {
  const packages = packaged === 0 ? '' : `, ${packaged.toLocaleString('en')} of them of packages`;
  const all = `${count(files)}${packages}`;
  if (outside.length === 0) return [all];
  const lie = outside.length === 1 ? 'lies' : 'lie';
  const shown = outside.map((path) => `  ${show(path, most.path)}`);
  return [
    `${all}; ${outside.length.toLocaleString('en')} ${lie} outside the folders you have opened:`,
    ...list(shown, most.files, 'more'),
  ];
}

/** A person's own code, as lines: where it lies, what is called and with what, and how many files it is. */
export function describeRequest(workload: OwnWorkload, facts?: OwnFacts): string {
  const found = facts === undefined ? [] : describeFacts(facts);
  if (workload.kind === 'module') {
    return [
      show(workload.path, most.path),
      `function: ${show(workload.export, most.argument)}`,
      `params: ${show(JSON.stringify(workload.params), most.params)}`,
      ...found,
    ].join('\n');
  }
  const { command, args, params = {} } = workload;
  const shown = args.map((arg, index) => `argument ${index + 1}: ${show(arg, most.argument)}`);
  return [
    `program: ${show(command, most.path)}`,
    ...list(shown, most.arguments, 'arguments'),
    ...(Object.keys(params).length === 0
      ? []
      : [`params: ${show(JSON.stringify(params), most.params)}`]),
    ...found,
  ].join('\n');
}

/** The same in one sentence's part, for a terminal: `/home/a/work.mjs, function default, params {}`. */
export function describeRequestShort(workload: OwnWorkload): string {
  const [first = '', ...more] = describeRequest(workload).split('\n');
  return [first.replace(/^program: /, ''), ...more].join(', ');
}
