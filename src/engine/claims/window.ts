// Measures how a window responds while work runs beside it: a real Electron, with a window nobody sees.
import { defined } from '@shared/base/defined';
import { windowProbeSwitch } from '@shared/claims/window-probe';
import type { ProbeAnswer, ProbeRequest } from '@shared/claims/probes';
import type { EnvironmentPart } from '@shared/wire/run-mark';
import { launchProgram } from '../launch/line-launcher';
import type { ElectronProgram, Measure } from './context';
import { openDisplay } from './display';
import { collectFigures } from './collect-figures';
import { lab } from './lab';
import { runProbes } from './probe-run';

const repeats = 5;

/** Returns what Chromium needs where nobody looks, and where there is no sandbox. */
function switches(): readonly string[] {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  return asRoot ? ['--no-sandbox'] : [];
}

function start(
  { path, args }: ElectronProgram,
  mark: EnvironmentPart,
  folder: string,
  display: string | undefined,
) {
  return launchProgram<ProbeRequest, ProbeAnswer>(path, {
    args: [...args, ...switches(), `--user-data-dir=${folder}`, windowProbeSwitch],
    env: {
      ...mark,
      ELECTRON_RUN_AS_NODE: undefined,
      ...defined({ DISPLAY: display }),
    },
  });
}

export const measureWindow: Measure = async (context) => {
  const { electron } = context;
  if (electron === undefined) {
    return { figures: [], notes: [{ kind: 'no-electron' }] };
  }
  const display = await openDisplay();
  if (!display.ok) {
    const found = display.problem.code === 'display-not-started';
    return { figures: [], notes: [{ kind: found ? 'display-not-started' : 'no-display' }] };
  }
  try {
    const ends = await runProbes(context, lab('window'), [
      {
        ...{ probe: 'window', strategy: 'async', workers: 1 },
        ...{ params: { repeats }, timeoutSeconds: 60 },
        start: (folder: string) =>
          start(electron, context.reaper.mark.env, folder, display.value.name),
      },
    ]);
    return collectFigures(context, ends);
  } finally {
    await display.value.close();
  }
};
