// A run's journal holds what its report does: the report made of the journal alone is the same.
import { problemText } from '@present/words/engine/problems';
import { notesOf } from '../helpers/notes';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRun } from '@engine/run/run';
import { createForkLauncher } from '@engine/launch/fork-launcher';
import { RunStore } from '@engine/store/run-store';
import type { RunJournal } from '@engine/run-journal';
import { renderJson } from '@report/json';
import { parseExperiment } from '@shared/experiment/parse-experiment';
import type { LiveEvent } from '@shared/report/live';
import type { Report } from '@shared/report/report';
import { builtEntries } from '../helpers/entries';
import { withoutHolder } from '../helpers/reseal';
import { experiment } from '../helpers/run-experiment';

let folder: string;
let store: RunStore;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corelane-test-'));
  store = new RunStore({ folder, renderJson });
});
afterAll(() => rm(folder, { recursive: true }));

function run(
  journal: RunJournal,
  onEvent: (event: LiveEvent) => void = () => undefined,
): Promise<Report> {
  const parsed = parseExperiment(
    experiment({
      strategies: [{ kind: 'serial' }, { kind: 'threads', workers: 2 }],
      repeats: 2,
      emptyRepeats: 1,
      sampling: { hz: 50, memoryHz: 10 },
      breakEven: { tasks: [2], workers: 2, budgetSeconds: 1 },
    }),
  );
  if (!parsed.ok) throw new Error(problemText(parsed.problem));
  return startRun({
    experiment: parsed.value,
    launcher: createForkLauncher(),
    entries: builtEntries,
    program: { name: 'corelane', version: '0.0.0', shell: 'cli', runtime: 'node' },
    onEvent,
    journal,
  }).done;
}

describe('the journal', () => {
  it('has each trial on disk before its end is told, and at the end the whole report', async () => {
    const keeper = store.createRun();
    const journal = (): string => join(keeper.folder ?? '', 'journal.ndjson');
    const found: Promise<boolean>[] = [];
    const report = await run(keeper, (event) => {
      if (event.type !== 'trial-end') return;
      const end = `"trial-end","end":{"trial":${event.end.trial},`;
      found.push(readFile(journal(), 'utf8').then((text) => text.includes(end)));
    });
    expect(await Promise.all(found)).toEqual(Array.from({ length: 6 }, () => true));

    const copy = join(folder, 'copy.ndjson');
    await copyFile(journal(), copy);
    expect(await keeper.finish(report)).toMatchObject({ ok: true });
    const [kept] = await store.list();
    expect(await store.open(kept?.id ?? '')).toEqual({ ok: true, value: report });

    // As if its process had gone before the report was written.
    await rm(join(kept?.folder ?? '', 'report.corelane'));
    const text = await readFile(copy, 'utf8');
    await writeFile(journal(), withoutHolder(text));
    const recovered = await store.recover(kept?.id ?? '');
    if (!recovered.ok) throw new Error(problemText(recovered.problem));
    const { createdAt, breakEven, warnings, ...same } = recovered.value.report;
    const { createdAt: before, breakEven: searched, warnings: all, ...expected } = report;
    expect(createdAt >= before).toBe(true);
    // What the sampler took after the last trial is in no line of a trial.
    const { sampler, ...told } = same.run;
    const { sampler: whole, ...whenEnded } = expected.run;
    expect(sampler?.cpuNs ?? Infinity).toBeLessThanOrEqual(whole?.cpuNs ?? 0);
    expect({ ...same, run: told }).toEqual({ ...expected, run: whenEnded });
    const ofTrials = (some: typeof all) => some.filter(({ kind }) => kind !== 'missed-samples');
    expect(ofTrials(warnings)).toEqual(ofTrials(all));
    expect(breakEven?.points ?? []).toEqual(searched?.points ?? []);
  });

  it('costs the run nothing but itself where it can not be written', async () => {
    const problem = { code: 'journal-ended', args: { why: { code: 'full' } } } as const;
    const full = { ok: false, problem } as const;
    const events: LiveEvent[] = [];
    const broken: RunJournal = {
      otherRuns: [],
      begin: () => Promise.resolve(full),
      take: () => undefined,
      write: () => Promise.resolve(full),
      writeBreakEven: () => Promise.resolve(full),
      end: () => Promise.resolve(full),
    };
    const report = await run(broken, (event) => events.push(event));
    expect(report.run.status).toBe('done');
    expect(notesOf(report.run).filter((note) => note.includes('disk is full'))).toHaveLength(1);
    expect(events.filter(({ type }) => type === 'trial-end')).toHaveLength(6);
  });
});
