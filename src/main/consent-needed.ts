// What of an experiment is not Corelane's own and needs a person's consent, each known by its content.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { describeFileError } from '@engine/file-error';
import { needsBundle, readOwnCode } from '@engine/own-work/bundle';
import { refuseRelative } from '@engine/own-work/resolve';
import { strangeInterpreters } from '@engine/python/named-interpreters';
import type { Experiment } from '@shared/experiment';
import { describeOwnWork, type CommandWorkload } from '@shared/own-work';
import { fail, ok, type Result } from '@shared/result';
import { isOwnWork } from '@shared/workloads';

/** Where an experiment names a file of a person's own. */
const place = 'workload.path';

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
    // What can't be read can't be started either.
    if (!content.ok) continue;
    all.push({ key: JSON.stringify(['interpreter', path, content.value]), what: path });
  }
  return ok(all);
}

async function workOf(experiment: Experiment): Promise<Result<readonly OwnCode[]>> {
  const { workload } = experiment;
  if (!isOwnWork(workload)) return ok([]);
  if (workload.kind === 'command') return commandOf(workload);
  const whole = refuseRelative(experiment);
  if (!whole.ok) return whole;
  const { path } = workload;
  const content = needsBundle(workload) ? await bundleHash(path) : await hashOf(path, place);
  if (!content.ok) return content;
  return ok([{ key: JSON.stringify(['module', path, content.value]), what: path }]);
}

/** A program that is named by a path is known by its file too; one to look up by its name alone. */
async function commandOf(workload: CommandWorkload): Promise<Result<readonly OwnCode[]>> {
  const { command } = workload;
  const content = /[\\/]/.test(command) ? await hashOf(command, 'workload.command') : ok('');
  if (!content.ok) return content;
  return ok([{ key: JSON.stringify([workload, content.value]), what: describeOwnWork(workload) }]);
}

/** The SHA-256 of all that a file for Node.js brings together, what it imports included. */
async function bundleHash(path: string): Promise<Result<string>> {
  // A pipe or a device would be read without end.
  const readable = await hashOf(path, place);
  if (!readable.ok) return readable;
  const read = await readOwnCode(path);
  if (!read.ok) return fail(read.problem.code, `${read.problem.message}.`, place);
  return ok(createHash('sha256').update(read.value.code).digest('hex'));
}

/** The SHA-256 of a file; `not-read`, at that place of the experiment, where it can't be read. */
async function hashOf(path: string, at: string): Promise<Result<string>> {
  try {
    // A pipe or a device would be read without end.
    if (!(await stat(path)).isFile()) {
      return fail('not-read', `${path} can't be run: it is not a file.`, at);
    }
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
    return ok(hash.digest('hex'));
  } catch (error) {
    return fail('not-read', `${path} can't be run: ${describeFileError(error)}.`, at);
  }
}
