// Journals that are damaged in the middle: the trial of a damaged line is set aside, the others are kept.
import { problemText } from '@present/words/engine/problems';
import { notesOf } from '../../helpers/notes';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkSeal, seal } from '@engine/store/journal-seal';
import { RunStore } from '@engine/store/run-store';
import { renderJson } from '@report/json';
import { expandCells } from '@shared/experiment/cells';
import type { LiveEvent } from '@shared/report/live';
import type { Report } from '@shared/report/report';
import { parseReport } from '@shared/report/report-file';
import { makeBreakEven } from '../../helpers/make/break-even';
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
const planned = (trial: number) => ({
  trial,
  cell: cells[trial % 2]?.id ?? '',
  round: 0,
  warmup: false,
});

const eventsOf = (trial: number): readonly LiveEvent[] => [
  { type: 'trial-begin', trial, atNs: trial * 1000 },
  { type: 'workers', trial, workers: [{ worker: 0, host: 0, thread: 0, pid: 7 }] },
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

/** The lines of a journal of four trials, the last of which was planned later, and the file they are in. */
async function journal(): Promise<{ readonly path: string; readonly lines: string[] }> {
  const keeper = store.createRun();
  await keeper.begin({
    ...{ id: 'aaaaaaaa-0000-4000-8000-000000000000', startedAt: '2026-05-06T07:08:09.000Z' },
    ...{ program, environment: makeMachine(), experiment, cells: [...cells] },
    ...{ order: [0, 1, 2].map(planned), cores: [0, 1] },
  });
  for (const trial of [0, 1, 2, 3]) {
    if (trial === 3) keeper.take({ type: 'planned', order: [planned(3)] });
    for (const event of eventsOf(trial)) keeper.take(event);
    await keeper.write(500 + trial);
  }
  await keeper.writeBreakEven(breakEven);
  const { folder: own = '' } = keeper;
  const path = join(own, 'journal.ndjson');
  const lines = withoutHolder(await readFile(path, 'utf8')).split('\n');
  await keeper.discard();
  await mkdir(own);
  return { path, lines };
}

const breakEven = makeBreakEven();

async function recovered(path: string, lines: readonly string[]): Promise<Report> {
  await writeFile(path, lines.join('\n'));
  const [run] = await store.list();
  expect(run?.state).toBe('unfinished');
  const made = await store.recover(run?.id ?? '');
  if (!made.ok) throw new Error(problemText(made.problem));
  // Whatever is left out, the report is one.
  expect(parseReport([...renderJson(made.value.report)].join('')).ok).toBe(true);
  return made.value.report;
}

const trialsOf = ({ cells: all }: Report): number[] =>
  all.flatMap(({ trials }) => trials.map(({ order }) => order)).sort();

describe('the checksum of a line', () => {
  it('finds every single digit that is changed, and is itself a part of the JSON', () => {
    const line = seal('{"type":"end","durationNs":120345}');
    expect(JSON.parse(line)).toMatchObject({ type: 'end', durationNs: 120345 });
    expect(checkSeal(line)).toBe('whole');
    for (const [at, digit] of [...line].entries()) {
      if (!/\d/.test(digit)) continue;
      const other = `${line.slice(0, at)}${(Number(digit) + 1) % 10}${line.slice(at + 1)}`;
      expect(checkSeal(other)).not.toBe('whole');
    }
    expect(checkSeal('{"type":"end","durationNs":120345}')).toBe('unsealed');
  });
});

describe('a journal with a damaged line', () => {
  it('loses the trial of a line in which a digit was changed, by name, and no other', async () => {
    const { path, lines } = await journal();
    expect(lines[2]).toContain('"endNs":[150,280]');
    lines[2] = lines[2]?.replace('[150,280]', '[150,290]') ?? '';
    const report = await recovered(path, lines);
    expect(trialsOf(report)).toEqual([0, 2, 3]);
    const notes = notesOf(report.run).join('\n');
    expect(notes).toContain('3 of 4 trials');
    expect(notes).toContain("1 line of the run's journal could not be read.");
    expect(notes).toMatch(/^Set aside: trial 2 \(.+\), which has a damaged line.$/m);
  });

  it('is read in full where it has no checksums, as those of earlier versions', async () => {
    const { path, lines } = await journal();
    const old = lines.map((line) => line.replace(/,"crc32":"[0-9a-f]{8}"\}$/, '}'));
    expect(old.join('')).not.toContain('crc32');
    const report = await recovered(path, old);
    expect(trialsOf(report)).toEqual([0, 1, 2, 3]);
    expect(notesOf(report.run).join()).not.toContain('could not be read');
  });

  it('accepts no line without a checksum among those that have one', async () => {
    const { path, lines } = await journal();
    lines[1] = lines[1]?.replace(/,"crc32":"[0-9a-f]{8}"\}$/, '}') ?? '';
    const report = await recovered(path, lines);
    expect(trialsOf(report)).toEqual([1, 2, 3]);
    expect(notesOf(report.run).join('\n')).toContain('Set aside: trial 1 ');
  });

  it('sets a trial aside of which one of several lines is damaged, not those beside it', async () => {
    const { path, lines } = await journal();
    const [begin, ...rest] = [...eventsOf(1)];
    const parts = [[begin], rest].map((events) =>
      seal(JSON.stringify({ type: 'events', atNs: 501, events })),
    );
    lines.splice(2, 1, parts[0]?.replace('"atNs":1000', '"atNs":1001') ?? '', parts[1] ?? '');
    const report = await recovered(path, lines);
    expect(trialsOf(report)).toEqual([0, 2, 3]);
  });

  it.each(['?', '', '\u0000'.repeat(30), '{"type":"events"'])(
    'sets the trial aside whose line is no line any more: %j',
    async (text) => {
      const { path, lines } = await journal();
      lines[2] = text;
      const report = await recovered(path, lines);
      expect(trialsOf(report)).toEqual([0, 2, 3]);
      expect(notesOf(report.run).join('\n')).toContain('Set aside: trial 2 ');
    },
  );

  it('loses no trial for a line that is of none', async () => {
    const { path, lines } = await journal();
    const at = lines.findIndex((line) => line.startsWith('{"type":"break-even"'));
    lines[at] = lines[at]?.replace('"parameter"', '"parameten"') ?? '';
    expect(lines[at]).toContain('parameten');
    const report = await recovered(path, lines);
    expect(trialsOf(report)).toEqual([0, 1, 2, 3]);
    expect(report.breakEven).toBeUndefined();
  });

  it('says that its first line is damaged, and keeps the trials', async () => {
    const { path, lines } = await journal();
    lines[0] = lines[0]?.replace('07:08:09', '07:08:08') ?? '';
    const report = await recovered(path, lines);
    expect(trialsOf(report)).toEqual([0, 1, 2, 3]);
    expect(notesOf(report.run).join('\n')).toContain(
      "The first line of the run's journal is damaged",
    );
  });
});
