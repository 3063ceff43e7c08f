// A run that nobody has to click for, in the real window and along its normal path: the window is
// told to press Run, and when it shows the results, report and pictures are left in a folder.
import { problemText } from '@present/words/engine/problems';
import { message } from '@present/messages/message';
import type { BrowserWindow, NativeImage } from 'electron';
import { deferred, within } from '@engine/host/base/deferred';
import { exitCodeOf } from '@present/words/outcome';
import { ProgressText } from '@present/words/progress';
import { readExperimentFile } from '@engine/run/read-experiment';
import { OutputFolder } from '@engine/store/output-folder';
import { longestTrialMs } from '@engine/trial/trial-session';
import { exporters } from '@report/index';
import { renderTable } from '@report/text';
import { defined } from '@shared/base/defined';
import type { Experiment } from '@shared/experiment/experiment';
import { usualFormats } from '@shared/report/export-formats';
import type { IpcEvents } from '@shared/wire/ipc';
import type { LiveEvent } from '@shared/report/live';
import type { Report } from '@shared/report/report';
import { ok, type Result } from '@shared/base/result';
import { setTimeout as wait } from 'node:timers/promises';
import type { DisplayRunRequest } from '../base/command-line';
import { logBug } from '../base/log';
import { LiveMoment, takePicture, takeSettledPicture } from './pictures';
import type { ViewTracker } from './view-tracker';

/** How long the window may take to show a place, or to be drawn. */
const showWithinMs = 30_000;
const pictureWithinMs = 10_000;
/** How long after an event the window has drawn it, at its slowest while a trial is measured. */
const drawnWithinMs = 500;
/** How long beyond the trials' own limits nothing may happen. */
const quietBeyondMs = 60_000;
/** Between two signs of life there may be a trial, and a reference and another trial that look for its mismatch. */
const trialsUntold = 3;

/** A run begins with its reference; a point of the break-even search takes some of its short trials. */
const signsOfLife: ReadonlySet<LiveEvent['type']> = new Set([
  'run-begin',
  'trial-begin',
  'trial-end',
  'break-even',
]);

export interface DisplayRunOptions {
  readonly request: DisplayRunRequest;
  readonly window: BrowserWindow;
  readonly places: ViewTracker;
  readonly command: (payload: IpcEvents['command']) => void;
}

/** The experiment that `--experiment` names; nothing where the default preset is to run. */
export async function readRequested(
  request: DisplayRunRequest | undefined,
): Promise<Result<Experiment | undefined>> {
  if (request?.experiment === undefined) return ok(undefined);
  return readExperimentFile(request.experiment);
}

export class DisplayRun {
  readonly #options: DisplayRunOptions;
  readonly #progress = new ProgressText();
  readonly #moment = new LiveMoment();
  readonly #ended = deferred<Report | string>();
  #livePicture: Promise<NativeImage | undefined> = Promise.resolve(undefined);
  #watchdog: NodeJS.Timeout | undefined;
  #quietMs = quietBeyondMs;
  #begun = false;

  constructor(options: DisplayRunOptions) {
    this.#options = options;
  }

  /** Runs, writes, prints; the exit code: 0 done, 1 a trial or the run failed. */
  async execute(experiment: Experiment | undefined): Promise<0 | 1> {
    const { places, command } = this.#options;
    if (!(await this.#shown(places.next('lab')))) return this.#giveUp();
    const results = places.next('results');
    this.#stayAwake();
    command({ name: 'run-default', ...defined({ experiment }) });
    const outcome = await this.#ended.promise;
    clearTimeout(this.#watchdog);
    if (typeof outcome === 'string') {
      print(outcome);
      return 1;
    }
    const picture = (await this.#shown(results))
      ? await this.#picture(takeSettledPicture)
      : undefined;
    const written = await this.#write(outcome, picture);
    print('');
    print(renderTable(outcome));
    return written ? exitCodeOf(outcome) : 1;
  }

  /** Receives the events of the engine. */
  follow(event: LiveEvent): void {
    if (event.type === 'run-begin') {
      this.#begun = true;
      this.#quietMs = trialsUntold * longestTrialMs(event.experiment) + quietBeyondMs;
    }
    if (signsOfLife.has(event.type)) this.#stayAwake();
    if (this.#moment.isNow(event)) {
      this.#livePicture = wait(drawnWithinMs).then(() => this.#picture(takePicture));
    }
    const line = this.#progress.follow(event);
    if (line !== undefined) print(line);
  }

  /** The report is there. */
  take(report: Report): void {
    this.#ended.resolve(report);
  }

  /** The page's process is gone and comes again: a run under way goes on, one to come never began. */
  pageGone(why: string): void {
    if (!this.#begun) this.fail(why);
  }

  /** The page can't be shown: a run under way goes on, without a picture. */
  pageLost(why: string): void {
    print(why);
    if (!this.#begun) this.fail(why);
  }

  /** Something failed that ends the run. */
  fail(why: string): void {
    this.#ended.resolve(why);
  }

  async #write(report: Report, results: NativeImage | undefined): Promise<boolean> {
    const { request } = this.#options;
    const live = await this.#livePicture;
    const files: [string, Iterable<string> | Uint8Array | undefined][] = [
      ...usualFormats.map((format): [string, Iterable<string>] => {
        const { extension, render } = exporters[format];
        return [`report.${extension}`, render(report)];
      }),
      ['window-live.png', live?.toPNG()],
      ['window.png', results?.toPNG()],
    ];
    const { experiment, run } = report;
    const output = await OutputFolder.make(request.out, experiment.name, run.startedAt);
    if (!output.ok) {
      print(problemText(output.problem));
      return false;
    }
    let good = true;
    for (const [name, data] of files) {
      if (data === undefined) {
        print(message('display-no-picture', { name }));
        continue;
      }
      const written = await output.value.write(name, data);
      print(
        written.ok
          ? message('display-wrote', { path: written.value })
          : problemText(written.problem),
      );
      good &&= written.ok;
    }
    for (const problem of await output.value.publish()) print(problemText(problem));
    return good;
  }

  async #picture(take: typeof takePicture): Promise<NativeImage | undefined> {
    try {
      return await within(take(this.#options.window), pictureWithinMs);
    } catch (error) {
      // The window has gone meanwhile; the run goes on without its picture.
      logBug('picture', error);
      return undefined;
    }
  }

  async #shown(place: Promise<void>): Promise<boolean> {
    const shown = place.then(() => true);
    return (await within(shown, showWithinMs)) === true;
  }

  #giveUp(): 1 {
    print(message('display-not-open', { seconds: showWithinMs / 1000 }));
    return 1;
  }

  #stayAwake(): void {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => {
      const seconds = this.#quietMs / 1000;
      this.fail(message('display-silent', { seconds }));
    }, this.#quietMs);
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
