// Pictures of the window as it is shown. Encoding waits until nothing is measured any more.
import type { BrowserWindow, NativeImage } from 'electron';
import type { LiveEvent, PlannedTrial } from '@shared/report/live';

/**
 * Picks the moment of the picture of a run: amid the tasks of a trial with several lanes. Picturing
 * takes time from the cores, so the trial is the last such warm-up, which counts nowhere; where an
 * experiment has none, one half-way.
 */
export class LiveMoment {
  #target: number | undefined;
  #wanted = Infinity;
  #trial: number | undefined;
  #tasksDone = 0;
  #taken = false;

  /** Returns whether this is the moment; true once at most. */
  isNow(event: LiveEvent): boolean {
    if (this.#taken) return false;
    this.#follow(event);
    this.#taken = this.#isRight(event);
    return this.#taken;
  }

  #follow(event: LiveEvent): void {
    if (event.type === 'run-begin') {
      const { cells, experiment } = event;
      const order = event.order.filter(({ empty }) => empty !== true);
      const wide = cells.filter(({ topology }) => topology.processes * topology.threads > 1);
      const candidates = order.filter(({ cell }) => wide.some(({ id }) => id === cell));
      const halfWay = (trials: readonly PlannedTrial[]): PlannedTrial | undefined =>
        trials.find(({ trial }) => trial >= event.order.length / 2);
      const target =
        candidates.filter(({ warmup }) => warmup).at(-1) ?? halfWay(candidates) ?? halfWay(order);
      this.#target = target?.trial ?? order.at(-1)?.trial;
      this.#wanted = experiment.tasks / 3;
    }
    if (event.type === 'trial-begin') {
      this.#trial = event.trial;
      this.#tasksDone = 0;
    }
    if (event.type === 'spans') this.#tasksDone += event.spans.task.length;
  }

  #isRight(event: LiveEvent): boolean {
    if (this.#target === undefined || this.#trial !== this.#target) return false;
    return (
      event.type === 'trial-end' || (event.type === 'spans' && this.#tasksDone >= this.#wanted)
    );
  }
}

/** Resolves with what the window shows at this moment; nothing where it shows nothing. */
export async function takePicture(window: BrowserWindow): Promise<NativeImage | undefined> {
  if (window.isDestroyed()) return undefined;
  const image = await window.webContents.capturePage();
  return image.isEmpty() ? undefined : image;
}

/** Resolves in the page when what it shows now has been drawn. */
const twoFrames =
  'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn())))';

const maxTries = 10;

/** Resolves with what the window shows when it has come to rest: the first picture that is like the one before. */
export async function takeSettledPicture(window: BrowserWindow): Promise<NativeImage | undefined> {
  let image: NativeImage | undefined;
  for (let tries = 0; tries < maxTries && !window.isDestroyed(); tries += 1) {
    await window.webContents.executeJavaScript(twoFrames);
    const next = await takePicture(window);
    if (next !== undefined && image?.toBitmap().equals(next.toBitmap()) === true) return next;
    image = next;
  }
  return image;
}
