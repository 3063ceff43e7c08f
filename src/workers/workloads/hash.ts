// Hash: SHA-256 of a buffer again and again, each digest written over the buffer's start before the
// next round, so that every round counts.
import { createHash } from 'node:crypto';
import { workloads } from '@shared/experiment/workloads';
import { param, type LoadedWorkload, type WorkloadContext } from './context';
import { randomBytes, taskState } from './random';

const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

/** The checksum is the last digest's first six bytes, big-endian: 48 bits. */
export function create(context: WorkloadContext): LoadedWorkload {
  const bytes = param(context, 'bytes');
  const rounds = param(context, 'rounds');
  return {
    run: (task) => {
      const buffer = randomBytes(bytes, taskState(context.seed, task % workloads.hash.variants));
      let digest = sha256(buffer);
      for (let round = 1; round < rounds; round += 1) {
        digest.copy(buffer);
        digest = sha256(buffer);
      }
      return digest.readUIntBE(0, 6);
    },
  };
}
