// Files: each task writes a file of its own, syncs it to the disk, reads it back, compares and
// deletes it.
import { open, readFile, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { saidError } from '@engine/host/base/said-error';
import { workloads } from '@shared/experiment/workloads';
import { foldBytes } from './checksum';
import { param, type LoadedWorkload, type WorkloadContext } from './context';
import { randomBytes, taskState } from './random';

async function writeAndSync(file: FileHandle, bytes: Buffer): Promise<void> {
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The checksum folds the bytes read back. */
export function create(context: WorkloadContext): LoadedWorkload {
  const size = param(context, 'bytes');
  const { folder } = context.inputs;
  if (folder === undefined) throw new Error('the files workload needs a folder');
  return {
    run: async (task) => {
      const written = randomBytes(size, taskState(context.seed, task % workloads.files.variants));
      const path = join(folder, `task-${process.pid}-${threadId}-${task}.bin`);
      // Fails where the file exists: it would be another task's, and not for this one to delete.
      const file = await open(path, 'wx');
      try {
        await writeAndSync(file, written);
        const read = await readFile(path);
        if (!read.equals(written)) throw saidError('read-back', { path });
        return foldBytes(read);
      } finally {
        await rm(path, { force: true });
      }
    },
  };
}
