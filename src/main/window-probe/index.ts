// A small app beside the app: a hidden window with an animation, work in every placement, and what
// became of the frames. It talks in lines, as the other probes do, and ends with its starter.
import { defined } from '@shared/base/defined';
import { errorText } from '@shared/base/error-text';
import { app, BrowserWindow, session } from 'electron';
import { createInterface } from 'node:readline';
import { ownThreadId } from '@engine/host/thread-id';
import type { RawFigure } from '@shared/claims/claims';
import type { ProbeAnswer, ProbeRequest } from '@shared/claims/probes';
import type { StrategyKind } from '@shared/experiment/strategies';
import type { WorkerIdentity } from '@shared/base/worker-identity';
import { appOrigin, serveFiles } from '../window/protocol';
import { refuseAll } from '../window/security';
import { look, type Look } from './measure';
import { workPlaces, type OnWorker, type WorkPlace } from './placements';

/** Frames that come at least this evenly are the machine at rest. */
const steadyNs = 50e6;
const minFrames = 40;
const maxTries = 5;

const strategies: Readonly<Record<WorkPlace, StrategyKind>> = {
  idle: 'serial',
  page: 'serial',
  main: 'async',
  thread: 'threads',
  process: 'processes',
};

function say(answer: ProbeAnswer): void {
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}

/** Opens the hidden window; it draws as if it were seen. */
async function openHidden(pageFolder: string): Promise<BrowserWindow> {
  refuseAll(session.defaultSession);
  serveFiles(session.defaultSession, pageFolder);
  const window = new BrowserWindow({
    ...{ width: 400, height: 300, show: false, paintWhenInitiallyHidden: true },
    webPreferences: {
      ...{ sandbox: true, contextIsolation: true, nodeIntegration: false },
      backgroundThrottling: false,
    },
  });
  await window.loadURL(`${appOrigin}/probe.html`);
  return window;
}

function figuresFor(placement: WorkPlace, looks: readonly Look[]): readonly RawFigure[] {
  const common = {
    variant: placement,
    label: `place-${placement}` as const,
    strategy: strategies[placement],
  };
  return [
    { ...common, quantity: 'loop-delay', unit: 'ns', values: looks.map((one) => one.loopDelayNs) },
    {
      ...common,
      quantity: 'worst-frame',
      unit: 'ns',
      values: looks.map((one) => one.worstFrameNs),
    },
    {
      ...common,
      quantity: 'frames',
      unit: 'frames/s',
      values: looks.map((one) => one.framesPerSecond),
    },
  ];
}

/** A page that has just opened has other things to do: waits until its frames come as they should, or says so. */
async function settle(window: BrowserWindow, tell: OnWorker): Promise<void> {
  for (let tried = 0; tried < maxTries; tried += 1) {
    const { worstFrameNs, framesPerSecond } = await look(window, 'idle', tell);
    if (worstFrameNs < steadyNs && framesPerSecond > minFrames) return;
  }
  say({ type: 'note', code: 'frames-uneven' });
}

async function perform({ params }: ProbeRequest, pageFolder: string): Promise<void> {
  const window = await openHidden(pageFolder);
  const workers: WorkerIdentity[] = [];
  const tell = ({ pid, tid }: Pick<WorkerIdentity, 'pid' | 'tid'>): void => {
    const own = pid === process.pid;
    const host = own ? 0 : workers.filter((known) => known.pid !== process.pid).length + 1;
    const thread = workers.filter((known) => known.pid === pid).length;
    const worker = workers.length;
    workers.push({ worker, host, thread, pid, ...defined({ tid }) });
    say({ type: 'workers', workers });
  };
  const tid = ownThreadId();
  tell({ pid: process.pid, ...defined({ tid }) });
  const pagePid = window.webContents.getOSProcessId();
  tell({ pid: pagePid, tid: pagePid });
  await settle(window, tell);
  for (const placement of workPlaces) {
    const looks: Look[] = [];
    for (let repeat = 0; repeat < Number(params['repeats']); repeat += 1) {
      looks.push(await look(window, placement, tell));
    }
    say({ type: 'figures', figures: figuresFor(placement, looks) });
  }
  say({ type: 'done' });
}

/** Runs the probe; the process ends when its starter ends it, or is gone. */
export function runWindowProbe(pageFolder: string): void {
  const fail = (error: unknown): void => say({ type: 'fault', message: errorText(error) });
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  const lines = createInterface({ input: process.stdin });
  lines.on('line', (line) => {
    const request = JSON.parse(line) as ProbeRequest;
    app
      .whenReady()
      .then(() => perform(request, pageFolder))
      .catch(fail);
  });
  lines.on('close', () => app.exit(0));
  app.on('window-all-closed', () => app.exit(0));
}
