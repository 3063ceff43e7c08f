// Where in a person's own file an error came from. Pure.
import { fileName, languageOfFile } from '@shared/experiment/own-code';

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The innermost place of `path` in a stack, `work.mts:3`; undefined where the stack has none. */
export function placeIn(stack: string, path: string): string | undefined {
  const name = fileName(path);
  // Node.js tells the innermost first, Python last.
  const line =
    languageOfFile(path) === 'python'
      ? [...stack.matchAll(new RegExp(`[\\\\/"]${escape(name)}", line (\\d+)`, 'g'))].at(-1)?.[1]
      : new RegExp(`[\\\\/]${escape(name)}:(\\d+)`).exec(stack)?.[1];
  return line === undefined ? undefined : `${name}:${line}`;
}
