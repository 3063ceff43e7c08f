// An export takes the main process's time, so it is made between two trials; the app does not end before.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import type { LiveEvent } from '@shared/report/live';
import { reportHandlers } from '../../../../src/main/ipc/handlers/report';
import { Saves } from '../../../../src/main/base/saves';
import { TrialGaps } from '../../../../src/main/runs/trial-gaps';
import { makeReport } from '../../../helpers/make/report';

const folder = mkdtempSync(join(tmpdir(), 'corelane-test-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'report.csv');

vi.mock('../../../../src/main/ipc/dialogs', () => ({
  askForFile: () => Promise.resolve(undefined),
  askWhereToSave: () => Promise.resolve(path),
}));

it('waits for the end of the trial under way, and the app for it', async () => {
  const gaps = new TrialGaps();
  const saves = new Saves();
  const handlers = reportHandlers({
    window: {} as never,
    saves,
    shelf: { last: makeReport() },
    gaps,
  });
  gaps.follow({ type: 'trial-begin', trial: 0, atNs: 0 });
  const exported = handlers['report:export']('csv');
  await vi.waitFor(() => expect(saves.names).toEqual(['report.csv']));
  expect(await saves.settled(50)).toBe(false);
  expect(() => readFileSync(path)).toThrow('ENOENT');
  gaps.follow({ type: 'trial-end' } as LiveEvent);
  expect(await exported).toEqual({ ok: true, value: { path } });
  expect(readFileSync(path, 'utf8')).toContain('cold_ns');
});
