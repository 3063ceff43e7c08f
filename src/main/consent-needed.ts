// What of an experiment is not Corelane's own and needs a person's consent, each known by its content.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { describeFileError } from '@engine/file-error';
import { strangeInterpreters } from '@engine/python/named-interpreters';
import { refuseRelative } from '@engine/own-work/resolve';
import type { Experiment } from '@shared/experiment';
import { fail, ok, type Result } from '@shared/result';
import { isOwnWork } from '@shared/workloads';

/** Something that is run only after a yes. */
export interface OwnCode {
  /** Another file, or the same one changed, has another. */
  readonly key: string;
  /** Its whole path or command line. */
  readonly what: string;
}

/** What of an experiment needs consent; nothing where all that runs is Corelane's, or found here by itself. */
export async function ownCodeOf(experiment: Experiment): Promise<Result<readonly OwnCode[]>> {
  const work = await workOf(experiment);
  if (!work.ok) return work;
  const all = [...work.value];
  for (const path of strangeInterpreters(experiment)) {
    const content = await hashOf(path, 'strategies');
    if (!content.ok) return content;
    all.push({ key: JSON.stringify(['interpreter', path, content.value]), what: path });
  }
  return ok(all);
}

async function workOf(experiment: Experiment): Promise<Result<readonly OwnCode[]>> {
  const { workload } = experiment;
  if (!isOwnWork(workload)) return ok([]);
  if (workload.kind === 'command') {
    const { command, args } = workload;
    return ok([
      { key: JSON.stringify(['command', command, args]), what: [command, ...args].join(' ') },
    ]);
  }
  const whole = refuseRelative(experiment);
  if (!whole.ok) return whole;
  const { path } = workload;
  const content = await hashOf(path, 'workload.path');
  if (!content.ok) return content;
  return ok([{ key: JSON.stringify(['module', path, content.value]), what: path }]);
}

/** The SHA-256 of a file; `not-read`, at `place` of the experiment, where it can't be read. */
async function hashOf(path: string, place: string): Promise<Result<string>> {
  try {
    // A pipe or a device would be read without end.
    if (!(await stat(path)).isFile()) {
      return fail('not-read', `${path} can't be run: it is not a file.`, place);
    }
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
    return ok(hash.digest('hex'));
  } catch (error) {
    return fail('not-read', `${path} can't be run: ${describeFileError(error)}.`, place);
  }
}
