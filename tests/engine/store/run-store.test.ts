// The store without a run: journals are written, torn, read, recovered, kept and bounded.
import { saidOf } from '../../helpers/in-words';
import { problemText } from '@present/words/engine/problems';
import { removedRunsText } from '@present/words/engine/removed-runs';
import { textCode } from '@shared/report/facts';
import { notesOf } from '../../helpers/notes';
import {
  appendFile,
  mkdir,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  writeFile,
  mkdtemp,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { thisHolder } from '@engine/store/holder';
import type { JournalTop } from '@engine/run-journal';
import type { RunKeeper } from '@engine/store/run-keeper';
import { RunStore } from '@engine/store/run-store';
import { readKeptBytes, readSettings, writeSettings } from '@engine/store/settings';
import { renderJson } from '@report/json';
import { expandCells } from '@shared/experiment/cells';
import { defaultKeptBytes } from '@shared/kept/kept-run';
import type { LiveEvent } from '@shared/report/live';
import { parseReport } from '@shared/report/report-file';
import { makeMachine, makeReport } from '../../helpers/make/report';
import { withoutHolder } from '../../helpers/reseal';

let folder: string;
let store: RunStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corelane-test-'));
  store = new RunStore({ folder, renderJson });
});
afterEach(() => rm(folder, { recursive: true }));

const { experiment, program } = makeReport();
const cells = expandCells(experiment, 2).slice(0, 2);
const order = [0, 1, 2, 3].map((trial) => ({
  trial,
  cell: cells[trial % 2]?.id ?? '',
  round: 0,
  warmup: false,
}));

const top = (id: string, startedAt: string): JournalTop => ({
  ...{ id, startedAt, program, environment: makeMachine(), experiment },
  ...{ cells: [...cells], order, cores: [0, 1] },
});

/** What is said of one trial. */
const eventsOf = (trial: number): readonly LiveEvent[] => [
  { type: 'trial-begin', trial, atNs: trial * 1000 },
  {
    type: 'workers',
    trial,
    workers: [{ worker: 0, host: 0, thread: 0, pid: 7 }],
  },
  {
    type: 'spans',
    trial,
    spans: { task: [0, 1], worker: [0, 0], startNs: [100, 200], endNs: [150, 280] },
  },
  {
    type: 'trial-end',
    end: { trial, status: 'ok', startNs: 90, endNs: 300, coldNs: 200, warmNs: 180 },
  },
];

const first = 'aaaaaaaa-0000-4000-8000-000000000000';
const at = '2026-05-06T07:08:09.000Z';

/** A run of two of four trials whose process is gone; its folder. */
async function leaveUnfinished(id = first, startedAt = at): Promise<string> {
  const keeper = store.createRun();
  expect(await keeper.begin(top(id, startedAt))).toMatchObject({ ok: true });
  for (const trial of [0, 1]) {
    for (const event of eventsOf(trial)) keeper.take(event);
    expect(await keeper.write(500 + trial)).toMatchObject({ ok: true });
  }
  return abandon(keeper);
}

/** As if the process that writes it were gone; the run's folder. */
async function abandon(keeper: RunKeeper, change = withoutHolder): Promise<string> {
  const path = keeper.folder ?? '';
  const journal = join(path, 'journal.ndjson');
  const text = await readFile(journal, 'utf8');
  await keeper.discard();
  await mkdir(path);
  await writeFile(journal, change(text));
  return path;
}

describe('a run that was left unfinished', () => {
  it('is listed, recovered with its trials, and kept then', async () => {
    const path = await leaveUnfinished();
    const [listed] = await store.list();
    expect(listed).toMatchObject({ state: 'unfinished', name: experiment.name, startedAt: at });
    const recovered = await store.recover(listed?.id ?? '');
    expect(recovered).toMatchObject({ ok: true, value: { kept: { ok: true } } });
    if (!recovered.ok) return;
    const { report } = recovered.value;
    expect(report.run.status).toBe('unfinished');
    expect(report.id).toBe(first);
    expect(report.run.durationNs).toBe(501);
    expect(report.cells.map(({ trials }) => trials.length)).toEqual([1, 1]);
    expect(report.cells[0]?.trials[0]?.spans.endNs).toEqual([150, 280]);
    expect(notesOf(report.run).join()).toContain('2 of 4 trials');
    expect((await readdir(path)).sort()).toEqual(['about.json', 'report.corelane']);
    const [kept] = await store.list();
    expect(kept).toMatchObject({ state: 'finished', about: { status: 'unfinished', trials: 2 } });
    const opened = await store.open(kept?.id ?? '');
    expect(opened).toEqual(parseReport([...renderJson(report)].join('')));
    expect(opened.ok).toBe(true);
  });

  it('is read up to where its journal is torn, and past a line that is damaged', async () => {
    const path = await leaveUnfinished();
    const journal = join(path, 'journal.ndjson');
    const { size } = await stat(journal);
    await truncate(journal, size - 5);
    await appendFile(journal, '');
    const [listed] = await store.list();
    const torn = await store.recover(listed?.id ?? '');
    expect(torn.ok ? torn.value.report.cells.map(({ trials }) => trials.length) : []).toEqual([
      1, 0,
    ]);

    const other = await leaveUnfinished('bbbbbbbb-0000-4000-8000-000000000000');
    const lines = (await readFile(join(other, 'journal.ndjson'), 'utf8')).split('\n');
    lines[1] = '{"type":"events","atNs":"soon","events":[]}';
    await writeFile(join(other, 'journal.ndjson'), lines.join('\n'));
    const second = (await store.list()).find(({ state }) => state === 'unfinished');
    const damaged = await store.recover(second?.id ?? '');
    expect(damaged.ok ? damaged.value.report.cells.map(({ trials }) => trials.length) : []).toEqual(
      [0, 1],
    );
    expect(damaged.ok ? notesOf(damaged.value.report.run).join() : '').toContain(
      "1 line of the run's journal could not be read.",
    );
  });

  it('has a trial whose line stands twice once', async () => {
    const journal = join(await leaveUnfinished(), 'journal.ndjson');
    const [header, line, ...others] = (await readFile(journal, 'utf8')).split('\n');
    await writeFile(journal, [header, line, line, ...others].join('\n'));
    const [listed] = await store.list();
    const recovered = await store.recover(listed?.id ?? '');
    if (!recovered.ok) throw new Error(problemText(recovered.problem));
    const { report } = recovered.value;
    expect(notesOf(report.run).join()).toContain('2 of 4 trials');
    expect(report.cells.map(({ trials }) => trials.length)).toEqual([1, 1]);
    expect(report.cells[0]?.trials[0]?.spans.task).toEqual([0, 1]);
  });

  it.each([
    ['', /report\.corelane is empty\.$/],
    ['{"version": 2', /report\.corelane is damaged: /],
  ])('names its file where its report is damaged: %j', async (text, message) => {
    await leaveUnfinished();
    const [listed] = await store.list();
    await store.recover(listed?.id ?? '');
    await writeFile(join(listed?.folder ?? '', 'report.corelane'), text);
    const opened = await store.open(listed?.id ?? '');
    expect(saidOf(opened)).toMatch(message);
    // Its size tells already.
    expect(await store.list()).toMatchObject([{ state: 'damaged' }]);
    const again = await store.recover(listed?.id ?? '');
    expect(saidOf(again)).toContain('Its journal went when the report was');
  });

  it('ends as it ended where only its report is missing', async () => {
    const keeper = store.createRun();
    await keeper.begin(top(first, at));
    for (const trial of order) for (const event of eventsOf(trial.trial)) keeper.take(event);
    keeper.take({ type: 'run-end', status: 'done' });
    await keeper.end(900, { durationNs: 901, ownCpuNs: 17 });
    await abandon(keeper);
    const [listed] = await store.list();
    const recovered = await store.recover(listed?.id ?? '');
    expect(recovered).toMatchObject({
      value: { report: { run: { status: 'done', durationNs: 901, ownCpuNs: 17, notes: [] } } },
    });
  });

  it('is said to be damaged where its first line is, and can be removed', async () => {
    const path = await leaveUnfinished();
    await writeFile(join(path, 'journal.ndjson'), '{"schema":"corelane.jour');
    const [listed] = await store.list();
    expect(listed).toMatchObject({ state: 'damaged' });
    expect(listed?.why && problemText(listed.why)).toContain('only started');
    expect(await store.remove(listed?.id ?? '')).toMatchObject({ ok: true });
    expect(await store.list()).toEqual([]);
  });
});

describe('a run under way', () => {
  it('is not recovered and not removed while its process lives', async () => {
    const keeper = store.createRun();
    await keeper.begin(top(first, at));
    const [listed] = await store.list();
    expect(listed).toMatchObject({ state: 'running', pid: process.pid });
    const underWay = { problem: { code: 'run-under-way' } };
    expect(await store.recover(listed?.id ?? '')).toMatchObject(underWay);
    expect(await store.remove(listed?.id ?? '')).toMatchObject(underWay);
    await keeper.discard();
    expect(await store.list()).toEqual([]);
  });

  it.runIf(process.platform === 'linux')('is known by more than its number', async () => {
    const keeper = store.createRun();
    await keeper.begin(top(first, at));
    const { startTicks = 0, boot = '' } = thisHolder();
    const path = await abandon(keeper, (text) =>
      text.replace(`"startTicks":${startTicks}`, `"startTicks":${startTicks - 1}`),
    );
    expect(await store.list()).toMatchObject([{ state: 'unfinished' }]);
    const journal = join(path, 'journal.ndjson');
    const text = await readFile(journal, 'utf8');
    const same = text.replace(`"startTicks":${startTicks - 1}`, `"startTicks":${startTicks}`);
    await writeFile(journal, same);
    expect(await store.list()).toMatchObject([{ state: 'running' }]);
    await writeFile(journal, same.replace(boot, 'another-boot'));
    expect(await store.list()).toMatchObject([{ state: 'unfinished' }]);
  });
});

async function finish(startedAt: string, id: string) {
  const keeper = store.createRun();
  await keeper.begin(top(id, startedAt));
  return keeper.finish(makeReport());
}

describe('what is kept', () => {
  it('is bounded: the oldest finished runs go, said so, never an unfinished one', async () => {
    await writeSettings(folder, { keptBytes: 0 });
    expect(await readSettings(folder)).toEqual({ ok: true, value: { keptBytes: 0 } });
    await leaveUnfinished('cccccccc-0000-4000-8000-000000000000', '2025-01-01T00:00:00.000Z');
    expect(await finish('2026-01-01T00:00:00.000Z', first)).toMatchObject({ ok: true });
    const second = await finish(at, 'bbbbbbbb-0000-4000-8000-000000000000');
    const removed = second.ok ? second.value.removed : undefined;
    expect(removed).toEqual({
      runs: [expect.stringContaining('2026-01-01T000000Z')],
      keptBytes: 0,
    });
    expect(removed && removedRunsText(removed)).toMatch(
      /^The oldest kept run \(2026-01-01T000000Z\S*\) was deleted: kept runs take at most 0 B, /,
    );
    expect((await store.list()).map(({ state }) => state)).toEqual(['finished', 'unfinished']);
  });

  it.each([0, 1])(
    'holds the newest finished run where the limit becomes %d bytes',
    async (bytes) => {
      await finish('2026-01-01T00:00:00.000Z', first);
      await finish(at, 'bbbbbbbb-0000-4000-8000-000000000000');
      await writeSettings(folder, { keptBytes: bytes });
      const { runs } = (await store.trim()) ?? {};
      expect(runs).toEqual([expect.stringContaining('2026-01-01T000000Z')]);
      expect((await store.list()).map(({ id }) => id.slice(0, 17))).toEqual(['2026-05-06T070809']);
      expect(await store.trim()).toBeUndefined();
      // An older one that is recovered is kept, and the newest still is.
      await leaveUnfinished(first, '2026-01-01T00:00:00.000Z');
      for (const { id, state } of await store.list())
        if (state !== 'finished') await store.recover(id);
      expect((await store.list()).map(({ state }) => state)).toEqual(['finished', 'finished']);
    },
  );

  it('stays whole while the file of settings is damaged: the limit in it is not known', async () => {
    await finish('2026-01-01T00:00:00.000Z', first);
    await finish(at, 'bbbbbbbb-0000-4000-8000-000000000000');
    expect(await readKeptBytes(folder)).toBe(defaultKeptBytes);
    await writeFile(join(folder, 'settings.json'), '{"keptBytes": 90000');
    expect(await readKeptBytes(folder)).toBeUndefined();
    expect(await store.trim()).toBeUndefined();
    expect(await store.list()).toHaveLength(2);
  });

  it('is where it can be, and costs the run nothing where it can not', async () => {
    await writeFile(join(folder, 'runs'), 'in the way');
    const keeper = store.createRun();
    expect(await keeper.begin(top(first, at))).toMatchObject({ problem: { code: 'not-kept' } });
    keeper.take({ type: 'note', note: textCode('x') });
    expect(await keeper.write(1)).toEqual({ ok: true, value: undefined });
    expect(await keeper.finish(makeReport())).toMatchObject({ problem: { code: 'not-kept' } });
    expect(await store.list()).toEqual([]);
  });

  it('is named by folders of the store alone', async () => {
    await mkdir(join(folder, 'runs', 'something-else'), { recursive: true });
    expect(await store.list()).toEqual([]);
    for (const id of ['../settings.json', '2026-05-06T070809Z-../../x', 'something-else']) {
      expect(await store.open(id)).toMatchObject({ problem: { code: 'no-such-run' } });
    }
  });
});
