// One worker of a probe, as a thread or as a process of its own: plays the role it is given.
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { ownThreadId } from '@engine/host/thread-id';
import { defined } from '@shared/base/defined';
import { threadTalk, processTalk, type WorkerBegin } from './claim-probes/talk';
import { roles } from './claim-probes/roles';

function begin(): WorkerBegin {
  const tid = ownThreadId();
  return { began: true, pid: process.pid, ...defined({ tid }) };
}

if (isMainThread) {
  process.on('disconnect', () => process.exit(0));
  const talk = processTalk();
  process.once('message', (part: { readonly role: keyof typeof roles; readonly data: unknown }) => {
    void roles[part.role](part.data as never, talk);
  });
  talk.send(begin());
} else {
  if (parentPort === null) throw new Error('a worker thread has a port');
  const { role, data } = workerData as {
    readonly role: keyof typeof roles;
    readonly data: unknown;
  };
  const talk = threadTalk(parentPort);
  talk.send(begin());
  void roles[role](data as never, talk);
}
