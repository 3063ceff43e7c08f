// Own code that writes to descriptors that are not its own: its trial fails with a sentence, and the run goes on.
import { whyOf } from '../../helpers/failures';
import { afterAll, expect, it } from 'vitest';
import { pipeDescriptor } from '@engine/host/framed-pipe';
import { OwnFolder } from '../../helpers/own-code';
import { beginRun, experiment } from '../../helpers/run-experiment';

const own = new OwnFolder();
afterAll(() => own.remove());

it.each([
  ['a text', `'hello\\n'`],
  ['a length without its bytes', 'Buffer.of(67, 76, 80, 49, 255, 255, 255, 127)'],
  ['bytes that V8 would not have written', 'Buffer.alloc(3000)'],
])('%s on the pipe of messages', async (_, bytes) => {
  const workload = own.workload(
    'writer.mjs',
    `import { writeSync } from 'node:fs';
export default function work(_, index) {
  if (index === 1) writeSync(${pipeDescriptor}, ${bytes});
  return index;
}`,
  );
  const strategies = [{ kind: 'serial' as const }, { kind: 'processes' as const, workers: 2 }];
  const { report } = beginRun(experiment({ workload, strategies, tasks: 4, repeats: 2 }));
  const { run, cells } = await report;
  expect(run.status).toBe('done');
  for (const { trials } of cells) {
    expect(trials).toHaveLength(2);
    for (const { status, evidence } of trials) {
      expect(whyOf(evidence)).toContain(
        'own code may have written to a descriptor that is not its own.',
      );
      expect(status).toBe('failed');
    }
  }
});

it.runIf(process.platform !== 'win32')('the pipe of messages is not descriptor 3', async () => {
  const workload = own.workload(
    'three.mjs',
    `import { fstatSync } from 'node:fs';
export default function work(_, index) {
  let isPipe = false;
  try {
    const stats = fstatSync(3);
    isPipe = stats.isSocket();
  } catch {}
  if (isPipe) throw new Error('the pipe of messages is descriptor 3');
  return index;
}`,
  );
  const { report } = beginRun(experiment({ workload, tasks: 2 }));
  const { cells } = await report;
  expect(cells[0]?.trials.map(({ status }) => status)).toEqual(['ok']);
});
