// Writes the question before the user's own code is run: all of it that counts, cleaned and bounded, one thing to a
// line. Pure.
import { cleanText } from '@shared/base/clean-text';
import type { OwnCodeWorkload } from '@shared/experiment/own-code';
import { message } from '../messages/message';

/** Maximum length of a path, an argument and parameters, and maximum lines of a list. */
const most = { path: 1000, argument: 200, params: 500, arguments: 12, files: 8 } as const;

/** What the code consists of, where it has been looked at. */
export interface OwnFacts {
  /** Files in all. */
  readonly files: number;
  /** Of these, files of installed packages. */
  readonly packaged: number;
  /** Paths of the others that lie outside the folders that the user has opened. */
  readonly outside: readonly string[];
}

/** A text on one line; what is cut says how much there is. */
function show(text: string, max: number): string {
  const shown = cleanText(text, max);
  const count = text.length;
  return count > max ? message('own-cut', { text: shown, count }) : shown;
}

function list(
  lines: readonly string[],
  max: number,
  rest: 'own-more-arguments' | 'own-more-files',
): readonly string[] {
  const count = lines.length - max;
  return count <= 0 ? lines : [...lines.slice(0, max), message(rest, { count })];
}

function describeFacts({ files, packaged, outside }: OwnFacts): readonly string[] {
  const all =
    packaged === 0
      ? message('own-files', { files })
      : message('own-files-packaged', { files, packaged });
  if (outside.length === 0) return [all];
  const shown = outside.map((path) => `  ${show(path, most.path)}`);
  return [
    message('own-files-outside', { all, outside: outside.length }),
    ...list(shown, most.files, 'own-more-files'),
  ];
}

function describeParams(params: unknown): string {
  return message('own-params', { params: show(JSON.stringify(params), most.params) });
}

/** Returns where it lies, as `program` of a path says it, and what it is given. */
function describeLines(
  workload: OwnCodeWorkload,
  program: (path: string) => string,
): readonly string[] {
  if (workload.kind === 'module') {
    return [
      show(workload.path, most.path),
      message('own-function', { name: show(workload.export, most.argument) }),
      describeParams(workload.params),
    ];
  }
  const { command, args, params = {} } = workload;
  const shown = args.map((arg, index) =>
    message('own-argument', { number: index + 1, value: show(arg, most.argument) }),
  );
  return [
    program(show(command, most.path)),
    ...list(shown, most.arguments, 'own-more-arguments'),
    ...(Object.keys(params).length === 0 ? [] : [describeParams(params)]),
  ];
}

/** A user's own code, as lines: where it lies, what is called and with what, and how many files it is. */
export function describeRequest(workload: OwnCodeWorkload, facts?: OwnFacts): string {
  const lines = describeLines(workload, (path) => message('own-program', { path }));
  return [...lines, ...(facts === undefined ? [] : describeFacts(facts))].join('\n');
}

/** The same in one sentence's part, for a terminal: `/home/a/work.mjs, function: default, params: {}`. */
export function describeRequestShort(workload: OwnCodeWorkload): string {
  return describeLines(workload, (path) => path).join(message('list-separator'));
}
