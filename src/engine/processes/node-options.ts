// Finds the parts of NODE_OPTIONS that can't hold for many children at once. Pure.
import type { EnvironmentPart } from '@shared/wire/run-mark';

const inspector = /^--(?:inspect|debug)(?:-brk|-wait|-port)?(?:=(.*))?$/;

/**
 * The same, with a debugger's port of its own for each child, and none that waits for a debugger: one port has
 * room for one process, and a child that waits is never ready.
 */
export function forChildren(options: string): string {
  const parts = options.match(/"(?:[^"\\]|\\.)*"|\S+/g) ?? [];
  return parts
    .map(forChild)
    .filter((part) => part !== '')
    .join(' ');
}

function forChild(part: string): string {
  const found = inspector.exec(part);
  if (found === null) return part;
  // Where it listens is said by another option, which stands beside `--inspect`.
  if (part.includes('-port')) return '';
  const host =
    /^(.*):\d*$/.exec(found[1] ?? '')?.[1] ?? (/^\d*$/.test(found[1] ?? '') ? undefined : found[1]);
  return `--inspect=${host === undefined || host === '' ? '' : `${host}:`}0`;
}

/** Returns what a child's environment has in place of this process's, for it to start whatever a debugger has set. */
export function nodeOptionsPart(environment: NodeJS.ProcessEnv): EnvironmentPart {
  const options = environment['NODE_OPTIONS'];
  return options === undefined ? {} : { NODE_OPTIONS: forChildren(options) };
}
